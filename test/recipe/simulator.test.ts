import { describe, expect, it } from 'vitest';
import { setup } from '../../src/generated/simulator.ts';
import { written } from '../../src/recipe/languages.ts';
import type { Flow } from '../../src/recipe/model.ts';
import { recipeFor } from '../../src/recipe/recipe.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { ENDINGS, RUN_LANGUAGES, type RunLanguage, runScript } from '../support/run-script.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { withSimulator } from '../support/simulated.ts';

const { tenant, apps, workspaces } = setup.world;
const nightly = apps['nightly'] ?? expect.fail();
const folder = scratchFolder('recipe-simulated');

/** The recipe, run against the simulator: it plays the host that stands first in the path. */
const runAgainst = (
  { port, authority: { vault } }: Simulator,
  flow: Flow,
  language: RunLanguage,
  secret = vault.secretOf(nightly.clientId),
) => {
  const workspace = workspaces['sales']?.id ?? '';
  const recipe = recipeFor({ api: 'fabric', flow, cloud: 'public' }, { WORKSPACE_ID: workspace }) ?? expect.fail();
  const result = written(recipe, language);
  const file = folder.write(`${flow}-${port}.${ENDINGS[language]}`, 'code' in result ? result.code : '');
  const base = `http://127.0.0.1:${port}`;
  return runScript(language, file, {
    AUTHORITY: `${base}/login.microsoftonline.com`,
    API: `${base}/api.fabric.microsoft.com`,
    TENANT_ID: tenant.id,
    CLIENT_ID: flow === 'client-secret' ? nightly.clientId : (apps['desk']?.clientId ?? ''),
    CLIENT_SECRET: secret,
  });
};

describe('a recipe against the simulator', () => {
  it.each(RUN_LANGUAGES)('gets the items of the workspace for an app, in %s', async (language) => {
    await withSimulator([], async (simulator) => {
      const ran = await runAgainst(simulator, 'client-secret', language);
      expect([ran.code, ran.err]).toEqual([0, '']);
      expect(ran.out).toMatch(/\b200\b/);
      expect(ran.out).toContain('Lakehouse');
    });
  });

  it.each(RUN_LANGUAGES)('signs a person in by device code, in %s', async (language) => {
    await withSimulator([], async (simulator) => {
      const ran = await runAgainst(simulator, 'device-code', language);
      expect(ran.out).toContain('HXKQ7PZTN');
      expect([ran.code, ran.err, /\b200\b/.test(ran.out)]).toEqual([0, '', true]);
    });
  });

  it.each(RUN_LANGUAGES)('says what Entra ID refused, and never the secret, in %s', async (language) => {
    await withSimulator([], async (simulator) => {
      const wrong = 'wrong'.repeat(6);
      const ran = await runAgainst(simulator, 'client-secret', language, wrong);
      expect(ran.code).not.toBe(0);
      expect(ran.err).toContain('AADSTS7000215');
      expect(ran.out + ran.err).not.toContain(wrong);
    });
  });

  it.each(RUN_LANGUAGES)('asks for the secret by name where the environment has none, in %s', async (language) => {
    await withSimulator([], async (simulator) => {
      const ran = await runAgainst(simulator, 'client-secret', language, '');
      expect([ran.code === 0, simulator.log.length]).toEqual([false, 0]);
      expect(ran.err).toContain('CLIENT_SECRET');
    });
  });
});

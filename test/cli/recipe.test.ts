import { describe, expect, it } from 'vitest';
import { FLOWS, LANGUAGES, RECIPE_APIS, RECIPE_CLOUDS } from '../../src/recipe/model.ts';
import { ran } from '../support/ran.ts';

const said = (...argv: readonly string[]) => ran(['recipe', ...argv]);

describe('recipe', () => {
  it('lists every API, flow, cloud, language and grant where nothing is asked', async () => {
    const { code, out } = await said();
    expect(code).toBe(0);
    for (const word of [...RECIPE_APIS, ...FLOWS, ...RECIPE_CLOUDS, ...LANGUAGES, 'workspace-role', 'capacity']) {
      expect(out).toMatch(new RegExp(`^  ${word} `, 'm'));
    }
  });

  it('tells the request, what must be in place, the code, the call after it and the mistakes', async () => {
    const { code, out } = await said('fabric', 'client-secret');
    expect(code).toBe(0);
    const parts = [
      'The request',
      'What must be in place',
      'The environment',
      'In bash',
      'The call after it',
      'Usual mistakes',
    ];
    const places = parts.map((part) => out.indexOf(`\n${part}`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(out).toContain('scope = https://api.fabric.microsoft.com/.default');
    expect(out).toContain('explain AADSTS7000215');
  });

  it('prints nothing but the code with --as, in any order of the words', async () => {
    const { code, out } = await said('client-secret', 'pbi', '--as', 'python', '--cloud', 'gcc');
    expect(code).toBe(0);
    expect(out.startsWith('# A token for the Power BI REST API in US Government GCC')).toBe(true);
    expect(out).toContain('https://analysis.usgovcloudapi.net/powerbi/api/.default');
    expect(out).not.toContain('Usual mistakes');
  });

  it('says why not a password, and what to use', async () => {
    const { code, out } = await said('powerbi', 'password');
    expect([code, out.includes('second factor'), out.includes('grant_type')]).toEqual([0, true, false]);
  });

  it('says why Power Query cannot', async () => {
    const { code, out } = await said('fabric', 'device-code', '--as', 'm');
    expect([code, out.includes('Not possible')]).toEqual([0, true]);
  });

  it('gives JSON with the recipe and its code', async () => {
    const { out } = await said('onelake', 'managed-identity', '--as', 'javascript', '--format', 'json');
    const { version, recipe, language, code } = JSON.parse(out);
    expect([version, recipe.scope, language]).toEqual([1, 'https://storage.azure.com/.default', 'javascript']);
    expect(code).toContain("resource: 'https://storage.azure.com'");
  });

  it.each([
    [['powrbi', 'client-secret'], 'powerbi'],
    [['fabric', 'devise-code'], 'device-code'],
    [['fabric', 'client-secret', '--as', 'pyton'], 'python'],
    [['fabric', 'client-secret', '--cloud', 'gcc-hihg'], 'gcc-high'],
    [['grant', 'workspace-rol'], 'workspace-role'],
  ])('proposes the nearest word for %j', async (argv, near) => {
    const { code, err } = await said(...argv);
    expect([code, err.includes(`Did you mean ${near}?`)]).toEqual([2, true]);
  });

  it('names the flows where none is named', async () => {
    expect((await said('fabric')).err).toContain('device-code');
  });

  it.each(['fabric', 'onelake', 'sql', 'kusto'])(
    'says that Fabric has no documented address outside of the public cloud: %s',
    async (api) => {
      for (const cloud of ['gcc', 'gcc-high', 'dod', 'china']) {
        const { code, out } = await said(api, 'client-secret', '--cloud', cloud);
        expect([cloud, code, out.includes('no documented address')]).toEqual([cloud, 0, true]);
        expect(out).toContain('https://learn.microsoft.com/fabric/admin/region-availability');
        expect(out).not.toContain('oauth2/v2.0/token');
      }
    },
  );

  it('leads from Fabric to Power BI of the same cloud, and gives a script that waits for code an error', async () => {
    const { out } = await said('fabric', 'client-secret', '--cloud', 'china');
    expect(out).toContain('recipe powerbi client-secret --cloud china');
    const { code, err } = await said('fabric', 'client-secret', '--cloud', 'china', '--as', 'curl');
    expect([code, err.includes('public cloud alone')]).toEqual([2, true]);
  });
});

describe('recipe grant', () => {
  it('tells who may, the steps by hand, the requests and what proves it', async () => {
    const { code, out } = await said('grant', 'workspace-role');
    expect(code).toBe(0);
    for (const part of [
      'Who may: Workspace admin',
      'By hand',
      'By request',
      'It worked when',
      'recipe fabric device-code',
      '/roleAssignments',
      '/users',
    ]) {
      expect(out).toContain(part);
    }
  });
});

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { leaked } from './leaked.ts';
import { SCENARIOS } from './pastes.ts';
import { closeAll, homeFolder, KEY, openWizard, PATIENCE, type RealTerminal, SANE } from './real-terminal.ts';

const home = homeFolder();
const { A, B, C } = SCENARIOS;
const ENTRY = 'Show the request done right';

afterEach(closeAll);
afterAll(home.remove);

const toResult = async (paste: string | undefined, rows = 50): Promise<RealTerminal> => {
  const wizard = await openWizard({ home: home.path, rows });
  await wizard.give(paste ?? '');
  wizard.type(KEY.enter);
  await wizard.sees('What next?');
  return wizard;
};

describe('the request done right', { timeout: PATIENCE }, () => {
  it('shows what was sent and what is right, and saves the script with what is known and no secret', async () => {
    const wizard = await toResult(B?.paste);
    await wizard.choose(ENTRY);
    await wizard.sees('In which language?');
    await wizard.choose('JavaScript');
    await wizard.sees('There is more.');
    expect(wizard.shown()).toContain('As it was sent');
    expect(wizard.shown()).toContain('Done right');
    expect(wizard.shown()).toContain('scope = https://analysis.windows.net/powerbi/api/.default');
    await wizard.choose('In another language');
    await wizard.sees('In which language?');
    await wizard.choose('bash with curl');
    await wizard.sees('There is more.');
    await wizard.choose('Save the script');
    await wizard.sees('Enter: token.sh');
    wizard.type(`right.sh${KEY.enter}`);
    await wizard.sees('Saved: right.sh');
    await wizard.choose('Done');
    expect(await wizard.ended()).toEqual({ code: 0, ...SANE });

    const script = readFileSync(join(home.path, 'right.sh'), 'utf8');
    expect(script).toContain('grant_type=client_credentials');
    expect(script).toMatch(/TENANT_ID:-7d1f7d6b-/);
    expect(script).toMatch(/CLIENT_ID:-5a3e9c52-/);
    expect(() => execFileSync('bash', ['-n', join(home.path, 'right.sh')])).not.toThrow();
    expect(leaked(B?.secrets ?? [], script + wizard.raw())).toEqual([]);
  });

  it('asks how the token is to be got where the paste does not tell', async () => {
    const wizard = await toResult(A?.paste);
    await wizard.choose(ENTRY);
    await wizard.sees('How is the token to be got?');
    await wizard.choose('Authorization code with PKCE (as a person)');
    await wizard.sees('In which language?');
    await wizard.choose('Python, standard library');
    await wizard.sees('A token for the Fabric REST API');
    await wizard.choose('Back to the result');
    await wizard.sees('What next?');
    expect(leaked(A?.secrets ?? [], wizard.raw())).toEqual([]);
  });

  it('is not offered where the request was right, and a setting keeps the caller out', async () => {
    const wizard = await toResult(C?.paste);
    expect(wizard.shown()).toContain('Stops at: tenant-setting');
    expect(wizard.shown()).toContain('The fix step by step');
    expect(wizard.shown()).not.toContain(ENTRY);
  });
});

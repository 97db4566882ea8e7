import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { buildToken } from '../support/token.ts';
import { leaked } from './leaked.ts';
import { closeAll, homeFolder, KEY, openWizard, PATIENCE } from './real-terminal.ts';

const home = homeFolder();
const open = () => openWizard({ home: home.path, columns: 80, rows: 32 });

afterEach(closeAll);
afterAll(home.remove);

const token = buildToken({
  aud: 'https://graph.microsoft.com',
  idtyp: 'app',
  exp: Date.parse('2026-03-01T09:00:00Z') / 1000,
  pad: 'x'.repeat(4000),
});

const entry = (path: string, status: number, time: string) => ({
  startedDateTime: `2026-03-01T${time}.000Z`,
  request: {
    method: 'GET',
    url: `https://${path}`,
    headers: [{ name: 'Authorization', value: `Bearer ${token}` }],
  },
  response: { status, headers: [], content: { mimeType: 'application/json', text: '{}' } },
});

/** Four calls in the recording of a browser: two fail alike, one otherwise, one works. */
const har = (): string =>
  JSON.stringify({
    log: {
      version: '1.2',
      entries: [
        entry('api.fabric.microsoft.com/v1/workspaces', 401, '08:00:00'),
        entry('api.fabric.microsoft.com/v1/workspaces', 401, '08:00:01'),
        entry('api.powerbi.com/v1.0/myorg/apps', 403, '08:00:02'),
        entry('api.powerbi.com/v1.0/myorg/groups', 200, '08:00:03'),
      ],
    },
  });

describe('the paste step, with a recording', { timeout: PATIENCE }, () => {
  it('takes a HAR that is pasted apart into its failing calls, and lets one be chosen', async () => {
    const wizard = await open();
    await wizard.give(har());
    expect(wizard.shown()).toContain('Recording (HAR): 4 entries, 3 failing calls');
    wizard.type(KEY.enter);
    await wizard.sees('3 failing calls were found, of 2 kinds.');
    await wizard.choose('GET https://api.fabric.microsoft.com/v1/workspaces -> 401 (2 times)');
    await wizard.sees('Stops at: audience');
    await wizard.choose('Another of the failing calls');
    await wizard.choose('GET https://api.powerbi.com/v1.0/myorg/apps -> 403');
    await wizard.until('the other call', () => /myorg\/apps -> 403/.test(wizard.shown()));
    expect(leaked([token], wizard.raw())).toEqual([]);
  });

  it('takes a HAR in a file apart, and keeps no secret of it when the person leaves', async () => {
    writeFileSync(join(home.path, 'calls.har'), har());
    const wizard = await open();
    wizard.type(KEY.tab);
    await wizard.choose('Open a file');
    await wizard.sees('File to open');
    wizard.type(`calls.har${KEY.enter}`);
    await wizard.sees('Recording (HAR): 4 entries, 3 failing calls');
    wizard.type(KEY.enter);
    await wizard.choose('GET https://api.fabric.microsoft.com/v1/workspaces -> 401 (2 times)');
    await wizard.sees('Stops at: audience');
    wizard.type(KEY.ctrlC);
    await wizard.ended();
    const kept = home.sessions();
    expect(kept).toHaveLength(1);
    expect(leaked([token], kept.map((file) => readFileSync(file, 'utf8')).join(''))).toEqual([]);
    const second = await openWizard({ home: home.path, rows: 32, argv: ['--resume'] });
    await second.sees('Stops at: audience');
  });

  it('takes a log in JSON lines apart', async () => {
    const wizard = await open();
    const line = (path: string, status: number) =>
      JSON.stringify({ method: 'GET', url: `https://api.fabric.microsoft.com/v1/${path}`, status });
    await wizard.give([line('workspaces', 401), line('capacities', 403), line('workspaces', 200)].join('\n'));
    expect(wizard.shown()).toMatch(/Log in JSON lines: 3 lines, \d failing call/);
  });
});

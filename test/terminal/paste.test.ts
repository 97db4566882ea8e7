import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { buildToken } from '../support/token.ts';
import { leaked } from './leaked.ts';
import { CODE } from './pastes.ts';
import { closeAll, homeFolder, KEY, openWizard, PATIENCE, SANE } from './real-terminal.ts';

const home = homeFolder();
const open = (columns = 80, rows = 24) => openWizard({ home: home.path, columns, rows });

afterEach(closeAll);
afterAll(home.remove);

const longToken = buildToken({
  aud: 'https://graph.microsoft.com',
  idtyp: 'app',
  exp: Date.parse('2026-03-01T09:00:00Z') / 1000,
  pad: 'x'.repeat(4000),
});

/** A made-up client secret with the shape of a real one. */
const CLIENT_SECRET = `aB1${'8Q~'}${'xY3z-_9kLm'.repeat(4).slice(0, 34)}`;

const CURL = [
  'curl -X POST "https://login.microsoftonline.com/7d1f7d6b-0c4e-4c7a-9f0c-2f1f6f3a1b11/oauth2/v2.0/token" \\',
  ...Array.from({ length: 14 }, (_, i) => `  -H "X-Trace-${i}: step ${i}" \\`),
  '  --data-urlencode "grant_type=client_credentials" \\',
  '  --data-urlencode "client_id=5a3e9c52-7b1d-4e0a-8a61-9d0c2b7e4f01" \\',
  `  --data-urlencode "client_secret=${CLIENT_SECRET}" \\`,
  '  --data-urlencode "scope=.default"',
  '{"error":"invalid_scope","error_description":"AADSTS1002012: The provided value for scope .default is not valid."}',
];

const entry = (path: string, status: number, time: string) => ({
  startedDateTime: `2026-03-01T${time}.000Z`,
  request: {
    method: 'GET',
    url: `https://${path}`,
    headers: [{ name: 'Authorization', value: `Bearer ${longToken}` }],
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

describe('the paste step', { timeout: PATIENCE }, () => {
  it('takes a token of 6 KB whole, says what it is, and shows none of it', async () => {
    const wizard = await open();
    expect(longToken.length).toBeGreaterThan(5800);
    wizard.paste(longToken);
    await wizard.sees('Ctrl-Z takes');
    expect(wizard.shown()).toContain('Access token, app, for Microsoft Graph, expired 3 hours ago (not kept)');
    expect(leaked([longToken], wizard.raw())).toEqual([]);
  });

  it.each([
    ['as Windows writes them', '\r\n'],
    ['as terminals send them', '\r'],
    ['doubled by the terminal', '\r\r'],
  ])('reads a curl command of 20 lines with line ends %s', async (_, lineEnd) => {
    const wizard = await open();
    wizard.paste(CURL.join(lineEnd));
    await wizard.sees('Ctrl-Z takes');
    expect(wizard.shown()).toContain('Paste 1: 20 lines');
    expect(wizard.shown()).toMatch(/Curl command: POST\s+login\.microsoftonline\.com/);
    expect(wizard.shown()).toContain('Entra error: AADSTS1002012');
    expect(wizard.shown()).toMatch(/Client secret, \d+ characters \(not kept\)/);
    expect(leaked([CLIENT_SECRET], wizard.raw())).toEqual([]);
  });

  it('takes 64 KB in one paste', async () => {
    const wizard = await open();
    const log = Array.from({ length: 700 }, (_, i) => `2026-03-01T12:00:00Z worker ${i} ${'.'.repeat(60)}`).join('\r');
    wizard.paste(`${log}\rGET https://api.powerbi.com/v1.0/myorg/groups\rHTTP/1.1 403 Forbidden\r`);
    await wizard.sees('Ctrl-Z takes');
    expect(wizard.shown()).toContain('Paste 1: 702 lines');
    expect(wizard.shown()).toContain('api.powerbi.com/v1.0/myorg/groups');
  });

  it('joins several pastes, and takes the last one back', async () => {
    const wizard = await open(80, 40);
    wizard.paste('GET https://api.fabric.microsoft.com/v1/workspaces');
    await wizard.sees('Paste 1');
    wizard.paste('HTTP/1.1 401 Unauthorized');
    await wizard.sees('Paste 2');
    wizard.type(KEY.ctrlZ);
    await wizard.sees('The last paste was taken back.');
    wizard.paste('HTTP/1.1 404 Not Found');
    await wizard.sees('status 404');
    wizard.type(KEY.enter);
    await wizard.sees('https://api.fabric.microsoft.com/v1/workspaces -> 404');
  });

  it('counts what comes without marks and does not show it; Enter ends it', async () => {
    const wizard = await open();
    wizard.type(`GET https://api.fabric.microsoft.com/v1/workspaces\rAuthorization: Bearer ${CODE}\r\rHTTP/1.1 401\r`);
    await wizard.until('the count', () => /4 lines, .* not shown/.test(wizard.shown()));
    wizard.type(KEY.enter);
    await wizard.sees('Stops at: credential');
    expect(leaked([CODE], wizard.raw())).toEqual([]);
  });

  it('goes on at Ctrl-D as at Enter', async () => {
    const wizard = await open();
    wizard.paste('AADSTS50011: The redirect URI does not match.');
    await wizard.sees('Ctrl-Z takes');
    wizard.type(KEY.ctrlD);
    await wizard.sees('Stops at: sign-in');
  });

  it('says that nothing was recognised, and keeps the words', async () => {
    const wizard = await open();
    wizard.paste('it does not work');
    await wizard.sees('Nothing was recognised here; its words still count.');
  });

  it('takes a paste in the place of a choice as one more paste, and no key of it', async () => {
    const wizard = await open(80, 40);
    wizard.type(KEY.enter);
    await wizard.sees('How do you want to go on?');
    wizard.paste(`Authorization: Bearer ${CODE}\r\r5\r`);
    await wizard.sees('Ctrl-Z takes');
    expect(wizard.shown()).toContain('Authorization code');
    expect(leaked([CODE], wizard.raw())).toEqual([]);
  });

  it('opens a file, and asks again where there is none', async () => {
    const wizard = await open();
    wizard.type(KEY.tab);
    await wizard.choose('Open a file');
    await wizard.sees('File to open');
    wizard.type(`nowhere.txt${KEY.enter}`);
    await wizard.sees('There is no file nowhere.txt.');
    wizard.type(KEY.enter);
    await wizard.choose('Leave');
    expect(await wizard.ended()).toEqual({ code: 0, ...SANE });
  });

  it('takes a HAR that is pasted apart into its failing calls, and lets one be chosen', async () => {
    const wizard = await open(80, 32);
    wizard.paste(har());
    await wizard.sees('Ctrl-Z takes');
    expect(wizard.shown()).toContain('Recording (HAR): 4 entries, 3 failing calls');
    wizard.type(KEY.enter);
    await wizard.sees('3 failing calls were found, of 2 kinds.');
    await wizard.choose('GET https://api.fabric.microsoft.com/v1/workspaces -> 401 (2 times)');
    await wizard.sees('Stops at: audience');
    await wizard.choose('Another of the failing calls');
    await wizard.choose('GET https://api.powerbi.com/v1.0/myorg/apps -> 403');
    await wizard.until('the other call', () => /myorg\/apps -> 403/.test(wizard.shown()));
    expect(leaked([longToken], wizard.raw())).toEqual([]);
  });

  it('takes a HAR in a file apart, and keeps no secret of it when the person leaves', async () => {
    writeFileSync(join(home.path, 'calls.har'), har());
    const wizard = await open(80, 32);
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
    const folder = join(home.path, 'state', 'fabric-auth-doctor', 'sessions');
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(kept).toHaveLength(1);
    expect(leaked([longToken], kept.join(''))).toEqual([]);
    const second = await openWizard({ home: home.path, rows: 32, argv: ['--resume'] });
    await second.sees('Stops at: audience');
  });

  it('takes a log in JSON lines apart', async () => {
    const wizard = await open(80, 32);
    const line = (path: string, status: number) =>
      JSON.stringify({ method: 'GET', url: `https://api.fabric.microsoft.com/v1/${path}`, status });
    wizard.paste([line('workspaces', 401), line('capacities', 403), line('workspaces', 200)].join('\n'));
    await wizard.sees('Ctrl-Z takes');
    expect(wizard.shown()).toMatch(/Log in JSON lines: 3 lines, \d failing call/);
  });

  it('takes a secret that is pasted where a name is asked for as one more paste', async () => {
    const wizard = await open();
    wizard.type(KEY.tab);
    await wizard.choose('Open a file');
    await wizard.sees('File to open');
    wizard.paste(longToken.slice(0, 400));
    await wizard.sees('Ctrl-Z takes');
    expect(wizard.shown()).toMatch(/Access token, app, for Microsoft Graph, .*cut off/);
    expect(leaked([longToken], wizard.raw())).toEqual([]);
  });
});

/** A folder with tools of these names in front of all others. */
const toolsBefore = (tools: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const bin = join(home.path, `bin-${Object.keys(tools).length}`);
  mkdirSync(bin, { recursive: true });
  for (const [name, script] of Object.entries(tools)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return { PATH: `${bin}:${process.env['PATH'] ?? ''}` };
};

const FAILS = 'exit 1';

describe('reading the clipboard', { timeout: PATIENCE }, () => {
  it('takes what the tool of the system gives, and shows no secret of it', async () => {
    writeFileSync(join(home.path, 'clip.txt'), `Authorization: Bearer ${CODE}\n`);
    const env = toolsBefore({
      xclip: `[ "$1 $2 $3" = "-o -selection clipboard" ] && cat ${join(home.path, 'clip.txt')}`,
    });
    const wizard = await openWizard({ home: home.path, env });
    wizard.type(KEY.tab);
    await wizard.choose('Read the clipboard');
    await wizard.sees('Ctrl-Z takes');
    expect(wizard.shown()).toContain('Authorization code');
    expect(leaked([CODE], wizard.raw())).toEqual([]);
    wizard.type(KEY.enter);
    await wizard.sees('Stops at: credential');
  });

  it('tries the next tool where one fails', async () => {
    const env = toolsBefore({ xclip: FAILS, xsel: 'echo "AADSTS50011: The redirect URI does not match."' });
    const wizard = await openWizard({ home: home.path, env });
    wizard.type(KEY.tab);
    await wizard.choose('Read the clipboard');
    await wizard.sees('AADSTS50011');
  });

  it('says so where no tool gives it, and lets the person paste', async () => {
    const env = toolsBefore({ xclip: FAILS, xsel: FAILS, 'wl-paste': FAILS, 'powershell.exe': FAILS });
    const wizard = await openWizard({ home: home.path, env });
    wizard.type(KEY.tab);
    await wizard.choose('Read the clipboard');
    await wizard.sees('The clipboard is empty, or no tool of this system reads it.');
    wizard.paste('AADSTS50011: The redirect URI does not match.');
    await wizard.sees('Paste 1');
  });
});

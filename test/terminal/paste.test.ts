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

describe('the paste step', { timeout: PATIENCE }, () => {
  it('takes a token of 6 KB whole, says what it is, and shows none of it', async () => {
    const wizard = await open();
    expect(longToken.length).toBeGreaterThan(5800);
    await wizard.give(longToken);
    expect(wizard.shown()).toContain('Access token, app, for Microsoft Graph, expired 3 hours ago (not kept)');
    expect(leaked([longToken], wizard.raw())).toEqual([]);
  });

  it.each([
    ['as Windows writes them', '\r\n'],
    ['as terminals send them', '\r'],
    ['doubled by the terminal', '\r\r'],
  ])('reads a curl command of 20 lines with line ends %s', async (_, lineEnd) => {
    const wizard = await open();
    await wizard.give(CURL.join(lineEnd));
    expect(wizard.shown()).toContain('Paste 1: 20 lines');
    expect(wizard.shown()).toMatch(/Curl command: POST\s+login\.microsoftonline\.com/);
    expect(wizard.shown()).toContain('Entra error: AADSTS1002012');
    expect(wizard.shown()).toMatch(/Client secret, \d+ characters \(not kept\)/);
    expect(leaked([CLIENT_SECRET], wizard.raw())).toEqual([]);
  });

  it('takes 64 KB in one paste', async () => {
    const wizard = await open();
    const log = Array.from({ length: 700 }, (_, i) => `2026-03-01T12:00:00Z worker ${i} ${'.'.repeat(60)}`).join('\r');
    await wizard.give(`${log}\rGET https://api.powerbi.com/v1.0/myorg/groups\rHTTP/1.1 403 Forbidden\r`);
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
    await wizard.give('AADSTS50011: The redirect URI does not match.');
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
    await wizard.give(`Authorization: Bearer ${CODE}\r\r5\r`);
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

  it('takes a secret that is pasted where a name is asked for as one more paste', async () => {
    const wizard = await open();
    wizard.type(KEY.tab);
    await wizard.choose('Open a file');
    await wizard.sees('File to open');
    await wizard.give(longToken.slice(0, 400));
    expect(wizard.shown()).toMatch(/Access token, app, for Microsoft Graph, .*cut off/);
    expect(leaked([longToken], wizard.raw())).toEqual([]);
  });
});

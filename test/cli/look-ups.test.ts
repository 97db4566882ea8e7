import { describe, expect, it } from 'vitest';
import { check } from '../support/check-run.ts';
import { fakeIo } from '../support/fake-io.ts';
import { buildToken } from '../support/token.ts';

const LIST = 'https://api.fabric.microsoft.com/v1/workspaces';

describe('explain', () => {
  it('explains a code: what it means, who acts, which causes come first, and where that stands', async () => {
    const { code, out, err } = await check(['explain', 'AADSTS50011']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^AADSTS50011 InvalidReplyTo \(error of Entra ID\)\n/);
    expect(out).toMatch(/Who acts: the owner of the app registration/);
    expect(out).toMatch(/First suspects:\n {4}redirect-uri-mismatch/);
    expect(out).toContain('https://login.microsoftonline.com/error?code=50011');
  });

  it('takes a term of several words without quotes', async () => {
    expect((await check(['explain', 'service', 'principal'])).out).toMatch(/^service principal \(term\)/);
  });

  it('says that it knows nothing, names what is nearest, and ends with 2', async () => {
    const { code, out } = await check(['explain', 'GroupNotAccesible']);
    expect(code).toBe(2);
    expect(out).toMatch(/^Nothing is known of GroupNotAccesible\n[\s\S]*Nearest\n {2}GroupNotAccessible/);
  });

  it('says what can be looked up where nothing is near', async () => {
    const { code, out } = await check(['explain', 'zzzzqqqq']);
    expect(code).toBe(2);
    expect(out).toMatch(/^Nothing is known of zzzzqqqq\n\n {2}What can be looked up: error codes, causes/);
  });

  it('points to the page of Microsoft for a code that no list has', async () => {
    const { code, out } = await check(['explain', 'AADSTS12345678']);
    expect(code).toBe(2);
    expect(out).toContain('https://login.microsoftonline.com/error?code=12345678');
  });

  it('refuses a token as a thing to explain, and does not repeat it', async () => {
    const token = buildToken({ aud: 'x' });
    const { code, out, err } = await check(['explain', token]);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toContain(token.slice(0, 12));
  });

  it('writes nothing that steers the terminal, whatever was asked for', async () => {
    const { out } = await check(['explain', '\u001b[31mred\u202e']);
    expect(out).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('operation', () => {
  it('says what a call needs', async () => {
    const { code, out } = await check(['operation', 'POST', LIST]);
    expect(code).toBe(0);
    expect(out).toMatch(/^POST \/v1\/workspaces\n/);
    expect(out).toContain('Workspace.ReadWrite.All');
    expect(out).toMatch(/Service principals and managed identities: yes/);
    expect(out).toContain('https://api.fabric.microsoft.com/.default');
  });

  it('takes method and URL as one word, and a path without its host', async () => {
    expect((await check(['operation', `get ${LIST}`])).out).toMatch(/^GET \/v1\/workspaces\n/);
    expect((await check(['operation', 'GET', '/v1.0/myorg/groups'])).out).toMatch(/^GET \/v1\.0\/myorg\/groups\n/);
  });

  it('names the nearest where none exists, and ends with 2', async () => {
    const { code, out } = await check(['operation', 'GET', `${LIST.slice(0, -1)}`]);
    expect(code).toBe(2);
    expect(out).toMatch(/^No such operation:[\s\S]*Nearest\n {2}GET \/v1\/workspaces\n/);
  });

  it('says which methods a path takes, where the one that was named is none of them or none was', async () => {
    const other = await check(['operation', 'DELETE', LIST]);
    expect(other.code).toBe(2);
    expect(other.out).toMatch(/^No such operation: DELETE \/v1\/workspaces\n {2}The path takes POST, GET/);
    expect(await check(['operation', LIST])).toMatchObject({ code: 0, out: expect.stringMatching(/takes POST, GET/) });
  });

  it('does not print the query of the URL, which may hold a secret', async () => {
    const { out } = await check(['operation', 'GET', `${LIST}x?sig=${'k'.repeat(30)}`, '--format', 'json']);
    expect(out).not.toContain('kkkk');
  });

  it('says that other hosts are none of its business', async () => {
    const { code, out } = await check(['operation', 'GET', 'https://graph.microsoft.com/v1.0/me']);
    expect(code).toBe(2);
    expect(out).toMatch(/^Nothing is known of https:\/\/graph/);
  });
});

describe('every look-up', () => {
  it('says whose option it is, where check has it and the look-up has not', async () => {
    const { code, err } = await check(['explain', '401', '--now', '2026-03-01']);
    expect(code).toBe(2);
    expect(err).toMatch(/^UNKNOWN_OPTION: Only check and probe take --now\.\nTry: fabric-auth-doctor check --help\n/);
  });

  const LINES: readonly (readonly string[])[] = [
    ['explain', 'AADSTS700016'],
    ['explain', 'Unauthorized'],
    ['explain', 'wids'],
    ['explain', 'nothing of the kind'],
    ['operation', 'GET', LIST],
    ['operation', 'GET', 'https://api.fabric.microsoft.com/v1/nothing'],
    ['causes'],
    ['causes', 'show', 'token-expired'],
  ];

  it('gives one versioned document as JSON, with the exit code of the text', async () => {
    for (const argv of LINES) {
      const text = await check(argv);
      const json = await check([...argv, '--format', 'json']);
      expect(JSON.parse(json.out)).toMatchObject({ version: 1, tool: { name: 'fabric-auth-doctor' } });
      expect(json.code).toBe(text.code);
    }
  });

  it('keeps to the width of the terminal; only addresses and commands stay in one piece', async () => {
    for (const argv of LINES) {
      const { out } = await check(argv, fakeIo(undefined, { stdoutIsTty: true, columns: 60 }));
      const long = out
        .replaceAll(/\x1b\[\d+m/g, '')
        .split('\n')
        .filter((line) => line.length > 60);
      expect(long.filter((line) => !/https?:\/\/|^ {7}/.test(line))).toEqual([]);
    }
  });

  it('is plain on demand, ASCII where the terminal has no more, and the same without colours', async () => {
    for (const argv of LINES) {
      const { out } = await check(argv, fakeIo(undefined, { env: { LANG: 'C' } }));
      expect(out).not.toMatch(/[—✓’]/);
      const painted = (await check(argv, fakeIo(undefined, { env: { FORCE_COLOR: '1', LANG: 'C' } }))).out;
      expect(painted.replaceAll(/\x1b\[\d+m/g, '')).toBe(out);
    }
  });

  it('is found in the help, and in what is said to a mistyped command', async () => {
    const { out } = await check(['--help']);
    for (const command of ['token', 'explain', 'operation', 'causes']) expect(out).toContain(`doctor ${command}`);
    expect((await check(['explian', 'x'])).err).toMatch(/mean explain\?\nTry: fabric-auth-doctor explain AADSTS50011/);
    expect((await check(['explain', '--help'])).out).toContain('Usage: fabric-auth-doctor explain <thing>');
  });

  it('does not take options of check', async () => {
    expect((await check(['explain', 'aud', '--answer', 'caller.kind=user'])).err).toMatch(/^UNKNOWN_OPTION/);
  });
});

it('--version --verbose tells how old each part of the knowledge is', async () => {
  const { code, out } = await check(['--version', '--verbose']);
  expect(code).toBe(0);
  expect(out).toMatch(/^\d+\.\d+\.\d+\n/);
  for (const part of ['Fabric operations', 'Power BI operations', 'Entra ID codes', 'Tenant settings', 'Terms'])
    expect(out).toMatch(new RegExp(`\\n${part}.*: \\d{4}-\\d\\d-\\d\\d\\n`));
});

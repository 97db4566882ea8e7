import { chmod, mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnose } from '../../src/cli/commands/check.ts';
import { run } from '../../src/cli/run.ts';
import { fakeIo } from '../support/fake-io.ts';
import { confirmedDiagnosis, unexplainedDiagnosis } from '../support/sample-diagnosis.ts';
import { buildToken } from '../support/token.ts';

type Call = Parameters<Diagnose>;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'));
  await writeFile(join(folder, 'call.txt'), 'GET https://api.fabric.microsoft.com/v1/workspaces\n');
  await writeFile(join(folder, 'empty.txt'), ' \n\n');
  await writeFile(join(folder, 'picture.png'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
  await writeFile(join(folder, 'windows.txt'), Buffer.from('\ufeffGET https://x.example/ü\r\n', 'utf16le'));
  await mkdir(join(folder, 'logs'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const file = (name: string): string => join(folder, name);

/** An engine that remembers what it was asked and finds what it is told to. */
const engineOf = (diagnoses: ReturnType<Diagnose> = [confirmedDiagnosis()]) => {
  const calls: Call[] = [];
  const engine = async (): Promise<Diagnose> => (pastes, context) => {
    calls.push([pastes, context]);
    return diagnoses;
  };
  return { calls, engine };
};

const check = async (argv: readonly string[], io = fakeIo(), diagnoses?: ReturnType<Diagnose>) => {
  const { calls, engine } = engineOf(diagnoses);
  const code = await run(argv, io, engine);
  return { code, calls, ...io.said };
};

describe('check', () => {
  it('reads files in the order given, with their names', async () => {
    const { calls, code } = await check(['check', file('windows.txt'), file('call.txt')]);
    expect(calls[0]?.[0].map(({ text }) => text)).toEqual([
      'GET https://x.example/ü\r\n',
      'GET https://api.fabric.microsoft.com/v1/workspaces\n',
    ]);
    expect(calls[0]?.[0].map(({ name }) => name)).toEqual([file('windows.txt'), file('call.txt')]);
    expect(code).toBe(1);
  });

  it('reads stdin beside files where - stands', async () => {
    const { calls } = await check(['check', file('call.txt'), '-'], fakeIo('HTTP/1.1 401\n'));
    expect(calls[0]?.[0].map(({ name }) => name)).toEqual([file('call.txt'), 'stdin']);
  });

  it('reads stdin without any command, which is what a pipe wants', async () => {
    const { calls, out } = await check([], fakeIo('HTTP/1.1 401\n'));
    expect(calls[0]?.[0]).toEqual([{ text: 'HTTP/1.1 401\n', name: 'stdin' }]);
    expect(out).toMatch(/^✗ Stops at: credential/);
  });

  it('takes a file without the word check', async () => {
    const { calls } = await check([file('call.txt')]);
    expect(calls[0]?.[0]).toHaveLength(1);
  });

  it('hands on answers and the time, and does not take the next word for an answer', async () => {
    const time = '2026-02-03T04:05:06.000Z';
    const { calls } = await check([
      'check',
      '--answer',
      'caller.kind=user',
      file('call.txt'),
      '--answer=response.status=401',
      '--now',
      '2026-02-03T05:05:06+01:00',
    ]);
    expect(calls[0]?.[1]).toEqual({ now: time, answers: { 'caller.kind': 'user', 'response.status': '401' } });
    expect(calls[0]?.[0]).toHaveLength(1);
  });

  it('uses the clock of the world where no time is given', async () => {
    const { calls } = await check(['check', file('call.txt')]);
    expect(calls[0]?.[1].now).toBe('2026-03-01T12:00:00.000Z');
  });

  it('gives the same exit code in every format', async () => {
    const nothing = { ...unexplainedDiagnosis(), facts: {} };
    const cases = [
      [[confirmedDiagnosis()], 1],
      [[unexplainedDiagnosis()], 3],
      [[unexplainedDiagnosis(), confirmedDiagnosis()], 1],
      [[nothing], 0],
      [[], 3],
    ] as const;
    for (const [diagnoses, expected] of cases) {
      for (const format of ['text', 'json']) {
        const { code } = await check(['check', file('call.txt'), '--format', format], fakeIo(), diagnoses);
        expect(code).toBe(expected);
      }
    }
  });

  it('writes nothing but the document to stdout as JSON', async () => {
    const { out, err } = await check(['check', file('call.txt'), '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      tool: { name: 'fabric-auth-doctor' },
      now: '2026-03-01T12:00:00.000Z',
    });
    expect(err).toBe('');
  });
});

describe('the sample', () => {
  const sources = {
    'stdin is a terminal': fakeIo(),
    'stdin is empty': fakeIo(''),
  };
  for (const [name, io] of Object.entries(sources)) {
    it(`is shown with no command where ${name}, says what it is, and counts as nothing wrong`, async () => {
      const { calls, out, code } = await check([], io);
      expect(out.split('\n').slice(0, 2).join(' ')).toMatch(/sample.*check FILE/);
      expect(calls[0]?.[0][0]?.text).toContain('https://api.fabric.microsoft.com/v1/workspaces');
      expect(code).toBe(0);
    });
  }

  it('waits for a pipe only for a while, so that one that never ends hangs nothing', async () => {
    const asked: (number | undefined)[] = [];
    const readStdin = async (patience?: number): Promise<Uint8Array> => {
      asked.push(patience);
      return new Uint8Array();
    };
    await check([], fakeIo('', { readStdin }));
    await check(['check'], fakeIo('', { readStdin }));
    expect(asked).toEqual([expect.any(Number), undefined]);
  });

  it('is never shown for a check that was asked for', async () => {
    const { err, out, code } = await check(['check'], fakeIo(''));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^INPUT_EMPTY: stdin is empty/);
  });
});

describe('what a person can do wrong', () => {
  const wrong: Readonly<Record<string, () => readonly [argv: readonly string[], says: RegExp]>> = {
    'a file that is not there': () => [['check', file('nope.txt')], /^INPUT_NOT_FOUND: There is no file .*nope\.txt/],
    'a folder': () => [['check', file('logs')], /^INPUT_IS_DIRECTORY: .*logs/],
    'a binary file': () => [['check', file('picture.png')], /^INPUT_BINARY: .*picture\.png is not text/],
    'an empty file': () => [['check', file('empty.txt')], /^INPUT_EMPTY: .*empty\.txt is empty/],
    'the same file twice': () => [['check', file('call.txt'), file('call.txt')], /^INPUT_TWICE/],
    'a mistyped fact': () => [['check', '--answer', 'caler.kind=user'], /^ANSWER_UNKNOWN_FACT: .*mean caller\.kind\?/],
    'a value the fact has not': () => [
      ['check', '--answer', 'caller.kind=robot'],
      /^ANSWER_BAD_VALUE: .*one of user, service-principal, managed-identity, or cannot-tell/,
    ],
    'a word for a number': () => [['check', '--answer', 'response.status=x'], /^ANSWER_BAD_VALUE: .*a number/],
    'an answer without a value': () => [['check', '--answer', 'caller.kind'], /^ANSWER_NOT_A_PAIR/],
    'a time that is none': () => [['check', '--now', 'yesterday'], /^NOW_NOT_A_TIME/],
    'a mistyped option': () => [['check', '--formt', 'json'], /^UNKNOWN_OPTION: .*mean --format\?/],
    'a mistyped command': () => [['chekc', 'x'], /^UNKNOWN_COMMAND: .*mean check\?/],
    'a word that is neither command nor file': () => [['hello'], /^UNKNOWN_COMMAND: There is no command hello/],
    'an unknown format': () => [['check', '--format', 'pdf'], /^OPTION_BAD_VALUE: .*format/],
    'an option without its value': () => [['check', '--output'], /^OPTION_BAD_VALUE: .*output/],
    'an option twice': () => [['check', '--now', '2026-01-01', '--now', '2026-01-02'], /^OPTION_TWICE: --now/],
  };
  for (const [name, of] of Object.entries(wrong)) {
    it(`${name}: exit code 2, a code, what is wrong and what to type next`, async () => {
      const [argv, says] = of();
      const { code, err, out, calls } = await check(argv, fakeIo('x'));
      expect(err).toMatch(says);
      expect(err).toMatch(/\nTry: fabric-auth-doctor [\s\S]+\n$/);
      expect([code, out, calls.length]).toEqual([2, '', 0]);
    });
  }

  it('a file over the limit: named, with the limit, and not read', async () => {
    const handle = await open(file('huge.har'), 'w');
    await handle.truncate(64 * 1024 * 1024 + 1);
    await handle.close();
    const { err, code } = await check(['check', file('huge.har')]);
    expect(err).toMatch(/^INPUT_TOO_LARGE: .*huge\.har is larger than 64 MB/);
    expect(code).toBe(2);
  });

  it('a file without the right to read it', async () => {
    await writeFile(file('locked.txt'), 'x');
    await chmod(file('locked.txt'), 0);
    const { err, code } = await check(['check', file('locked.txt')]);
    const isRoot = process.getuid?.() === 0;
    expect([code, /^INPUT_UNREADABLE: You may not read/.test(err)]).toEqual(isRoot ? [1, false] : [2, true]);
  });

  it('a secret as an argument: refused without being shown, wherever it stands', async () => {
    const token = buildToken({ aud: 'https://api.fabric.microsoft.com' });
    const secret = `abc${'8'}Q~${'x'.repeat(34)}`;
    const code = `1.A${'X'.repeat(60)}`;
    for (const value of [token, secret, code]) {
      for (const argv of [
        [value],
        ['check', value],
        ['check', `--answer=token.aud=${value}`],
        ['check', `--x=${value}`],
      ]) {
        const result = await check(argv, fakeIo('x'));
        expect(result.err).toMatch(/^SECRET_IN_ARGUMENT: /);
        expect(result.err).not.toContain(value.slice(0, 12));
        expect([result.code, result.out]).toEqual([2, '']);
      }
    }
  });

  it('control characters in an argument never reach the terminal', async () => {
    const evil = `x${String.fromCharCode(27)}[2J`;
    for (const argv of [
      ['check', evil],
      [evil],
      ['check', '--answer', `${evil}=1`],
      ['check', `--${evil}`],
      ['check', '--format', evil],
    ]) {
      expect((await check(argv)).err).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
    }
  });

  it('a defect: exit code 70, where it was, and nothing of the message, which may quote the paste', async () => {
    const io = fakeIo('HTTP/1.1 401');
    const code = await run([], io, async () => () => {
      throw new TypeError('my private text');
    });
    expect(code).toBe(70);
    expect(io.said.err).toMatch(/^INTERNAL: .*TypeError/);
    expect(io.said.err).not.toContain('my private text');
  });
});

describe('--output', () => {
  it('writes the report for its owner only, and leaves no draft beside it', async () => {
    const { out, err, code } = await check(['check', file('call.txt'), '--format', 'json', '--output', file('r.json')]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('r.json');
    expect(JSON.parse(await readFile(file('r.json'), 'utf8')).version).toBe(1);
    expect((await stat(file('r.json'))).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('overwrites nothing unless forced', async () => {
    await writeFile(file('mine.txt'), 'mine');
    const refused = await check(['check', file('call.txt'), '--output', file('mine.txt')]);
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/^OUTPUT_EXISTS: .*\nTry: .*--force\n$/)]);
    expect(await readFile(file('mine.txt'), 'utf8')).toBe('mine');
    const forced = await check(['check', file('call.txt'), '--output', file('mine.txt'), '--force']);
    expect(forced.code).toBe(1);
    expect(await readFile(file('mine.txt'), 'utf8')).toMatch(/^✗ Stops at/);
  });

  it('says so when the folder is not there', async () => {
    const { code, err } = await check(['check', file('call.txt'), '--output', file('nowhere/r.txt')]);
    expect([code, err]).toEqual([2, expect.stringMatching(/^OUTPUT_NOT_WRITABLE/)]);
  });
});

describe('colour', () => {
  const ESC = String.fromCharCode(27);
  const coloured = async (env: Record<string, string>, stdoutIsTty: boolean, argv: readonly string[] = []) =>
    (await check(['check', file('call.txt'), ...argv], fakeIo(undefined, { env, stdoutIsTty }))).out.includes(ESC);

  it('is used in a terminal, and not in a pipe or a file', async () => {
    expect(await coloured({}, true)).toBe(true);
    expect(await coloured({}, false)).toBe(false);
  });

  it('obeys --no-color, NO_COLOR, FORCE_COLOR and a dumb terminal, in that order', async () => {
    expect(await coloured({ FORCE_COLOR: '1' }, true, ['--no-color'])).toBe(false);
    expect(await coloured({ NO_COLOR: '1', FORCE_COLOR: '1' }, true)).toBe(false);
    expect(await coloured({ FORCE_COLOR: '1' }, false)).toBe(true);
    expect(await coloured({ FORCE_COLOR: '0' }, true)).toBe(false);
    expect(await coloured({ TERM: 'dumb' }, true)).toBe(false);
  });
});

describe('help', () => {
  it('shows examples before options, and is data: it goes to stdout', async () => {
    for (const argv of [['--help'], ['check', '--help']]) {
      const { out, err, code } = await check(argv);
      expect([code, err]).toEqual([0, '']);
      expect(out.indexOf('check call.txt')).toBeGreaterThan(-1);
      expect(out.indexOf('check call.txt')).toBeLessThan(out.indexOf('--answer  '));
    }
  });

  it('shows the version alone', async () => {
    expect((await check(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

import { chmod, open, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { check, inputFolder } from '../support/check-run.ts';
import { fakeIo } from '../support/fake-io.ts';
import { buildToken } from '../support/token.ts';

const file = inputFolder();

describe('what a person can do wrong', () => {
  const wrong: Readonly<Record<string, () => readonly [argv: readonly string[], says: RegExp]>> = {
    'a file that is not there': () => [['check', file('nope.txt')], /^INPUT_NOT_FOUND: There is no file .*nope\.txt/],
    'a folder': () => [['check', file('logs')], /^INPUT_IS_DIRECTORY: .*logs is a folder/],
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
    'a mistyped option of another command': () => [
      ['probe', '--dry-rum'],
      /^UNKNOWN_OPTION: .*mean --dry-run\?\nTry: .* probe --help/,
    ],
    'an option of another command': () => [['redact', '--verify'], /^UNKNOWN_OPTION: Only token takes --verify\./],
    'a mistyped command': () => [['chekc', 'x'], /^UNKNOWN_COMMAND: .*mean check\?/],
    'a word that is neither command nor file': () => [['hello'], /^UNKNOWN_COMMAND: There is no command hello/],
    'an unknown format': () => [
      ['check', '--format', 'tex'],
      /^OPTION_BAD_VALUE: --format .*mean text\? It takes .*case\./,
    ],
    'a report under the name of another document': () => [
      ['check', 'call.txt', '--output', 'report.pdf'],
      /^OPTION_BAD_VALUE: A report ends in .*report\.pdf does not\./,
    ],
    'a method that is none': () => [
      ['operation', 'FOO', 'https://api.fabric.microsoft.com/v1'],
      /FOO is no HTTP method/,
    ],
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

  it.each([
    [['token', 'nope.txt'], 'token FILE'],
    [['redact', 'nope.txt'], 'redact FILE'],
    [['probe', 'nope.txt', '--dry-run'], 'probe FILE'],
    [['recipe', '--for', 'nope.txt'], 'recipe --for FILE'],
    [['token'], 'token'],
  ])('%j names the command that was called, not check, as what to type next', async (argv, next) => {
    const { err } = await check(argv, fakeIo());
    expect(err).toMatch(new RegExp(`^INPUT_.*\nTry: .*fabric-auth-doctor ${next}\n$`));
    expect(err).not.toContain('check FILE');
  });

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

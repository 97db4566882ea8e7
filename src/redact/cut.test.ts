import { describe, expect, it } from 'vitest';
import { buildToken } from '../../test/support/token.ts';
import { cutOf } from './cut.ts';
import { redactor } from './redact.ts';

const random = (length: number, seed = 7): string =>
  Array.from({ length }, (_, i) => 'kQ7zPw3RtX9bLm5Y'[(i * seed + (i >> 3)) % 16]).join('');
const SECRET = random(40);
const HOLD = 1000;

/** The two parts of a text around its cut, without what is held back behind it. */
const parts = (text: string, isUrgent = false): readonly [string, string] | undefined => {
  const whole = text + ' '.repeat(HOLD);
  const cut = cutOf(whole, HOLD, isUrgent);
  return cut === undefined ? undefined : [whole.slice(0, cut), whole.slice(cut, text.length)];
};

describe('a stream is cut', () => {
  it.each([
    [
      'between the entries of a recording',
      '{"a": {"b": 1}, {"c": 1, "a long name": "of many words and more"},\n  ',
      '{"startedDateTime": "x", "d": {"e": 1}, {"f": 1',
    ],
    ['between the lines of JSON', '{"aaaaaaaaaa": 1}, {"b": 2}\n', '{"c": 1}, {"d": '],
    ['between paragraphs', 'some words: and more\nwords of a text.\n\n', 'The next, {"a": 1}, and last'],
    ['between objects', '{"aaaaaaaaaaaa": 1, "b": 2}, ', '{"c": 1, "d": 2, "e"'],
    ['between lines', 'some words of a log line\nand another log line\n', 'The last one, that goes on'],
  ])('%s', (_, before, after) => {
    expect(parts(before + after)).toEqual([before, after]);
  });

  it('at the last such place, and in its second half only', () => {
    const text = 'one line of the log\n'.repeat(10);
    expect(parts(`${text}The last of it`)).toEqual([text, 'The last of it']);
    expect(parts(`One line.\n${'of a very long line '.repeat(10)}`)).toBeUndefined();
  });

  it.each(['behind a name:\n', 'behind a name=\n', 'behind a comma,\n', 'behind a stroke \\\n', '{\n', '[\n', '-\n'])(
    'at no line that goes on in the next one: %j',
    (line) => {
      expect(parts(`${'x '.repeat(5)}${line}${'Next'}`)).toBeUndefined();
    },
  );

  it('anywhere between words only where that is urgent', () => {
    const text = 'a very long line without any end, as it seems';
    expect(parts(text)).toBeUndefined();
    expect(parts(text, true)).toEqual(['a very long line without any end, as it ', 'seems']);
    expect(parts('x'.repeat(500), true)).toBeUndefined();
  });

  it('before what is held back', () => {
    const text = `${'one line\n'.repeat(3)}Two ${'words '.repeat(3)}\n${'Another line\n'.repeat(100)}`;
    const cut = cutOf(text, HOLD, false) ?? text.length;
    expect(cut).toBeLessThanOrEqual(text.length - HOLD);
    expect(text.slice(0, cut).endsWith('\n')).toBe(true);
  });

  it('in front of a secret that reaches over the place', () => {
    const lines = `${SECRET.slice(0, 20)}\n${SECRET.slice(20)}`;
    const text = `${'A line of the log.\n'.repeat(3)}client_secret="${lines}"`;
    const [before = '', after = ''] = parts(`${text} x`, true) ?? [];
    expect(before.endsWith('log.\n') || after === 'x').toBe(true);
    expect(`${before}|${after}`).not.toMatch(/client_secret="[^"]*\|/);
  });

  it('in front of it in a long text too', () => {
    const lines = 'A line of the log.\n'.repeat(2500);
    const secret = `client_secret="${SECRET.slice(0, 20)}\n${SECRET.slice(20)}" and more`;
    expect(parts(lines + secret)).toEqual([lines, secret]);
  });

  it('where it would be without the secrets that end in front of the place or begin behind it', () => {
    const before = `A line of the log.\nclient_secret="${SECRET}"\nAnother line of the log\n`;
    const after = `The next one goes on and on, and holds\n`;
    const held = `many words\nclient_secret="${random(40, 5)}" `.padEnd(HOLD);
    expect(cutOf(before + after.trim() + held, HOLD, false)).toBe(before.length);
  });

  it('right in front of a token, where that is urgent', () => {
    const token = buildToken({ aud: 'x' });
    const words = 'a very long line of words without any end '.repeat(20);
    expect(parts(words + token, true)).toEqual([words, token]);
  });
});

it('leaves no part of a secret where a stream is cut, wherever it stands', { timeout: 60_000 }, () => {
  const key = `-----BEGIN ${'PRIVATE'} KEY-----\n${Array.from({ length: 20 }, (_, at) => random(64, at + 3)).join('\n')}\n-----END ${'PRIVATE'} KEY-----`;
  const filler = 'A line of the log that says something\n';
  const { push, end } = redactor();
  const text = Array.from({ length: 40 }, (_, at) => `${filler.repeat(700 + at)}${key}\n`).join('');
  let out = '';
  for (let at = 0; at < text.length; at += 100_000) out += push(text.slice(at, at + 100_000));
  out += end();
  for (let at = 0; at < 20; at += 1) expect(out).not.toContain(random(64, at + 3).slice(0, 12));
  expect(out.split('\n').filter((line) => line === filler.trim())).toHaveLength(text.split(filler.trim()).length - 1);
});

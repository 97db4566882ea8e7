import { describe, expect, it } from 'vitest';
import { base64Runs } from '../text/base64-runs.ts';
import { insideBase64, isBinary } from '../text/base64url.ts';
import { findEncoded } from './find-encoded.ts';

const base64 = (text: string, as: BufferEncoding = 'utf8'): string => Buffer.from(text, as).toString('base64');
const url = (text: string): string => Buffer.from(text).toString('base64url');

describe('runs of base64', () => {
  it.each([
    ['alone', 'abcdEFGH01234567', ['abcdEFGH01234567']],
    ['with padding', 'a abcdEFGH01234567= b', ['abcdEFGH01234567=']],
    ['with more padding', 'a abcdEFGH01234567== b', ['abcdEFGH01234567==']],
    ['with one sign of it only', 'abcdEFGH01234567===', ['abcdEFGH01234567==']],
    ['in quotes', '"abcdEFGH01234567+/" "abcdEFGH01234567-_"', ['abcdEFGH01234567+/', 'abcdEFGH01234567-_']],
    ['behind words', 'see: abcdEFGH01234567, abcdEFGH01234568', ['abcdEFGH01234567', 'abcdEFGH01234568']],
    ['at every place', ' .  abcdEFGH01234567.', ['abcdEFGH01234567']],
    ['of fifteen letters', 'abcdEFGH0123456 abcdEFGH012345', []],
    ['behind an equals sign', 'a=abcdEFGH01234567', ['abcdEFGH01234567']],
  ])('are found whole: %s', (_, text, runs) => {
    const found = base64Runs(text);
    expect(found.map(({ value }) => value)).toEqual(runs);
    for (const { start, value, letters } of found) {
      expect(text.slice(start, start + value.length)).toBe(value);
      expect(letters).toBe(value.replace(/=+$/, '').length);
    }
  });

  it('are of the text that is asked about', () => {
    const [a, b] = ['abcdEFGH01234567', 'hgfeDCBA76543210'];
    expect([a, b, b, a].map((text) => base64Runs(text)[0]?.value)).toEqual([a, b, b, a]);
  });
});

describe('text in base64', () => {
  const PLAIN = 'the password is: Winter!2026x';
  /** What is found, and what was asked about. */
  const found = (text: string): { readonly values: readonly string[]; readonly asked: readonly string[] } => {
    const asked: string[] = [];
    const finds = findEncoded(text, (decoded) => {
      asked.push(decoded);
      return decoded.includes('Winter');
    });
    for (const { start, end, value, field } of finds) {
      expect(text.slice(start, end)).toBe(value);
      expect(field).toBe('alone');
    }
    return { values: finds.map(({ value }) => value), asked };
  };

  it.each([
    ['of either alphabet', base64(PLAIN)],
    ['of URLs', url(PLAIN)],
    ['that PowerShell encodes', base64(PLAIN, 'utf16le')],
    ['of several lines', base64(`line one\r\n\t${PLAIN}\r\n`)],
    ['in other letters', base64(`Zugriff für 日本 ${PLAIN}`)],
    ['that is long', base64(`${'some words '.repeat(100)}${PLAIN}`)],
    ['with few odd bytes', base64(`${'some words '.repeat(5)}\u0001${PLAIN}`)],
  ])('is looked into: %s', (_, encoded) => {
    expect(found(`a "${encoded}" b`).values).toEqual([encoded]);
  });

  it('is asked about as it was written', () => {
    expect(found(base64(PLAIN, 'utf16le')).asked).toEqual([PLAIN]);
    expect(found(`${base64('some words and no more')} ${base64(PLAIN)}`).asked).toHaveLength(2);
  });

  it.each([
    ['is short', base64('Winter!2026x')],
    ['is of both alphabets', `${base64(`${PLAIN}x`)}-+`],
    ['is packed data', Buffer.from(Array.from({ length: 200 }, (_, at) => (at * 151 + 7) % 256)).toString('base64')],
    ['holds no secret', base64('some words of a text that says nothing')],
    ['is packed data behind a text', base64(`${'a few words '.repeat(12)}`) + base64(`\u0000\u0001\u0002`.repeat(60))],
  ])('is left alone where it %s', (_, encoded) => {
    expect(found(`a "${encoded}" b`).values).toEqual([]);
  });
});

describe('bytes', () => {
  it.each([
    ['a text', base64('a text of words\r\n\tand lines'), false],
    ['a text in other letters', base64('für 日本 🔑'), false],
    ['text in two bytes each', base64('words', 'utf16le'), false],
    ['control signs', base64('ab\u0001\u0002\u007f'), true],
    ['one control sign in twenty', base64(`${'a'.repeat(19)}\u0001`), false],
    ['one control sign in nineteen', base64(`${'a'.repeat(18)}\u000e`), true],
    ['halves of letters', Buffer.from([0x61, 0x80, 0x62, 0xbf]).toString('base64'), true],
    ['no base64', 'a b', true],
  ])('are binary or not: %s', (_, encoded, expected) => {
    expect(isBinary(encoded)).toBe(expected);
  });

  it('of a text stand in base64 at each place where it may begin', () => {
    for (const text of ['Winter!2026x', 'für 日本 🔑', '~~~???>>>']) {
      const ways = insideBase64(text);
      for (const before of ['', 'a', 'ab', 'abc', 'abcd']) {
        for (const encoded of [base64(`${before}${text}zz`), url(`${before}${text}zz`)])
          expect(ways.some((way) => way.length >= text.length && encoded.includes(way))).toBe(true);
      }
    }
  });
});

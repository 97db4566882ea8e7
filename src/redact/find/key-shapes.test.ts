import { describe, expect, it } from 'vitest';
import { findShapes, isBasic, kindsOf } from './find-shapes.ts';

const random = (length: number, seed = 7): string =>
  Array.from({ length }, (_, i) => 'kQ7zPw3RtX9bLm5Y'[(i * seed + (i >> 3)) % 16]).join('');
const found = (text: string): readonly string[] =>
  findShapes(text).map(({ field, start, end, value }) => {
    expect(text.slice(start, end)).toBe(value);
    return `${field} ${value}`;
  });

describe('a private key', () => {
  const [open, close] = ['BEGIN', 'END'].map((word) => `-----${word} EC PRIVATE KEY-----`);

  it('is found in a string too, where its lines end in signs', () => {
    for (const line of ['\\n', '\\r\\n', '\n', '\r\n']) {
      const key = [open, random(64), random(64, 5), close].join(line);
      expect(found(`{"key":"${key}${line}"}`)).toEqual([`key ${key}`]);
    }
  });

  it('is one where another begins before its end', () => {
    const key = `${open}\n${random(64)}\n${open}\n${random(64, 5)}\n${close}`;
    expect(found(key)).toEqual([`key ${key}`]);
    expect(found(`${key}\n${key}`)).toEqual([`key ${key}`, `key ${key}`]);
  });

  it('ends where its letters do', () => {
    expect(found(`${open}\n${random(64)}"; next`)).toEqual([`key ${open}\n${random(64)}`]);
    expect(found(`${open}`)).toEqual([`key ${open}`]);
  });
});

describe('a value by its letters', () => {
  it.each([
    [`1.A${random(60)}.`, `1.A${random(60)}`],
    [`1.A${random(60)}..`, `1.A${random(60)}`],
    [`1.A${random(60)}...`, `1.A${random(60)}...`],
    [`1.A${random(60)}.x.y`, `1.A${random(60)}.x.y`],
    [`1.A${random(60)}...x.`, `1.A${random(60)}...x`],
  ])('ends before the full stop of a sentence: %s', (text, value) => {
    expect(found(`it is ${text} so`)).toEqual([`alone ${value}`]);
  });

  it('has a length', () => {
    expect(kindsOf(`H4sIA${random(8)}`)).toEqual(['embed-token']);
    expect(kindsOf(`H4sIA${random(7)}`)).toEqual([]);
    expect(kindsOf(random(40))).toEqual([]);
  });
});

describe('a name and a password in base64', () => {
  it('is found with its padding only, and up to a length', () => {
    const padded = btoa('ada.lovelace:hunter2');
    expect(found(`sent ${padded} it`)).toEqual([`basic ${padded}`]);
    expect(found(`sent ${padded.replace('=', '')} it`)).toEqual([]);
    expect(found(`sent ${padded}== it`)).toEqual([]);
    const long = btoa(`${'a'.repeat(100)}:${'b'.repeat(199)}`);
    expect(found(`sent ${long} it`)).toEqual([`basic ${long}`]);
    expect(found(`sent ${btoa(`${'a'.repeat(103)}:${'b'.repeat(199)}`)} it`)).toEqual([]);
  });

  it('has letters of base64 only, and no others in what it says', () => {
    const value = btoa('ada:hunter22');
    expect(isBasic(value)).toBe(true);
    for (const other of [
      ` ${value}`,
      `${value}!`,
      `${value}===`,
      btoa('\u00e4da:hunter22'),
      btoa('ada:hunter22\u0001'),
    ])
      expect(isBasic(other)).toBe(false);
  });
});

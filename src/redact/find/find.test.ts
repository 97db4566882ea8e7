import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../model/secret.ts';
import { isReal } from './find.ts';

const base64 = (claims: JsonObject): string => Buffer.from(JSON.stringify(claims)).toString('base64url');
const real = (value: string): boolean => isReal({ start: 0, end: value.length, field: 'alone', value });

describe('a value that may let somebody in', () => {
  it.each([
    ['eight letters of a password', 'Wint3r!x'],
    ['a list of claims with values', base64({ access_token: { nbf: null, [['kQ7zPw3R', 'tX9b'].join('')]: null } })],
  ])('is real: %s', (_, value) => {
    expect(real(value)).toBe(true);
  });

  it.each([
    ['seven letters', 'Wint3r!'],
    ['a mask', '<access token>'],
    ['an object that was put into a text', '[object Object]'],
    ['the type of an object of .NET', 'System.Security.SecureString'],
    ['a claims challenge, which asks for claims and holds none', base64({ access_token: { nbf: null } })],
  ])('is not: %s', (_, value) => {
    expect(real(value)).toBe(false);
  });
});

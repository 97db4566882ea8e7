import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64Url } from './base64url.ts';

describe('decodeBase64Url', () => {
  it('gives back every text that was encoded, with and without padding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeBase64Url(Buffer.from(text).toString('base64url'))).toBe(text);
        expect(decodeBase64Url(Buffer.from(text).toString('base64'))).toBe(text);
      }),
    );
  });

  it('refuses what is no base64 and survives bytes that are no UTF-8', () => {
    expect(decodeBase64Url('a b')).toBeUndefined();
    expect(decodeBase64Url(Buffer.from([0x61, 0xff, 0x62]).toString('base64'))).toBe('a\uFFFDb');
    expect(decodeBase64Url(Buffer.from([0x61, 0x80, 0x62]).toString('base64'))).toBe('a\uFFFDb');
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hash53 } from './hash.ts';

it('a text always has the same number, and it is one that is counted without loss', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const hash = hash53(text);
      expect(hash).toBe(hash53(text));
      expect(Number.isSafeInteger(hash)).toBe(true);
      expect(hash).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('texts that differ in little have numbers that differ: in one letter, in order, in length', () => {
  const texts = Array.from({ length: 20_000 }, (_, n) => `call ${n}`);
  texts.push('', ' ', '\0', '\0\0', 'ab', 'ba', 'a'.repeat(1000), 'a'.repeat(1001));
  expect(new Set(texts.map(hash53)).size).toBe(texts.length);
});

it('both halves of a number tell texts apart, so that as many as 53 bits allow find a place', () => {
  const hashes = Array.from({ length: 5000 }, (_, n) => hash53(`call ${n}`));
  expect(new Set(hashes.map((hash) => hash % 2 ** 32)).size).toBeGreaterThan(4990);
  expect(new Set(hashes.map((hash) => Math.floor(hash / 2 ** 32))).size).toBeGreaterThan(4970);
  expect(Math.max(...hashes)).toBeGreaterThan(2 ** 52);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../src/index.ts';
import { readCases } from '../tools/cases/read-case.ts';
import { ADVERSARIAL } from './support/adversarial-texts.ts';

/** `npm run fuzz` tries fifty times as much, and every adversarial text at its full size. */
const isFuzz = process.env['MODE'] === 'fuzz';
const runs = (count: number): { numRuns: number } => ({ numRuns: isFuzz ? count * 50 : count });
const timeout = isFuzz ? 3_600_000 : 120_000;

const now = '2026-03-01T12:00:00Z';
const texts = readCases('fixtures').flatMap(({ pastes }) => pastes.map(({ text }) => text));

/** Twelve gates, each once, and findings that no rule is missing from twice: a diagnosis that can be printed. */
const isWhole = (...pasted: readonly string[]): boolean =>
  diagnose(
    pasted.map((text) => ({ text })),
    { now },
  ).every(
    ({ gates, findings }) =>
      new Set(gates.map(({ gate }) => gate)).size === 12 &&
      new Set(findings.map(({ cause }) => cause)).size === findings.length,
  );

const odd = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('"', '{', "'", '\\', '\u0000', '\u200b', '\uE000', '\uE0001\uE001', '%', '%25', '```', 'eyJ', '\r\n'),
);

/** A paste as people and programs damage it: cut, doubled, put together with another one, its bytes or lines changed. */
const damaged = fc
  .record({
    text: fc.constantFrom(...texts),
    other: fc.constantFrom(...texts),
    at: fc.nat(),
    length: fc.nat(200),
    insert: odd,
    how: fc.constantFrom('cut', 'drop', 'double', 'insert', 'reverse', 'splice', 'flip'),
  })
  .map(({ text, other, at, length, insert, how }) => {
    const from = text.length === 0 ? 0 : at % text.length;
    const part = text.slice(from, from + length);
    const make: Record<typeof how, () => string> = {
      cut: () => text.slice(0, from),
      drop: () => text.slice(0, from) + text.slice(from + length),
      double: () => text.slice(0, from) + part + text.slice(from),
      insert: () => text.slice(0, from) + insert + text.slice(from),
      reverse: () => text.split('\n').reverse().join('\n'),
      splice: () => text.slice(0, from) + other.slice(at % (other.length + 1)),
      flip: () =>
        Buffer.from(
          Buffer.from(text).map((byte, index) => ((index + at) % (length + 2) === 0 ? byte ^ (1 << (at % 8)) : byte)),
        ).toString('utf8'),
    };
    return make[how]();
  });

const bytes = fc
  .record({ bytes: fc.uint8Array({ maxLength: 600 }), as: fc.constantFrom('utf8', 'latin1', 'utf16le') })
  .map(({ bytes: array, as }) => Buffer.from(array).toString(as as BufferEncoding));

const families = Object.keys(ADVERSARIAL);

/** Adversarial texts behind and within one another. */
const mixed = fc
  .array(fc.record({ family: fc.constantFrom(...families), length: fc.nat(2_000), between: odd }), {
    minLength: 2,
    maxLength: 6,
  })
  .map((parts) => parts.map(({ family, length, between }) => (ADVERSARIAL[family]?.(length) ?? '') + between).join(''));

const MEGABYTE = 1024 * 1024;
/** The texts that every run tries at full size; the others have their turn in `npm run fuzz`. */
const LARGE = ['nested quotes', 'deep JSON objects', 'a long base64url run'];
/** So many texts are one test, as pastes of one question: most of the time would go into diagnosing each. */
const TOGETHER = 8;
const groups = Array.from({ length: Math.ceil(families.length / TOGETHER) }, (_, at) =>
  families.slice(at * TOGETHER, (at + 1) * TOGETHER),
);

describe('odd input is a result, never an error', () => {
  it('from a damaged paste', { timeout }, () => {
    fc.assert(
      fc.property(damaged, (text) => isWhole(text)),
      runs(60),
    );
  });

  it('from any text', { timeout }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => isWhole(text)),
      runs(20),
    );
  });

  it('from any bytes', { timeout }, () => {
    fc.assert(
      fc.property(bytes, (text) => isWhole(text)),
      runs(20),
    );
  });

  it('from adversarial texts put together', { timeout }, () => {
    fc.assert(
      fc.property(mixed, (text) => isWhole(text)),
      runs(12),
    );
  });

  for (const names of groups) {
    it(`from 10,000 characters each of ${names.join(', ')}`, { timeout }, () => {
      expect(isWhole(...names.map((name) => ADVERSARIAL[name]?.(10_000) ?? ''))).toBe(true);
    });
  }

  for (const name of isFuzz ? families : LARGE) {
    it(`from a megabyte of ${name}`, { timeout }, () => {
      expect(isWhole(ADVERSARIAL[name]?.(MEGABYTE) ?? '')).toBe(true);
    });
  }
});

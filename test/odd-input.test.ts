import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../src/cli/rule-files.ts';
import { diagnose } from '../src/diagnose/diagnose.ts';
import { readCases } from '../tools/cases/read-case.ts';

const rules = loadRules('rules');
const now = '2026-03-01T12:00:00Z';
const texts = readCases('fixtures').flatMap(({ pastes }) => pastes.map(({ text }) => text));

/** Twelve gates, each once, and findings that no rule is missing from twice: a diagnosis that can be printed. */
const isWhole = (text: string): boolean =>
  diagnose([{ text }], { rules, now }).every(
    ({ gates, findings }) =>
      new Set(gates.map(({ gate }) => gate)).size === 12 &&
      new Set(findings.map(({ cause }) => cause)).size === findings.length,
  );

/** A paste as people damage it: cut, doubled, with something in the middle, with its lines in another order. */
const damaged = fc
  .record({
    text: fc.constantFrom(...texts),
    at: fc.nat(),
    length: fc.nat(200),
    insert: fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('"', '{', "'", '\\', '\u0000', '\u200b', '%', 'eyJ'),
    ),
    how: fc.constantFrom('cut', 'drop', 'double', 'insert', 'reverse'),
  })
  .map(({ text, at, length, insert, how }) => {
    const from = text.length === 0 ? 0 : at % text.length;
    const part = text.slice(from, from + length);
    const make: Record<typeof how, () => string> = {
      cut: () => text.slice(0, from),
      drop: () => text.slice(0, from) + text.slice(from + length),
      double: () => text.slice(0, from) + part + text.slice(from),
      insert: () => text.slice(0, from) + insert + text.slice(from),
      reverse: () => text.split('\n').reverse().join('\n'),
    };
    return make[how]();
  });

describe('odd input is a result, never an error', () => {
  it('from a damaged paste', { timeout: 60_000 }, () => {
    fc.assert(fc.property(damaged, isWhole), { numRuns: 200 });
  });

  it('from any text', { timeout: 60_000 }, () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), isWhole), { numRuns: 100 });
  });

  // Each was quadratic or worse in some reader of some tool: they end here, whatever the machine.
  const hostile: Record<string, string> = {
    'nested quotes': `"'`.repeat(60_000),
    'open braces': '{'.repeat(120_000),
    'deep JSON': `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    'a long base64url run': `eyJ${'A'.repeat(120_000)}`,
    'many starts of a token': 'eyJ. '.repeat(24_000),
    'blanks before nothing': `${' '.repeat(120_000)}x`,
    backslashes: '\\'.repeat(120_000),
    'percent signs': '%25'.repeat(40_000),
    'headers without end': 'Authorization: Bearer '.repeat(6_000),
    'curl without end': `curl ${'-H "a: '.repeat(12_000)}`,
    'angle brackets': '<'.repeat(120_000),
    slashes: `https://api.powerbi.com/${'/'.repeat(100_000)}`,
  };
  for (const [name, text] of Object.entries(hostile)) {
    it(`from ${name}`, { timeout: 60_000 }, () => expect(isWhole(text)).toBe(true));
  }
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallRule, smallSign } from '../../test/support/small-rules.ts';
import { holds, mayHold, truthOf } from '../match/match.ts';
import type { Evidence, Fact, FactValue } from '../model/evidence.ts';
import type { Block, Rule, Sign, Test } from '../model/rule.ts';
import { type Condition, holder, indexOf } from './conditions.ts';
import { judge } from './judge.ts';

const PATHS = ['a', 'b', 'c', 'd'];
const VALUES: readonly FactValue[] = [403, 'app', true, ['app', 'user'], [401, 403]];

const test: fc.Arbitrary<Test> = fc.oneof(
  fc.constantFrom<Test>('app', 403, true, ['app', 'guest'], { has: 'app' }, { has: [401, 404] }),
  fc.constantFrom<Test>({ known: true }, { known: false }, { 'not-in': ['app'] }, { lacks: 'user' }),
  fc.constantFrom<Test>({ contains: 'us' }, { in: [403], 'not-in': [401] }),
);
const block: fc.Arbitrary<Block> = fc.dictionary(fc.constantFrom(...PATHS), test, { minKeys: 1 });
const sign: fc.Arbitrary<Sign> = fc.record({
  strength: fc.constantFrom('conclusive', 'strong', 'weak'),
  when: fc.oneof(block, fc.array(block, { minLength: 1, maxLength: 3 })),
  because: fc.constant('So.'),
});
const rule: fc.Arbitrary<Rule> = fc.record({
  id: fc.constantFrom('x', 'y'),
  title: fc.constant('It'),
  gate: fc.constant('workspace'),
  likelihood: fc.constant('common'),
  signs: fc.array(sign, { maxLength: 4 }),
  'counter-signs': fc.array(sign, { maxLength: 2 }),
  explain: fc.constant(''),
  fix: fc.constant([]),
  sources: fc.constant([]),
});
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.constantFrom(...VALUES).map((value): Fact => ({ state: 'known', value, origin: { by: 'told' } })),
  fc.constant<Fact>({ state: 'absent', origin: { by: 'told' } }),
);
const facts = fc.dictionary(fc.constantFrom(...PATHS), fact).map((all): Evidence => new Map(Object.entries(all)));

const holding = (signs: readonly Sign[] = [], evidence: Evidence): number =>
  signs.filter(({ when }) => truthOf(when, evidence) === true).length;

describe('the index of conditions', () => {
  it('finds every sign that holds, though it looks at few', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 3 }), facts, (rules, evidence) => {
        for (const { rule: one, tally } of judge(rules, evidence)) {
          const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
          expect(sum(tally.signs)).toBe(holding(one.signs, evidence));
          expect(sum(tally.counterSigns)).toBe(holding(one['counter-signs'], evidence));
        }
      }),
    );
  });

  it('finds every condition that more facts make hold, and none that held before', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 3 }), facts, facts, (rules, before, more) => {
        const added = [...more].filter(([path]) => !before.has(path));
        const after = new Map([...before, ...added]);
        const index = indexOf(rules);
        const held = holder(index, () => true)(before, before);
        const all = rules.flatMap(index.of);
        const isNew = new Set(all.filter(({ when }) => holds(when, after) && !holds(when, before)));
        expect(holder(index, (condition) => !held.has(condition))(added, after)).toEqual(isNew);
        const open = new Set(added.map(([path]) => path));
        const isOpen = (condition: Condition) => !held.has(condition) && mayHold(condition.when, before, open);
        expect(holder(index, isOpen)(added, after)).toEqual(isNew);
      }),
    );
  });
});

describe('the values that are supposed of a fact that is free text', () => {
  const ofCode = (test: Test): Block => ({ 'response.code': test });
  const valuesFor = (...parts: readonly Partial<Rule>[]) =>
    indexOf(parts.map((part, i) => smallRule(`cause-${i}`, part))).valuesOf('response.code');

  it('are those that make a cause likely, the first of each cause, each once', () => {
    expect(
      valuesFor(
        { signs: [smallSign('strong', ofCode('A')), smallSign('strong', ofCode('B'))] },
        { signs: [smallSign('conclusive', [{ 'response.status': 403 }, ofCode(['C', 'D'])])] },
        { signs: [smallSign('strong', ofCode({ has: 'E' }))] },
        { signs: [smallSign('strong', ofCode({ in: ['F', 'G'] }))] },
        { signs: [smallSign('strong', ofCode('A'))] },
      ),
    ).toEqual(['A', 'C', 'E', 'F']);
  });

  it('are none that speak weakly for a cause, against it, or for no more than that it is possible', () => {
    expect(
      valuesFor(
        { signs: [smallSign('weak', ofCode('A'))] },
        { 'counter-signs': [smallSign('strong', ofCode('B'))] },
        { 'possible-when': ofCode('C') },
        { signs: [smallSign('strong', ofCode({ contains: 'D' }))] },
        { signs: [smallSign('strong', { 'response.error-info': 'E' })] },
      ),
    ).toEqual([]);
  });
});

describe('a fact that is known to be absent', () => {
  it('makes hold what asks whether it is there, and what a list lacks, and no value', () => {
    const when: readonly Test[] = [{ known: false }, { lacks: 'a' }, 'absent', { known: true }];
    const rules = [smallRule('x', { signs: when.map((test) => smallSign('weak', { 'token.scp': test })) })];
    const absent: Evidence = new Map([['token.scp', { state: 'absent', origin: { by: 'told' } }]]);
    expect(judge(rules, absent)[0]?.tally.signs.weak).toBe(2);
  });
});

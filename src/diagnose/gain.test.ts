import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallRule, smallSign } from '../../test/support/small-rules.ts';
import { type Derivation, runDerivations } from '../facts/derivation.ts';
import { type Facts, toEvidence } from '../facts/evidence.ts';
import type { Evidence, FactValue } from '../model/evidence.ts';
import type { Block, Likelihood, Rule, Sign, When } from '../model/rule.ts';
import { type Judgement, judge } from './judge.ts';
import { type Situation, suspicion } from './suspects.ts';
import { weigher } from './weigh.ts';

/** The facts that these rules look at, and what can be answered. */
const ANSWERS = {
  'observed.started': ['always', 'worked-before', 'just-changed', 'after-an-hour', 'after-update'],
  'tenant.used-fabric': ['yes', 'no'],
  'service.health': ['incident', 'known-issue', 'fine'],
  'observed.settings-proven': [true, false],
} as const satisfies Readonly<Record<string, readonly FactValue[]>>;
type Path = keyof typeof ANSWERS;
const PATHS = Object.keys(ANSWERS) as readonly Path[];

/** How often somebody can tell each of them, where it has nothing to do with the true cause. */
const TELLS: Readonly<Record<Path, number>> = {
  'observed.started': 0.9,
  'tenant.used-fabric': 0.9,
  'service.health': 0.3,
  'observed.settings-proven': 0.1,
};

/** One fact follows from an answer, one from every answer to a question. */
const derivations: readonly Derivation[] = [
  {
    from: ['response.status', 'tenant.used-fabric'],
    gives: ['observed.started'],
    derive: (evidence) => (is(evidence, 'tenant.used-fabric', 'no') ? { 'observed.started': 'always' } : {}),
  },
  {
    from: ['service.health'],
    gives: ['operation.writes'],
    derive: (evidence) => (evidence.has('service.health') ? { 'operation.writes': true } : {}),
  },
];

const is = (evidence: Evidence, path: string, value: FactValue): boolean => {
  const fact = evidence.get(path);
  return fact?.state === 'known' && fact.value === value;
};

const block: fc.Arbitrary<Block> = fc.oneof(
  ...PATHS.map((path) => fc.constantFrom<FactValue>(...ANSWERS[path]).map((value) => ({ [path]: value }) as Block)),
  fc.constant<Block>({ 'operation.writes': true }),
  fc.constant<Block>({ 'response.status': 403 }),
  fc.constant<Block>({ 'response.status': 403, 'service.health': 'incident' }),
  fc.constant<Block>({ 'observed.started': { known: true } }),
);
/** A condition that holds before a question may hold after it for another reason: it counts once. */
const when: fc.Arbitrary<When> = fc.oneof({ weight: 3, arbitrary: block }, fc.tuple(block, block));
const signs: fc.Arbitrary<readonly Sign[]> = fc.array(
  fc
    .tuple(fc.constantFrom('conclusive', 'strong', 'weak'), when)
    .map(([strength, holds]) => smallSign(strength, holds)),
  { maxLength: 3 },
);
const rules: fc.Arbitrary<readonly Rule[]> = fc
  .array(
    fc.record({
      likelihood: fc.constantFrom<Likelihood>('common', 'uncommon', 'rare'),
      signs,
      against: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, signs),
      possible: fc.oneof(
        { weight: 3, arbitrary: fc.constant({}) },
        when.map((holds) => ({ 'possible-when': holds })),
      ),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => [
    smallRule('bystander'),
    ...all.map(({ against, possible, ...part }, i) =>
      smallRule(`cause-${i}`, { ...part, ...possible, 'counter-signs': against }),
    ),
  ]);
const facts: fc.Arbitrary<Facts> = fc.record(
  { 'response.status': fc.constantFrom(403, 500), 'observed.started': fc.constantFrom('always', 'just-changed') },
  { requiredKeys: [] },
);

const situationOf = (all: readonly Rule[], known: Facts, asked: readonly string[] = []): Situation => {
  const evidence = toEvidence(known, { by: 'told' });
  return { evidence, judgements: judge(all, evidence), rules: all, derivations, now: '', asked: new Set(asked) };
};

/** What is left of the suspicion on a cause of which somebody could not tell facts: a quarter for each. */
const doubtOf = (rule: Rule | undefined, { evidence, asked }: Situation): number => {
  const telling = JSON.stringify(rule?.signs.filter(({ strength }) => strength !== 'weak') ?? []);
  return 0.25 ** [...asked].filter((path) => !evidence.has(path) && telling.includes(path)).length;
};

/** The suspicion on each cause, as it is judged. */
const suspicions = (judgements: readonly Judgement[], situation: Situation): readonly number[] =>
  judgements.map((judgement) => suspicion(judgement) * doubtOf(judgement.rule, situation));

const isFound = ({ verdict }: Judgement): boolean => verdict === 'confirmed' || verdict === 'likely';
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** What each answer that contradicts nothing makes of each cause, with all of them judged anew. */
const outcomesOf = (path: Path, situation: Situation) => {
  const { evidence, judgements, rules: all } = situation;
  return ANSWERS[path].flatMap((value) => {
    const told = new Map(evidence).set(path, { state: 'known', value, origin: { by: 'told' } });
    if (runDerivations(told, derivations, '').length > 0) return [];
    const after = judge(all, told);
    const finds = after.some((one, i) => isFound(one) && judgements[i] !== undefined && !isFound(judgements[i]));
    return [{ now: suspicions(after, situation), usual: finds ? 0.4 : 1 }];
  });
};

/** The causes that look at a fact, or at one that follows from it. */
const looksAt = (path: Path, rule: Rule): boolean => {
  const following: Readonly<Record<string, string>> = {
    'tenant.used-fabric': 'observed.started',
    'service.health': 'operation.writes',
  };
  const text = JSON.stringify([rule.signs, rule['counter-signs'], rule['possible-when']]);
  return [path, following[path] ?? path].some((one) => text.includes(one));
};

/**
 * The worth of a question, reckoned plainly: for each cause as the true one, how often each answer is given then, and
 * the share of all suspicion that lies on that cause after it.
 */
const worthOf = (path: Path, situation: Situation): number => {
  const before = suspicions(situation.judgements, situation);
  const whole = sum(before);
  const outcomes = outcomesOf(path, situation);
  const gains = before.map((weight, i) => {
    if (weight === 0) return 0;
    const answers = outcomes.map(({ now, usual }) => {
      const own = now[i] ?? 0;
      // Causes that were ruled out before count no more.
      const total = sum(now.filter((_, other) => before[other] !== 0));
      return { often: usual * Math.min(20, own / weight), share: own / total, names: own > weight };
    });
    const named = answers.filter(({ names }) => names);
    const others = answers.filter(({ names }) => !names);
    const often = (some: typeof answers) => sum(some.map((one) => one.often));
    const shareIn = (some: typeof answers) =>
      often(some) === 0 ? 0 : sum(some.map((one) => one.often * one.share)) / often(some);
    const all = often(answers);
    if (all === 0) return 0;
    const byName = named.length === 0 ? 0 : Math.max(0.5, often(named) / all);
    const expected = byName * shareIn(named) + (1 - byName) * shareIn(others);
    const rule = situation.rules[i];
    const tells = rule === undefined || looksAt(path, rule) ? 1 : TELLS[path];
    return tells * (weight / whole) * (expected - weight / whole);
  });
  return outcomes.length === 0 ? 0 : sum(gains);
};

describe('what a question is worth', () => {
  it('is what judging every cause anew after each answer comes to, and never more than the bound that it is skipped by', () => {
    fc.assert(
      fc.property(rules, facts, fc.constantFrom(...PATHS), fc.subarray([...PATHS]), (all, known, path, asked) => {
        const situation = situationOf(all, known, asked);
        fc.pre(!situation.evidence.has(path));
        const { gain, candidate, score } = weigher(situation);
        expect(gain(path)).toBeCloseTo(worthOf(path, situation), 9);
        for (const one of candidate(path)) expect(score(one)).toBeLessThanOrEqual(one.most + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it('is at most that the causes which it affects are settled, and the others share what lay on them', () => {
    const sign = smallSign('strong', { 'observed.started': 'always', 'service.health': 'fine' });
    const settled = (count: number) => Array.from({ length: count }, (_, n) => smallRule(`s${n}`, { signs: [sign] }));
    const others = (count: number) => Array.from({ length: count }, (_, n) => smallRule(`o${n}`));
    const most = (rules: readonly Rule[], path: Path = 'observed.started') =>
      weigher(situationOf(rules, {})).candidate(path)[0]?.most;
    expect(most(settled(2))).toBeCloseTo(1);
    expect(most(settled(2), 'service.health')).toBeCloseTo(1 / 1.6); // What has to be looked up costs more.
    // Two of three are settled; in nine of ten cases where it is the third one, that is known with certainty then.
    expect(most([...settled(2), ...others(1)])).toBeCloseTo(2 / 3 + (0.9 * (1 - 1 / 3)) / 3);
    expect(most([...settled(3), ...others(2)])).toBeCloseTo(3 / 5 + 0.9 * (2 / 5) * (1 / 2 - 1 / 5));
  });

  it('is at most that each answer settles one cause, those with most suspicion on them', () => {
    const flag = (id: string, likelihood: Rule['likelihood']) =>
      smallRule(id, { likelihood, signs: [smallSign('strong', { 'tenant.used-fabric': 'no' })] });
    const all = [flag('a', 'common'), flag('b', 'uncommon'), flag('c', 'rare'), flag('d', 'rare')];
    // Suspicion 1, 0.6, 0.3 and 0.3, and yes or no for an answer.
    expect(weigher(situationOf(all, {})).candidate('tenant.used-fabric')[0]?.most).toBeCloseTo(1.6 / 2.2);
  });

  it('is nothing where no answer can be given, as each contradicts what was told', () => {
    const no: Derivation = {
      from: ['observed.started'],
      gives: ['tenant.used-fabric'],
      derive: () => ({ 'tenant.used-fabric': 'no' }),
    };
    const sign = smallSign('strong', { 'observed.started': 'always' });
    const all = [smallRule('a', { signs: [sign] }), smallRule('b')];
    const situation = { ...situationOf(all, { 'tenant.used-fabric': 'yes' }), derivations: [no] };
    expect(weigher(situation).gain('observed.started')).toBe(0);
    expect(weigher(situation).settles('observed.started')).toEqual([]);
  });
});

it('the causes that a question settles are those that an answer moves, by how far the farthest moves them', () => {
  fc.assert(
    fc.property(rules, facts, fc.constantFrom(...PATHS), fc.subarray([...PATHS]), (all, known, path, asked) => {
      const situation = situationOf(all, known, asked);
      fc.pre(!situation.evidence.has(path));
      const outcomes = outcomesOf(path, situation);
      const moved = suspicions(situation.judgements, situation)
        .map((before, i) => {
          const by = before === 0 ? [] : outcomes.map(({ now }) => Math.abs((now[i] ?? 0) - before));
          return { id: all[i]?.id ?? '', by: Math.max(0, ...by) };
        })
        .filter(({ by }) => by > 0)
        .sort((a, b) => b.by - a.by || (a.id < b.id ? -1 : 1));
      expect(weigher(situation).settles(path)).toEqual(moved.map(({ id }) => id));
    }),
  );
});

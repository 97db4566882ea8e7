import { choicesOf, type FactPath, factSpec } from '../facts/catalog.ts';
import { runDerivations } from '../facts/derivation.ts';
import type { Verdict } from '../model/diagnosis.ts';
import type { Evidence, Fact, FactValue } from '../model/evidence.ts';
import type { Rule } from '../model/rule.ts';
import { byRule, type Condition, type ConditionIndex, heldBy } from './conditions.ts';
import { type Consequences, consequences } from './consequences.ts';
import { judgeOne } from './judge.ts';
import { type Situation, type Suspect, type Suspects, suspicion } from './suspects.ts';

/** An answer that makes a cause likely is rare where another cause is the true one. */
const TELLING = 0.4;

/** One answer supposed: the suspicion on causes that it moves elsewhere than the other answers, on all, and how common it is. */
export interface Supposed {
  readonly value: FactValue;
  readonly moved: ReadonlyMap<Suspect, number>;
  readonly total: number;
  readonly usual: number;
}

/** The answers to a question, each supposed. */
export interface Suppositions {
  /** The causes that look at what an answer tells. */
  readonly affected: readonly Suspect[];
  /** The suspicion on the causes that any answer moves. */
  readonly usually: ReadonlyMap<Suspect, number>;
  readonly answers: readonly Supposed[];
}

/** What can be answered: the answers offered, else the values that rules look for. */
const candidates = (path: FactPath, index: ConditionIndex): readonly FactValue[] => {
  const spec = factSpec(path);
  if (spec.type === 'flag') return [true, false];
  const choices = choicesOf(spec);
  return choices === undefined ? index.valuesOf(path) : Object.keys(spec.ask?.answers ?? choices);
};

/** The causes that look at what the answer to a question tells. */
export const affectedBy = (
  path: FactPath,
  { derivations }: Situation,
  { byRule: suspectOf }: Suspects,
  index: ConditionIndex,
): readonly Suspect[] => [...consequences(path, derivations, index).rules].flatMap((rule) => suspectOf.get(rule) ?? []);

/** An answer, and all that is known with it. */
interface Told {
  readonly value: FactValue;
  readonly evidence: Evidence;
}

/** The answers that can be given. One that contradicts what the person said is none: it would only move what was told. */
const toldOf = (path: FactPath, { evidence, now }: Situation, { run }: Consequences, index: ConditionIndex) =>
  candidates(path, index).flatMap((value): readonly Told[] => {
    const told = new Map(evidence).set(path, { state: 'known', value, origin: { by: 'told' } });
    return runDerivations(told, run, now).length > 0 ? [] : [{ value, evidence: told }];
  });

const valueIn = (fact: Fact | undefined): FactValue | undefined => (fact?.state === 'known' ? fact.value : undefined);

const areSame = (a: Fact | undefined, b: Fact | undefined): boolean =>
  a?.state === b?.state && valueIn(a) === valueIn(b);

/** The facts that an answer adds to what was known, those of them that it shares with all other answers apart. */
const addedBy = (told: readonly Told[], { facts }: Consequences, before: Evidence) => {
  const added = [...facts].filter((path) => !before.has(path));
  const [first, ...others] = told;
  const isShared = (path: string): boolean =>
    others.every(({ evidence }) => areSame(evidence.get(path), first?.evidence.get(path)));
  const shared = added.filter(isShared);
  return { shared, own: added.filter((path) => !shared.includes(path)) };
};

const factsAt = (paths: readonly string[], evidence: Evidence): readonly (readonly [string, Fact])[] =>
  paths.flatMap((path) => {
    const fact = evidence.get(path);
    return fact === undefined ? [] : [[path, fact] as const];
  });

const isFound = (verdict: Verdict): boolean => verdict === 'confirmed' || verdict === 'likely';

/** The suspicion on a cause after an answer, and whether the answer has found it. */
interface Outcome {
  readonly now: number;
  readonly isFound: boolean;
}

/** Judges again: the causes of which more conditions hold, and those that may have become possible. */
const outcomesOf = (
  held: readonly Condition[],
  evidence: Evidence,
  mayOpen: ReadonlySet<Rule>,
  { byRule: suspectOf }: Suspects,
  heldBefore: ReadonlyMap<Rule, readonly Condition[]> = new Map(),
): ReadonlyMap<Suspect, Outcome> => {
  const more = byRule(held);
  const outcomes = new Map<Suspect, Outcome>();
  for (const rule of new Set([...more.keys(), ...mayOpen])) {
    const suspect = suspectOf.get(rule);
    if (suspect === undefined) continue;
    const { judgement, doubt } = suspect;
    const all = [...judgement.held, ...(heldBefore.get(rule) ?? []), ...(more.get(rule) ?? [])];
    const next = judgeOne(rule, all, evidence);
    outcomes.set(suspect, {
      now: suspicion(next) * doubt,
      isFound: isFound(next.verdict) && !isFound(judgement.verdict),
    });
  }
  return outcomes;
};

/** What an answer does beside what all answers do. */
const movedBy = (
  outcomes: ReadonlyMap<Suspect, Outcome>,
  usually: ReadonlyMap<Suspect, Outcome>,
  { weight: whole }: Suspects,
): Omit<Supposed, 'value'> => {
  const moved = new Map<Suspect, number>();
  let total = whole;
  let found = 0;
  for (const [{ weight }, outcome] of usually) {
    total += outcome.now - weight;
    found += Number(outcome.isFound);
  }
  for (const [suspect, outcome] of outcomes) {
    const usual = usually.get(suspect) ?? { now: suspect.weight, isFound: false };
    total += outcome.now - usual.now;
    found += Number(outcome.isFound) - Number(usual.isFound);
    if (outcome.now !== usual.now) moved.set(suspect, outcome.now);
  }
  return { moved, total, usual: found > 0 ? TELLING : 1 };
};

/**
 * Supposes each answer to a question. What all answers lead to is judged once, and for each answer only the causes that
 * it moves elsewhere.
 */
export const suppositions = (
  path: FactPath,
  situation: Situation,
  suspects: Suspects,
  index: ConditionIndex,
): Suppositions => {
  const { evidence: before } = situation;
  const following = consequences(path, situation.derivations, index);
  const told = toldOf(path, situation, following, index);
  const { shared, own } = addedBy(told, following, before);
  const sharedFacts = told.slice(0, 1).flatMap(({ evidence }) => factsAt(shared, evidence));
  const withShared = new Map([...before, ...sharedFacts]);
  const held = heldBy(sharedFacts, withShared, index, suspects.held);
  const usually = outcomesOf([...held], withShared, following.mayOpen, suspects);
  const heldBefore = new Set([...suspects.held, ...held]);
  const heldByRule = byRule(held);
  const supposed = ({ value, evidence }: Told): Supposed => {
    const more = heldBy(factsAt(own, evidence), evidence, index, heldBefore);
    const outcomes = outcomesOf([...more], evidence, following.mayOpen, suspects, heldByRule);
    return { value, ...movedBy(outcomes, usually, suspects) };
  };
  return {
    affected: affectedBy(path, situation, suspects, index),
    usually: new Map([...usually].map(([suspect, { now }]) => [suspect, now])),
    answers: told.map(supposed),
  };
};

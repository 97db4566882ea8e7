import { choicesOf, type FactPath, factSpec } from '../facts/catalog.ts';
import { runDerivations } from '../facts/derivation.ts';
import type { Evidence, Fact, FactValue } from '../model/evidence.ts';
import type { ConditionIndex } from './conditions.ts';
import { type Consequences, consequences } from './consequences.ts';
import { factsAt, NOTHING, type Outcomes, supposer } from './outcomes.ts';
import { sumOf } from './shares.ts';
import type { Situation, Suspect, Suspects } from './suspects.ts';

/** An answer that makes a cause likely is rare where another cause is the true one. */
const TELLING = 0.4;

/** One answer supposed: the suspicion on causes that it moves elsewhere than the other answers. */
export interface Supposed {
  readonly value: FactValue;
  readonly moved: ReadonlyMap<Suspect, number>;
  /** How common the answer is, and the same by the suspicion on all causes together. */
  readonly usual: number;
  readonly share: number;
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
export const answersTo = (path: FactPath, index: ConditionIndex): readonly FactValue[] => {
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
  answersTo(path, index).flatMap((value): readonly Told[] => {
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

/** What all answers lead to: where each cause comes to lie, the suspicion on all of them, and how many are found. */
interface Usual {
  readonly outcomes: Outcomes['of'];
  readonly total: number;
  readonly found: number;
}

const usualOf = (outcomes: Outcomes['of'], { weight: whole }: Suspects): Usual => ({
  outcomes,
  total: whole + sumOf([...outcomes].map(([{ weight }, { now }]) => now - weight)),
  found: [...outcomes.values()].filter((outcome) => outcome.isFound).length,
});

/** What an answer does beside what all answers do. */
const supposedOf = (value: FactValue, outcomes: Outcomes['of'], usual: Usual): Supposed => {
  const moved = new Map<Suspect, number>();
  let { total, found } = usual;
  for (const [suspect, { now, isFound: isNew }] of outcomes) {
    const before = usual.outcomes.get(suspect) ?? { now: suspect.weight, isFound: false };
    total += now - before.now;
    found += Number(isNew) - Number(before.isFound);
    if (now !== before.now) moved.set(suspect, now);
  }
  const common = found > 0 ? TELLING : 1;
  return { value, moved, usual: common, share: common / total };
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
  const all = supposer(shared, before, suspects.held, suspects, index)(withShared, NOTHING);
  const usual = usualOf(all.of, suspects);
  const heldThen = new Set([...suspects.held, ...[...all.held.values()].flat()]);
  const suppose = supposer(own, withShared, heldThen, suspects, index);
  return {
    affected: affectedBy(path, situation, suspects, index),
    usually: new Map([...all.of].map(([suspect, { now }]) => [suspect, now])),
    answers: told.map(({ value, evidence }) => supposedOf(value, suppose(evidence, all).of, usual)),
  };
};

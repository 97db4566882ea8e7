import { choicesOf, type FactPath, factSpec } from '../facts/catalog.ts';
import { type Derivation, runDerivations } from '../facts/derivation.ts';
import { truthOf } from '../match/match.ts';
import type { Verdict } from '../model/diagnosis.ts';
import type { Evidence, Fact, FactValue } from '../model/evidence.ts';
import type { Cost } from '../model/fact.ts';
import type { Rule } from '../model/rule.ts';
import { byRule, type Condition, type ConditionIndex, decidableBy, heldBy } from './conditions.ts';
import { judgementOn, tallyWith } from './judge.ts';
import { type Situation, type Suspect, type Suspects, suspicion } from './suspects.ts';

/** What a question is worth, and the causes that its answers move, those it moves most first. */
export interface Gain {
  readonly path: FactPath;
  readonly value: number;
  readonly settles: readonly string[];
}

/** An answer that makes a cause likely is rare where another cause is the true one. */
const TELLING = 0.4;
/** One answer makes a cause at most this many times as likely as it was. */
const MOST_TELLING = 20;
/** A cause that answers speak for gives one of them at least this often, however many other answers there are. */
const NAMED = 0.5;
/** How often a person can tell a fact that has nothing to do with the true cause. */
const TELLS: Readonly<Record<Cost, number>> = { know: 0.9, 'look-up': 0.3, command: 0.2, 'ask-admin': 0.1, wait: 0.05 };

/** What can be answered: the answers offered, else the values that rules look for. */
const candidates = (path: FactPath, index: ConditionIndex): readonly FactValue[] => {
  const spec = factSpec(path);
  if (spec.type === 'flag') return [true, false];
  const choices = choicesOf(spec);
  return choices === undefined ? index.valuesOf(path) : Object.keys(spec.ask?.answers ?? choices);
};

/** What a fact sets off: the derivations to run again, in order, the facts that they give, and the rules that look at them. */
interface Consequences {
  readonly run: readonly Derivation[];
  readonly facts: ReadonlySet<string>;
  readonly conditions: ReadonlyMap<Rule, readonly Condition[]>;
}

const consequencesOf = (path: string, derivations: readonly Derivation[], index: ConditionIndex): Consequences => {
  const facts = new Set<string>([path]);
  const run = derivations.filter(({ from, gives }) => {
    const depends = from.some((source) => facts.has(source));
    if (depends) for (const given of gives) facts.add(given);
    return depends;
  });
  const conditions = new Set([...facts].flatMap((each) => index.conditions.get(each) ?? []));
  return { run, facts, conditions: byRule(conditions) };
};

/** Consequences by fact: they follow from the rules alone, so they are found once. */
const known = new WeakMap<ConditionIndex, Map<string, Consequences>>();

const consequences = (path: string, derivations: readonly Derivation[], index: ConditionIndex): Consequences => {
  const byPath = known.get(index) ?? new Map<string, Consequences>();
  known.set(index, byPath);
  const found = byPath.get(path) ?? consequencesOf(path, derivations, index);
  byPath.set(path, found);
  return found;
};

/** The causes that an answer can affect, and for each whether it may tell that the cause is possible or not. */
type Affected = readonly { readonly suspect: Suspect; readonly isOpen: boolean }[];

/** One answer supposed: the suspicion on each affected cause after it, in their order, and how common the answer is. */
interface Supposed {
  readonly after: readonly number[];
  readonly total: number;
  readonly usual: number;
}

const isFound = (verdict: Verdict): boolean => verdict === 'confirmed' || verdict === 'likely';

/** What becomes of the affected causes on evidence that makes these signs hold, beside those that held before. */
const suppose = (
  evidence: Evidence,
  held: ReadonlyMap<Rule, readonly Condition[]>,
  affected: Affected,
  suspects: Suspects,
): Supposed => {
  let total = suspects.weight;
  let tells = false;
  const after: number[] = [];
  for (const { suspect, isOpen } of affected) {
    const { judgement, doubt, weight } = suspect;
    const { rule, tally, verdict } = judgement;
    const signs = held.get(rule);
    const possible = isOpen ? truthOf(rule['possible-when'], evidence) : tally.possible;
    if (signs === undefined && possible === tally.possible) {
      after.push(weight);
      continue;
    }
    const next = judgementOn(rule, tallyWith(signs ?? [], possible, tally));
    if (isFound(next.verdict) && !isFound(verdict)) tells = true;
    const now = suspicion(next) * doubt;
    total += now - weight;
    after.push(now);
  }
  return { after, total, usual: tells ? TELLING : 1 };
};

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/**
 * The share of all suspicion that lies on the true cause once the question is answered, less what lies on it now,
 * expected over the causes that can be the true one. How probable an answer is if a cause is the true one is read off
 * what the answer does to the suspicion on it.
 */
const expectedGain = (
  path: FactPath,
  supposed: readonly Supposed[],
  affected: Affected,
  suspects: Suspects,
): number => {
  const usual = supposed.reduce((sum, one) => sum + one.usual, 0);
  let rest = suspects.squares;
  let sum = 0;
  affected.forEach(({ suspect: { weight } }, i) => {
    rest -= weight ** 2;
    let [named, namedShare, other, otherShare] = [0, 0, 0, 0];
    for (const { after, total, usual: common } of supposed) {
      const now = after[i] ?? 0;
      const chance = common * Math.min(MOST_TELLING, now / weight);
      if (now > weight) {
        named += chance;
        namedShare += (chance * now) / total;
      } else {
        other += chance;
        otherShare += (chance * now) / total;
      }
    }
    const before = weight / suspects.weight;
    const byName = named === 0 ? 0 : Math.max(NAMED, named / (named + other));
    const expected = byName * shareOf(namedShare, named) + (1 - byName) * shareOf(otherShare, other);
    if (named + other > 0) sum += weight * (expected - before);
  });
  const others = supposed.reduce((all, { total, usual: common }) => all + common / total, 0) / usual;
  sum += TELLS[factSpec(path).ask?.cost ?? 'wait'] * rest * (others - 1 / suspects.weight);
  return sum / suspects.weight;
};

/** The answers to a question, each supposed by its value, and the causes that they can affect. */
interface Suppositions {
  readonly affected: Affected;
  readonly byValue: ReadonlyMap<FactValue, Supposed>;
}

const suppositions = (
  path: FactPath,
  situation: Situation,
  suspects: Suspects,
  index: ConditionIndex,
): Suppositions => {
  const { run, facts, conditions } = consequences(path, situation.derivations, index);
  const before = situation.evidence;
  const affected = suspects.all.flatMap((suspect) => {
    const { rule, tally } = suspect.judgement;
    const own = conditions.get(rule);
    if (own === undefined) return [];
    return [{ suspect, isOpen: tally.possible === undefined && own.some(({ counts }) => counts === 'possible') }];
  });
  const canMove = affected.some(({ suspect }) =>
    conditions.get(suspect.judgement.rule)?.some((one) => suspects.undecided.all.has(one)),
  );
  const reachedBy = decidableBy(facts, suspects.undecided);
  const byValue = new Map<FactValue, Supposed>();
  for (const value of canMove ? candidates(path, index) : []) {
    const fact: Fact = { state: 'known', value, origin: { by: 'told' } };
    const evidence = new Map(before).set(path, fact);
    // An answer that contradicts what the person said already is none: it would only move what was told.
    if (runDerivations(evidence, run, situation.now).length > 0) continue;
    const added = [...evidence].filter(([each]) => facts.has(each) && !before.has(each));
    byValue.set(value, suppose(evidence, byRule(heldBy(added, evidence, reachedBy)), affected, suspects));
  }
  return { affected, byValue };
};

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/**
 * How probable it is, from 0 to 1, that a fact has one of these values and none of its others: by the suspicion that a
 * value leaves on causes that something speaks for. Several values that fit count no more than one.
 */
export const chancesOf = (path: FactPath, situation: Situation, suspects: Suspects, index: ConditionIndex) => {
  const { affected, byValue } = suppositions(path, situation, suspects, index);
  const isSpokenFor = affected.map(({ suspect }) => suspect.judgement.verdict !== 'silent');
  const left = [...byValue].map(([value, { after }]) => ({
    value: String(value),
    weight: sumOf(after.filter((_, i) => isSpokenFor[i])),
  }));
  return (values: readonly string[]): number => {
    const weightOf = (fits: boolean): readonly number[] =>
      left.filter(({ value }) => values.includes(value) === fits).map(({ weight }) => weight);
    const fitting = weightOf(true);
    const one = shareOf(sumOf(fitting), fitting.length);
    return shareOf(one, one + sumOf(weightOf(false)));
  };
};

/** What asking for a fact is worth. */
export const gainOf = (path: FactPath, situation: Situation, suspects: Suspects, index: ConditionIndex): Gain => {
  const { affected, byValue } = suppositions(path, situation, suspects, index);
  const supposed = [...byValue.values()];
  if (supposed.length === 0) return { path, value: 0, settles: [] };
  const moves = affected.map(({ suspect: { judgement, weight } }, i) => ({
    id: judgement.rule.id,
    by: supposed.reduce((most, { after }) => Math.max(most, Math.abs((after[i] ?? weight) - weight)), 0),
  }));
  return {
    path,
    value: expectedGain(path, supposed, affected, suspects),
    settles: moves
      .filter(({ by }) => by > 0)
      .sort((a, b) => b.by - a.by || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id),
  };
};

import { choicesOf, type FactPath, factSpec } from '../facts/catalog.ts';
import { type Derivation, runDerivations } from '../facts/derivation.ts';
import type { Verdict } from '../model/diagnosis.ts';
import type { Evidence, Fact, FactValue } from '../model/evidence.ts';
import type { Cost } from '../model/fact.ts';
import type { Likelihood, Rule } from '../model/rule.ts';
import { type Condition, type ConditionIndex, isTelling, retally, undecided } from './conditions.ts';
import { type Judgement, judgementOn } from './judge.ts';

/** What is known when a question is looked for. */
export interface Situation {
  readonly evidence: Evidence;
  readonly judgements: readonly Judgement[];
  readonly rules: readonly Rule[];
  readonly derivations: readonly Derivation[];
  readonly now: string;
  /** Facts that the person could not tell. */
  readonly asked: ReadonlySet<string>;
}

/** What a question is worth, and the causes that its answers move, those it moves most first. */
export interface Gain {
  readonly path: FactPath;
  readonly value: number;
  readonly settles: readonly string[];
}

/** How much of the suspicion lies on a cause of this verdict, against one that nothing speaks for. */
const SUSPICION: Readonly<Record<Verdict, number>> = {
  confirmed: 400,
  likely: 60,
  possible: 12,
  silent: 0.5,
  'ruled-out': 0,
};
const PRIOR: Readonly<Record<Likelihood, number>> = { common: 1, uncommon: 0.6, rare: 0.3 };

const clamp = (n: number, least: number, most: number): number => Math.min(most, Math.max(least, n));

/** How much suspicion lies on a cause: its verdict, how common it is, and by how much its signs outweigh the others. */
const suspicion = ({ rule, verdict, strong, weak }: Judgement): number =>
  SUSPICION[verdict] * PRIOR[rule.likelihood] * 1.4 ** clamp(strong, -2, 4) * 1.1 ** clamp(weak, -3, 4);

/** An answer that makes a cause likely is rare where another cause is the true one. */
const TELLING = 0.4;
/** One answer makes a cause at most this many times as likely as it was. */
const MOST_TELLING = 20;
/** How often a person can tell a fact that has nothing to do with the true cause. */
const TELLS: Readonly<Record<Cost, number>> = { know: 0.9, 'look-up': 0.3, command: 0.2, 'ask-admin': 0.1, wait: 0.05 };

/** The open causes as hypotheses: each with the suspicion that lies on it. */
interface Suspect {
  readonly judgement: Judgement;
  /** What of its suspicion is left where the person could not tell its facts, from 0 to 1. */
  readonly doubt: number;
  readonly weight: number;
}

export interface Suspects {
  readonly all: readonly Suspect[];
  readonly weight: number;
  readonly squares: number;
  /** What an answer can still decide. */
  readonly undecided: ReadonlySet<Condition>;
}

/** Somebody who cannot tell one fact of a cause seldom can tell its others: it is time to ask about another cause. */
const UNTOLD = 0.25;

/** The rules that hinge on a fact that was asked for and could not be told, by how many. */
const untoldOf = ({ asked, evidence }: Situation, index: ConditionIndex): ReadonlyMap<Rule, number> => {
  const counts = new Map<Rule, number>();
  for (const path of asked) {
    if (evidence.has(path)) continue;
    const hinge = (index.conditions.get(path) ?? []).filter(isTelling);
    for (const rule of new Set(hinge.map((condition) => condition.rule))) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
};

/** The causes that are still open. */
export const suspectsOf = (situation: Situation, index: ConditionIndex): Suspects => {
  const untold = untoldOf(situation, index);
  const all = situation.judgements
    .map((judgement) => {
      const doubt = UNTOLD ** (untold.get(judgement.rule) ?? 0);
      return { judgement, doubt, weight: suspicion(judgement) * doubt };
    })
    .filter(({ weight }) => weight > 0);
  const weight = all.reduce((sum, one) => sum + one.weight, 0);
  return {
    all,
    weight,
    squares: all.reduce((sum, one) => sum + one.weight ** 2, 0),
    undecided: undecided(index, situation.evidence),
  };
};

/** What can be answered: the answers offered, else the values that rules look for. */
const candidates = (path: FactPath, index: ConditionIndex): readonly FactValue[] => {
  const spec = factSpec(path);
  if (spec.type === 'flag') return [true, false];
  const choices = choicesOf(spec);
  return choices === undefined ? index.valuesOf(path) : Object.keys(spec.ask?.answers ?? choices);
};

/** What a fact sets off: the derivations to run again, in order, and the conditions that can move, by their rule. */
interface Consequences {
  readonly run: readonly Derivation[];
  readonly conditions: ReadonlyMap<Rule, readonly Condition[]>;
}

const byRule = (conditions: Iterable<Condition>): ReadonlyMap<Rule, readonly Condition[]> => {
  const map = new Map<Rule, Condition[]>();
  for (const condition of conditions) {
    const own = map.get(condition.rule);
    if (own === undefined) map.set(condition.rule, [condition]);
    else own.push(condition);
  }
  return map;
};

const consequencesOf = (path: string, derivations: readonly Derivation[], index: ConditionIndex): Consequences => {
  const touched = new Set<string>([path]);
  const run = derivations.filter(({ from, gives }) => {
    const depends = from.some((source) => touched.has(source));
    if (depends) for (const given of gives) touched.add(given);
    return depends;
  });
  const moved = new Set([...touched].flatMap((each) => index.conditions.get(each) ?? []));
  return { run, conditions: byRule(moved) };
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

type Affected = readonly (readonly [Suspect, readonly Condition[]])[];

/** One answer supposed: the suspicion on each affected cause after it, in their order, and how common the answer is. */
interface Supposed {
  readonly after: readonly number[];
  readonly total: number;
  readonly usual: number;
}

const isFound = (verdict: Verdict): boolean => verdict === 'confirmed' || verdict === 'likely';

const suppose = (evidence: Evidence, affected: Affected, suspects: Suspects): Supposed => {
  let total = suspects.weight;
  let tells = false;
  const after = affected.map(([{ judgement, doubt, weight }, conditions]) => {
    if (conditions.length === 0) return weight;
    const next = judgementOn(judgement.rule, retally(judgement.tally, conditions, evidence));
    if (isFound(next.verdict) && !isFound(judgement.verdict)) tells = true;
    const now = suspicion(next) * doubt;
    total += now - weight;
    return now;
  });
  return { after, total, usual: tells ? TELLING : 1 };
};

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
  affected.forEach(([{ weight }], i) => {
    rest -= weight ** 2;
    let probable = 0;
    let share = 0;
    for (const { after, total, usual: common } of supposed) {
      const now = after[i] ?? 0;
      const chance = common * Math.min(MOST_TELLING, now / weight);
      probable += chance;
      share += (chance * now) / total;
    }
    const before = weight / suspects.weight;
    if (probable > 0) sum += weight * (share / probable - before);
  });
  const others = supposed.reduce((all, { total, usual: common }) => all + common / total, 0) / usual;
  sum += TELLS[factSpec(path).ask?.cost ?? 'wait'] * rest * (others - 1 / suspects.weight);
  return sum / suspects.weight;
};

/** What asking for a fact is worth. */
export const gainOf = (path: FactPath, situation: Situation, suspects: Suspects, index: ConditionIndex): Gain => {
  const { run, conditions } = consequences(path, situation.derivations, index);
  const affected = suspects.all.flatMap((suspect) => {
    const own = conditions.get(suspect.judgement.rule);
    return own === undefined ? [] : [[suspect, own.filter((one) => suspects.undecided.has(one))] as const];
  });
  const canMove = affected.some(([, open]) => open.length > 0);
  const values = canMove ? candidates(path, index) : [];
  const supposed = values.flatMap((value) => {
    const fact: Fact = { state: 'known', value, origin: { by: 'told' } };
    const evidence = new Map(situation.evidence).set(path, fact);
    // An answer that contradicts what the person said already is none: it would only move what was told.
    if (runDerivations(evidence, run, situation.now).length > 0) return [];
    return [suppose(evidence, affected, suspects)];
  });
  if (supposed.length === 0) return { path, value: 0, settles: [] };
  const moves = affected.map(([{ judgement, weight }], i) => ({
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

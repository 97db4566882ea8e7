import { blocksOf, factsIn, holds, lackedIn } from '../match/match.ts';
import type { Evidence, Fact, FactValue } from '../model/evidence.ts';
import type { Operators, Rule, Strength, Test, When } from '../model/rule.ts';

/** One condition of a rule and the place in its tally that it counts for. */
export interface Condition {
  readonly rule: Rule;
  readonly when: When;
  readonly counts: 'possible' | { readonly as: 'signs' | 'counterSigns'; readonly strength: Strength };
}

/** The conditions that a fact can make hold: those that look at it, but for those that look for other values. */
export type ReachedBy = (path: string, fact: Fact) => readonly Condition[];

/** A set of rules by the facts that they look at: their conditions, and for each rule a value that tells of its cause. */
export interface ConditionIndex {
  readonly all: readonly Condition[];
  readonly conditions: ReadonlyMap<string, readonly Condition[]>;
  readonly reachedBy: ReachedBy;
  readonly valuesOf: (path: string) => readonly FactValue[];
}

const conditionsOf = (rule: Rule): readonly Condition[] => [
  ...(rule['possible-when'] ? [{ rule, when: rule['possible-when'], counts: 'possible' } as const] : []),
  ...rule.signs.map(({ when, strength }) => ({ rule, when, counts: { as: 'signs', strength } }) as const),
  ...(rule['counter-signs'] ?? []).map(
    ({ when, strength }) => ({ rule, when, counts: { as: 'counterSigns', strength } }) as const,
  ),
];

const literals = (test: Test): readonly FactValue[] => {
  if (typeof test !== 'object') return [test];
  if (Array.isArray(test)) return test as readonly string[];
  const { in: among, has } = test as Operators;
  return [among, has].flatMap((wanted) => (wanted === undefined ? [] : ([wanted].flat() as readonly FactValue[])));
};

const addTo = <K, T>(map: Map<K, T[]>, key: K, item: T): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
};

/** Whether a condition is a sign that makes its cause likely. */
export const isTelling = ({ counts }: Condition): boolean =>
  counts !== 'possible' && counts.as === 'signs' && counts.strength !== 'weak';

/** Conditions by their rule. */
export const byRule = (conditions: Iterable<Condition>): ReadonlyMap<Rule, readonly Condition[]> => {
  const map = new Map<Rule, Condition[]>();
  for (const condition of conditions) addTo(map, condition.rule, condition);
  return map;
};

/** The value of a fact that a rule names first among its telling signs: what stands for all such values. */
const tellingValues = (path: string, own: readonly Condition[]): readonly FactValue[] =>
  own
    .filter(isTelling)
    .flatMap(({ when }) => blocksOf(when).flatMap((block) => (block[path] === undefined ? [] : literals(block[path]))))
    .slice(0, 1);

/** The conditions that look at a fact: by the value that they look for, and those that look for none in particular. */
interface Uses {
  readonly byValue: ReadonlyMap<FactValue, readonly Condition[]>;
  readonly others: readonly Condition[];
}

const usesOf = (path: string, conditions: Iterable<Condition>): Uses => {
  const byValue = new Map<FactValue, Condition[]>();
  const others: Condition[] = [];
  for (const condition of conditions) {
    for (const { [path]: test } of blocksOf(condition.when)) {
      const values = test === undefined ? [] : literals(test);
      for (const value of values) addTo(byValue, value, condition);
      if (test !== undefined && values.length === 0) others.push(condition);
    }
  }
  return { byValue, others };
};

const reached = ({ byValue, others }: Uses, fact: Fact): readonly Condition[] => {
  if (fact.state === 'absent') return others;
  const values: readonly FactValue[] = Array.isArray(fact.value) ? fact.value : [fact.value];
  return [...values.flatMap((value) => byValue.get(value) ?? []), ...others];
};

/** What follows from a path alone, found when it is first asked for. */
const byPath = <T>(find: (path: string) => T): ((path: string) => T) => {
  const known = new Map<string, T>();
  return (path) => {
    const found = known.get(path) ?? find(path);
    known.set(path, found);
    return found;
  };
};

/** Which of these conditions a fact reaches. */
const reachedAmong = (lookingAt: (path: string) => Iterable<Condition>): ReachedBy => {
  const uses = byPath((path) => usesOf(path, lookingAt(path)));
  return (path, fact) => reached(uses(path), fact);
};

const build = (rules: readonly Rule[]): ConditionIndex => {
  const conditions = new Map<string, Condition[]>();
  const all = rules.flatMap(conditionsOf);
  for (const condition of all) {
    for (const path of factsIn(condition.when)) addTo(conditions, path, condition);
  }
  const lookingAt = (path: string): readonly Condition[] => conditions.get(path) ?? [];
  return {
    all,
    conditions,
    reachedBy: reachedAmong(lookingAt),
    valuesOf: byPath((path) => [
      ...new Set([...byRule(lookingAt(path)).values()].flatMap((own) => tellingValues(path, own))),
    ]),
  };
};

const indexes = new WeakMap<readonly Rule[], ConditionIndex>();

/** The index of a set of rules, made once. */
export const indexOf = (rules: readonly Rule[]): ConditionIndex => {
  const index = indexes.get(rules) ?? build(rules);
  indexes.set(rules, index);
  return index;
};

/** What more evidence can still decide: what holds or fails does so whatever else becomes known. */
export interface Undecided {
  readonly all: ReadonlySet<Condition>;
  /** What can come to hold, by a fact that it lacks, with all facts that it lacks. */
  readonly lacking: ReadonlyMap<string, readonly (readonly [Condition, readonly string[]])[]>;
}

/** The conditions that are neither true nor false. */
export const undecided = (index: ConditionIndex, evidence: Evidence): Undecided => {
  const all = new Set<Condition>();
  const lacking = new Map<string, (readonly [Condition, readonly string[]])[]>();
  for (const condition of index.all) {
    const open = lackedIn(condition.when, evidence);
    if (open.length === 0 || holds(condition.when, evidence)) continue;
    all.add(condition);
    for (const lacked of open) addTo(lacking, lacked[0] ?? '', [condition, lacked]);
  }
  return { all, lacking };
};

/** Among the conditions that can come to hold with these facts, those that a fact can make hold. */
export const decidableBy = (facts: ReadonlySet<string>, { lacking }: Undecided): ReachedBy => {
  const found = new Set<Condition>();
  for (const fact of facts) {
    for (const [condition, lacked] of lacking.get(fact) ?? []) {
      if (lacked.every((path) => facts.has(path))) found.add(condition);
    }
  }
  return reachedAmong(() => found);
};

/** The conditions that these facts, which are part of the evidence, make hold. */
export const heldBy = (
  facts: Iterable<readonly [string, Fact]>,
  evidence: Evidence,
  reachedBy: ReachedBy,
): ReadonlySet<Condition> => {
  const held = new Set<Condition>();
  for (const [path, fact] of facts) {
    for (const condition of reachedBy(path, fact)) {
      if (!held.has(condition) && holds(condition.when, evidence)) held.add(condition);
    }
  }
  return held;
};

import { blocksOf, holds } from '../match/match.ts';
import type { Evidence, Fact, FactValue } from '../model/evidence.ts';
import type { Operators, Rule, Scalar, Strength, Test, When } from '../model/rule.ts';

/** One condition of a rule and the place in its tally that it counts for. */
export interface Condition {
  readonly rule: Rule;
  readonly when: When;
  readonly counts: 'possible' | { readonly as: 'signs' | 'counterSigns'; readonly strength: Strength };
}

/** The conditions that look at a fact: by the value that they look for, and those that look for none in particular. */
interface Uses {
  readonly byValue: ReadonlyMap<FactValue, readonly Condition[]>;
  readonly others: readonly Condition[];
}

/** A set of rules by the facts that they look at. What is asked of a fact is found when it is first asked for. */
export interface ConditionIndex {
  /** The conditions of a rule. */
  readonly of: (rule: Rule) => readonly Condition[];
  /** The conditions that look at a fact. */
  readonly lookingAt: (path: string) => readonly Condition[];
  /** The same by what they look for. */
  readonly usesOf: (path: string) => Uses;
  /** The rules that a fact may make possible, or impossible. */
  readonly openedBy: (path: string) => readonly Rule[];
  /** For each rule that looks at a fact a value that tells of its cause. */
  readonly valuesOf: (path: string) => readonly FactValue[];
}

const conditionsOf = (rule: Rule): readonly Condition[] => [
  ...(rule['possible-when'] ? [{ rule, when: rule['possible-when'], counts: 'possible' } as const] : []),
  ...rule.signs.map(({ when, strength }) => ({ rule, when, counts: { as: 'signs', strength } }) as const),
  ...(rule['counter-signs'] ?? []).map(
    ({ when, strength }) => ({ rule, when, counts: { as: 'counterSigns', strength } }) as const,
  ),
];

const NONE: readonly FactValue[] = [];

const literals = (test: Test): readonly FactValue[] => {
  if (typeof test !== 'object') return [test];
  if (Array.isArray(test)) return test as readonly string[];
  const { in: among, has = among } = test as Operators;
  if (has === undefined) return NONE;
  return Array.isArray(has) ? (has as readonly string[]) : [has as Scalar];
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

const usesOf = (path: string, conditions: Iterable<Condition>): Uses => {
  const byValue = new Map<FactValue, Condition[]>();
  const others: Condition[] = [];
  for (const condition of conditions) {
    for (const block of blocksOf(condition.when)) {
      const test = block[path];
      if (test === undefined) continue;
      const values = literals(test);
      for (const value of values) addTo(byValue, value, condition);
      if (values.length === 0) others.push(condition);
    }
  }
  return { byValue, others };
};

/** What follows from a path alone, found when it is first asked for. */
export const byPath = <P extends string, T>(find: (path: P) => T): ((path: P) => T) => {
  const known = new Map<P, T>();
  return (path) => {
    const found = known.get(path) ?? find(path);
    known.set(path, found);
    return found;
  };
};

/** Conditions by the facts that they look at. */
const byFact = (conditions: Iterable<Condition>): ReadonlyMap<string, readonly Condition[]> => {
  const found = new Map<string, Condition[]>();
  for (const condition of conditions) {
    for (const block of blocksOf(condition.when)) {
      for (const path in block) if (found.get(path)?.at(-1) !== condition) addTo(found, path, condition);
    }
  }
  return found;
};

const build = (rules: readonly Rule[]): ConditionIndex => {
  const own = new Map(rules.map((rule) => [rule, conditionsOf(rule)]));
  const conditions = byFact([...own.values()].flat());
  const lookingAt = (path: string): readonly Condition[] => conditions.get(path) ?? [];
  return {
    of: (rule) => own.get(rule) ?? [],
    lookingAt,
    usesOf: byPath((path: string) => usesOf(path, lookingAt(path))),
    openedBy: byPath((path: string) =>
      lookingAt(path).flatMap(({ rule, counts }) => (counts === 'possible' ? [rule] : [])),
    ),
    valuesOf: byPath((path: string) => [
      ...new Set([...byRule(lookingAt(path)).values()].flatMap((all) => tellingValues(path, all))),
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

/**
 * Finds the conditions, of those that are open, that facts make hold. Which conditions look at a fact for no value in
 * particular and are open is found once, for all facts in its place.
 */
export const holder = (index: ConditionIndex, isOpen: (condition: Condition) => boolean) => {
  const openOthers = byPath((path: string) => index.usesOf(path).others.filter(isOpen));
  const addHeld = (open: readonly Condition[], evidence: Evidence, held: Set<Condition>): void => {
    for (const condition of open) if (!held.has(condition) && holds(condition.when, evidence)) held.add(condition);
  };
  /** The facts are part of the evidence. */
  return (facts: Iterable<readonly [path: string, fact: Fact]>, evidence: Evidence): ReadonlySet<Condition> => {
    const held = new Set<Condition>();
    for (const [path, fact] of facts) {
      const values = fact.state === 'absent' ? [] : [fact.value].flat();
      const { byValue } = index.usesOf(path);
      for (const value of values) addHeld(byValue.get(value)?.filter(isOpen) ?? [], evidence, held);
      addHeld(openOthers(path), evidence, held);
    }
    return held;
  };
};

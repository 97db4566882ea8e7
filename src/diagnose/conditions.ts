import { blocksOf, holds } from '../match/match.ts';
import type { Evidence, Fact, FactValue } from '../model/evidence.ts';
import type { Operators, Rule, Scalar, Strength, Test, When } from '../model/rule.ts';

/** One condition of a rule and the place in its tally that it counts for. */
export interface Condition {
  readonly rule: Rule;
  readonly when: When;
  readonly counts: 'possible' | { readonly as: 'signs' | 'counterSigns'; readonly strength: Strength };
}

/** A set of rules by the facts that they look at. What is asked of a fact is found when it is first asked for. */
export interface ConditionIndex {
  readonly all: readonly Condition[];
  /** The conditions that look at a fact. */
  readonly lookingAt: (path: string) => readonly Condition[];
  /** The conditions that a fact can make hold: those that look at it, but for those that look for other values. */
  readonly reachedBy: (path: string, fact: Fact) => readonly Condition[];
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

/** The conditions that look at a fact: by the value that they look for, and those that look for none in particular. */
interface Uses {
  readonly byValue: ReadonlyMap<FactValue, readonly Condition[]>;
  readonly others: readonly Condition[];
}

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

const reached = ({ byValue, others }: Uses, fact: Fact): readonly Condition[] => {
  if (fact.state === 'absent') return others;
  const values: readonly FactValue[] = Array.isArray(fact.value) ? fact.value : [fact.value];
  return [...values.flatMap((value) => byValue.get(value) ?? []), ...others];
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

const build = (rules: readonly Rule[]): ConditionIndex => {
  const conditions = new Map<string, Condition[]>();
  const all = rules.flatMap(conditionsOf);
  for (const condition of all) {
    for (const block of blocksOf(condition.when)) {
      for (const path in block) {
        if (conditions.get(path)?.at(-1) !== condition) addTo(conditions, path, condition);
      }
    }
  }
  const lookingAt = (path: string): readonly Condition[] => conditions.get(path) ?? [];
  const uses = byPath((path: string) => usesOf(path, lookingAt(path)));
  return {
    all,
    lookingAt,
    reachedBy: (path, fact) => reached(uses(path), fact),
    openedBy: byPath((path: string) =>
      lookingAt(path).flatMap(({ rule, counts }) => (counts === 'possible' ? [rule] : [])),
    ),
    valuesOf: byPath((path: string) => [
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

/** The conditions, of those that are open, that these facts, which are part of the evidence, make hold. */
export const heldBy = (
  facts: Iterable<readonly [string, Fact]>,
  evidence: Evidence,
  { reachedBy }: ConditionIndex,
  isOpen: (condition: Condition) => boolean = () => true,
): ReadonlySet<Condition> => {
  const held = new Set<Condition>();
  for (const [path, fact] of facts) {
    for (const condition of reachedBy(path, fact)) {
      if (!held.has(condition) && isOpen(condition) && holds(condition.when, evidence)) held.add(condition);
    }
  }
  return held;
};

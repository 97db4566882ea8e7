import { blocksOf, factsIn, truthOf } from '../match/match.ts';
import type { Evidence, FactValue } from '../model/evidence.ts';
import type { Operators, Rule, Strength, Test, When } from '../model/rule.ts';
import type { Tally } from './judge.ts';

/** One condition of a rule and the place in its tally that it counts for. */
export interface Condition {
  readonly rule: Rule;
  readonly when: When;
  readonly counts: 'possible' | { readonly as: 'signs' | 'counterSigns'; readonly strength: Strength };
}

/** A set of rules by the facts that they look at: their conditions, and for each rule a value that tells of its cause. */
export interface ConditionIndex {
  readonly all: readonly Condition[];
  readonly conditions: ReadonlyMap<string, readonly Condition[]>;
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

const addTo = <T>(map: Map<string, T[]>, path: string, item: T): void => {
  const list = map.get(path);
  if (list === undefined) map.set(path, [item]);
  else list.push(item);
};

/** Whether a condition is a sign that makes its cause likely. */
export const isTelling = ({ counts }: Condition): boolean =>
  counts !== 'possible' && counts.as === 'signs' && counts.strength !== 'weak';

/** The value of a fact that a rule names first among its telling signs: what stands for all such values. */
const tellingValues = (rule: Rule, path: string, conditions: readonly Condition[]): readonly FactValue[] =>
  conditions
    .filter((condition) => condition.rule === rule && isTelling(condition))
    .flatMap(({ when }) => blocksOf(when).flatMap((block) => (block[path] === undefined ? [] : literals(block[path]))))
    .slice(0, 1);

const build = (rules: readonly Rule[]): ConditionIndex => {
  const conditions = new Map<string, Condition[]>();
  const all = rules.flatMap(conditionsOf);
  for (const condition of all) {
    for (const path of factsIn(condition.when)) addTo(conditions, path, condition);
  }
  const values = new Map<string, readonly FactValue[]>();
  return {
    all,
    conditions,
    valuesOf: (path) => {
      const own = conditions.get(path) ?? [];
      const found = values.get(path) ?? [...new Set(rules.flatMap((rule) => tellingValues(rule, path, own)))];
      values.set(path, found);
      return found;
    },
  };
};

const indexes = new WeakMap<readonly Rule[], ConditionIndex>();

/** The index of a set of rules, made once. */
export const indexOf = (rules: readonly Rule[]): ConditionIndex => {
  const index = indexes.get(rules) ?? build(rules);
  indexes.set(rules, index);
  return index;
};

/** The conditions that more evidence can still decide: what holds or fails does so whatever else becomes known. */
export const undecided = ({ all }: ConditionIndex, evidence: Evidence): ReadonlySet<Condition> =>
  new Set(all.filter(({ when }) => truthOf(when, evidence) === undefined));

/** A tally as it is with more evidence, which these conditions, undecided before, take notice of. */
export const retally = (tally: Tally, conditions: readonly Condition[], evidence: Evidence): Tally => {
  let { possible } = tally;
  const counts = { signs: { ...tally.signs }, counterSigns: { ...tally.counterSigns } };
  for (const { when, counts: place } of conditions) {
    const truth = truthOf(when, evidence);
    if (place === 'possible') possible = truth;
    else if (truth === true) counts[place.as][place.strength] += 1;
  }
  return { possible, ...counts };
};

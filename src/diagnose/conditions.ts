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

/** A set of rules by the facts that they look at: their conditions, and the values that they name. */
export interface ConditionIndex {
  readonly conditions: ReadonlyMap<string, readonly Condition[]>;
  readonly values: ReadonlyMap<string, readonly FactValue[]>;
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

const addTo = <T>(map: Map<string, T[]>, path: string, items: readonly T[]): void => {
  const list = map.get(path) ?? [];
  list.push(...items);
  map.set(path, list);
};

const build = (rules: readonly Rule[]): ConditionIndex => {
  const conditions = new Map<string, Condition[]>();
  const values = new Map<string, FactValue[]>();
  for (const condition of rules.flatMap(conditionsOf)) {
    for (const path of factsIn(condition.when)) addTo(conditions, path, [condition]);
    for (const block of blocksOf(condition.when)) {
      for (const [path, test] of Object.entries(block)) addTo(values, path, literals(test));
    }
  }
  return { conditions, values: new Map([...values].map(([path, list]) => [path, [...new Set(list)]])) };
};

const indexes = new WeakMap<readonly Rule[], ConditionIndex>();

/** The index of a set of rules, made once. */
export const indexOf = (rules: readonly Rule[]): ConditionIndex => {
  const index = indexes.get(rules) ?? build(rules);
  indexes.set(rules, index);
  return index;
};

/** A tally as it is after the evidence changed, of which only these conditions take notice. */
export const retally = (tally: Tally, conditions: readonly Condition[], before: Evidence, after: Evidence): Tally => {
  let { possible } = tally;
  const counts = { signs: { ...tally.signs }, counterSigns: { ...tally.counterSigns } };
  for (const { when, counts: place } of conditions) {
    const truth = truthOf(when, after);
    if (place === 'possible') possible = truth;
    else counts[place.as][place.strength] += Number(truth === true) - Number(truthOf(when, before) === true);
  }
  return { possible, ...counts };
};

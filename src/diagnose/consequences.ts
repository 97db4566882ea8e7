import type { Derivation } from '../facts/derivation.ts';
import type { Rule } from '../model/rule.ts';
import { byPath, type ConditionIndex } from './conditions.ts';

/** What a fact sets off: the derivations to run again, in order, the facts that they give, and the rules that look at them. */
export interface Consequences {
  readonly run: readonly Derivation[];
  readonly facts: ReadonlySet<string>;
  readonly rules: ReadonlySet<Rule>;
}

const rulesLookingAt = (facts: Iterable<string>, { lookingAt }: ConditionIndex): ReadonlySet<Rule> => {
  const rules = new Set<Rule>();
  for (const fact of facts) for (const { rule } of lookingAt(fact)) rules.add(rule);
  return rules;
};

const consequencesOf = (path: string, derivations: readonly Derivation[], index: ConditionIndex): Consequences => {
  const facts = new Set<string>([path]);
  const run = derivations.filter(({ from, gives }) => {
    const depends = from.some((source) => facts.has(source));
    if (depends) for (const given of gives) facts.add(given);
    return depends;
  });
  return { run, facts, rules: rulesLookingAt(facts, index) };
};

/** Nothing follows from most facts but that rules look at them. */
const finder = (derivations: readonly Derivation[], index: ConditionIndex): ((path: string) => Consequences) => {
  const sources = new Set<string>(derivations.flatMap(({ from }) => from));
  return byPath((path) => consequencesOf(path, sources.has(path) ? derivations : [], index));
};

/** They follow from the rules, and from the derivations, of which there is one list: so they are found once. */
const known = new WeakMap<ConditionIndex, (path: string) => Consequences>();

/** The consequences of a fact. */
export const consequences = (path: string, derivations: readonly Derivation[], index: ConditionIndex): Consequences => {
  const of = known.get(index) ?? finder(derivations, index);
  known.set(index, of);
  return of(path);
};

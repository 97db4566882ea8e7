import type { Derivation } from '../facts/derivation.ts';
import type { Rule } from '../model/rule.ts';
import { byPath, type ConditionIndex } from './conditions.ts';

/** What a fact sets off: the derivations to run again, in order, the facts that they give, and the rules that look at them. */
export interface Consequences {
  readonly run: readonly Derivation[];
  readonly facts: ReadonlySet<string>;
  readonly rules: ReadonlySet<Rule>;
}

const consequencesOf = (path: string, derivations: readonly Derivation[], index: ConditionIndex): Consequences => {
  const facts = new Set<string>([path]);
  const run = derivations.filter(({ from, gives }) => {
    const depends = from.some((source) => facts.has(source));
    if (depends) for (const given of gives) facts.add(given);
    return depends;
  });
  const rules = new Set([...facts].flatMap((fact) => index.lookingAt(fact).map(({ rule }) => rule)));
  return { run, facts, rules };
};

/** They follow from the rules alone, so they are found once. */
const known = new WeakMap<ConditionIndex, (path: string) => Consequences>();

/** The consequences of a fact. */
export const consequences = (path: string, derivations: readonly Derivation[], index: ConditionIndex): Consequences => {
  const of = known.get(index) ?? byPath((each: string) => consequencesOf(each, derivations, index));
  known.set(index, of);
  return of(path);
};

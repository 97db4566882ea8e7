import { entraEntries } from '../../src/knowledge/entra-codes.ts';
import { lookUp } from '../../src/knowledge/explain.ts';
import type { Entry, Explanation } from '../../src/knowledge/explain-model.ts';
import { serviceEntries } from '../../src/knowledge/service-codes.ts';
import type { Rule } from '../../src/model/rule.ts';
import { symptomsOf } from './symptoms.ts';

/** What `explain` says of every code that the knowledge has or a rule names, by the code as it is written. */
export interface KnownCodes {
  readonly entra: ReadonlyMap<string, Explanation>;
  readonly service: ReadonlyMap<string, Explanation>;
}

const byId = (entries: readonly Entry[]): Map<string, Explanation> =>
  new Map(entries.map((entry) => [entry.id, entry.explain()]));

export const knownCodes = (rules: readonly Rule[]): KnownCodes => {
  const service = byId(serviceEntries(rules));
  const named = rules.flatMap((rule) => symptomsOf(rule, 'service-code')).map(({ value }) => value);
  for (const value of new Set(named)) {
    if (service.has(value)) continue;
    const found = lookUp(value, rules);
    const [first] = found.found ? found.explanations.filter(({ kind }) => kind === 'service-code') : [];
    if (first !== undefined && !service.has(first.id)) service.set(first.id, first);
  }
  return { entra: byId(entraEntries(rules)), service };
};

/** A detail of what `explain` says, such as the statuses that a code was seen with; empty where there is none. */
export const detailOf = ({ details }: Explanation, wanted: string): string =>
  details.find(({ label }) => label === wanted)?.text ?? '';

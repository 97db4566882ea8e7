import type { Fact } from '../model/evidence.ts';
import { type FactPath, factSpec } from './catalog.ts';

/** Whether a fact is known to have one of these values; a list has each value in it. */
const isOneOf = (fact: Fact, values: readonly string[]): boolean =>
  fact.state === 'known' && [fact.value].flat().some((value) => values.includes(String(value)));

/** Whether what is known leaves room for asking for a fact: nobody reads a code off an answer that is empty. */
export const makesSense = (path: FactPath, factOf: (path: string) => Fact | undefined): boolean => {
  const { only = {}, unless = {} } = factSpec(path).ask ?? {};
  const isFalse = Object.entries(only).some(([needed, values]) => {
    const fact = factOf(needed);
    return fact !== undefined && !isOneOf(fact, values);
  });
  const isIdle = Object.entries(unless).some(([other, values]) => {
    const fact = factOf(other);
    return fact !== undefined && (values.length === 0 || isOneOf(fact, values));
  });
  return !isFalse && !isIdle;
};

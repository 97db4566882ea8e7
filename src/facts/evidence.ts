import type { Evidence, Fact, FactValue, Origin } from '../model/evidence.ts';
import { type FactPath, factSpec, isFactPath, type ValueOf } from './catalog.ts';

/** Values by fact path, each optional. `null`: the fact is known to be absent. Left out: nothing is said of it. */
export type Facts = { readonly [P in FactPath]?: ValueOf<P> | null };

/** Evidence while it is being gathered. */
export type OpenEvidence = Map<string, Fact>;

/** The value of a fact, or undefined where it is unknown or absent. */
export const valueOf = <P extends FactPath>(evidence: Evidence, path: P): ValueOf<P> | undefined => {
  const fact = evidence.get(path);
  return fact?.state === 'known' ? (fact.value as ValueOf<P>) : undefined;
};

/** Whether a fact is known to be absent. */
export const isAbsent = (evidence: Evidence, path: FactPath): boolean => evidence.get(path)?.state === 'absent';

/** Facts as evidence. An empty list, like `null`, is a fact known to be absent. */
export const toEvidence = (facts: Facts, origin: Origin): OpenEvidence => {
  const evidence: OpenEvidence = new Map();
  for (const [path, value] of Object.entries(facts)) {
    if (value === undefined || !isFactPath(path)) continue;
    const absent = value === null || (Array.isArray(value) && value.length === 0);
    evidence.set(path, absent ? { state: 'absent', origin } : { state: 'known', value: value as FactValue, origin });
  }
  return evidence;
};

const partsOf = (text: string): readonly string[] => text.split(/[\s,]+/).filter((part) => part !== '');

/** A list with something in it: an empty one says that a fact is absent, which nobody can answer. */
const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

/** An answer given as text, as a value of the fact's type; undefined where the text does not fit. */
export const parseAnswer = (path: FactPath, text: string): FactValue | undefined => {
  const { type } = factSpec(path);
  if (typeof type !== 'string') return type.includes(text) ? text : undefined;
  switch (type) {
    case 'text':
      return text;
    case 'time':
      return Number.isNaN(Date.parse(text)) ? undefined : new Date(text).toISOString();
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
    case 'flag':
      return text === 'true' || text === 'yes' ? true : text === 'false' || text === 'no' ? false : undefined;
    case 'list':
      return filled(partsOf(text));
    case 'numbers': {
      const numbers = partsOf(text).map(Number);
      return numbers.every(Number.isFinite) ? filled(numbers) : undefined;
    }
  }
};

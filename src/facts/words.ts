import type { Evidence, FactValue } from '../model/evidence.ts';
import { factSpec, isFactPath } from './catalog.ts';

const inWords = (value: FactValue): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join(', ') : String(value);
};

const slotPattern = (): RegExp => /\{([a-z][a-z-]{0,40}\.[a-z][a-z-]{0,40})\}/g;

/** The paths of the `{fact.path}` slots in a text. */
export const slotsIn = (text: string): readonly string[] =>
  [...text.matchAll(slotPattern())].map(([, path]) => path ?? '');

/**
 * A text with its `{fact.path}` slots filled. A fact that is unknown or absent leaves the words that the catalog has
 * for it, or its path in angle brackets, which reads as a gap in a command. Other braces stay: URLs have them.
 */
export const fillSlots = (text: string, evidence: Evidence): string =>
  text.replace(slotPattern(), (whole, path: string) => {
    if (!isFactPath(path)) return whole;
    const fact = evidence.get(path);
    if (fact?.state === 'known') return inWords(fact.value);
    return factSpec(path).otherwise ?? `<${path}>`;
  });

import type { Evidence, FactValue } from '../model/evidence.ts';
import { type FactPath, factSpec, isFactPath } from './catalog.ts';

const inWords = (value: FactValue): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join(', ') : String(value);
};

/** `a, b or c`. */
export const oneOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const slotPattern = (): RegExp => /\{([a-z][a-z-]{0,40}\.[a-z][a-z-]{0,40})\}/g;

/** The paths of the `{fact.path}` slots in a text. */
export const slotsIn = (text: string): readonly string[] =>
  [...text.matchAll(slotPattern())].map(([, path]) => path ?? '');

const isQuoted = (text: string, at: number, length: number): boolean =>
  text[at - 1] === '"' && text[at + length] === '"';

/** A text with the words for each slot, and whether a slot is all that stands between double quotes. */
export const fillEach = (text: string, wordsFor: (path: FactPath, quoted: boolean) => string): string =>
  text.replace(slotPattern(), (whole, path: string, at: number) =>
    isFactPath(path) ? wordsFor(path, isQuoted(text, at, whole.length)) : whole,
  );

const fill = (text: string, evidence: Evidence, fits: (words: string, quoted: boolean) => boolean): string =>
  fillEach(text, (path, quoted) => {
    const fact = evidence.get(path);
    const words = fact?.state === 'known' ? inWords(fact.value) : undefined;
    return words !== undefined && fits(words, quoted) ? words : (factSpec(path).otherwise ?? `<${path}>`);
  });

/**
 * A text with its `{fact.path}` slots filled. A fact that is unknown or absent leaves the words that the catalog has
 * for it, or its path in angle brackets, which reads as a gap in a command. Other braces stay: URLs have them.
 */
export const fillSlots = (text: string, evidence: Evidence): string => fill(text, evidence, () => true);

/** What may stand in a command as it is: ids, names of hosts and scopes, URLs without a query. */
const isPlainWord = (words: string): boolean => /^[\w.:/@=,+~-]{1,300}$/.test(words);

/** The query of an address too, between double quotes: no shell takes these signs there for more than they are. */
const isQuotable = (words: string): boolean => /^[\w.:/@=,+~?&-]{1,600}$/.test(words);

/**
 * The same for a command that people copy into a shell. Values come from pasted text, so one that holds anything a shell
 * could take for more than a word leaves the gap.
 */
export const fillCommand = (text: string, evidence: Evidence): string =>
  fill(text, evidence, (words, quoted) => isPlainWord(words) || (quoted && isQuotable(words)));

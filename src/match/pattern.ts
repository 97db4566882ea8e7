import { isLong, longHolds, lowerCased } from './holds-part.ts';

const split = new Map<string, readonly string[]>();

/** The parts of a pattern, in lower case. There are as many patterns as the rules name. */
const partsOf = (pattern: string): readonly string[] => {
  const known = split.get(pattern);
  if (known !== undefined) return known;
  const parts = pattern.toLowerCase().split('*');
  split.set(pattern, parts);
  return parts;
};

/** Each part between two stars is searched once, from left to right. */
const fits = (hay: string, parts: readonly string[]): boolean => {
  const end = parts.length - 1;
  const [first = '', last = ''] = [parts[0], parts[end]];
  if (end === 0) return hay === first;
  if (!hay.startsWith(first) || !hay.endsWith(last)) return false;
  let at = first.length;
  for (let part = 1; part < end; part += 1) {
    const found = hay.indexOf(parts[part] ?? '', at);
    if (found < 0) return false;
    at = found + (parts[part]?.length ?? 0);
  }
  return at <= hay.length - last.length;
};

/**
 * Whether a text fits one of these patterns, in which `*` stands for any run of characters. Letter case does not count.
 * No pattern can hang: the reason why rules have no regular expressions.
 */
export const fitsOneOf = (text: string, patterns: readonly string[]): boolean => {
  const hay = lowerCased(text);
  for (const pattern of patterns) {
    const parts = partsOf(pattern);
    if (isLong(text) && !parts.every((part) => longHolds(text, part))) continue;
    if (fits(hay, parts)) return true;
  }
  return false;
};

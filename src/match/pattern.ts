import { holdsPart, lowerCased } from './holds-part.ts';

const split = new Map<string, readonly string[]>();

/** The parts of a pattern, in lower case. There are as many patterns as the rules name. */
const partsOf = (pattern: string): readonly string[] => {
  const parts = split.get(pattern) ?? pattern.toLowerCase().split('*');
  split.set(pattern, parts);
  return parts;
};

/**
 * Whether a text fits a pattern in which `*` stands for any run of characters. Letter case does not count.
 * Each part between two stars is searched once, from left to right, so no pattern can hang: the reason why rules
 * have no regular expressions.
 */
export const fitsPattern = (text: string, pattern: string): boolean => {
  const parts = partsOf(pattern);
  if (!parts.every((part) => holdsPart(text, part))) return false;
  const hay = lowerCased(text);
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) return hay === first;
  if (!hay.startsWith(first) || !hay.endsWith(last) || hay.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of others) {
    const found = hay.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= hay.length - last.length;
};

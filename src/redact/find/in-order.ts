import type { Found } from '../text/found.ts';

/** A find with its rank: structure says more than shape. */
export interface Ranked {
  readonly found: Found;
  readonly rank: number;
}

/** Finds of one rank. */
export const ranked = (finds: readonly Found[], rank: number): readonly Ranked[] =>
  finds.map((found) => ({ found, rank }));

/** Two finds that overlap, as one: the field of the first, which is structure, and the reach of both. */
const merge = (text: string, first: Found, second: Found): Found => {
  if (second.end <= first.end) return first;
  const start = Math.min(first.start, second.start);
  const value = second.start === start ? second.value : text.slice(start, second.end);
  return { start, end: second.end, value, field: first.field, ...(second.wrapped && { wrapped: true }) };
};

const SLASHES = /\\{1,9}$/;

/** A find that takes no half of an escape: the backslash before a quote belongs to the quote. */
const trimmed = (text: string, found: Found): Found => {
  const { start, end, value, tail } = found;
  if (tail !== undefined || !/["'\\]/.test(text.charAt(end))) return found;
  const kept = text.slice(start, end).replace(SLASHES, '');
  return { ...found, end: start + kept.length, value: value.replace(SLASHES, '') };
};

/** Finds of all ranks in the order of the text, those that overlap as one. */
export const inOrder = (text: string, all: readonly Ranked[]): readonly Found[] => {
  const whole = all.map((one) =>
    text[one.found.end - 1] === '\\' ? { ...one, found: trimmed(text, one.found) } : one,
  );
  const sorted = whole.sort((a, b) => a.found.start - b.found.start || a.rank - b.rank || b.found.end - a.found.end);
  const result: Found[] = [];
  for (const { found } of sorted) {
    const last = result.at(-1);
    if (last && found.start < last.end) result[result.length - 1] = merge(text, last, found);
    else result.push(found);
  }
  return result;
};

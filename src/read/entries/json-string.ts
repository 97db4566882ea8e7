const QUOTE = '"';
const BACKSLASH = 92;

/** Whether an odd number of backslashes stands before `at`; those before the chunk count too, where they reach it. */
const isEscaped = (chunk: string, from: number, at: number, carried: boolean): boolean => {
  let first = at;
  while (first > from && chunk.charCodeAt(first - 1) === BACKSLASH) first -= 1;
  return ((at - first) % 2 === 1) !== (carried && first === from);
};

/** Where a JSON string goes on from a chunk: the index of its closing quote, or what the next chunk must know. */
export type StringEnd = { readonly at: number } | { readonly at: undefined; readonly escaped: boolean };

/**
 * Finds the closing quote of a string whose text goes on at `from`. `carried`: the text before `from` ends in a
 * backslash that escapes what comes. Quotes are jumped to, so long strings cost little.
 */
export const stringEnd = (chunk: string, from: number, carried: boolean): StringEnd => {
  for (let at = chunk.indexOf(QUOTE, from); at !== -1; at = chunk.indexOf(QUOTE, at + 1)) {
    if (!isEscaped(chunk, from, at, carried)) return { at };
  }
  return { at: undefined, escaped: isEscaped(chunk, from, chunk.length, carried) };
};

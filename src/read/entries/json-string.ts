const [QUOTE, BACKSLASH] = [34, 92] as const;

/** As much behind an escaped quote is walked: others are near, and a jump to each costs more than some steps. */
const NEAR = 64;

/** Whether an odd number of backslashes stands before `at`, back to `from`. */
const isEscaped = (chunk: string, from: number, at: number): boolean => {
  let first = at;
  while (first > from && chunk.charCodeAt(first - 1) === BACKSLASH) first -= 1;
  return (at - first) % 2 === 1;
};

/** Where a JSON string goes on from a chunk: the index of its closing quote, or what the next chunk must know. */
export type StringEnd = { readonly at: number } | { readonly at: undefined; readonly escaped: boolean };

/**
 * Finds the closing quote of a string whose text goes on at `from`. `carried`: the text before `from` ends in a
 * backslash that escapes what comes. Quotes are jumped to, so long strings cost little.
 */
export const stringEnd = (chunk: string, from: number, carried: boolean): StringEnd => {
  let at = carried ? from + 1 : from;
  while (at < chunk.length) {
    const quote = chunk.indexOf('"', at);
    if (quote === -1) return { at: undefined, escaped: isEscaped(chunk, at, chunk.length) };
    if (!isEscaped(chunk, at, quote)) return { at: quote };
    const end = Math.min(chunk.length, quote + NEAR);
    for (at = quote + 1; at < end; at += 1) {
      const code = chunk.charCodeAt(at);
      if (code === QUOTE) return { at };
      if (code === BACKSLASH) at += 1;
    }
  }
  return { at: undefined, escaped: at > chunk.length };
};

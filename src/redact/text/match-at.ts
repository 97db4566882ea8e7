/** The match of a sticky pattern at exactly this place; undefined where it does not match. */
export const execAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
};

/** Where the next match of a global pattern ends, from a place on; 0 where there is none. */
export const endOfNext = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : 0;
};

/** What a sticky pattern matches at exactly this place; undefined where it does not match. Groups, which take time, are left out. */
export const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.test(text) ? text.slice(at, pattern.lastIndex) : undefined;
};

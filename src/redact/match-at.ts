/** The match of a sticky pattern at exactly this place; undefined where it does not match. */
export const execAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
};

/** What a sticky pattern matches at exactly this place; undefined where it does not match. */
export const matchAt = (pattern: RegExp, text: string, at: number): string | undefined =>
  execAt(pattern, text, at)?.[0];

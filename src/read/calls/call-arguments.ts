/** An argument of a call in code: its value, and its name where the code gives one. */
export interface Argument {
  readonly name?: string;
  readonly from: number;
  /** Where the argument starts: at its name, or at its value. */
  readonly at: number;
}

/** How far behind its address the arguments of a call are looked for. */
const REACH = 3000;
/** A text to its quote or to the end of its line, or a bracket, a comma. */
const TOKEN = /"(?:[^"\\\n]|\\.){0,2000}"?|'(?:[^'\\\n]|\\.){0,2000}'?|`[^`]{0,2000}`?|[()[\]{},]/g;
const NAME = /\s{0,60}(?:([A-Za-z_]\w{0,40})\s{0,3}(?:=(?![=>])|:(?!:))\s{0,20})?/y;

const DEPTH: Readonly<Record<string, number>> = { '(': 1, '[': 1, '{': 1, ')': -1, ']': -1, '}': -1 };

const argumentAt = (text: string, from: number): Argument => {
  NAME.lastIndex = from;
  const [all = '', name] = NAME.exec(text) ?? [];
  const start = from + (all.length - all.trimStart().length);
  return name === undefined ? { from: start, at: start } : { name, from: from + all.length, at: start };
};

/** The brackets that are open behind a stretch of code. */
const openIn = (code: string): number =>
  [...code.matchAll(TOKEN)].reduce((sum, [token]) => sum + (DEPTH[token] ?? 0), 0);

/** The arguments of a call behind its address, in order; none where the call is not seen to its end. */
export const argumentsBehind = (
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Argument[] => {
  const found: Argument[] = [];
  let depth = openIn(text.slice(from, to));
  if (depth < 1) return [];
  for (const { index, 0: token } of text.slice(to, to + REACH).matchAll(TOKEN)) {
    depth += DEPTH[token] ?? 0;
    if (depth === 0) return found;
    if (token === ',' && depth === 1) found.push(argumentAt(text, to + index + 1));
  }
  return [];
};

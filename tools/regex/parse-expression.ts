import type { Expression } from './find-expressions.ts';

/** A regular expression as a tree, as far as its cost goes. */
export type Part =
  | { readonly is: 'char'; readonly fits: (char: string) => boolean }
  | { readonly is: 'edge'; readonly holds: (text: string, at: number) => boolean }
  | { readonly is: 'row'; readonly parts: readonly Part[] }
  | { readonly is: 'choice'; readonly parts: readonly Part[] }
  | { readonly is: 'group'; readonly number: number; readonly part: Part }
  | { readonly is: 'repeat'; readonly part: Part; readonly min: number; readonly max: number; readonly lazy: boolean }
  | { readonly is: 'look'; readonly part: Part; readonly behind: boolean; readonly not: boolean }
  | { readonly is: 'same'; readonly number: number };

/** One character, class or escape: whether a character fits is asked of the engine itself, once for each. */
const charPart = (source: string, flags: string): Part => {
  const pattern = new RegExp(`^(?:${source})$`, flags.replace(/[^isu]/g, ''));
  const known = new Map<string, boolean>();
  const fits = (char: string): boolean => {
    const seen = known.get(char);
    if (seen !== undefined) return seen;
    const fit = pattern.test(char);
    known.set(char, fit);
    return fit;
  };
  return { is: 'char', fits };
};

const isWord = (char: string | undefined): boolean => char !== undefined && /\w/.test(char);
const isBoundary = (text: string, at: number): boolean => isWord(text[at - 1]) !== isWord(text[at]);

const edgePart = (source: string, flags: string): Part => {
  const lines = flags.includes('m');
  const edges: Readonly<Record<string, (text: string, at: number) => boolean>> = {
    '^': (text, at) => at === 0 || (lines && text[at - 1] === '\n'),
    $: (text, at) => at === text.length || (lines && text[at] === '\n'),
    '\\b': isBoundary,
    '\\B': (text, at) => !isBoundary(text, at),
  };
  const holds = edges[source];
  if (holds === undefined) throw new Error(`No edge: ${source}`);
  return { is: 'edge', holds };
};

const TOKEN =
  /\((?:\?(?:<?[=!]|:|<\w+>))?|\)|\||\[(?:\\.|[^\]\\])*\]|\\(?:u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|[pP]\{[^}]+\}|c\w|\d+|k<\w+>|.)|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[\s\S]/giy;

/** The signs of a pattern, one by one. */
export const tokensOf = (pattern: string): string[] => pattern.match(TOKEN) ?? [];

const COUNTS: Readonly<Record<string, readonly [number, number]>> = {
  '*': [0, Infinity],
  '+': [1, Infinity],
  '?': [0, 1],
};

const repeated = (part: Part, quantifier: string): Part => {
  const lazy = quantifier.length > 1 && quantifier.endsWith('?');
  const [, least = '', comma, most = ''] = /^\{(\d+)(,?)(\d*)\}/.exec(quantifier) ?? [];
  const [min, max] = COUNTS[quantifier[0] ?? ''] ?? [
    Number(least),
    comma === '' ? Number(least) : Number(most || Infinity),
  ];
  return { is: 'repeat', part, min, max, lazy };
};

const isQuantifier = (token: string | undefined): boolean => /^(?:[*+?]|\{\d)/.test(token ?? '');

/** Reads a regular expression; `$` and names as they are in `src/`, no syntax that nobody uses there. */
export const parseExpression = ({ pattern, flags }: Expression): Part => {
  const tokens = tokensOf(pattern);
  let groups = 0;
  const names = new Map<string, number>();
  const choice = (): Part => {
    const rows: Part[] = [row()];
    while (tokens[0] === '|') {
      tokens.shift();
      rows.push(row());
    }
    return rows.length === 1 && rows[0] !== undefined ? rows[0] : { is: 'choice', parts: rows };
  };
  const row = (): Part => {
    const parts: Part[] = [];
    while (tokens.length > 0 && tokens[0] !== '|' && tokens[0] !== ')') {
      let part = atom(tokens.shift() ?? '');
      while (isQuantifier(tokens[0])) part = repeated(part, tokens.shift() ?? '');
      parts.push(part);
    }
    return { is: 'row', parts };
  };
  const inParentheses = (token: string): Part => {
    const look = /^\(\?(<?)([=!])/.exec(token);
    const number = token === '(' || /^\(\?<\w/.test(token) ? ++groups : undefined;
    const name = /^\(\?<(\w+)>/.exec(token)?.[1];
    if (name !== undefined && number !== undefined) names.set(name, number);
    const part = choice();
    if (tokens.shift() !== ')') throw new Error(`No end of a group: ${pattern}`);
    if (look !== null) return { is: 'look', part, behind: look[1] === '<', not: look[2] === '!' };
    return number === undefined ? part : { is: 'group', number, part };
  };
  const atom = (token: string): Part => {
    if (token.startsWith('(')) return inParentheses(token);
    if (/^(?:\^|\$|\\[bB])$/.test(token)) return edgePart(token, flags);
    if (/^\\[1-9]/.test(token)) return { is: 'same', number: Number(token.slice(1)) };
    const name = /^\\k<(\w+)>/.exec(token)?.[1];
    if (name !== undefined) return { is: 'same', number: names.get(name) ?? 0 };
    return charPart(token, flags);
  };
  const whole = choice();
  if (tokens.length > 0) throw new Error(`Not read to its end: ${pattern}`);
  return whole;
};

import type { Alternatives } from '../../src/knowledge/operation-catalog.ts';

/** Slips of the source. */
const CORRECTED: readonly (readonly [RegExp, string])[] = [
  [/\.Alll\b/g, '.All'],
  [/\bReports\.ReadWrite/g, 'Report.ReadWrite'],
];

const TOKEN = /\{itemType\}(?:\.[A-Z]\w*)+|\b[A-Z]\w*(?:\.[A-Z]\w*)+|\band\b|\bor\b|[()]/g;
const isScope = (token: string | undefined): token is string => token?.includes('.') === true;

const both = (a: Alternatives, b: Alternatives): Alternatives =>
  a.length === 0 ? b : b.length === 0 ? a : a.flatMap((x) => b.map((y) => [...new Set([...x, ...y])]));

/** Reads `or`, `and` (which binds tighter) and brackets; words between them were dropped before. */
const parse = (tokens: string[]): Alternatives => {
  let alternatives: Alternatives = [];
  let current: Alternatives = [];
  while (tokens.length > 0) {
    const token = tokens.shift();
    if (token === ')') break;
    if (token === 'or') {
      alternatives = [...alternatives, ...current];
      current = [];
    } else if (token === '(') current = both(current, parse(tokens));
    else if (isScope(token)) current = both(current, [[token]]);
  }
  return [...alternatives, ...current];
};

const isRemark = (line: string): boolean => /^[>*]|query parameter|query param/i.test(line);

const relevantLines = (text: string): readonly string[] => {
  const lines: string[] = [];
  for (const raw of text
    .replaceAll(/\*itemType\*/gi, '{itemType}')
    .replaceAll(/<br\s*\/?>/g, '\n')
    .split('\n')) {
    const line = raw.trim().replaceAll(/\(for example[^)]*\)|, for example.*$/gi, '');
    if (/more information|^relevant only/i.test(line)) break;
    if (line !== '' && !isRemark(line)) lines.push(line);
  }
  return lines;
};

/** The expression of a section: bullets are alternatives, or all needed where the text before them says so. */
const expression = (text: string): string => {
  const lines = relevantLines(text);
  const bullets = lines.filter((line) => line.startsWith('-') && !/required if/i.test(line));
  const head = lines.filter((line) => !line.startsWith('-')).join(' ');
  if (bullets.length === 0) return head;
  const joint = /\ball of the\b/i.test(head) ? ' and ' : ' or ';
  return `${head} (${bullets.map((bullet) => `(${bullet})`).join(joint)})`;
};

/** The delegated scopes that a section names; null where it names none. */
export const scopesIn = (text: string | undefined): Alternatives | null => {
  if (text === undefined) return null;
  const corrected = CORRECTED.reduce((now, [slip, right]) => now.replaceAll(slip, right), expression(text));
  const alternatives = parse(corrected.match(TOKEN) ?? []);
  if (alternatives.length > 0) return alternatives;
  return /\b(?:no|none|not required)\b/i.test(text) ? [[]] : null;
};

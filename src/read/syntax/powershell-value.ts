import { closingOf } from './closing-of.ts';

/** A value in a script of PowerShell, as far as the script shows it. */
export type PowerShellValue =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'table'; readonly entries: readonly TableEntry[]; readonly closed: boolean }
  | { readonly is: 'variable'; readonly name: string }
  | { readonly is: 'unknown' };

/** One pair of a hashtable. */
export interface TableEntry {
  readonly name: string;
  readonly value: PowerShellValue;
}

/** A value and where it ended. `whole` is false where its end was not seen. */
export interface ValueAt {
  readonly value: PowerShellValue;
  readonly to: number;
  readonly whole: boolean;
}

const UNKNOWN: PowerShellValue = { is: 'unknown' };
const LONGEST_WORD = 2000;
const DEEPEST = 8;

/** `'...'`, in which two quotes are one; `"..."`, in which a backtick escapes as well. */
const quoted = (text: string, from: number): ValueAt => {
  const quote = text.charAt(from);
  const parts: string[] = [];
  let at = from + 1;
  for (; at < text.length; at += 1) {
    const c = text.charAt(at);
    if (c === '`' && quote === '"') at += 1;
    else if (c === quote) {
      if (text[at + 1] !== quote) return { value: { is: 'text', text: parts.join('') }, to: at + 1, whole: true };
      at += 1;
    } else if (c === '\\' && text[at + 1] === quote && quote === '"' && text[at + 2] !== undefined) {
      // Windows passes `\"` on as a quote: people escape JSON for curl.exe like this.
      at += 1;
    }
    parts.push(text[at] ?? '');
  }
  return { value: { is: 'text', text: parts.join('') }, to: at, whole: false };
};

/** A here-string: its text stands on the lines between `@"` and `"@`. */
const hereString = (text: string, from: number): ValueAt | undefined => {
  const open = /^@(["'])[ \t]{0,20}\r?\n/.exec(text.slice(from, from + 30));
  if (open === null) return undefined;
  const start = from + open[0].length;
  const end = text.indexOf(`\n${open[1]}@`, start - 1);
  return end === -1
    ? { value: { is: 'text', text: text.slice(start) }, to: text.length, whole: false }
    : { value: { is: 'text', text: text.slice(start, Math.max(start, end)).trimEnd() }, to: end + 3, whole: true };
};

const NAME = /^(?:"([^"\n]{1,80})"|'([^'\n]{1,80})'|([A-Za-z_][\w-]{0,80}))[ \t]{0,40}=(?!=)[ \t]{0,40}/;
const BETWEEN = /^(?:[\s;]|#[^\n]{0,400})/;

const skipBetween = (text: string, from: number): number => {
  let at = from;
  for (let gap = BETWEEN.exec(text.slice(at, at + 400)); gap !== null; gap = BETWEEN.exec(text.slice(at, at + 400)))
    at += gap[0].length;
  return at;
};

/** What follows a value of a table on its line: `+ $token`, `| ConvertTo-Json`. The value is more than was read. */
const goesOn = (text: string, at: number): boolean => /^[ \t]{0,20}[+|.[(-]/.test(text.slice(at, at + 22));

const endOfLine = (text: string, from: number): number => {
  const end = /[\n;}]/.exec(text.slice(from, from + LONGEST_WORD));
  return end === null ? Math.min(text.length, from + LONGEST_WORD) : from + end.index;
};

/** A hashtable: `@{ name = value; ... }`. */
const table = (text: string, from: number, depth: number): ValueAt => {
  const entries: TableEntry[] = [];
  const open = (to: number): ValueAt => ({ value: { is: 'table', entries, closed: false }, to, whole: false });
  for (let at = skipBetween(text, from + 2); ; at = skipBetween(text, at)) {
    if (text[at] === '}') return { value: { is: 'table', entries, closed: true }, to: at + 1, whole: true };
    const name = NAME.exec(text.slice(at, at + 200));
    if (name === null) return open(at);
    const read = valueAt(text, at + name[0].length, depth + 1);
    const partly = goesOn(text, read.to);
    entries.push({ name: name[1] ?? name[2] ?? name[3] ?? '', value: partly ? UNKNOWN : read.value });
    if (!read.whole) return open(read.to);
    at = partly ? endOfLine(text, read.to) : read.to;
  }
};

/** The letters of a word, and the masks, variables and expressions in it: `groups/{id}/users`, `${id}`, `$($ws.id)`. */
const BARE =
  /^(?:[{<]\w[\w-]{0,30}(?: \w[\w-]{0,30}){1,3}[}>]|\{\{[^\s{}()"'`;|]{1,60}\}\}|\{[^\s{}()"'`;|]{1,60}\}|\$\([^\s{}()"'`;|]{1,60}\)|[^\s;|)}"'`]){1,2000}/;

/** A word without quotes, up to a blank or the end of what it stands in. */
const bareWord = (text: string, from: number): ValueAt => {
  const word = BARE.exec(text.slice(from, from + LONGEST_WORD))?.[0] ?? '';
  const name = /^\$(?:env:|script:|global:)?([A-Za-z_]\w{0,60})$/i.exec(word)?.[1];
  if (name !== undefined && !/^\$env:/i.test(word))
    return { value: { is: 'variable', name }, to: from + word.length, whole: true };
  const value: PowerShellValue = word === '' || word.startsWith('$') ? UNKNOWN : { is: 'text', text: word };
  return { value, to: from + word.length, whole: true };
};

/** An expression in brackets; one that only wraps a value is that value. A bare word in them is a command that runs. */
const bracketed = (text: string, from: number, depth: number): ValueAt => {
  const to = closingOf(text, from);
  if (to === undefined) return { value: UNKNOWN, to: text.length, whole: false };
  const inner = valueAt(text, from + 1, depth + 1);
  const isCommand = /^\s{0,200}[A-Za-z]/.test(text.slice(from + 1, from + 210));
  const isAll = inner.whole && !isCommand && text.slice(inner.to, to - 1).trim() === '';
  return { value: isAll ? inner.value : UNKNOWN, to, whole: true };
};

const CAST = /^\[(?:ordered|hashtable|pscustomobject|string|uri|System\.Uri)\][ \t]{0,5}/i;

/** Reads the value that starts here, after blanks. */
export const valueAt = (text: string, at: number, depth = 0): ValueAt => {
  const blanks = /^[ \t]{0,200}/.exec(text.slice(at, at + 200))?.[0].length ?? 0;
  const start = at + blanks + (CAST.exec(text.slice(at + blanks, at + blanks + 40))?.[0].length ?? 0);
  if (depth > DEEPEST) return { value: UNKNOWN, to: start, whole: false };
  if (text.startsWith('@{', start)) return table(text, start, depth);
  if (text[start] === '"' || text[start] === "'") return quoted(text, start);
  if (text[start] === '(' || text.startsWith('$(', start))
    return bracketed(text, text[start] === '(' ? start : start + 1, depth);
  return hereString(text, start) ?? bareWord(text, start);
};

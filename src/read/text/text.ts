import type { Piece } from '../../model/incident.ts';
import { remembered } from './remembered.ts';

/** A piece and the stretch of the text that it was read from: `from` up to, not including, `to`. */
export interface Found {
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
}

/** Recognises one kind of thing. `all` sees the whole text, `rest` only what no reader before it took. */
export interface Reader {
  readonly id: string;
  readonly sees: 'all' | 'rest';
  read(text: string, paste: number): readonly Found[];
}

/** A line of a text with its place in it; `text` is without the line break. */
export interface Line {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The lines of a text, in order. */
export const linesOf = remembered((text: string): readonly Line[] => {
  const lines: Line[] = [];
  for (let from = 0; from <= text.length; ) {
    const at = text.indexOf('\n', from);
    const end = at === -1 ? text.length : at;
    const to = end > from && text[end - 1] === '\r' ? end - 1 : end;
    lines.push({ text: text.slice(from, to), from, to });
    from = end + 1;
  }
  return lines;
});

/** What stands before this place on its line, at most so many characters of it: a paste may be one long line. */
export const lineBefore = (text: string, at: number, most: number): string => {
  const before = text.slice(Math.max(0, at - most), at);
  return before.slice(before.lastIndexOf('\n') + 1);
};

const blanks = (text: string): string => ' '.repeat(text.length);

const blank = (text: string): string => (/[\r\n]/.test(text) ? text.replace(/[^\r\n]+/g, blanks) : blanks(text));

/** The text with these stretches replaced by blanks; line breaks stay, so that places stay the same. */
export const blankOut = (text: string, spans: readonly { readonly from: number; readonly to: number }[]): string => {
  if (spans.length === 0) return text;
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  const parts: string[] = [];
  let [start, end] = [0, 0];
  for (const { from, to } of sorted) {
    if (to <= end) continue;
    if (from > end) {
      parts.push(blank(text.slice(start, end)), text.slice(end, from));
      start = from;
    }
    end = to;
  }
  return `${parts.join('')}${blank(text.slice(start, end))}${text.slice(end)}`;
};

/** The text with blanks for line breaks that a string of JSON writes out (`\\n`): they end words and lines. Places stay the same. */
export const withoutWrittenBreaks = (text: string): string =>
  text.includes('\\n') ? text.replace(/\\[nrt]/g, '  ') : text;

const CLOSES: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** Whether the character before this place escapes it. */
const escapes = (text: string, at: number): boolean => {
  let count = 0;
  while (text[at - 1 - count] === '\\' && count < 20) count += 1;
  return count % 2 === 1;
};

/**
 * The end of the object or list that opens at `from`, or undefined where it is not closed. Goes by brackets and double
 * quotes only, so it also works for JavaScript and Python literals.
 */
export const closingBracket = (text: string, from: number, limit = text.length): number | undefined => {
  const open: string[] = [];
  let quoted = false;
  for (let at = from; at < limit; at += 1) {
    const c = text[at] ?? '';
    if (c === '"' && !escapes(text, at)) quoted = !quoted;
    if (quoted) continue;
    const close = CLOSES[c];
    if (close !== undefined) open.push(close);
    else if (c === open.at(-1)) open.pop();
    if (open.length === 0) return at + 1;
  }
  return undefined;
};

/** How far an object around a place is looked for, so that odd input costs little. */
const REACH = 8000;

/** The object literal around `at`, from its bracket to its bracket; undefined where it is not closed. */
export const objectAround = (text: string, at: number): { readonly from: number; readonly to: number } | undefined => {
  const start = Math.max(0, at - REACH);
  const depth: number[] = [];
  for (let i = start; i < at; i += 1) {
    if (text[i] === '{') depth.push(i);
    else if (text[i] === '}') depth.pop();
  }
  const from = depth.at(-1);
  const to = from === undefined ? undefined : closingBracket(text, from, Math.min(text.length, at + REACH));
  return from === undefined || to === undefined || to <= at ? undefined : { from, to };
};

import type { Request } from '../../model/incident.ts';
import { placerOf } from '../text/place.ts';
import { type Found, type Line, linesOf, objectAround, type Reader } from '../text/text.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

const PAIR = /^\s{0,40}[&?]?[\w.-]{1,60}\s{0,10}[=:\t]\s{0,10}\S/;

/** A secret that was left empty belongs to the list as well. */
const EMPTY_SECRET = /^\s{0,40}[&?]?client_secret\s{0,10}[=:]\s{0,10}(?:""|'')?\s{0,10}$/;

const isPair = (line: Line | undefined): line is Line =>
  line !== undefined && (PAIR.test(line.text) || EMPTY_SECRET.test(line.text));

/** The lines around `index` that are pairs as well: one parameter a line. */
const pairLines = (lines: readonly Line[], index: number): Span => {
  let first = index;
  let last = index;
  while (isPair(lines[first - 1]) && index - first < 20) first -= 1;
  while (isPair(lines[last + 1]) && last - index < 20) last += 1;
  return { from: lines[first]?.from ?? 0, to: lines[last]?.to ?? 0 };
};

const GRANT = /\bgrant_type\b/g;
/** More token requests than this in one paste are a log that nobody reads. */
const MOST = 50;

/** The form that code writes as one text: `"client_id=a&grant_type=b"`. */
const formInQuotes = (text: string, at: number): Span | undefined => {
  const before = /["'`]([\w.%-]{1,60}=[^\s"'`]{0,500})?$/.exec(text.slice(Math.max(0, at - 560), at));
  const after = /^grant_type=[^\s"'`]{1,4000}/.exec(text.slice(at, at + 4_000))?.[0] ?? '';
  const own = before?.[1] ?? '';
  return before !== null && `${own}${after}`.includes('&')
    ? { from: at - own.length, to: at + after.length }
    : undefined;
};

/** What stands behind a name of an object; in a sentence of an answer nothing of it does. */
const IS_NAME = /^grant_type\\?["'`]?\]?\s{0,10}(?:=>|[:=,}]|\n)/;

const formAt = (text: string, lines: readonly Line[], at: number): Span | undefined => {
  const literal =
    formInQuotes(text, at) ?? (IS_NAME.test(text.slice(at, at + 40)) ? objectAround(text, at) : undefined);
  if (literal !== undefined) return literal;
  const index = lines.findIndex((line) => line.to >= at);
  const line = lines[index];
  if (line === undefined || !/grant_type["']?\s{0,10}[=:\t]/.test(line.text)) return undefined;
  if (isPair(line) && !line.text.includes('&')) return pairLines(lines, index);
  const start = /(?<![^\s"'`])[^\s"'`]{0,500}$/.exec(text.slice(Math.max(line.from, at - 500), at))?.[0].length ?? 0;
  const end = /^[^"'`\r\n]{1,4000}/.exec(text.slice(at, line.to))?.[0].length ?? 0;
  return { from: at - start, to: at + end };
};

/** Reads a token request that stands alone: its form, one parameter a line, or an object literal with `grant_type`. */
export const formReader: Reader = {
  id: 'form',
  sees: 'rest',
  read: (text, paste) => {
    const place = placerOf(text, paste);
    const grants = [...text.matchAll(GRANT)].slice(0, MOST);
    const lines = grants.length === 0 ? [] : linesOf(text);
    const found: Found[] = [];
    let end = 0;
    for (const { index } of grants) {
      const span = index < end ? undefined : formAt(text, lines, index);
      if (span === undefined || span.from < end) continue;
      end = span.to;
      const piece: Request = {
        kind: 'request',
        place: place(span.from, 'token request'),
        complete: false,
        headers: [],
        body: text.slice(span.from, span.to).trim(),
      };
      found.push({ piece, ...span });
    }
    return found;
  },
};

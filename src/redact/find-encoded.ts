import { decodeBase64Url } from './base64url.ts';
import type { Found } from './found.ts';
import { matchAt } from './match-at.ts';

const START = /(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{24}/g;
const LETTERS = /[A-Za-z0-9+/_-]{0,50000}/y;

/** Where the letters of base64 end. A run of megabytes is read in steps: one pattern for all of it needs too much memory. */
const endOfLetters = (text: string, start: number): number => {
  let end = start;
  for (let step = matchAt(LETTERS, text, end); step; step = matchAt(LETTERS, text, end)) end += step.length;
  return end;
};

/** Every run of base64 or base64url with its place. */
const runsOf = (text: string): readonly (readonly [start: number, run: string])[] => {
  const runs: (readonly [number, string])[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const end = endOfLetters(text, match.index);
    const run = text.slice(match.index, end) + (matchAt(/={1,2}/y, text, end) ?? '');
    START.lastIndex = end;
    if (!/[+/]/.test(run) || !/[_-]/.test(run)) runs.push([match.index, run]);
  }
  return runs;
};

/** As much of a run is decoded: what is longer is a file. */
const LONGEST = 4_000_000;
/** Enough to tell text from pictures and packed data. */
const SAMPLE = 400;
/** Enough to tell most random values from text. */
const GLANCE = 80;

/** Text in UTF-16, as PowerShell encodes a command, has a zero behind every letter. */
const plainText = (decoded: string): string | undefined => {
  const text = /^(?:[^\0]\0){4}/.test(decoded) ? decoded.replace(/\0/g, '') : decoded;
  const odd = (text.match(/[\x00-\x08\x0e-\x1f\x7f-\x9f\uFFFD]/g) ?? []).length;
  return odd * 20 > text.length ? undefined : text;
};

const decoded = (run: string): string | undefined => {
  const first = decodeBase64Url(run.slice(0, GLANCE));
  if (first === undefined || plainText(first) === undefined) return undefined;
  const sample = decodeBase64Url(run.slice(0, SAMPLE));
  if (sample === undefined || plainText(sample) === undefined) return undefined;
  const whole = run.length > SAMPLE ? decodeBase64Url(run.slice(0, LONGEST)) : sample;
  return whole === undefined ? undefined : plainText(whole);
};

/** Runs of base64 whose text holds a secret: the whole run counts as one. */
export const findEncoded = (text: string, holdsSecret: (decoded: string) => boolean): readonly Found[] =>
  runsOf(text).flatMap(([start, value]): Found[] => {
    const inner = decoded(value);
    if (inner === undefined || !holdsSecret(inner)) return [];
    return [{ start, end: start + value.length, field: 'alone', value }];
  });

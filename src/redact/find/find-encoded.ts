import { base64Runs } from '../text/base64-runs.ts';
import { decodeBase64Url, isBinary } from '../text/base64url.ts';
import type { Found } from '../text/found.ts';

/** A shorter run holds no secret. */
const SHORTEST = 24;
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
  const start = run.slice(0, GLANCE);
  const first = isBinary(start) ? undefined : decodeBase64Url(start);
  if (first === undefined || plainText(first) === undefined) return undefined;
  const sample = decodeBase64Url(run.slice(0, SAMPLE));
  if (sample === undefined || plainText(sample) === undefined) return undefined;
  const whole = run.length > SAMPLE ? decodeBase64Url(run.slice(0, LONGEST)) : sample;
  return whole === undefined ? undefined : plainText(whole);
};

/** Runs of base64 whose text holds a secret: the whole run counts as one. */
export const findEncoded = (text: string, holdsSecret: (decoded: string) => boolean): readonly Found[] =>
  base64Runs(text)
    .filter(({ letters }) => letters >= SHORTEST)
    // The two alphabets are not mixed.
    .filter(({ value }) => !(/[+/]/.test(value) && /[_-]/.test(value)))
    .filter(({ value }) => {
      const inner = decoded(value);
      return inner !== undefined && holdsSecret(inner);
    })
    .map(({ start, value }) => ({ start, end: start + value.length, field: 'alone', value }));

import { findSecrets } from './find/find.ts';

/** Where a text may be cut so that no name loses its value, best places first. */
const BOUNDARIES: readonly RegExp[] = [
  // The next entry of a HAR.
  /\}\s{0,40},\s{0,40}(?=\{\s{0,40}"(?:_[a-z]\w{0,40}|startedDateTime|pageref|connection|time)")/g,
  // The next line of JSON lines, the next paragraph of a text.
  /\}[ \t]{0,5}\r?\n(?=\{)|\n[ \t]{0,5}\r?\n(?=\S)/g,
  /\}\s{0,40},\s{0,40}(?=\{)/g,
  // The next line that is no part of the one before.
  /[^\s:=,\\`|>+&([{-][ \t]{0,5}\r?\n(?=[A-Za-z0-9<@#$"'{])/g,
];
/** Where nothing better is to be had. */
const ANYWHERE = /[\s,](?=[^\s,])/g;

/** Around a cut it is looked for secrets that reach over it. */
const NEAR = 20_000;

const lastOf = (pattern: RegExp, text: string, from: number): number | undefined => {
  let last: number | undefined;
  for (const { index, 0: match } of text.slice(from).matchAll(pattern)) last = from + index + match.length;
  return last;
};

/** The cut moved to the front of a secret that reaches over it. */
const beforeSecret = (text: string, cut: number): number => {
  const from = Math.max(0, cut - NEAR);
  const over = findSecrets(text.slice(from, cut + NEAR)).find(
    ({ start, end }) => from + start < cut && from + end > cut,
  );
  if (over === undefined) return cut;
  return text.lastIndexOf('\n', from + over.start) + 1;
};

/**
 * Where the first part of a stream can be cut off; undefined where more is needed. What stands in the last `hold`
 * characters waits for what follows.
 */
export const cutOf = (text: string, hold: number, isUrgent: boolean): number | undefined => {
  const head = text.slice(0, text.length - hold);
  const half = head.length >> 1;
  const patterns = isUrgent ? [...BOUNDARIES, ANYWHERE] : BOUNDARIES;
  for (const pattern of patterns) {
    const place = lastOf(pattern, head, half);
    const cut = place === undefined ? 0 : beforeSecret(text, place);
    if (cut > 0) return cut;
  }
  return undefined;
};

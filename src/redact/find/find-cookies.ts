import type { Found } from '../text/found.ts';

/** A header of cookies; the log of Terraform writes it as a field: `Set-Cookie="..."`. */
const COOKIE = /(?<![\w-])(?:set-)?cookie["']?[ \t]{0,20}(?::[ \t]{0,20}|=(?=["']))(["']?)/gi;
/** The network tab of a browser shows each value below its name. */
const COOKIE_BELOW = /(?<=^[ \t]{0,8}(?:set-)?cookie:?[ \t]{0,4}\n[ \t]{0,8})[^\s=]{1,200}=[^\n]{0,8000}/gim;

const endAfter = (text: string, stop: string, start: number): number => {
  const at = text.indexOf(stop, start);
  return at < 0 ? text.length : at;
};

/** Cookies, to the end of the line or of the quoted header. A cookie header inside another one is part of it. */
export const findCookies = (text: string): readonly Found[] => {
  const found: Found[] = [];
  let passed = 0;
  let line = 0;
  for (const { index, 0: head, 1: inner = '' } of text.matchAll(COOKIE)) {
    if (index < passed) continue;
    const start = index + head.length;
    const before = /["']/.test(text[index - 1] ?? '') ? text[index - 1] : '';
    if (line < start) line = endAfter(text, '\n', start);
    const quote = inner || before;
    const end = quote ? Math.min(line, endAfter(text, quote, start)) : line;
    const value = text.slice(start, end);
    passed = start + value.length;
    if (value.includes('=')) found.push({ start, end: passed, field: 'cookie', value });
  }
  const below = [...text.matchAll(COOKIE_BELOW)].map(
    ({ index, 0: value }): Found => ({ start: index, end: index + value.length, field: 'cookie', value }),
  );
  return [...found, ...below];
};

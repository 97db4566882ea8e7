import type { Found } from '../text/found.ts';
import { looksRandom } from '../text/looks-random.ts';

/** A header of cookies; the log of Terraform writes it as a field: `Set-Cookie="..."`. */
const COOKIE = /(?<![\w-])(?:set-)?cookie["']?[ \t]{0,20}(?::[ \t]{0,20}|=[ \t]{0,5}(?=["']))(["']?)/gi;
/** The network tab of a browser shows each value below its name. */
const COOKIE_BELOW = /(?<=^[ \t]{0,8}(?:set-)?cookie:?[ \t]{0,4}\n[ \t]{0,8})[^\s=]{1,200}=[^\n]{0,8000}/gim;

/** `curl -b "ESTSAUTH=..."` */
const COOKIE_OF_CURL = /(?<=\s(?:-b|--cookie)[ \t=]{1,5}["']?)[^\s"'=;@]{1,200}=[^"'\n]{8,8000}/g;
/** A line of the file in which curl and browsers keep them: https://curl.se/docs/http-cookies.html */
const COOKIE_OF_FILE =
  /(?<=^[\w.#-]{1,200}\t(?:TRUE|FALSE)\t\S{1,200}\t(?:TRUE|FALSE)\t\d{1,20}\t\S{1,200}\t)\S{8,8000}$/gm;
/** Cookies that sign somebody in, wherever they stand. */
const SESSION =
  /(?<=(?:\bESTS[A-Z]{4,24}|\bFedAuth|\brtFa|\bSignInStateCookie|\.AspNet(?:Core)?\.[\w.]{3,60}|\b(?:JSESSIONID|PHPSESSID|connect\.sid))["']?[ \t]{0,3}[=:][ \t]{0,3}["']?)[^\s"',;=:][^\s"',;]{11,8000}/g;

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
  const alone = [COOKIE_BELOW, COOKIE_OF_CURL, COOKIE_OF_FILE, SESSION].flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .map(({ index, 0: value }): Found => ({ start: index, end: index + value.length, field: 'cookie', value }))
      .filter(({ value }) => pattern === COOKIE_BELOW || looksRandom(value.slice(value.indexOf('=') + 1))),
  );
  return [...found, ...alone];
};

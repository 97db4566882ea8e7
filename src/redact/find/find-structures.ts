import type { SecretField } from '../../model/secret.ts';
import { fieldOf } from '../text/fields.ts';
import { findAll } from '../text/finder.ts';
import type { Found } from '../text/found.ts';
import { looksRandom } from '../text/looks-random.ts';
import { CERTIFICATE_FILE } from './is-value.ts';

const spanned = (text: string, start: number, end: number, field: SecretField): Found => ({
  start,
  end,
  field,
  value: text.slice(start, end),
});

const COOKIES = /["']cookies["']\s{0,20}:\s{0,20}\[/gi;
const COOKIE_VALUE = /["']value["']\s{0,20}:\s{0,20}"((?:[^"\\]|\\.){1,8000})"/g;
const LONGEST_LIST = 400_000;

/** Values in the list of cookies that a HAR has beside the header. */
const findCookieLists = (text: string): readonly Found[] =>
  [...text.matchAll(COOKIES)].flatMap(({ index, 0: head }) => {
    const start = index + head.length;
    const close = text.indexOf(']', start);
    const end = Math.min(close < 0 ? text.length : close, start + LONGEST_LIST);
    return [...text.slice(start, end).matchAll(COOKIE_VALUE)].map(({ index: from, 0: all, 1: value = '' }) => {
      const at = start + from + all.length - 1;
      return spanned(text, at - value.length, at, 'cookie');
    });
  });

const KEY_TYPE = /["']kty["']\s{0,5}:\s{0,5}["'](?:RSA|EC|oct|OKP)["']/g;
const KEY_PARTS = /["'](?:d|p|q|dp|dq|qi|k)["']\s{0,5}:\s{0,5}["']([A-Za-z0-9_-]{16,2000})(?=["'\n])/g;
const KEY_REACH = 6000;

/** The private parts of a JSON Web Key: https://www.rfc-editor.org/rfc/rfc7518#section-6 */
const findWebKeys = (text: string): readonly Found[] => {
  const found: Found[] = [];
  for (const { index } of text.matchAll(KEY_TYPE)) {
    const from = Math.max(found.at(-1)?.end ?? 0, index - KEY_REACH);
    for (const { index: at, 0: all, 1: part = '' } of text.slice(from, index + KEY_REACH).matchAll(KEY_PARTS)) {
      const end = from + at + all.length;
      found.push(spanned(text, end - part.length, end, 'key'));
    }
  }
  return found;
};

const ASSERTION = /<(?:[\w-]{1,20}:)?Assertion[\s>]/g;
const ASSERTION_END = /<\/(?:[\w-]{1,20}:)?Assertion>/g;

/** SAML assertions, from tag to tag; one whose end is missing goes to the end of the text. */
const findAssertions = (text: string): readonly Found[] => {
  const found: Found[] = [];
  for (const { index } of text.matchAll(ASSERTION)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    ASSERTION_END.lastIndex = index;
    const close = ASSERTION_END.exec(text);
    found.push(spanned(text, index, close ? close.index + close[0].length : text.length, 'assertion'));
  }
  return found;
};

/** Names of secrets in prose and tables, where blanks or "is" stand before the value. */
const SAID =
  /\b(?:client[ _-]?secret|secret|password|passwd|pwd|api[ _-]?key|account[ _-]?key|access[ _-]?token|refresh[ _-]?token|token|device[ _-]?code|code[ _-]?verifier|assertion|[A-Z][A-Z0-9_]{2,60}_(?:SECRET|PASSWORD|KEY|TOKEN|PWD))(?: value)?["'`]?(?:[ \t]{0,4}[|,][ \t]{1,40}|[ \t]{1,40}|[ \t]{1,5}(?:is|was|to|=>?|:)[ \t]{1,5}|\.[ \t]{1,3})["'`(<[]?(?!-|HTTP\/\d)([^\s"'`<>|)\],;]{12,4000})/gi;

/** Secrets that are told in words or in the columns of a table; only what no word looks like counts. */
const findSaid = (text: string): readonly Found[] =>
  [...text.matchAll(SAID)].flatMap(({ index, 0: all, 1: said = '' }): Found[] => {
    const value = said.replace(/[.:!?]{1,3}$/, '');
    const end = index + all.length - (said.length - value.length);
    return looksRandom(value) && !CERTIFICATE_FILE.test(value) && !/[=(]/.test(value.slice(0, 40))
      ? [spanned(text, end - value.length, end, /pass|pwd/i.test(all) ? 'password' : 'alone')]
      : [];
  });

/** A name alone in a line, as a heading, in the list of a browser or of Wireshark, or as R prints it; its value in the next. */
const BELOW =
  /^[ \t#*$"'`>-]{0,12}(?:Key:[ \t]{1,5})?([A-Za-z][\w -]{2,40})[:"'`* \t]{0,6}\n{1,2}[ \t>]{0,12}(?:Value:[ \t]{1,5}|\[1\][ \t])?["'`]?(?=[^\s\d]{0,200}\d)(?=[^\sA-Za-z]{0,200}[A-Za-z])([^\s"'`=(){}:,/]{10,4000})["'`]?[ \t]{0,5}$/dgm;
const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

const findBelow = (text: string): readonly Found[] =>
  [...text.matchAll(BELOW)].flatMap(({ 1: name = '', 2: value = '', indices }) => {
    const [start, end] = indices?.[2] ?? [0, 0];
    const field = fieldOf(name.trim());
    return field === undefined || field === 'code' || GUID.test(value) ? [] : [spanned(text, start, end, field)];
  });

/** Secrets in fixed structures of their own: cookie lists, JSON Web Keys, SAML assertions, and those told in words. */
export const findStructures = findAll([
  { marks: ['cookies'], find: findCookieLists },
  { marks: ['kty'], find: findWebKeys },
  { marks: ['assertion'], find: findAssertions },
  { marks: ['secret', 'pass', 'pwd', 'key', 'token', 'code', 'assertion'], find: findSaid },
  { marks: ['secret', 'pass', 'pwd', 'key', 'token'], find: findBelow },
]);

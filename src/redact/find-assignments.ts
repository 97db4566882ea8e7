import type { SecretField } from '../model/secret.ts';
import { fieldOf } from './fields.ts';
import { findCookies } from './find-cookies.ts';
import { findNamed } from './find-named.ts';
import { findAll } from './finder.ts';
import type { Found } from './found.ts';
import { isValue } from './is-value.ts';
import { readValue } from './read-value.ts';

const USER = /(?<![\w-])(?:-u|-U|--user|--proxy-user)[ \t=]{0,10}["']?[^\s"':]{1,200}:/g;
const USER_IN_URL = /:\/\/[^\s/@:"']{1,100}:(?=[^\s/@"']{1,200}@)/g;
const SECURE_STRING = /ConvertTo-SecureString[ \t]{1,10}(?:-String[ \t]{1,10})?(?=["'$])/gi;

/** `auth=("user", "password")` of Python. */
const USER_PAIR = /\bauth\s{0,3}=\s{0,3}(?:HTTPBasicAuth)?\(\s{0,20}["'][^"'\n]{1,200}["'],\s{0,20}(?=["'])/g;

const findAfter = (pattern: RegExp, text: string, end: (start: number) => number): readonly Found[] =>
  [...text.matchAll(pattern)].flatMap(({ index, 0: head }): Found[] => {
    const start = index + head.length;
    const value = text.slice(start, end(start));
    return value === '' ? [] : [{ start, end: start + value.length, field: 'password', value }];
  });

const endAt = (text: string, stop: RegExp, start: number): number => {
  const tail = text.slice(start, start + 4000);
  const at = tail.search(stop);
  return start + (at < 0 ? tail.length : at);
};

const readBehind = (pattern: RegExp, text: string, field: SecretField): readonly Found[] =>
  [...text.matchAll(pattern)]
    .map(({ index, 0: head }): Found => ({ ...readValue(text, index + head.length), field }))
    .filter(({ value }) => value !== '');

/** Pairs that give the value first: `{ "type": "any", "value": "...", "key": "client_secret" }` of Postman. */
const VALUE_FIRST =
  /["']value["']\s{0,5}:\s{0,5}["']([^"'\n]{1,4000})["']\s{0,5},\s{0,80}(?:["'](?:type|description|enabled|disabled)["']\s{0,5}:\s{0,5}["']?[\w ]{0,60}["']?\s{0,5},\s{0,80}){0,3}["'](?:key|name)["']\s{0,5}:\s{0,5}["']([\w-]{1,60})["']/dg;

const findValueFirst = (text: string): readonly Found[] =>
  [...text.matchAll(VALUE_FIRST)].flatMap(({ 1: value = '', 2: name = '', indices }): Found[] => {
    const start = indices?.[1]?.[0];
    const field = fieldOf(name);
    const isWorth = field !== undefined && isValue({ start: 0, end: 0, value, quoted: true }, field);
    if (start === undefined || !isWorth || /^code$/i.test(name)) return [];
    return [{ start, end: start + value.length, field, value }];
  });

const upTo =
  (pattern: RegExp, stop: RegExp) =>
  (text: string): readonly Found[] =>
    findAfter(pattern, text, (start) => endAt(text, stop, start));

const behind =
  (pattern: RegExp, field: SecretField) =>
  (text: string): readonly Found[] =>
    readBehind(pattern, text, field);

/** Every secret that stands behind a name or in a fixed place of a command or URL. */
export const findAssignments = findAll([
  { marks: [], find: findNamed },
  { marks: ['value'], find: findValueFirst },
  { marks: ['cookie'], find: findCookies },
  { marks: ['-u'], find: upTo(USER, /[\s"']/) },
  { marks: ['@'], find: upTo(USER_IN_URL, /@/) },
  { marks: ['securestring'], find: behind(SECURE_STRING, 'password') },
  { marks: ['auth'], find: behind(USER_PAIR, 'password') },
]);

import type { SecretField } from '../../model/secret.ts';
import { originOf } from '../origin/origin.ts';
import { findAll } from '../text/finder.ts';
import { type Found, foundAs } from '../text/found.ts';
import { looksReal } from '../text/masks.ts';
import { endOfNext, matchAt } from '../text/match-at.ts';
import { isTokenCommand, readValue, type Value } from '../text/read-value.ts';
import { asksForToken } from './asks-for-token.ts';
import { withoutScheme } from './bare-header.ts';
import { isBasic } from './find-shapes.ts';

const AUTHORIZATION =
  /\b(?:proxy-)?authorization(?:\\{0,3}["'`])?\]?[ \t]{0,40}(?:,?\s{0,60}\\{0,3}["']?value\\{0,3}["']?[ \t]{0,20}[:=]|=>|=(?!=)|:(?!:)|,|\t|%3[Aa](?:%20|\+)?)[ \t]{0,40}(?:(?:[A-Za-z]{1,2}|[@$]{1,2})?\\{0,3}["'`])?[ \t]{0,40}/gi;
const SCHEME =
  /(?:bearer|basic|embedtoken|sharedkey(?:lite)?|negotiate|ntlm|token(?=[ \t]{1,40}[^\s"'`,;)}\]])|digest)(?![\w-])(?:[ \t:]{1,40}|%20|\+(?=\w))?/iy;
const FREE = {
  bearer: /\bbearer(?:[ \t]{1,40}|%20|\+(?=\w)|:[ \t]{1,20}|(?=["'`][ \t]{0,10}[,+&.]))(?:bearer[ \t]{1,20}){0,3}/gi,
  basic: /\bbasic(?:[ \t]{1,40}|%20|\+(?=\w)|:[ \t]{1,20}|(?=["'`][ \t]{0,10}[,+&.]))(?:bearer[ \t]{1,20}){0,3}/gi,
} as const;
const JOINED =
  /["'`][ \t]{0,10}(?:\+|&|,|\.(?=[ \t]{0,5}\$))[ \t]{0,10}|(?:\{0?\}|%s)["'`][ \t]{0,5}(?:\.format\(|%|-f)[ \t]{0,5}/y;
/** What a link of that kind begins with. */
const MAY_JOIN = '"\'`{%';
const QUOTE = /\\{0,3}["'`]/y;

/** What each scheme carries; others carry keys. */
const SCHEMES: readonly (readonly [scheme: string, field: SecretField])[] = [
  ['bearer', 'bearer'],
  ['basic', 'basic'],
  ['embedtoken', 'embed'],
  ['token', 'bearer'],
];

/** Texts that a program writes where a token should be: the name of an object in place of its value. */
export const OBJECT_NAME =
  /^(?:System\.[\w.]{1,80}|Microsoft\.[\w.]{1,80}|\[object [A-Za-z]{1,20}\]|undefined|null|None|NaN)$/;

/** A variable at the end of what a call is given, and the next call: `.header("Authorization", "Bearer " + token).GET()`. */
const LAST_ARGUMENT = /[A-Za-z_]\w{0,60}(?=\)\.[A-Za-z]{1,30}\()/y;

/** What a program puts behind its text. */
const addedValue = (text: string, at: number): Value => {
  const name = matchAt(LAST_ARGUMENT, text, at);
  return name === undefined || looksReal(name)
    ? readValue(text, at)
    : { start: at, end: at + name.length, value: name, quoted: false };
};

/** The value that is put behind a quoted scheme by a program: `"Bearer " + token`, `"Bearer {}".format(token)`. */
const joined = (text: string, at: number, field: SecretField): Found | undefined => {
  const link = MAY_JOIN.includes(text.charAt(at)) ? matchAt(JOINED, text, at) : undefined;
  if (!link) return undefined;
  const value = addedValue(text, at + link.length);
  if (value.value === '') return undefined;
  if (value.quoted) return foundAs(field, value);
  if (link.includes(',')) return foundAs(field, { ...value, expression: true });
  const tail = /["'`]/.exec(link)?.[0] ?? '';
  const end = value.end + (link.includes('(') && text[value.end] === ')' ? 1 : 0);
  return { start: at, end, value: value.value, expression: true, field, tail };
};

/** What the name of an object begins with. */
const MAY_BE_OBJECT = 'SM[unN';
const OBJECT_NAMED =
  /System\.[\w.]{1,80}|Microsoft\.[\w.]{1,80}|\[object [A-Za-z]{1,20}\]|(?:undefined|null|None|NaN)\b/y;

/** `[object Object]` and its like, which hold blanks or brackets. */
const objectName = (text: string, at: number, field: SecretField): Found | undefined => {
  const name = MAY_BE_OBJECT.includes(text.charAt(at)) ? matchAt(OBJECT_NAMED, text, at) : undefined;
  return name ? { start: at, end: at + name.length, value: name, field } : undefined;
};

const ENDS = /\\{0,3}["'`\n]/y;

/** Whether the header ends here. A text that ends behind an open quote was cut: the value may have stood there. */
const isEnd = (text: string, at: number): boolean =>
  at === text.length
    ? !/["'`]/.test(text.slice(Math.max(text.lastIndexOf('\n') + 1, at - 200)))
    : matchAt(ENDS, text, at) !== undefined;

const WRAPPED = /[ \t]{0,40}\\?\n\s{0,40}(?=eyJ|[01]\.A|H4sI|[^\s"']{60})/y;

/** The scheme of a second header that was put behind the first: `Bearer eyJ...,Bearer eyJ...`. */
const NEXT_SCHEME = /^(eyJ.{0,8000}|.{8,8000})[,;]bearer$/i;

/** A value up to the second header, if there is one. What stands behind its scheme is found for itself. */
const ofFirst = (text: string, value: Value): Value => {
  const first = /\s/.test(text.charAt(value.end)) ? NEXT_SCHEME.exec(value.value)?.[1] : undefined;
  return first === undefined || value.quoted ? value : { ...value, end: value.start + first.length, value: first };
};

/** The value that begins just here. */
const valueHere = (text: string, at: number, field: SecretField): Found | undefined => {
  const value = ofFirst(text, readValue(text, at));
  return value.value === '' || isTokenCommand(value) ? undefined : foundAs(field, value);
};

const LETTER = /[\w\uE000]/;
/** Letters in place of a token: `"Bearer x" }`. The quote closes those in front, so that they begin no text as `b'` does. */
const SHORT = /[A-Za-z]{1,2}(?=\\{0,3}["'`](?:[\s,;)}\]]|$))/y;

/** What follows the scheme of an `Authorization` header; an empty place counts, as the header was sent so. */
const afterScheme = (text: string, at: number, field: SecretField): Found | undefined => {
  const special = joined(text, at, field) ?? objectName(text, at, field);
  if (special) return special;
  const short = matchAt(SHORT, text, at);
  if (short) return { start: at, end: at + short.length, value: short, field };
  if (LETTER.test(text.charAt(at))) return valueHere(text, at, field);
  // What is joined to it was cut off.
  if (matchAt(JOINED, text, at)) return undefined;
  if (text.charAt(at) === '`' && isTokenCommand(readValue(text, at))) return undefined;
  const wrapped = matchAt(WRAPPED, text, at);
  if (wrapped) return foundAs(field, readValue(text, at + wrapped.length));
  if (isEnd(text, at) && !(matchAt(QUOTE, text, at) && /[A-Za-z0-9]{12}/.test(text.slice(at, at + 16))))
    return { start: at, end: at, value: '', field };
  return valueHere(text, at, field);
};

/** Longer than the name of any scheme. */
const LONGEST_NAME = 13;

/** The field of the scheme whose name stands here. */
const schemeAt = (text: string, at: number): SecretField => {
  const name = text.slice(at, at + LONGEST_NAME).toLowerCase();
  return SCHEMES.find(([scheme]) => name.startsWith(scheme))?.[1] ?? 'key';
};

const skipSchemes = (text: string, start: number): { at: number; field: SecretField } | undefined => {
  let at = start;
  let field: SecretField | undefined;
  for (let scheme = matchAt(SCHEME, text, at); scheme !== undefined; scheme = matchAt(SCHEME, text, at)) {
    const next = schemeAt(text, at);
    if (field !== undefined && next !== 'bearer') break;
    field = next;
    at += scheme.length;
  }
  return field && { at, field };
};

const findAuthorization = (text: string): readonly Found[] => {
  const found: Found[] = [];
  for (let start = endOfNext(AUTHORIZATION, text, 0); start > 0; start = endOfNext(AUTHORIZATION, text, start)) {
    const scheme = skipSchemes(text, start);
    const value = scheme ? afterScheme(text, scheme.at, scheme.field) : withoutScheme(text, start);
    if (value) found.push(value);
  }
  return found;
};

/** What stands behind the word `Bearer` or `Basic` outside a header: prose says "Bearer token is missing" as well. */
const freeAt = (text: string, at: number, field: keyof typeof FREE): Found | undefined => {
  const value = joined(text, at, field) ?? readValue(text, at);
  const { value: raw } = value;
  // The scheme stands within the quotes too, and is read there: `bearer: 'Bearer ...'`.
  if (isTokenCommand(value) || /^bearer[ \t]/i.test(raw)) return undefined;
  const real = field === 'basic' ? isBasic(raw) : raw.length >= 16 && /\d/.test(raw) && !/=["']/.test(raw);
  const mask = field === 'bearer' && raw !== '' && (value.expression === true || /^[[<{$%]|^x{4,}|\*{3}/i.test(raw));
  return real || mask || OBJECT_NAME.test(raw) ? foundAs(field, value) : undefined;
};

/** The others of a scheme: what was read as the value of a header is not read again. */
const findFree = (text: string, known: ReadonlySet<number>, field: keyof typeof FREE): readonly Found[] => {
  const found: Found[] = [];
  for (let at = endOfNext(FREE[field], text, 0); at > 0; at = endOfNext(FREE[field], text, at)) {
    const value = known.has(at) ? undefined : freeAt(text, at, field);
    if (value) found.push(value);
  }
  return found;
};

/** A variable by what the code put into it. */
const byOrigin = (text: string, found: Found): Found => {
  const origin = found.field === 'bearer' ? originOf(text, found.value, found.start) : undefined;
  return origin === undefined ? found : { expression: true, ...found, value: origin };
};

/**
 * A call that says what its token is for stays beside the mark, as if the program put both together: what stood in a
 * template or among arguments comes behind it.
 */
const withCall = (text: string, found: Found): Found => {
  if (found.field !== 'bearer' || !/["'`]|Get-AzAccessToken/i.test(found.value)) return found;
  const call = found.value.replace(/^\$?\{{1,2}\s{0,5}|\s{0,5}\}{1,2}$/g, '').replace(/^\$(?=\()/, '');
  if (!asksForToken(call)) return found;
  if (found.tail !== undefined)
    return { start: found.start, end: found.start, value: call, expression: true, field: 'bearer' };
  const close = matchAt(/["'`)]/y, text, found.end);
  return close === undefined ? found : { ...found, end: found.end + 1, tail: `${close} + ${call}` };
};

/** Those of headers, and the others. */
const findCredentials = (text: string): readonly Found[] => {
  const found = findAuthorization(text);
  const known = new Set<number>();
  for (const { start, value } of found) if (value !== '' && !OBJECT_NAME.test(value)) known.add(start);
  const free = [...findFree(text, known, 'bearer'), ...findFree(text, known, 'basic')];
  return [...found, ...free].map((one) => withCall(text, byOrigin(text, one)));
};

/** Every credential in an `Authorization` header, however it is written, and behind the word `Bearer`. */
export const findHeaders = findAll([{ marks: ['authorization', 'bearer', 'basic'], find: findCredentials }]);

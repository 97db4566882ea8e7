import type { SecretField } from '../model/secret.ts';
import { fieldOf, TELLING } from './fields.ts';
import { findCookies } from './find-cookies.ts';
import { kindsOf } from './find-shapes.ts';
import { findAll } from './finder.ts';
import type { Found } from './found.ts';
import { matchAt } from './match-at.ts';
import { mayHoldSecret } from './read-call.ts';
import { isCall, isMask, readValue, type Value } from './read-value.ts';

const NAME =
  /(?<![A-Za-z0-9_-])-{0,2}(?:client secret(?: value)?|secret value|access token|refresh token|id token|authorization code|device code|[A-Za-z_][A-Za-z0-9_-]{0,80})(?![A-Za-z0-9_-])/iy;
const OF_NAME = /[A-Za-z0-9_-]/;
/** The first word of a name of two words. */
const LONGEST_FIRST = 16;
const SEPARATOR =
  /(?:\\{0,3}["'`])?\]?[ \t]{0,40}(?=[=:%|])(?:=>|:=|=(?!=)|:(?!:)[ \t]{0,5}(?:[Ss]tring[ \t]{0,5}=)?|%3[Dd]|\|)|\\{0,3}["']?,?\s{0,80}\\{0,3}["']?value\\{0,3}["']?[ \t]{0,20}[:=]|\\{0,3}["'`][ \t]{0,20},(?=[ \t]{0,20}(?:["'`$\\]|[A-Za-z_][\w.]{0,60}[)\]}]))|["'][ \t]{0,20}\n\n|\t/y;
const FLAG = /[ \t]{1,20}(?![-|])/y;
const PROSE =
  /^(?:null|none|undefined|true|false|string|str|object|is|was|no|not|and|or|the|a|an|in|for|from|of|to|required|missing|invalid|expired|optional)[.,;:]?$/i;
const USER = /(?<![\w-])(?:-u|--user)[ \t=]{0,10}["']?[^\s"':]{1,200}:/g;
const USER_IN_URL = /:\/\/[^\s/@:"']{1,100}:(?=[^\s/@"']{1,200}@)/g;
const SECURE_STRING = /ConvertTo-SecureString[ \t]{1,10}(?:-String[ \t]{1,10})?(?=["'$])/gi;

const POSITIONAL =
  /\b(?:ClientSecretCredential\(\s{0,20}[^,()\n]{1,100},\s{0,20}[^,()\n]{1,100},|With(?:ClientSecret|Password)\(|\bNewCredFromSecret\()\s{0,20}(?=["'])/gi;
/** `auth=("user", "password")` of Python. */
const USER_PAIR = /\bauth\s{0,3}=\s{0,3}(?:HTTPBasicAuth)?\(\s{0,20}["'][^"'\n]{1,200}["'],\s{0,20}(?=["'])/g;

/** Whether a tag is `<code>` of HTML around another tag, and no parameter with a value. */
const isMarkup = (text: string, name: string, end: number): boolean =>
  name.toLowerCase() === 'code' && /^<\/?[a-z]{1,10}[\s>]/i.test(text.slice(end + 1, end + 14));

/** Where the value of a name begins: behind a separator, a blank after a command-line flag, or an XML tag. */
const valueStart = (text: string, name: string, start: number): number | undefined => {
  const end = start + name.length;
  const separator = matchAt(SEPARATOR, text, end);
  if (separator !== undefined) return end + separator.length;
  if (text[start - 1] === '<' && text[end] === '>') return isMarkup(text, name, end) ? undefined : end + 1;
  const blank = name.startsWith('-') ? matchAt(FLAG, text, end) : undefined;
  return blank === undefined ? undefined : end + blank.length;
};

/** Whether the name stands where a query or form has its parameters. */
const inQuery = (text: string, start: number, end: number): boolean =>
  /^(?:=|%3D)/i.test(text.slice(end, end + 3)) && /[?&#"'\n;\s]/.test(text[start - 1] ?? '\n');

/** What the network tab of a browser shows as "Status Code" of a call without an answer. */
const NO_STATUS = /^\((?:failed|pending|canceled|blocked)/;

/**
 * Whether a value of `code` is an authorization code: the same name carries error codes and status codes, as in
 * `"code": "InvalidRequest"`, so words and numbers count for nothing.
 */
const isCode = (value: Value, query: boolean): boolean => {
  const raw = value.value;
  if (NO_STATUS.test(raw)) return false;
  if (kindsOf(raw).length > 0) return true;
  if (isMask(value)) return query || /^[[<{$%(]/.test(raw);
  if (/^\d{1,12}$/.test(raw) || /^[A-Za-z_.]+$/.test(raw)) return false;
  return query ? raw.length >= 6 : raw.length >= 40 && /\d/.test(raw) && !/\s/.test(raw);
};

/** A plain word that stands unquoted after a colon: "Invalid token: Signature validation failed". */
const isPlainWord = ({ value, quoted }: Value): boolean =>
  !quoted && /^[A-Za-z]?[a-z]{1,20}$/.test(value) && !/token|secret|code|password|key|xx/i.test(value);

/** What stands behind "token:" and is none: the text of Entra on why it gave none. */
const REFUSAL = /^AADSTS\d{4,8}:/;

/** Whether a value is worth sealing: prose and empty places are not, everything else is. */
const isValue = (value: Value, field: SecretField): boolean => {
  const raw = value.value;
  if (raw === '' || PROSE.test(raw) || REFUSAL.test(raw) || /^(?:[{[(]|[\\^`]{1,3})$/.test(raw)) return false;
  if (isCall(value) && field !== 'bearer') return mayHoldSecret(raw);
  if (field === 'password') return true;
  if (isMask(value)) return !isPlainWord(value);
  if (value.quoted && /\s/.test(raw.trim()) && !/\d/.test(raw)) return false;
  return !/^[A-Za-z]{1,11}[.,:;]?$/.test(raw) && !/^\d{1,5}$/.test(raw);
};

/**
 * What follows a name in JSON and is no value: an empty object, the backslash before a quote, or, behind a comma, the
 * name of the next property, as in the token cache of MSAL: `"credential_type":"AccessToken","client_id":...`.
 */
const isStructure = (text: string, at: number, { value, end, quoted }: Value): boolean =>
  (/^(?:\{\}|\\{1,3})$/.test(value) && /[:=]\s{0,40}$/.test(text.slice(Math.max(0, at - 41), at))) ||
  (quoted &&
    /,\s{0,40}$/.test(text.slice(Math.max(0, at - 41), at)) &&
    /^\\{0,3}["']\s{0,20}:/.test(text.slice(end, end + 26)));

interface Name {
  readonly start: number;
  readonly name: string;
}

/** The name that a place lies in: two or three words such as `client secret`, or one. */
const nameAround = (text: string, first: number, from: number): Name | undefined => {
  let before = first - 1;
  while (before > from && first - before < LONGEST_FIRST && OF_NAME.test(text.charAt(before - 1))) before -= 1;
  const words = text[first - 1] === ' ' && before >= from ? matchAt(NAME, text, before) : undefined;
  if (words !== undefined && before + words.length > first) return { start: before, name: words };
  const name = matchAt(NAME, text, first);
  return name === undefined ? undefined : { start: first, name };
};

/** Every name that may mean a secret: few words of a text hold the letters that tell one. */
const namesIn = (text: string): readonly Name[] => {
  const names: Name[] = [];
  const telling = new RegExp(TELLING, 'gi');
  let from = 0;
  for (let hit = telling.exec(text); hit !== null; hit = telling.exec(text)) {
    let start = hit.index;
    while (start > from && OF_NAME.test(text.charAt(start - 1))) start -= 1;
    const name = nameAround(text, start, from);
    if (name !== undefined) names.push(name);
    from = name === undefined ? telling.lastIndex : name.start + name.name.length;
    while (OF_NAME.test(text[from] ?? '')) from += 1;
    telling.lastIndex = from;
  }
  return names;
};

/** Values by the name in front of them, whatever stands between: query, form, JSON, YAML, environment, code, flags. */
const findNamed = (text: string): readonly Found[] => {
  const found: Found[] = [];
  for (const { start, name } of namesIn(text)) {
    const field = /^-token$/i.test(name) ? 'bearer' : fieldOf(name);
    if (!field || start < (found.at(-1)?.end ?? 0)) continue;
    const at = valueStart(text, name, start);
    // A header of cookies is read to its end elsewhere; a HAR gives name and value apart.
    if (at === undefined || (field === 'cookie' && !/value/i.test(text.slice(start + name.length, at)))) continue;
    const value = readValue(text, at);
    if (/^(?:bearer|basic)\b/i.test(value.value) || isStructure(text, at, value)) continue;
    const named = /^-{0,2}code$/i.test(name);
    if (named ? isCode(value, inQuery(text, start, start + name.length)) : isValue(value, field))
      found.push({ ...value, field });
  }
  return found;
};

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

const findArguments = (pattern: RegExp, text: string, field: SecretField): readonly Found[] =>
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

const argumentsOf =
  (pattern: RegExp, field: SecretField) =>
  (text: string): readonly Found[] =>
    findArguments(pattern, text, field);

/** Every secret that stands behind a name or in a fixed place of a command or URL. */
export const findAssignments = findAll([
  { marks: [], find: findNamed },
  { marks: ['value'], find: findValueFirst },
  { marks: ['cookie'], find: findCookies },
  { marks: ['-u'], find: upTo(USER, /[\s"']/) },
  { marks: ['@'], find: upTo(USER_IN_URL, /@/) },
  { marks: ['securestring'], find: argumentsOf(SECURE_STRING, 'password') },
  { marks: ['secret', 'password'], find: argumentsOf(POSITIONAL, 'client_secret') },
  { marks: ['auth'], find: argumentsOf(USER_PAIR, 'password') },
]);

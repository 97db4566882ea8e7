import { fieldHinted, fieldOf, TELLING } from '../text/fields.ts';
import { type Found, foundAs } from '../text/found.ts';
import { looksRandom } from '../text/looks-random.ts';
import { matchAt } from '../text/match-at.ts';
import { readValue, type Value } from '../text/read-value.ts';
import { type CodePlace, isCode, isStructure, isValue } from './is-value.ts';
import { isMessage } from './password-message.ts';
import { isTokenFilter } from './token-filter.ts';

const NAME =
  /(?<![A-Za-z0-9_-])-{0,2}(?:client secret(?: value)?|secret value|access token|refresh token|id token|authorization code|device code|[A-Za-z_][A-Za-z0-9_-]{0,80})(?![A-Za-z0-9_-])/iy;
const OF_NAME = /[A-Za-z0-9_-]/;
/** The first word of a name of two words. */
const LONGEST_FIRST = 16;
const SEPARATOR =
  /(?:\\{0,3}["'`])?\]?[ \t]{0,40}(?=[=:%|])(?:=>|:=|=(?!=)|:(?!:)[ \t]{0,5}(?:[Ss]tring[ \t]{0,5}=)?|%3[Dd]|\|)|\\{0,3}["']?,?\s{0,80}\\{0,3}["']?value\\{0,3}["']?[ \t]{0,20}[:=]|\\{0,3}["'`][ \t]{0,20},(?=[ \t]{0,20}(?:["'`$\\]|[A-Za-z_][\w.]{0,60}[)\]}]))|["'][ \t]{0,20}\n\n|\t/y;
/** What languages put between a name and the text in quotes that it holds: `<-` of R, `->` and `to` of pairs, a type, a define. */
const BEFORE_QUOTE =
  /\\{0,3}["']?[ \t]{0,10}(?:<-|->)[ \t]{0,5}(?=["'])|["'] to (?=["'])|[ \t]{1,4}(?:CONSTANT[ \t]{1,4})?(?:[Ss]tring|STRING|[Nn]?[Vv]ar[Cc]har2?|N?VARCHAR2?)(?:\([\w ]{1,10}\))?[ \t]{0,5}:?=[ \t]{0,5}(?=N?["'])|(?<=[A-Za-z]_[A-Za-z]{1,40})[ \t]{1,20}(?=["'][^\s"']{8,200}["'])/y;
/** An object, a list or the next element that holds the value alone: `"clientSecret": { "value": "..." }` of ARM. */
const INSIDE =
  /\\{0,3}["']?[ \t]{0,5}[:=][ \t]{0,5}(?:\{\s{0,40}\\{0,3}["']?value\\{0,3}["']?[ \t]{0,5}[:=][ \t]{0,5}|\[\s{0,40}(?=\\{0,3}["'][^\s"']{8,200}["']))|<\/\w{1,20}>\s{0,40}<\w{1,20} name="[\w.]{0,20}value">/y;
/** What marks a name in Markdown, a colon of Chinese and Japanese, and what PHP writes between two texts: `**Secret:** ...`. */
const MARKED =
  /\*{1,2}[ \t]{0,3}:[ \t]{1,5}|:\*{1,2}[ \t]{1,5}|[ \t]{0,3}：[ \t]{0,5}|\\{0,3}";s:\d{1,5}:(?=\\{0,3}")/y;
/** What a person writes behind the words: `client secret (value): ...`, `Client Secret - ...`; and a cell of Robot Framework. */
const NOTED =
  /[ \t]{1,3}\((?:value|secret|key)\)[ \t]{0,3}[:=]|[ \t]{1,3}[-–][ \t]{1,3}(?=(?:[^\s\d]{0,40}\d)\S{12})|(?<=[A-Za-z]_[A-Za-z]{1,40})[ \t]{2,20}(?=\S{8})(?=[^\s\d!#$%&*]{0,60}[\d!#$%&*])(?=[^\sA-Za-z]{0,60}[A-Za-z])/y;
const SEPARATORS: readonly RegExp[] = [INSIDE, MARKED, SEPARATOR, BEFORE_QUOTE, NOTED];
const FLAG = /[ \t]{1,20}(?![-|])/y;
/** What goes on like that is none of these: most names that stand in prose are told from it. */
const PROSE_FOLLOWS = / (?![CVNSvcns])[A-Za-z\d]/y;

const LONGEST_ELEMENT = 4000;
const BEFORE_CONTENT = /\s{0,80}<!\[CDATA\[/y;

/** Whether a tag holds no value: `<code>` of HTML around another tag, and a placeholder such as `"Bearer <token>"`. */
const isMarkup = (text: string, name: string, end: number): boolean =>
  name.toLowerCase() === 'code'
    ? /^<\/?[a-z]{1,10}[\s>]/i.test(text.slice(end + 1, end + 14))
    : /[\s"'`,;)\]}\\&]/.test(text.charAt(end + 1)) && !text.slice(end, end + LONGEST_ELEMENT).includes(`</${name}>`);

/** Where the value of a name begins: behind a separator, a blank after a command-line flag, or an XML tag. */
const valueStart = (text: string, name: string, start: number): number | undefined => {
  const end = start + name.length;
  if (!name.startsWith('-') && matchAt(PROSE_FOLLOWS, text, end) !== undefined) return undefined;
  for (const pattern of SEPARATORS) {
    const separator = matchAt(pattern, text, end);
    if (separator !== undefined) return end + separator.length;
  }
  if (text[start - 1] === '<' && text[end] === '>')
    return isMarkup(text, name, end) ? undefined : end + 1 + (matchAt(BEFORE_CONTENT, text, end + 1)?.length ?? 0);
  const blank = name.startsWith('-') ? matchAt(FLAG, text, end) : undefined;
  return blank === undefined ? undefined : end + blank.length;
};

/** Whether a name stands where a query or form has its parameters. */
const placeOf = (text: string, start: number, end: number): CodePlace => {
  const before = text[start - 1] ?? '\n';
  if (!/^(?:=|%3D)/i.test(text.slice(end, end + 3)) || !/[?&#"'\n;\s]/.test(before)) return 'elsewhere';
  return /[?&#]/.test(before) ? 'query' : 'assigned';
};

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

/** Whether `pass` has a password behind it: the results of tests say `PASS: creates a workspace` and `pass 12`. */
const isPassword = (name: string, { value, quoted }: Value, before: string): boolean =>
  quoted ||
  name.startsWith('-') ||
  (name !== 'PASS' &&
    !/^\d{1,5}$/.test(value) &&
    (/[=:]/.test(before) || (/[A-Za-z]/.test(value) && /[\d!#$%&*]\S/.test(value))));

/** A module of MSAL for Python by which its log lines begin; what they show of a code has a name of its own. */
const isLogger = (text: string, start: number): boolean => text.slice(Math.max(0, start - 10), start) === 'oauth2cli.';

/** A text that ends behind the name: `"pw="` in JSON, and, in a sentence, `the 'code=' part of the URL`. */
const isQuotedName = (text: string, start: number, end: number): boolean => {
  const close = /^[=:]\\{0,3}(["'`])(?=\s{0,5}[,\]})]|[ \t][A-Za-z]|$)/.exec(text.slice(end, end + 16))?.[1];
  return close !== undefined && text[start - 1] === close;
};

/** What stands behind a name that may mean a secret is one where it looks like one. */
const HINTED_VALUE = /^[\w+/.~!#$%^*@-]{16,4000}={0,2}$/;

/** Values by the name in front of them, whatever stands between: query, form, JSON, YAML, environment, code, flags. */
export const findNamed = (text: string): readonly Found[] => {
  const found: Found[] = [];
  /** Where the last value ends that was looked at because of a hint: one in it would be read as far again. */
  let passed = 0;
  for (const { start, name } of namesIn(text)) {
    const known = /^-token$/i.test(name) ? 'bearer' : fieldOf(name);
    const field = known ?? fieldHinted(name);
    if (!field || (known === undefined && start < passed) || isLogger(text, start) || start < (found.at(-1)?.end ?? 0))
      continue;
    const at = valueStart(text, name, start);
    // A header of cookies is read to its end elsewhere; a HAR gives name and value apart.
    if (at === undefined || (field === 'cookie' && !/value/i.test(text.slice(start + name.length, at)))) continue;
    const value = readValue(text, at);
    if (known === undefined) passed = value.end;
    if (known === undefined && !(HINTED_VALUE.test(value.value) && looksRandom(value.value))) continue;
    if (/^(?:bearer|basic)\b/i.test(value.value) || isStructure(text, { start, end: start + name.length }, value))
      continue;
    if (isTokenFilter(value.value) || (field === 'password' && isMessage(text, start, value))) continue;
    const named = /^-{0,2}code$/i.test(name);
    if (isQuotedName(text, start, start + name.length)) continue;
    if (/^-{0,2}pass$/i.test(name) && !isPassword(name, value, text.charAt(value.start - 1))) continue;
    if (named ? isCode(value, placeOf(text, start, start + name.length)) : isValue(value, field))
      found.push(foundAs(field, value));
  }
  return found;
};

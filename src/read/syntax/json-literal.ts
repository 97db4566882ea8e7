import type { Json, JsonObject } from '../../model/secret.ts';
import { execAt } from '../../redact/text/match-at.ts';

/** A value, where it ended, and whether it ended as it should. */
export interface Parsed<T extends Json = Json> {
  readonly value: T;
  readonly to: number;
  readonly closed: boolean;
}

const DEEPEST = 40;
/** How far a string may run on behind its first line break, and how long blanks, names and bare words may be. */
const BEHIND_BREAK = 800;
const BLANKS = 200;
const BACKSLASH = 92;
const LINE_BREAK = 10;
const LONGEST_WORD = 200;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const WORDS: Readonly<Record<string, Json>> = {
  true: true,
  True: true,
  false: false,
  False: false,
  null: null,
  None: null,
  undefined: null,
};

/** Blanks and line breaks; a text is full of quotes behind which one is looked for. */
const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0;

const skipBlanks = (text: string, from: number): number => {
  let at = from;
  while (at - from < BLANKS && isBlank(text.charCodeAt(at))) at += 1;
  return at;
};

/** A string without its escapes. */
export const unescapeString = (raw: string): string =>
  raw.replace(/\\(u[\da-fA-F]{4}|[\s\S])/g, (_, code: string) =>
    code.length === 5 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (ESCAPES[code] ?? code),
  );

/** Whether a quote at this place ends a string: what follows must be able to follow a string. */
const endsString = (text: string, at: number): boolean => {
  const next = text[skipBlanks(text, at + 1)];
  return next === undefined || ',}])+'.includes(next);
};

/** A stretch in which no such quote ends a string: what opens in it is not looked for in it again. */
let endless = { text: '', quote: 0, from: 0, to: 0 };

/** Where a string ends: at its quote, or where it was cut off. */
const stringEnd = (text: string, from: number): { readonly to: number; readonly closed: boolean } => {
  const quote = text.charCodeAt(from);
  const isInside = endless.quote === quote && from > endless.from && from < endless.to && endless.text === text;
  const start = isInside ? endless.to : from + 1;
  let firstBreak = -1;
  let limit = text.length;
  let at = from + 1;
  for (; at < limit; at += 1) {
    const c = text.charCodeAt(at);
    if (c === BACKSLASH) at += 1;
    else if (c === LINE_BREAK && firstBreak === -1) {
      firstBreak = at;
      limit = Math.min(limit, at + BEHIND_BREAK);
      at = Math.max(at, start - 1);
    } else if (c === quote && at >= start && endsString(text, at)) return { to: at, closed: true };
  }
  endless = { text, quote, from, to: at };
  return { to: firstBreak === -1 ? text.length : firstBreak, closed: false };
};

/** A string; `'a' + 'b'`, as Node prints long ones, is one. */
const parseString = (text: string, from: number): Parsed<string> => {
  const { to, closed } = stringEnd(text, from);
  const value = unescapeString(text.slice(from + 1, to));
  if (!closed) return { value, to, closed };
  const plus = skipBlanks(text, to + 1);
  const next = skipBlanks(text, plus + 1);
  if (text[plus] !== '+' || !/["'`]/.test(text[next] ?? '')) return { value, to: to + 1, closed };
  const { to: tailTo, closed: tailClosed } = stringEnd(text, next);
  const tail = unescapeString(text.slice(next + 1, tailTo));
  return { value: value + tail, to: tailClosed ? tailTo + 1 : tailTo, closed: tailClosed };
};

const numberOrWord = (word: string): Json => {
  if (Object.hasOwn(WORDS, word)) return WORDS[word] ?? null;
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(word) ? Number(word) : word;
};

/** A bare word: a number, a literal of JSON, Python or JavaScript, or a masked value without quotes. */
const parseWord = (text: string, from: number): Parsed | undefined => {
  let to = from;
  while (to - from < LONGEST_WORD && to < text.length && !/[,}\]\n\r"'{[]/.test(text.charAt(to))) to += 1;
  const word = text.slice(from, to).trim();
  return word === '' ? undefined : { value: numberOrWord(word), to, closed: true };
};

const parseList = (text: string, from: number, depth: number): Parsed => {
  const value: Json[] = [];
  for (let at = skipBlanks(text, from + 1); ; ) {
    if (text[at] === ']') return { value, to: at + 1, closed: true };
    const item = parseValue(text, at, depth);
    if (item === undefined) return { value, to: at, closed: false };
    value.push(item.value);
    if (!item.closed) return { value, to: item.to, closed: false };
    at = skipBlanks(text, item.to);
    if (text[at] === ',') at = skipBlanks(text, at + 1);
    else if (text[at] !== ']') return { value, to: item.to, closed: false };
  }
};

/** An object that stands in quotes without being escaped, as careless loggers write it: `"message":"{"code":...}"`. */
const parseQuotedObject = (text: string, from: number, depth: number): Parsed | undefined => {
  if (!/^["'](?:\{"\w|\{\s{0,20}"\w)/.test(text.slice(from, from + 24))) return undefined;
  const inner = parseObject(text, from + 1, depth);
  return inner === undefined ? undefined : { ...inner, to: text[inner.to] === text[from] ? inner.to + 1 : inner.to };
};

const parseValue = (text: string, from: number, depth: number): Parsed | undefined => {
  if (depth > DEEPEST) return undefined;
  const prefixed = /^[bfru]["']/.test(text.slice(from, from + 2)) ? from + 1 : from;
  const c = text[prefixed];
  if (c === undefined) return undefined;
  if (c === '{') return parseObject(text, prefixed, depth + 1);
  if (c === '[') return parseList(text, prefixed, depth + 1);
  if (c === '"' || c === "'" || c === '`')
    return parseQuotedObject(text, prefixed, depth + 1) ?? parseString(text, prefixed);
  return parseWord(text, prefixed);
};

const NAME = /(?:[bu]?(["'])([^"'\\\n{}]{1,120})\1|([A-Za-z_$@][\w$.@-]{0,80}))\s{0,20}:/y;

/** The name of a field with its colon: quoted as in JSON and Python, or bare as Node prints it. */
const parseName = (text: string, from: number): { readonly name: string; readonly to: number } | undefined => {
  const match = execAt(NAME, text, from);
  if (match === undefined) return undefined;
  return { name: match[2] ?? match[3] ?? '', to: from + match[0].length };
};

/** An object. What follows a fault is left out, and the object counts as not closed. */
export const parseObject = (text: string, from: number, depth: number): Parsed<JsonObject> | undefined => {
  const value: Record<string, Json> = Object.create(null);
  let to = from + 1;
  for (let at = skipBlanks(text, to); ; ) {
    if (text[at] === '}') return { value, to: at + 1, closed: true };
    const name = parseName(text, at);
    if (name === undefined) return { value, to, closed: false };
    const field = parseValue(text, skipBlanks(text, name.to), depth);
    if (field === undefined) return { value, to, closed: false };
    value[name.name] = field.value;
    to = field.to;
    if (!field.closed) return { value, to, closed: false };
    at = skipBlanks(text, to);
    if (text[at] === ',') at = skipBlanks(text, at + 1);
    else if (text[at] !== '}') return { value, to, closed: false };
  }
};

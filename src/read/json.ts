import type { Json, JsonObject } from '../model/secret.ts';

/**
 * A JSON object found in a text. `text` is the object as JSON-like text, unescaped where it stood escaped in a
 * string; `closed` says whether its end was seen.
 */
export interface FoundJson {
  readonly value: JsonObject;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly closed: boolean;
}

/** A value, where it ended, and whether it ended as it should. */
interface Parsed<T extends Json = Json> {
  readonly value: T;
  readonly to: number;
  readonly closed: boolean;
}

const DEEPEST = 40;
/** How far a string may run on behind its first line break, and how long blanks, names and bare words may be. */
const BEHIND_BREAK = 2_000;
const BLANKS = 200;
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

const skipBlanks = (text: string, from: number): number => {
  let at = from;
  while (at - from < BLANKS && /\s/.test(text[at] ?? '')) at += 1;
  return at;
};

const unescapeString = (raw: string): string =>
  raw.replace(/\\(u[\da-fA-F]{4}|[\s\S])/g, (_, code: string) =>
    code.length === 5 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (ESCAPES[code] ?? code),
  );

/** Whether a quote at this place ends a string: what follows must be able to follow a string. */
const endsString = (text: string, at: number, ends: string): boolean => {
  const next = text[skipBlanks(text, at + 1)];
  return next === undefined || ends.includes(next);
};

/** Where a string ends: at its quote, or where it was cut off. */
const stringEnd = (text: string, from: number, ends: string): { readonly to: number; readonly closed: boolean } => {
  const quote = text[from] ?? '';
  let firstBreak = -1;
  for (let at = from + 1; at < text.length; at += 1) {
    const c = text[at];
    if (c === '\\') at += 1;
    else if (c === '\n' && firstBreak === -1) firstBreak = at;
    else if (c === quote && endsString(text, at, ends)) return { to: at, closed: true };
    if (firstBreak !== -1 && at - firstBreak > BEHIND_BREAK) break;
  }
  return { to: firstBreak === -1 ? text.length : firstBreak, closed: false };
};

/** A string; `'a' + 'b'`, as Node prints long ones, is one. */
const parseString = (text: string, from: number, ends: string): Parsed<string> => {
  const { to, closed } = stringEnd(text, from, `${ends}+`);
  const value = unescapeString(text.slice(from + 1, to));
  if (!closed) return { value, to, closed };
  const plus = skipBlanks(text, to + 1);
  const next = skipBlanks(text, plus + 1);
  if (text[plus] !== '+' || !/["'`]/.test(text[next] ?? '')) return { value, to: to + 1, closed };
  const { to: tailTo, closed: tailClosed } = stringEnd(text, next, `${ends}+`);
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
  while (to - from < LONGEST_WORD && to < text.length && !/[,}\]\n\r"'{[]/.test(text[to] ?? '')) to += 1;
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
  const prefixed = /^[bu]["']/.test(text.slice(from, from + 2)) ? from + 1 : from;
  const c = text[prefixed];
  if (c === undefined) return undefined;
  if (c === '{') return parseObject(text, prefixed, depth + 1);
  if (c === '[') return parseList(text, prefixed, depth + 1);
  if (c === '"' || c === "'" || c === '`')
    return parseQuotedObject(text, prefixed, depth + 1) ?? parseString(text, prefixed, ',}])');
  return parseWord(text, prefixed);
};

/** The name of a field with its colon: quoted as in JSON and Python, or bare as Node prints it. */
const parseName = (text: string, from: number): { readonly name: string; readonly to: number } | undefined => {
  const match =
    /^(?:[bu]?(["'])([^"'\\\n{}]{1,120})\1|([A-Za-z_$@][\w$.@-]{0,80}))\s{0,20}:/.exec(text.slice(from, from + 240)) ??
    undefined;
  if (match === undefined) return undefined;
  return { name: match[2] ?? match[3] ?? '', to: from + match[0].length };
};

/** An object. What follows a fault is left out, and the object counts as not closed. */
const parseObject = (text: string, from: number, depth: number): Parsed<JsonObject> | undefined => {
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

/** How JSON is escaped inside other text: how it opens, and what stands for one character of it. */
const ESCAPED_FORMS: readonly {
  readonly opens: RegExp;
  readonly character: RegExp;
  readonly unescape: (raw: string) => string;
}[] = [
  {
    opens: /^\{(?:\\[rnt]|\s){0,40}\\{1,7}["'][^"'\\{}\n]{1,80}\\{1,7}["']\s{0,20}:/,
    character: /\\u[\da-fA-F]{4}|\\[\s\S]|[\s\S]/g,
    unescape: unescapeString,
  },
  {
    opens: /^\{\s{0,40}&(?:quot|#34);[^&{}\n]{1,80}&(?:quot|#34);\s{0,20}:/,
    character: /&(?:quot|#34|#39|amp);|[\s\S]/g,
    unescape: (raw) => raw.replace(/&(?:quot|#34);/g, '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
  },
];
/** How much is unescaped: a little first, so that a run of small objects costs little; more for a long one. */
const STRETCHES = [1_000, 20_000] as const;

/** How many characters of the escaped text the first `count` characters took. */
const rawLength = (raw: string, character: RegExp, count: number): number => {
  let length = 0;
  let seen = 0;
  for (const match of raw.matchAll(character)) {
    if (seen === count) break;
    seen += 1;
    length += match[0].length;
  }
  return length;
};

/** An object whose quotes are escaped, as in a JSON string or in HTML. */
const findEscaped = (text: string, from: number, level: number): FoundJson | undefined => {
  const form = ESCAPED_FORMS.find(({ opens }) => opens.test(text.slice(from, from + 200)));
  if (form === undefined || level > 3) return undefined;
  let found: FoundJson | undefined;
  for (const length of STRETCHES) {
    const raw = text.slice(from, from + length);
    const inner = objectAt(form.unescape(raw), 0, level + 1);
    if (inner === undefined) continue;
    found = { ...inner, from, to: from + Math.max(1, rawLength(raw, form.character, inner.to)) };
    if (found.closed) break;
  }
  return found;
};

const objectAt = (text: string, from: number, level: number): FoundJson | undefined => {
  const escaped = findEscaped(text, from, level);
  if (escaped !== undefined) return escaped;
  const parsed = parseObject(text, from, 0);
  if (parsed === undefined || Object.keys(parsed.value).length === 0) return undefined;
  const { value, to, closed } = parsed;
  return { value, text: text.slice(from, to), from, to, closed };
};

/**
 * Every object that stands in a text: JSON, a Python or JavaScript literal, or JSON escaped in a string; an object
 * that is cut off gives the fields before the cut. Objects inside of found ones are part of those.
 */
export const findJson = (text: string): readonly FoundJson[] => {
  const found: FoundJson[] = [];
  for (let at = text.indexOf('{'); at !== -1; ) {
    const object = objectAt(text, at, 0);
    if (object !== undefined) found.push(object);
    at = text.indexOf('{', Math.max(object?.to ?? 0, at + 1));
  }
  return found;
};

/** Whether a value is an object. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object a value is, or that it holds as text. */
export const objectIn = (value: Json | undefined): JsonObject | undefined => {
  if (isObject(value)) return value;
  if (typeof value !== 'string' || !value.trimStart().startsWith('{')) return undefined;
  return findJson(value)[0]?.value;
};

/** A field by its name, letter case not counting. */
export const fieldOf = (object: JsonObject, ...names: readonly string[]): Json | undefined => {
  for (const name of names) {
    if (Object.hasOwn(object, name)) return object[name];
    const other = Object.keys(object).find((key) => key.toLowerCase() === name.toLowerCase());
    if (other !== undefined) return object[other];
  }
  return undefined;
};

/** A field that is a text with something in it. */
export const textField = (object: JsonObject, ...names: readonly string[]): string | undefined => {
  const value = fieldOf(object, ...names);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

import type { Json, JsonObject } from '../../model/secret.ts';
import { matchAt } from '../../redact/text/match-at.ts';
import { remembered } from '../text/remembered.ts';
import { parseObject, unescapeString } from './json-literal.ts';

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

/** How JSON is escaped inside other text: how it opens, and what stands for one character of it. */
const ESCAPED_FORMS: readonly {
  readonly opens: RegExp;
  readonly character: RegExp;
  readonly unescape: (raw: string) => string;
}[] = [
  {
    opens: /\{(?:\\[rnt]|\s){0,40}\\{1,7}["'][^"'\\{}\n]{1,80}\\{1,7}["']\s{0,20}:/y,
    character: /\\u[\da-fA-F]{4}|\\[\s\S]|[\s\S]/g,
    unescape: unescapeString,
  },
  {
    opens: /\{\s{0,40}&(?:quot|#34);[^&{}\n]{1,80}&(?:quot|#34);\s{0,20}:/y,
    character: /&(?:quot|#34|#39|amp);|[\s\S]/g,
    unescape: (raw) =>
      raw
        .replace(/&(?:quot|#34);/g, '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
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
  const form = ESCAPED_FORMS.find(({ opens }) => matchAt(opens, text, from) !== undefined);
  if (form === undefined || level > 3) return undefined;
  let found: FoundJson | undefined;
  for (const length of STRETCHES) {
    const raw = text.slice(from, from + length);
    const inner = objectAt(form.unescape(raw), 0, level + 1);
    if (inner === undefined) continue;
    found = { ...inner, from, to: from + Math.max(1, rawLength(raw, form.character, inner.to)) };
    if (found.closed || found.to - from < length - 300) break;
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
export const findJson = remembered((text: string): readonly FoundJson[] => {
  const found: FoundJson[] = [];
  for (let at = text.indexOf('{'); at !== -1; ) {
    const object = objectAt(text, at, 0);
    if (object !== undefined) found.push(object);
    at = text.indexOf('{', Math.max(object?.to ?? 0, at + 1));
  }
  return found;
});

/** Whether a value is an object. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list; none of anything else. */
export const objectsOf = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** The object a value is, or that it holds as text. */
export const objectIn = (value: Json | undefined): JsonObject | undefined => {
  if (isObject(value)) return value;
  if (typeof value !== 'string' || !value.trimStart().startsWith('{')) return undefined;
  return findJson(value)[0]?.value;
};

let last: { readonly object: JsonObject; readonly names: readonly string[] } | undefined;

/** The names of an object, which is asked for many of them in a row. */
const namesOf = (object: JsonObject): readonly string[] => {
  if (last?.object !== object) last = { object, names: Object.keys(object) };
  return last.names;
};

/** A field by its name, letter case not counting. */
export const fieldOf = (object: JsonObject, ...names: readonly string[]): Json | undefined => {
  for (const name of names) {
    if (Object.hasOwn(object, name)) return object[name];
    for (const key of namesOf(object))
      if (key.length === name.length && key.toLowerCase() === name.toLowerCase()) return object[key];
  }
  return undefined;
};

/** A field that is a text with something in it. */
export const textField = (object: JsonObject, ...names: readonly string[]): string | undefined => {
  const value = fieldOf(object, ...names);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

import type { Diagnosis } from '../model/diagnosis.ts';
import { neutralise, unsealed } from '../redact/neutralise.ts';

/** Changes every text of plain data, keys left alone. */
export const mapTexts = <T>(value: T, change: (text: string) => string): T => {
  const walk = (each: unknown): unknown => {
    if (typeof each === 'string') return change(each);
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value) as T;
};

const TYPOGRAPHY: readonly (readonly [RegExp, string])[] = [
  [/[‘’]/g, "'"],
  [/[“”]/g, '"'],
  [/[–—]/g, '-'],
  [/…/g, '...'],
  [/→/g, '->'],
  [/›/g, '>'],
];

/** The text without typographic marks, for terminals that have ASCII only. */
export const toAscii = (text: string): string => TYPOGRAPHY.reduce((t, [from, to]) => t.replace(from, to), text);

/** Text in which nothing can be unsafe: most of what is printed. */
const PLAIN = /^[\n -~]*$/;

/**
 * A diagnosis that is safe to print: seals named, and every text neutralised line by line (commands have several).
 * It is done to the whole at once so that no writer can forget it.
 */
export const readable = (diagnosis: Diagnosis, unicode: boolean): Diagnosis =>
  mapTexts(diagnosis, (text) => {
    if (PLAIN.test(text)) return text;
    const safe = unsealed(text, diagnosis.secrets)
      .split('\n')
      .map((line) => neutralise(line))
      .join('\n');
    return unicode ? safe : toAscii(safe);
  });

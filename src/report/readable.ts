import type { Diagnosis } from '../model/diagnosis.ts';
import { type Secret, sealPattern } from '../model/secret.ts';
import { neutralise } from '../redact/neutralise.ts';
import { CREDENTIAL_WORDS } from './words.ts';

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

/** A text in which each seal reads as what it stands for, such as `[authorization code #1]`. */
export const nameSecrets = (text: string, secrets: readonly Secret[]): string =>
  text.replace(sealPattern(), (_, id: string) => {
    const secret = secrets.find((each) => each.id === Number(id));
    return `[${CREDENTIAL_WORDS[secret?.kind ?? 'other']} #${id}]`;
  });

const TYPOGRAPHY: readonly (readonly [RegExp, string])[] = [
  [/[‘’]/g, "'"],
  [/[“”]/g, '"'],
  [/[–—]/g, '-'],
  [/…/g, '...'],
  [/→/g, '->'],
  [/›/g, '>'],
];

const toAscii = (text: string): string => TYPOGRAPHY.reduce((t, [from, to]) => t.replace(from, to), text);

/**
 * A diagnosis that is safe to print: seals named, and every text neutralised line by line (commands have several).
 * It is done to the whole at once so that no writer can forget it.
 */
export const readable = (diagnosis: Diagnosis, unicode: boolean): Diagnosis =>
  mapTexts(diagnosis, (text) => {
    const safe = nameSecrets(text, diagnosis.secrets)
      .split('\n')
      .map((line) => neutralise(line))
      .join('\n');
    return unicode ? safe : toAscii(safe);
  });

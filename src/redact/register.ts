import { type Secret, type SecretField, seal } from '../model/secret.ts';
import { describe, type Sighting } from './describe.ts';
import { type Echoes, type EchoFound, echoesOf } from './echoes.ts';
import { OBJECT_NAME } from './find/find-headers.ts';
import type { Found } from './text/found.ts';
import { kindOfWords, maskWords } from './text/masks.ts';
import { isPseudonym } from './text/pseudonym.ts';
import { canonical } from './text/views.ts';

/** Numbers secrets: the same value gets the same number, however it is written. */
export interface Register {
  /** The number of what was found, new or known. */
  readonly idOf: (found: Found) => number;
  /** Where values of the register stand in a text. */
  readonly echoesIn: Echoes['find'];
  readonly secretOf: (id: number) => Secret | undefined;
  readonly secrets: () => readonly Secret[];
}

/** What stands for a value: a mask, a variable, the name of an object, nothing at all. */
export const maskOf = ({ value, expression }: Pick<Found, 'value' | 'expression'>): string | undefined =>
  value === '' || OBJECT_NAME.test(value) ? undefined : maskWords(value, expression === true);

/**
 * What makes two places hold the same value. A mask that does not say what it hides says nothing of another place
 * with the same mask, so its field is part of it.
 */
const keyOf = (found: Found, mask: string | undefined): string => {
  if (mask === undefined || isPseudonym(found.value)) return `=${canonical(found.value)}`;
  return kindOfWords(mask) ? `mask ${mask}` : `mask ${mask} ${found.field} ${found.value}`;
};

/** Letters with capitals among them: no plain word, though the name of something at times. */
const isNoWord = (value: string): boolean =>
  value.length >= 12 && /^[A-Za-z]+$/.test(value) && /[a-z][A-Z]/.test(value);

/** Values that are searched again everywhere: long, and no plain word or id that may stand for something else. */
const isTelling = (value: string): boolean =>
  value.length >= 8 &&
  !OBJECT_NAME.test(value) &&
  (!/^[A-Za-z ]+$/.test(value) || isNoWord(value)) &&
  !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

/** The place of a variable or command that a program fills: `$token`, `${token}`, `$(...)`, `{{token}}`, `%TOKEN%`. */
const FILLED = /^(?:\$[({A-Za-z_]|\{\{|%[A-Za-z_]\w{0,60}%$)/;

const isOfProgram = ({ value, expression }: Found): boolean => expression === true || FILLED.test(value);

/** A header of cookies holds several values, each of which may stand elsewhere. */
const partsOf = ({ value, field }: Found): readonly string[] =>
  field === 'cookie'
    ? [value, ...value.split(/;\s{0,5}/).map((pair) => pair.slice(pair.indexOf('=') + 1))].filter(
        (part) => part === value || part.length >= 12,
      )
    : [value];

/** Whether two finds say the same. */
const isAlike = (a: Found, b: Found): boolean =>
  a.value === b.value && a.field === b.field && a.wrapped === b.wrapped && a.expression === b.expression;

/** A new register. */
export const registerOf = (): Register => {
  const byKey = new Map<string, Sighting>();
  const sightings: Sighting[] = [];
  const echoes = echoesOf();
  const sightingOf = (found: Found): number => {
    const mask = maskOf(found);
    const key = keyOf(found, mask);
    const known = byKey.get(key);
    const fields: readonly SecretField[] = known?.fields ?? [];
    if (known !== undefined && fields.includes(found.field) && (found.wrapped === true || !known.wrapped))
      return known.id;
    const sighting: Sighting = {
      id: known?.id ?? sightings.length + 1,
      value: known?.value ?? found.value,
      length: known?.length ?? found.value.length,
      wrapped: (known?.wrapped ?? true) && found.wrapped === true,
      fields: fields.includes(found.field) ? fields : [...fields, found.field],
      ...(mask !== undefined && { mask }),
      ...(mask !== undefined && isOfProgram(found) && { isExpression: true }),
    };
    byKey.set(key, sighting);
    sightings[sighting.id - 1] = sighting;
    if (known === undefined && mask === undefined) {
      for (const part of partsOf(found).filter(isTelling)) echoes.add(sighting.id, part);
    }
    return sighting.id;
  };
  let last: { readonly found: Found; readonly id: number } | undefined;
  /** A log repeats its values, and often the one before. */
  const idOf = (found: Found): number => {
    if (last === undefined || !isAlike(found, last.found)) last = { found, id: sightingOf(found) };
    return last.id;
  };
  return {
    idOf,
    echoesIn: echoes.find,
    secretOf: (id) => {
      const sighting = sightings[id - 1];
      return sighting && describe(sighting);
    },
    secrets: () => sightings.map(describe),
  };
};

/** The quote of the name in front of a literal in JSON: `{"password": 12345}`, or in a list, `{"password": [12345, 67890]}`. */
const BEFORE_LITERAL = /(\\{0,7}")\s{0,40}:\s{0,40}(?:\[(?:[\s,[\]\d.eE+-]|\\{0,7}"[^"\\]{0,200}\\{0,7}"){0,300})?$/;
const LITERAL = /^(?:-?\d[\d.eE+-]*|true|false)$/;

/** What has to stand around a mark so that the text keeps its form: a literal of JSON has no quotes. */
const quoteFor = (text: string, { start, value }: Found): string =>
  LITERAL.test(value) ? (BEFORE_LITERAL.exec(text.slice(Math.max(0, start - 300), start))?.[1] ?? '') : '';

/** The text with marks in place of what was found. Line breaks of a wrapped value follow its mark. */
export const withMarks = (text: string, finds: readonly Found[], register: Register): string => {
  const pieces: string[] = [];
  let at = 0;
  for (const found of finds) {
    const covered = text.slice(found.start, found.end);
    const breaks = covered.includes('\n') ? covered.replace(/[^\n]+/g, '') : '';
    const gap = found.value === '' && /\w/.test(text.charAt(found.start - 1)) ? ' ' : '';
    const quote = quoteFor(text, found);
    const mark = `${quote}${seal(register.idOf(found))}${quote}`;
    pieces.push(text.slice(at, found.start), `${gap}${mark}${found.tail ?? ''}${breaks}`);
    at = found.end;
  }
  return [...pieces, text.slice(at)].join('');
};

/** What stands around a number in JSON: as a value behind its name, or in a list. */
const BEFORE_NUMBER = /(\\{0,7}")(?:\s{0,40}:|[^"\n]{0,200}[[,])\s{0,40}$/;
const START_OF_NUMBER = /-?[\d.eE+]{0,30}$/;
const END_OF_NUMBER = /^[\d.eE+-]{0,30}(?=\s{0,40}[,}\]])/;

/** The whole number that an echo lies in, with the quotes that a mark needs in its place, where the text is JSON. */
const numberAround = (text: string, { start, end }: EchoFound) => {
  const own = text.slice(start, end);
  const after = /^-?[\d.][\d.eE+-]*$/.test(own) ? END_OF_NUMBER.exec(text.slice(end, end + 80))?.[0] : undefined;
  if (after === undefined) return undefined;
  const from = start - (START_OF_NUMBER.exec(text.slice(Math.max(0, start - 40), start))?.[0].length ?? 0);
  const quote = BEFORE_NUMBER.exec(text.slice(Math.max(0, from - 300), from))?.[1];
  return quote === undefined ? undefined : { from, to: end + after.length, quote };
};

/** The text with marks where values of the register stand again: in prose, in a log line, in an error. */
export const withEchoMarks = (text: string, echoes: readonly EchoFound[]): string => {
  const pieces: string[] = [];
  let at = 0;
  for (const echo of echoes) {
    if (echo.start < at) continue;
    const number = numberAround(text, echo);
    const { from, to, quote } =
      number !== undefined && number.from >= at ? number : { from: echo.start, to: echo.end, quote: '' };
    pieces.push(text.slice(at, from), `${quote}${seal(echo.id)}${quote}`);
    at = to;
  }
  return [...pieces, text.slice(at)].join('');
};

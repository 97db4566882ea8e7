import type { Notice } from '../model/evidence.ts';
import type { Paste } from '../model/paste.ts';
import { type Secret, type SecretField, seal } from '../model/secret.ts';
import { describe, type Sighting } from './describe.ts';
import { findAssignments } from './find-assignments.ts';
import { findHeaders, OBJECT_NAME } from './find-headers.ts';
import { findOptions, findSessionValues } from './find-options.ts';
import { findShapes } from './find-shapes.ts';
import { findTokens } from './find-tokens.ts';
import type { Found } from './found.ts';
import { kindOfWords, maskWords } from './masks.ts';
import { prepareText } from './prepare.ts';

/** Two finds that overlap, as one: the field of the first, which is structure, and the reach of both. */
const merge = (text: string, first: Found, second: Found): Found => {
  if (second.end <= first.end) return first;
  const start = Math.min(first.start, second.start);
  const value = second.start === start ? second.value : text.slice(start, second.end);
  return { start, end: second.end, value, field: first.field, ...(second.wrapped && { wrapped: true }) };
};

/** All finds of a text in order, none overlapping. Structure decides the field, shape may reach further. */
const findSecrets = (text: string): readonly Found[] => {
  const structure = [...findHeaders(text), ...findAssignments(text), ...findOptions(text)];
  const shapes = [...findTokens(text), ...findShapes(text), ...findSessionValues(text)];
  const ranked = [...structure.map((found) => ({ found, rank: 0 })), ...shapes.map((found) => ({ found, rank: 1 }))];
  ranked.sort((a, b) => a.found.start - b.found.start || a.rank - b.rank || b.found.end - a.found.end);
  const result: Found[] = [];
  for (const { found } of ranked) {
    const last = result.at(-1);
    if (last && found.start < last.end) result[result.length - 1] = merge(text, last, found);
    else result.push(found);
  }
  return result;
};

interface Register {
  readonly byKey: Map<string, Sighting>;
  readonly sightings: Sighting[];
}

const unescape = (value: string): string =>
  value.replace(/%([0-7][0-9A-Fa-f])/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/**
 * What makes two places hold the same value. A mask that does not say what it hides says nothing of another place
 * with the same mask, so its field is part of it.
 */
const keyOf = (found: Found, mask: string | undefined): string => {
  if (mask === undefined) return `=${unescape(found.value)}`;
  return kindOfWords(mask) ? `mask ${mask}` : `mask ${mask} ${found.field} ${found.value}`;
};

/** The id of what was found, new or known, with its field added to the register. */
const register = ({ byKey, sightings }: Register, found: Found): number => {
  const isName = OBJECT_NAME.test(found.value);
  const mask = found.value === '' || isName ? undefined : maskWords(found.value, found.expression === true);
  const key = keyOf(found, mask);
  const known = byKey.get(key);
  const fields: readonly SecretField[] = known?.fields ?? [];
  const sighting: Sighting = {
    id: known?.id ?? sightings.length + 1,
    value: known?.value ?? found.value,
    length: known?.length ?? found.value.length,
    wrapped: (known?.wrapped ?? true) && found.wrapped === true,
    fields: fields.includes(found.field) ? fields : [...fields, found.field],
    ...(mask !== undefined && { mask }),
  };
  byKey.set(key, sighting);
  sightings[sighting.id - 1] = sighting;
  return sighting.id;
};

/** The text with marks in place of what was found. Line breaks of a wrapped token follow its mark. */
const replace = (text: string, finds: readonly Found[], ids: Register): string => {
  const pieces: string[] = [];
  let at = 0;
  for (const found of finds) {
    const breaks = text.slice(found.start, found.end).replace(/[^\n]+/g, '');
    const gap = found.value === '' && /\w/.test(text[found.start - 1] ?? '') ? ' ' : '';
    pieces.push(text.slice(at, found.start), gap, seal(register(ids, found)), found.tail ?? '', breaks);
    at = found.end;
  }
  return [...pieces, text.slice(at)].join('');
};

/** Values that are searched again everywhere: long, and no plain word or id that may stand for something else. */
const isTelling = ({ value, mask }: Sighting): boolean =>
  mask === undefined &&
  value.length >= 8 &&
  !OBJECT_NAME.test(value) &&
  !/^[A-Za-z ]+$/.test(value) &&
  !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

const MAX_ECHOES = 200;

/** Seals what structure and shape did not find a second time: the same value in prose, in a log line, in an error. */
const sealEchoes = (text: string, sightings: readonly Sighting[]): string =>
  sightings
    .filter(isTelling)
    .slice(0, MAX_ECHOES)
    .reduce((sealed, { id, value }) => sealed.replaceAll(value, seal(id)), text);

const NOTICES: Partial<Readonly<Record<Secret['kind'], string>>> = {
  'client-secret': 'The text holds a client secret. Whoever saw it can sign in as the app: replace it in Entra.',
  password: 'The text holds a password. Change it if anybody else saw the text.',
  'private-key': 'The text holds a private key. Replace it if anybody else saw the text.',
  key: 'The text holds a key. Replace it if anybody else saw the text.',
};

const noticesOf = (secrets: readonly Secret[]): readonly Notice[] => {
  const kinds = new Set(secrets.filter(({ mask }) => mask === undefined).map(({ kind }) => kind));
  return [...kinds].flatMap((kind): Notice[] => {
    const text = NOTICES[kind];
    return text === undefined ? [] : [{ code: 'looks-like-secret', text }];
  });
};

/**
 * Replaces every secret of the pastes by a mark and describes it. This is the border: what is returned holds no
 * secret. The same value gets the same id in all pastes.
 */
export const sealPastes = (
  pastes: readonly Paste[],
): { readonly texts: readonly string[]; readonly secrets: readonly Secret[]; readonly notices: readonly Notice[] } => {
  const prepared = pastes.map(({ text }) => prepareText(text));
  const ids: Register = { byKey: new Map(), sightings: [] };
  const sealed = prepared.map(({ text }) => replace(text, findSecrets(text), ids));
  const texts = sealed.map((text) => sealEchoes(text, ids.sightings));
  const secrets = ids.sightings.map(describe);
  const placed = prepared.flatMap(({ notices }, paste) =>
    notices.map((notice): Notice => ({ ...notice, place: { paste, line: 1, what: 'text' } })),
  );
  return { texts, secrets, notices: [...placed, ...noticesOf(secrets)] };
};

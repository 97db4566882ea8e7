import { fillSlots } from '../facts/words.ts';
import type { Rule } from '../model/rule.ts';
import { claimEntries } from './claims.ts';
import { entraCodePage, entraEntries, entraNumber } from './entra-codes.ts';
import { detail, type Entry, type Explanation, KINDS, type Kind } from './explain-model.ts';
import { digitLikeness, likeness } from './explain-near.ts';
import { scopeEntries } from './scopes.ts';
import { serviceEntries } from './service-codes.ts';
import { settingEntries } from './settings.ts';
import { termEntries } from './terms.ts';

/** Something that is near what was asked for. */
export interface Near {
  readonly kind: Kind;
  readonly id: string;
}

/** What a look-up comes to: explanations, or what is nearest. */
export type LookUp =
  | { readonly found: true; readonly explanations: readonly Explanation[] }
  | { readonly found: false; readonly nearest: readonly Near[]; readonly page?: string };

const causeEntries = (rules: readonly Rule[]): readonly Entry[] =>
  rules.map((rule) => ({
    kind: 'cause',
    id: rule.id,
    names: [rule.id, rule.title],
    explain: () => ({
      kind: 'cause',
      id: rule.id,
      title: rule.title,
      means: fillSlots(rule.explain, new Map()),
      details: [
        ...detail('Gate', rule.gate),
        ...detail('How often', rule.likelihood),
        ...detail('Signs and fix', `fabric-auth-doctor causes show ${rule.id}`),
      ],
      causes: [],
      basis: ['rules'],
      sources: rule.sources,
    }),
  }));

const entriesOf = (rules: readonly Rule[]): readonly Entry[] =>
  [
    ...entraEntries(rules),
    ...serviceEntries(rules),
    ...causeEntries(rules),
    ...settingEntries(rules),
    ...termEntries(),
    ...claimEntries(rules),
    ...scopeEntries(),
  ].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));

const LONGEST = 300;

/** What makes two names the same: letter case, quotes, and the mark between words do not count. */
const keyOf = (name: string): string => {
  const plain = name
    .slice(0, LONGEST)
    .trim()
    .toLowerCase()
    .replace(/^["'`]|["'`.]$/g, '');
  return plain.replace(/[\s_-]+/g, ' ').trim();
};

/** A scope as it is asked for has its API in front. */
const withoutApi = (thing: string): string => /^(?:https|api):\/\/.{1,200}\/([\w.]{1,80})$/.exec(thing)?.[1] ?? thing;

const singular = (key: string): string => (key.endsWith('s') ? key.slice(0, -1) : key);

const hasName = (entry: Entry, key: string): boolean =>
  entry.names.some((name) => keyOf(name) === key || singular(keyOf(name)) === singular(key));

/** From this length on, a name with blanks in it is a message, which is known inside a longer text. */
const MESSAGE = 20;

const holdsMessage = (entry: Entry, key: string): boolean =>
  entry.kind === 'service-code' &&
  entry.names.some((name) => name.length >= MESSAGE && name.includes(' ') && key.includes(keyOf(name)));

const NEAREST = 5;
const FAR = 0.45;

const nearness = (entry: Entry, key: string, number: number | undefined): number => {
  if (number !== undefined)
    return entry.kind === 'entra-code' ? digitLikeness(entry.id.slice('AADSTS'.length), String(number)) : 0;
  return Math.max(...entry.names.map((name) => likeness(keyOf(name), key)));
};

const nearestOf = (entries: readonly Entry[], key: string, number: number | undefined): readonly Near[] =>
  entries
    .map((entry) => ({ entry, near: nearness(entry, key, number) }))
    .filter(({ near }) => near >= FAR)
    .sort((a, b) => b.near - a.near)
    .slice(0, NEAREST)
    .map(({ entry: { kind, id } }) => ({ kind, id }));

/** Looks one thing up by any of its names: a code, cause, tenant setting, term, claim or scope. */
export const lookUp = (thing: string, rules: readonly Rule[]): LookUp => {
  const entries = entriesOf(rules);
  const number = entraNumber(thing);
  const key = number === undefined ? keyOf(withoutApi(thing.trim())) : `aadsts${number}`;
  const exact = entries.filter((entry) => hasName(entry, key));
  const found = exact.length > 0 ? exact : entries.filter((entry) => holdsMessage(entry, key));
  if (found.length > 0) return { found: true, explanations: found.map(({ explain }) => explain()) };
  const nearest = nearestOf(entries, key, number);
  return { found: false, nearest, ...(number !== undefined && { page: entraCodePage(number) }) };
};

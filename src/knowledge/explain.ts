import { fillSlots } from '../facts/words.ts';
import type { Rule } from '../model/rule.ts';
import { claimEntries } from './claims.ts';
import { ENTRA_CODE_FACTS, entraCodePage, entraEntries, entraNumber } from './entra-codes.ts';
import { causesNaming } from './explain-causes.ts';
import { detail, type Entry, type Explanation, KINDS, type Kind } from './explain-model.ts';
import { digitLikeness, likeness } from './explain-near.ts';
import { scopeEntries } from './scopes.ts';
import { SERVICE_CODE_FACTS, serviceEntries } from './service-codes.ts';
import { settingEntries } from './settings.ts';
import { termEntries } from './terms.ts';

/** Something that is near what was asked for. */
export interface Near {
  readonly kind: Kind;
  readonly id: string;
  /** The one of its names that is near. */
  readonly name: string;
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

interface Ranked {
  readonly near: Near;
  readonly likeness: number;
}

const rank = ({ kind, id, names }: Entry, key: string, number: number | undefined): readonly Ranked[] => {
  if (number === undefined)
    return names.map((name) => ({ near: { kind, id, name }, likeness: likeness(keyOf(name), key) }));
  const digits = digitLikeness(id.slice('AADSTS'.length), String(number));
  return kind === 'entra-code' ? [{ near: { kind, id, name: id }, likeness: digits }] : [];
};

const nearestOf = (entries: readonly Entry[], key: string, number: number | undefined): readonly Near[] =>
  entries
    .flatMap((entry) => [...rank(entry, key, number)].sort((a, b) => b.likeness - a.likeness).slice(0, 1))
    .filter((one) => one.likeness >= FAR)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, NEAREST)
    .map(({ near }) => near);

/** A code as services write them: one word, so that nothing else that was typed comes back. */
const CODE_SHAPE = /^[A-Za-z][\w.-]{3,79}$/;

/** What the rules alone say of a code that no list has. */
const fromRules = (thing: string, number: number | undefined, rules: readonly Rule[]): readonly Explanation[] => {
  if (number === undefined && !CODE_SHAPE.test(thing)) return [];
  const causes =
    number === undefined
      ? causesNaming(rules, SERVICE_CODE_FACTS, thing)
      : causesNaming(rules, ENTRA_CODE_FACTS, number);
  const id = number === undefined ? thing : `AADSTS${number}`;
  const explanation: Explanation = {
    kind: number === undefined ? 'service-code' : 'entra-code',
    id,
    title: id,
    means: 'No list of codes that this tool was made from has it. The causes below are those whose signs name it.',
    details: [],
    causes,
    basis: ['rules'],
    sources: number === undefined ? [] : [entraCodePage(number)],
  };
  return causes.length === 0 ? [] : [explanation];
};

/** Looks one thing up by any of its names: a code, cause, tenant setting, term, claim or scope. */
export const lookUp = (thing: string, rules: readonly Rule[]): LookUp => {
  const entries = entriesOf(rules);
  const number = entraNumber(thing);
  const key = number === undefined ? keyOf(withoutApi(thing.trim())) : `aadsts${number}`;
  const exact = entries.filter((entry) => hasName(entry, key));
  const found = exact.length > 0 ? exact : entries.filter((entry) => holdsMessage(entry, key));
  const explanations =
    found.length > 0 ? found.map(({ explain }) => explain()) : fromRules(thing.trim(), number, rules);
  if (explanations.length > 0) return { found: true, explanations };
  const nearest = nearestOf(entries, key, number);
  return { found: false, nearest, ...(number !== undefined && { page: entraCodePage(number) }) };
};

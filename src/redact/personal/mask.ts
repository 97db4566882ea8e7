import type { Json, JsonObject } from '../../model/secret.ts';
import { GUIDS, isOwnId, kindOfId, TENANT_NAMES } from './ids.ts';
import { exactKind, type PersonalKind, SIGNS } from './personal.ts';

/** What is to be masked. */
export interface MaskOptions {
  /** Personal data: names, mail addresses, IP addresses, phone numbers, user names in paths. */
  readonly personal: boolean;
  /** Ids too: tenant, client, workspace, request and all others that are GUIDs. */
  readonly ids: boolean;
  /** Whether an id is the same for everybody, such as that of an application of Microsoft. */
  readonly isPublicId?: (id: string) => boolean;
}

/** How many values of a kind were replaced, and in how many places. */
export interface Count {
  readonly kind: string;
  readonly values: number;
  readonly places: number;
}

/** Puts pseudonyms in the place of personal data and ids: the same value gets the same one in every text. */
export interface Masker {
  /** Learns who is meant from the claims of a token, so that names are known wherever they stand; true: there was something new. */
  readonly learn: (claims: JsonObject) => boolean;
  /** Learns what an id is, such as `tenant`. */
  readonly learnId: (id: string, kind: string) => void;
  readonly mask: (text: string) => string;
  /** How many values of each kind were masked, and in how many places. */
  readonly counts: () => readonly Count[];
}

const CLAIMS: Readonly<Record<string, PersonalKind>> = {
  name: 'person',
  given_name: 'person',
  family_name: 'person',
  nickname: 'person',
  upn: 'mail',
  unique_name: 'mail',
  preferred_username: 'mail',
  email: 'mail',
  emails: 'mail',
  verified_primary_email: 'mail',
  verified_secondary_email: 'mail',
  ipaddr: 'ip',
  phone_number: 'phone',
};

/** First and last names that are words of our own sentences: they are masked in full names only. */
const EVERYDAY =
  /^(?:grant|mark|will|may|bill|case|page|law|king|price|young|long|short|read|field|power|service|admin|app|test|user|guest|token|rose|art|drew|chance|store|scope|client|tenant|azure|fabric|report|access|the|and|for|not|person|mail|phone|object|workspace)$/i;

/** What a claim says after it was masked before. */
const PSEUDONYM = /^(?:person|mail|ip|private-ip|phone)-\d+$/;

const textsOf = (value: Json | undefined): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each: Json | undefined) => typeof each === 'string');

const LONGEST_MEMORY = 2000;
const LONGEST_NAME = 200;

/** Patterns for the values that were learned, in one. Longer ones come first: a full name before its parts. */
const patternOf = (values: Iterable<string>): RegExp => {
  const sorted = [...values].sort((a, b) => b.length - a.length);
  const escaped = sorted.map((value) => value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/ /g, '(?: |\\+|%20|_)'));
  return new RegExp(`(?<![\\p{L}\\d-])(?:${escaped.join('|')})(?![\\p{L}\\d]|-\\d)`, 'giu');
};

const EXTERNAL = /(?:#|%23)EXT(?:#|%23)/i;
const OF_TENANT = /\.onmicrosoft\.(?:com|us|de)$|\.partner\.onmschina\.cn$/i;

/** Pseudonyms by kind, numbered from 1. */
const pseudonyms = () => {
  const known = new Map<string, { readonly kind: string; readonly name: string }>();
  const counts = new Map<string, Count>();
  const count = (kind: string, value: 0 | 1, place: 0 | 1): Count => {
    const { values = 0, places = 0 } = counts.get(kind) ?? {};
    const now = { kind, values: values + value, places: places + place };
    counts.set(kind, now);
    return now;
  };
  /** A value that is only known from elsewhere is given a name and counted in no place. */
  const nameOf = (kind: string, value: string, place: 0 | 1 = 1): string => {
    const named = known.get(value.toLowerCase());
    if (named !== undefined) {
      count(named.kind, 0, place);
      return named.name;
    }
    const name = `${kind}-${count(kind, 1, place).values}`;
    known.set(value.toLowerCase(), { kind, name });
    return name;
  };
  return { nameOf, counts: () => [...counts.values()].filter(({ places }) => places > 0) };
};

/** What stands in place of a mail address: a guest stays one, and the name that Entra gave a tenant is no person. */
const maskedMail = (name: string, whole: string, domain: string, ids: boolean): string => {
  const guest = EXTERNAL.exec(whole)?.[0] ?? '';
  return `${name}${guest}${OF_TENANT.test(domain) && !ids ? `@${domain}` : ''}`;
};

type Span = readonly [start: number, end: number];

const NOWHERE: Span = [0, 0];

/** Where a group of a sign stands. */
const spanOf = ({ indices }: RegExpExecArray, group: string): Span | undefined => indices?.groups?.[group];

/** A masker with a memory of its own. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share one memory, and each is short.
export const maskerOf = ({ personal, ids, isPublicId = () => false }: MaskOptions): Masker => {
  const { nameOf, counts } = pseudonyms();
  const learned = new Map<string, PersonalKind>();
  let pattern: RegExp | undefined;

  const addLearned = (value: string, kind: PersonalKind): void => {
    const known = learned.size >= LONGEST_MEMORY || learned.has(value.toLowerCase());
    if (known || value.length < 3 || value.length > LONGEST_NAME || EVERYDAY.test(value) || PSEUDONYM.test(value))
      return;
    learned.set(value.toLowerCase(), kind);
  };

  const learn = (claims: JsonObject): boolean => {
    const before = learned.size;
    for (const [name, kind] of Object.entries(CLAIMS)) {
      // Addresses have a shape of their own, by which they are found.
      for (const value of textsOf(claims[name])) {
        if (!/@|^[\da-f]*[.:][\da-f.:]*$/i.test(value)) addLearned(value.trim(), kind);
      }
    }
    if (learned.size > before) pattern = patternOf(learned.keys());
    return learned.size > before;
  };

  const bySign = (text: string, sign: (typeof SIGNS)[number]): string => {
    if (!sign.needs.test(text)) return text;
    const pieces: string[] = [];
    let at = 0;
    for (const match of text.matchAll(sign.pattern())) {
      const [start, end] = spanOf(match, 'value') ?? spanOf(match, 'bare') ?? NOWHERE;
      const value = text.slice(start, end);
      if (sign.isOne?.(value, text, start) === false) continue;
      const kind = exactKind(sign.kind, value);
      const [from, to] = spanOf(match, 'domain') ?? [end, end];
      const domain = text.slice(from, to);
      const by =
        domain === '' ? nameOf(kind, value) : maskedMail(nameOf(kind, `${value}@${domain}`), match[0], domain, ids);
      pieces.push(text.slice(at, start), by);
      at = to;
    }
    return [...pieces, text.slice(at)].join('');
  };

  const withoutPersons = (text: string): string => {
    const signed = SIGNS.reduce(bySign, text);
    if (pattern === undefined) return signed;
    return signed.replace(pattern, (written) => {
      const value = written.replace(/\+|%20|_/g, ' ');
      return nameOf(learned.get(value.toLowerCase()) ?? 'person', value);
    });
  };

  const withoutIds = (text: string): string =>
    text
      .replace(GUIDS, (id, at: number) => (isOwnId(id) && !isPublicId(id) ? nameOf(kindOfId(text, at), id) : id))
      .replace(TENANT_NAMES, (name) => nameOf('tenant', name));

  return {
    learn,
    learnId: (id, kind) => {
      if (ids && isOwnId(id) && !isPublicId(id)) nameOf(kind, id, 0);
    },
    mask: (text) => {
      const persons = personal ? withoutPersons(text) : text;
      return ids ? withoutIds(persons) : persons;
    },
    counts,
  };
};

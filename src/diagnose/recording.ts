import type { Notice } from '../model/evidence.ts';
import type { Paste } from '../model/paste.ts';
import { type EntryKind, entryKind } from '../read/entries/entry-kind.ts';
import { readJsonLine } from '../read/entries/json-line.ts';
import { closingBracket } from '../read/text/text.ts';
import { withPlainCode } from '../redact/text/html-code.ts';
import { NOUNS } from './entry-notices.ts';
import { type FailingCall, followEntries } from './follow-entries.ts';

/** Calls of a recording that are the same failure: the first of them, and how many there are. */
export interface Alike {
  readonly call: FailingCall;
  readonly calls: number;
}

/** A paste that holds many calls, and those of them that failed. */
export interface Recording {
  readonly failures: readonly Alike[];
  /** What it is, in words. */
  readonly what: string;
  readonly notices: readonly Notice[];
}

const TITLES: Readonly<Record<EntryKind, string>> = {
  har: 'Recording (HAR)',
  'json-lines': 'Log in JSON lines',
  log: 'Log',
};

/** One line of a log that somebody copied out of it, where it has fields for a call; an error body has none. */
const singleLine = (text: string): string | undefined => {
  const call = readJsonLine(text.trim());
  const isCall = typeof call === 'object' && call.method !== undefined && call.status !== undefined;
  if (!isCall) return undefined;
  return JSON.stringify(JSON.parse(text));
};

const HAR = /\{\s{0,100}"log"\s{0,100}:\s{0,100}\{/;

/** A HAR within other text: behind a fence, in the code of a page, in a message of a chat. */
const quotedHar = (text: string): string | undefined => {
  const plain = withPlainCode(text);
  const from = plain.includes('"entries"') ? plain.search(HAR) : -1;
  const to = from === -1 ? undefined : closingBracket(plain, from);
  return to === undefined ? undefined : plain.slice(from, to);
};

interface Followed {
  readonly kind: EntryKind;
  readonly entries: string;
  /** Other text stands around it, which may tell of a failure by itself. */
  readonly isQuoted?: boolean;
}

/** What is followed, and as what. */
const entriesOf = (text: string): Followed | undefined => {
  const kind = entryKind(text, true);
  if (kind !== 'text' && kind !== undefined) return { kind, entries: text.replace(/\r\n?/g, '\n') };
  const har = quotedHar(text);
  if (har !== undefined) return { kind: 'har', entries: har, isQuoted: true };
  const line = singleLine(text);
  return line === undefined ? undefined : { kind: 'json-lines', entries: line };
};

const alike = (calls: Iterable<FailingCall>): readonly Alike[] => {
  const byLikeness = new Map<number, Alike>();
  for (const call of calls) {
    const first = byLikeness.get(call.likeness);
    byLikeness.set(call.likeness, { call: first?.call ?? call, calls: (first?.calls ?? 0) + 1 });
  }
  return [...byLikeness.values()];
};

/**
 * What a paste records, where it is a HAR or a log in JSON lines; undefined for any other text, and for one that breaks
 * off before a failing call was seen whole: its readable part is text like any other.
 */
export const recordingIn = ({ text, name }: Paste): Recording | undefined => {
  const found = entriesOf(text);
  if (found === undefined) return undefined;
  const { push, end, seen, notices } = followEntries(found.kind, name);
  const failures = alike([...push(found.entries), ...end()]);
  const { entries, failures: failed } = seen();
  const isUnsure = entries === 0 || notices().length > 0 || found.kind === 'log' || found.isQuoted === true;
  if (failures.length === 0 && isUnsure) return undefined;
  const [one, more] = NOUNS[found.kind];
  const counted = `${entries} ${entries === 1 ? one : more}`;
  const failing = ['no failing call', '1 failing call'][failed] ?? `${failed} failing calls`;
  return { failures, what: `${TITLES[found.kind]}: ${counted}, ${failing}`, notices: notices() };
};

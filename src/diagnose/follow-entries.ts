import { apiOf } from '../knowledge/apis.ts';
import type { Notice } from '../model/evidence.ts';
import type { Paste } from '../model/paste.ts';
import { type EntryKind, splitterOf } from '../read/entries/entry-kind.ts';
import { readHarEntry } from '../read/entries/har-entry.ts';
import { readJsonLine } from '../read/entries/json-line.ts';
import { readLogEntry } from '../read/entries/log-entry.ts';
import type { SeenCall } from '../read/entries/seen-call.ts';
import type { Split } from '../read/entries/splitter.ts';
import { splitUrl } from '../read/syntax/url.ts';
import { entryNotices } from './entry-notices.ts';
import { hash53 } from './hash.ts';
import { repeatedCalls } from './repeated.ts';

export { type EntryKind, entryKind } from '../read/entries/entry-kind.ts';

/** A failing call of a stream, to be diagnosed by itself. */
export interface FailingCall {
  /** The call, behind the request that got its token where that was seen. */
  readonly pastes: readonly Paste[];
  /** The same number for calls that are the same failure but for ids and times: one diagnosis does for all of them. */
  readonly likeness: number;
  /** When the call was made: the time to diagnose it at. */
  readonly at?: string;
}

/** What was seen of a stream so far. */
export interface Seen {
  /** Entries of the HAR, or lines of the log. */
  readonly entries: number;
  /** Failing calls that a token or a permission could be the reason of. */
  readonly failures: number;
}

/** Reads a stream entry by entry. Texts go in as they come; nothing but the last tokens and the entry at hand is kept. */
export interface Follower {
  readonly push: (text: string) => Iterable<FailingCall>;
  readonly end: () => Iterable<FailingCall>;
  readonly seen: () => Seen;
  /** What could not be read, and why. */
  readonly notices: () => readonly Notice[];
}

/** Answers that a token, a permission, a limit or the state of the service can be the reason of; 0: none came. */
const isFailure = (status: number): boolean =>
  status === 0 || [400, 401, 403, 404, 405, 407, 429].includes(status) || (status >= 500 && status < 600);

const ENTRA_CODE = /AADSTS\d{4,}/;

const isOurs = (url: string): boolean => {
  const { scheme, host, path } = splitUrl(url);
  const { api, resource } = apiOf(host, path, scheme);
  return api !== 'other' || resource !== undefined;
};

/** Whether a call failed at a service that this tool knows, by its status or its words, or Entra ID said why it gives no token. */
const isFailing = ({ isNoise, status, text, url = '', namesError = false }: SeenCall): boolean =>
  !isNoise && (namesError || ENTRA_CODE.test(text) || (status !== undefined && isFailure(status) && isOurs(url)));

/** As many token requests are remembered. */
const MOST_TOKENS = 20;

/** The texts of the last token requests, by the token that each gave. */
const tokenRequests = () => {
  const byToken = new Map<string, string>();
  return {
    keep: (token: string, text: string): void => {
      byToken.delete(token);
      byToken.set(token, text);
      const [oldest] = byToken.keys();
      if (byToken.size > MOST_TOKENS && oldest !== undefined) byToken.delete(oldest);
    },
    of: (token: string | undefined): string | undefined => (token === undefined ? undefined : byToken.get(token)),
  };
};

/** Reads an entry; one that is wanted is read even where it speaks of no failure. */
type ReadEntry = (text: string, isWanted: boolean) => SeenCall | 'unreadable' | undefined;

const READERS: Readonly<Record<EntryKind, ReadEntry>> = {
  har: readHarEntry,
  'json-lines': readJsonLine,
  log: readLogEntry,
};

/** The time of a call to ten minutes: a token that is good now may be expired then. */
const roughly = (at: string | undefined): string => at?.slice(0, 15) ?? '';

/** A call as it goes to the diagnosis; `before` is the request that got its token. */
const failingCall = (call: SeenCall, before: string | undefined, name: string | undefined): FailingCall => ({
  pastes: (before === undefined ? [call.text] : [before, call.text]).map((text) => ({
    text,
    ...(name !== undefined && { name }),
  })),
  likeness: hash53(`${roughly(call.at)}\n${call.bearer ?? ''}\n${before ?? ''}\n${call.likeness}`),
  ...(call.at !== undefined && { at: call.at }),
});

/** Follows a HAR or JSON lines, and gives each failing call that matters here. `name` is that of the input. */
export const followEntries = (kind: EntryKind, name?: string): Follower => {
  const splitter = splitterOf(kind);
  const tokens = tokenRequests();
  const repeated = repeatedCalls<FailingCall>();
  const troubles = entryNotices(kind, name);
  let entries = 0;
  let failures = 0;

  const callIn = ({ is, number, text }: Split): SeenCall | undefined => {
    entries = number;
    const call = is === 'entry' ? READERS[kind](text, repeated.awaits(text)) : undefined;
    if (is !== 'entry') troubles.add(is, number);
    if (call === 'unreadable') troubles.add(call, number);
    return call === 'unreadable' ? undefined : call;
  };

  const counted = (call: FailingCall): FailingCall => {
    failures += 1;
    return call;
  };

  const read = function* (splits: readonly Split[]): Generator<FailingCall> {
    for (const split of splits) {
      const call = callIn(split);
      for (const due of repeated.due(entries)) yield counted(due);
      if (call === undefined) continue;
      if (call.token !== undefined) tokens.keep(call.token, call.text);
      repeated.see(call);
      if (!isFailing(call)) continue;
      const failing = failingCall(call, tokens.of(call.bearer), name);
      for (const known of repeated.hold(call, failing, entries)) yield counted(known);
    }
  };

  const end = function* (): Generator<FailingCall> {
    yield* read(splitter.end());
    for (const due of repeated.due()) yield counted(due);
  };

  return {
    push: (text) => read(splitter.push(text)),
    end,
    seen: () => ({ entries, failures }),
    notices: troubles.notices,
  };
};

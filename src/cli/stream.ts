import { setImmediate as nextTurn } from 'node:timers/promises';
import { type FailingCall, type Follower, followEntries } from '../index.ts';
import { neutralise } from '../redact/neutralise.ts';
import { counted } from '../report/words.ts';
import type { Io } from './io.ts';
import { bytesInWords, progressOf } from './progress.ts';
import { shown } from './quote.ts';
import type { Follow, Read, Source } from './source.ts';

/** Takes each failing call as it comes; false: nobody reads on. */
export type Take = (call: FailingCall) => Promise<boolean>;

/** What came of all streams. */
export interface Streamed {
  readonly entries: number;
  readonly failures: number;
  /** Whether all was read and understood. */
  readonly isWhole: boolean;
}

/** Why the reading ends before its end: Ctrl-C, or the reader of the output has gone. */
type Stop = 'interrupted' | 'unread';

/** Milliseconds of work before signals and timers get their turn. */
const TURN = 40;

const talk = (source: Source, bytes: number, follower: Follower, stop: Stop | undefined, io: Io): void => {
  const { entries, failures } = follower.seen();
  const seen = `${counted(entries, 'entry', 'entries')}, ${counted(failures, 'failing call')}`;
  if (stop === 'interrupted' || (stop === 'unread' && io.stderrIsTty))
    io.err(`Stopped: ${shown(source.name)} was read to ${bytesInWords(bytes, source.size)}: ${seen}.\n`);
  else if (io.stderrIsTty) io.err(`${shown(source.name)}: ${seen}.\n`);
  for (const { text } of follower.notices()) io.err(`${neutralise(text)}\n`);
};

/** Hands on calls one by one, with a pause now and then in which a signal can come in. */
const takeAll = async (
  calls: Iterable<FailingCall>,
  take: Take,
  isStopped: () => boolean,
): Promise<Stop | undefined> => {
  let turn = performance.now();
  for (const call of calls) {
    if (!(await take(call))) return 'unread';
    if (performance.now() - turn < TURN) continue;
    await nextTurn();
    turn = performance.now();
    if (isStopped()) return 'interrupted';
  }
  return undefined;
};

/** Follows one source to its end or to the first reason to stop. */
const followOne = async (
  follower: Follower,
  source: Source,
  texts: AsyncIterable<Read>,
  take: Take,
  io: Io,
  plain: boolean,
): Promise<Stop | undefined> => {
  const progress = progressOf(io, source.size, plain);
  let isInterrupted = false;
  const release = io.onInterrupt(() => {
    isInterrupted = true;
  });
  let bytes = 0;
  let stop: Stop | undefined;
  const onTake: Take = (call) => {
    progress.show(bytes, follower.seen().failures);
    return take(call);
  };
  try {
    for await (const read of texts) {
      if (isInterrupted) break;
      bytes = read.bytes;
      stop = await takeAll(follower.push(read.text), onTake, () => isInterrupted);
      if (stop !== undefined) break;
      progress.show(bytes, follower.seen().failures);
    }
    if (isInterrupted) stop = 'interrupted';
    stop ??= await takeAll(follower.end(), onTake, () => isInterrupted);
  } finally {
    release();
    progress.clear();
  }
  talk(source, bytes, follower, stop, io);
  return stop;
};

/** Follows streams one after the other and hands on their failing calls. */
export const streams = (take: Take, io: Io, plain: boolean) => {
  const followers: Follower[] = [];
  let stop: Stop | undefined;
  const follow: Follow = async (kind, source, texts) => {
    if (stop !== undefined) return;
    const follower = followEntries(kind, source.name);
    followers.push(follower);
    stop = await followOne(follower, source, texts, take, io, plain);
  };
  const came = (): Streamed => ({
    entries: followers.reduce((sum, each) => sum + each.seen().entries, 0),
    failures: followers.reduce((sum, each) => sum + each.seen().failures, 0),
    isWhole: stop === undefined && followers.every((each) => each.notices().length === 0),
  });
  return { follow, came, count: () => followers.length, stop: () => stop };
};

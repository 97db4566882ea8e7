import { existsSync } from 'node:fs';
import { type FailingCall, type Group, grouper } from '../index.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { jsonLine } from '../report/json.ts';
import type { CheckOptions } from './commands/check-options.ts';
import type { Diagnose } from './diagnose.ts';
import { exitCode } from './exit.ts';
import type { Io } from './io.ts';
import { type LineOutput, lineOutput } from './line-output.ts';
import { outputFailure } from './output.ts';
import type { Follow } from './source.ts';
import { type Streamed, streams, type Take } from './stream.ts';
import { tool } from './tool.ts';

/** Calls whose likeness is remembered, so that they need no diagnosis of their own. */
const MOST_KNOWN = 100_000;

type DiagnoseCall = (call: FailingCall) => readonly Diagnosis[];

/** Puts calls that are the same failure together, most of them without a diagnosis of their own. */
const grouping = (diagnoseCall: DiagnoseCall) => {
  const groups = grouper();
  const known = new Map<number, string>();
  const take: Take = async (call) => {
    const key = known.get(call.likeness);
    if (key !== undefined) {
      groups.again(key);
      return true;
    }
    // The failing call comes first; there is one in an entry.
    for (const diagnosis of diagnoseCall(call).slice(0, 1)) {
      const added = groups.add(diagnosis);
      if (added !== undefined && known.size < MOST_KNOWN) known.set(call.likeness, added);
    }
    return true;
  };
  return { take, groups };
};

/** Writes one line for each diagnosis. */
const lining = (diagnoseCall: DiagnoseCall, { output, force }: CheckOptions, io: Io) => {
  let opened: LineOutput | undefined;
  const codes = new Set<number>();
  const write = async (diagnosis: Diagnosis): Promise<boolean> => {
    opened ??= await lineOutput(output, force, io);
    codes.add(exitCode([diagnosis]));
    return opened.write(jsonLine(diagnosis, tool));
  };
  const take: Take = async (call) => {
    let isRead = true;
    for (const diagnosis of diagnoseCall(call).slice(0, 1)) isRead = await write(diagnosis);
    return isRead;
  };
  const close = async (): Promise<void> => {
    opened ??= await lineOutput(output, force, io);
    await opened.close();
  };
  return { take, write, close, codes };
};

/** Everything that `check` needs to read big inputs by and by. */
export interface StreamCheck {
  readonly follow: Follow;
  /** Writes a diagnosis of a paste as a line. */
  readonly write: (diagnosis: Diagnosis) => Promise<boolean>;
  readonly close: () => Promise<void>;
  readonly groups: () => readonly Group[];
  /** Calls that were counted only, because there were too many kinds of them. */
  readonly left: () => number;
  /** Undefined where nothing was streamed. */
  readonly came: () => Streamed | undefined;
  readonly isInterrupted: () => boolean;
  /** Exit codes of the lines written. */
  readonly codes: ReadonlySet<number>;
}

/** Checks big inputs by and by: as lines while they come, or put together for one report at the end. */
export const streamCheck = (options: CheckOptions, io: Io, diagnose: Diagnose): StreamCheck => {
  const { answers, format, output, force, plain } = options;
  const diagnoseCall: DiagnoseCall = ({ pastes, at }) =>
    diagnose(pastes, { now: options.now ?? at ?? io.now(), answers });
  const { take: group, groups } = grouping(diagnoseCall);
  const { take: line, write, close, codes } = lining(diagnoseCall, options, io);
  const all = streams(format === 'jsonl' ? line : group, io, plain);
  const follow: Follow = (...source) => {
    // Better told now than after an hour of reading.
    if (output !== undefined && !force && existsSync(output)) {
      if (all.count() === 0) throw outputFailure(output, { code: 'EEXIST' });
    }
    return all.follow(...source);
  };
  return {
    follow,
    write,
    close,
    groups: groups.groups,
    left: groups.left,
    came: () => (all.count() === 0 ? undefined : all.came()),
    isInterrupted: () => all.stop() === 'interrupted',
    codes,
  };
};

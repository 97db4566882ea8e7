import { setTimeout as pause } from 'node:timers/promises';
import { FAILURE_WORDS } from '../../live/failure.ts';
import { factIn } from '../../live/known.ts';
import type { Network, Received } from '../../live/network.ts';
import type { Situation } from '../../live/probe.ts';
import { repeatsFor } from '../../live/probes/repeats.ts';
import { PACE, type Try, untilFixed, type Watched } from '../../live/until-fixed.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';

/** What came back, in a few words. */
export const receivedWords = (received: Received): string =>
  received.is === 'answered' ? `status ${received.status}` : FAILURE_WORDS[received.how];

/** Minutes and seconds, such as `3:05`. */
export const clock = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

const ENDS: Readonly<Record<Watched['ended'], (last: Try | undefined) => string>> = {
  works: (last) => `The call works now, ${clock(last?.at ?? 0)} minutes after the first try.`,
  'still-fails': () =>
    `It still fails after ${PACE.whole / 60_000} minutes, which is longer than a changed setting takes: look again at what was changed.`,
  interrupted: () => 'Stopped.',
  'nothing-to-repeat': () =>
    'There is nothing that may be repeated: a call that only reads, with its token or what a token can be asked for with, is needed.',
};

const CODES: Readonly<Record<Watched['ended'], number>> = {
  works: EXIT.nothingWrong,
  'still-fails': EXIT.causeFound,
  interrupted: EXIT.interrupted,
  'nothing-to-repeat': EXIT.liveCheckFailed,
};

/** Repeats the failing call until it works; says what it was before and what it is after. */
export const runWatch = async (
  situation: Situation,
  network: Network,
  format: 'json' | 'text',
  io: Io,
  signal: AbortSignal,
): Promise<number> => {
  const start = Date.parse(io.now());
  io.err(`Repeating the call for up to ${PACE.whole / 60_000} minutes. Ctrl-C stops.\n`);
  const { ended, tries } = await untilFixed({
    situation,
    repeats: repeatsFor(situation),
    network,
    elapsed: () => Date.parse(io.now()) - start,
    pause: (milliseconds) => pause(milliseconds, undefined, { signal }).catch(() => undefined),
    onTry: ({ at, received }) => {
      if (!signal.aborted) io.err(`  ${clock(at)}  ${receivedWords(received)}\n`);
    },
  });
  if (signal.aborted) return EXIT.interrupted;
  const [first, last] = [tries[0], tries.at(-1)];
  const pasted = factIn(situation.diagnosis, 'response.status');
  const before = pasted === undefined ? first && receivedWords(first.received) : `status ${pasted}, as it was pasted`;
  const after = last && receivedWords(last.received);
  if (format === 'json')
    io.out(`${JSON.stringify({ version: 1, ended, before, after, tries: tries.length }, null, 2)}\n`);
  else io.out(`${ENDS[ended](last)}\n${last ? `Before: ${before}\nAfter: ${after}\n` : ''}`);
  return CODES[ended];
};

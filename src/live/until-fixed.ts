import { isGood } from './answered.ts';
import { isIntercepted } from './intercepted.ts';
import type { Network, Received } from './network.ts';
import type { Outgoing } from './outgoing.ts';
import { askedPause } from './patience.ts';
import type { Credentials, Probe, Situation } from './probe.ts';

/** How a watch goes on, in milliseconds. Changed tenant settings take up to 15 minutes to reach every call. */
export const PACE = { first: 15_000, longest: 60_000, whole: 20 * 60_000 } as const;

/** One try: when it was made, counted from the start in milliseconds, and what came of it. */
export interface Try {
  readonly at: number;
  readonly outgoing: Outgoing;
  readonly received: Received;
}

/** What a watch is given. `repeats` are the probes that repeat what failed, the token first. */
export interface Watch {
  readonly situation: Situation;
  readonly repeats: readonly Probe[];
  readonly network: Network;
  /** Milliseconds since the start, and a pause; tests give a clock of their own. */
  readonly elapsed: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly onTry: (one: Try) => void;
}

/**
 * How a watch ended: the call works, it still fails when the time is over, there is nothing that may be repeated, or
 * what was under way was interrupted.
 */
export interface Watched {
  readonly ended: 'works' | 'still-fails' | 'nothing-to-repeat' | 'interrupted';
  readonly tries: readonly Try[];
}

const works = (received: Received): boolean => isGood(received) && !isIntercepted(received);

/** One round: a new token where it can be asked for (groups and roles are written into it), then the call. */
const round = async ({ situation, repeats, network }: Watch): Promise<Omit<Try, 'at'> | undefined> => {
  let credentials: Credentials = situation.credentials;
  let last: Omit<Try, 'at'> | undefined;
  for (const probe of repeats) {
    const now = { ...situation, credentials };
    const outgoing = probe.plan(now);
    if (outgoing === undefined) continue;
    const received = await network.send(outgoing);
    last = { outgoing, received };
    if (!works(received)) return last;
    const { acquired } = await probe.read(received, now);
    if (acquired) credentials = { ...credentials, tokens: [...credentials.tokens, acquired] };
  }
  return last;
};

/** Repeats the failing call, gently, until it works or the time that a change may take is over. */
export const untilFixed = async (watch: Watch): Promise<Watched> => {
  const tries: Try[] = [];
  let pause: number = PACE.first;
  for (;;) {
    const made = await round(watch);
    if (made === undefined) return { ended: 'nothing-to-repeat', tries };
    const { received } = made;
    const one = { ...made, at: watch.elapsed() };
    tries.push(one);
    watch.onTry(one);
    if (works(received)) return { ended: 'works', tries };
    if (received.is === 'failed' && received.how === 'interrupted') return { ended: 'interrupted', tries };
    const next = Math.max(pause, askedPause(received, Date.now()) ?? 0);
    if (one.at + next > PACE.whole) return { ended: 'still-fails', tries };
    await watch.pause(next);
    pause = Math.min(pause * 1.5, PACE.longest);
  }
};

import type { Cloud } from '../knowledge/clouds.ts';
import type { Answers, Diagnosis } from '../model/diagnosis.ts';
import type { Paste } from '../model/paste.ts';
import { withLookNotices } from './look-notices.ts';
import type { Network } from './network.ts';
import { nextProbe } from './next-probe.ts';
import type { Patience } from './patience.ts';
import type { Credentials, Looked, Probe, Seen } from './probe.ts';
import { type Planned, type Step, takeStep } from './step.ts';

/** What live checks start from. */
export interface Start {
  readonly pastes: readonly Paste[];
  readonly answers: Answers;
  readonly cloud: Cloud;
  readonly credentials: Credentials;
}

/** What the runner is given: the engine, the probes in their natural order, the network and the person's consent. */
export interface Means {
  readonly diagnose: (pastes: readonly Paste[], given: { answers: Answers; looked: Answers }) => Diagnosis;
  readonly probes: readonly Probe[];
  readonly network: Network;
  readonly patience: Patience;
  /** Asked before each request; false ends the look. */
  readonly agree: (planned: Planned) => Promise<boolean>;
  /** Told of each step once its answer was read. */
  readonly onStep?: (step: Step) => void;
}

/** How the look ended, with everything that it found. */
export interface Outcome {
  readonly ended: 'certain' | 'nothing-left' | 'declined' | 'interrupted';
  readonly diagnosis: Diagnosis;
  readonly steps: readonly Step[];
}

const addToken = (credentials: Credentials, { acquired }: Looked): Credentials =>
  acquired ? { ...credentials, tokens: [...credentials.tokens, acquired] } : credentials;

const isCertain = ({ conclusion }: Diagnosis): boolean =>
  conclusion.is === 'stops-at' && conclusion.verdict === 'confirmed';

const isInterrupted = (steps: readonly Step[]): boolean => {
  const received = steps.at(-1)?.received;
  return received?.is === 'failed' && received.how === 'interrupted';
};

/**
 * Runs probes, the most telling first, until the cause is certain, nothing is left to look at, the person declines, or
 * what is under way is interrupted.
 */
export const look = async (start: Start, means: Means): Promise<Outcome> => {
  let { pastes, credentials } = start;
  let looked: Answers = {};
  let seen: Seen = {};
  const steps: Step[] = [];
  for (;;) {
    const diagnosis = means.diagnose(pastes, { answers: start.answers, looked });
    const end = (ended: Outcome['ended']): Outcome => {
      const why = ended === 'nothing-left' || ended === 'declined' ? ended : undefined;
      return { ended, diagnosis: withLookNotices(diagnosis, steps, why), steps };
    };
    const situation = { diagnosis, cloud: start.cloud, credentials, seen };
    if (isInterrupted(steps)) return end('interrupted');
    if (isCertain(diagnosis)) return end('certain');
    const next = nextProbe(means.probes, situation, steps);
    if (next === undefined) return end('nothing-left');
    if (!(await means.agree(next))) return end('declined');
    const { step, facts, exchange } = await takeStep(next, situation, means.network, means.patience);
    steps.push(step);
    means.onStep?.(step);
    looked = { ...looked, ...facts };
    seen = { ...seen, ...step.looked.seen };
    credentials = addToken(credentials, step.looked);
    if (exchange) pastes = [...pastes, exchange];
  }
};

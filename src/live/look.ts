import type { FactPath } from '../facts/catalog.ts';
import type { Cloud } from '../knowledge/clouds.ts';
import type { Answers, Diagnosis } from '../model/diagnosis.ts';
import type { Notice } from '../model/evidence.ts';
import type { Paste } from '../model/paste.ts';
import { exchangeText } from './exchange-text.ts';
import { FAILURE_WORDS, type FailureKind } from './failure.ts';
import type { Network, Received } from './network.ts';
import type { Outgoing } from './outgoing.ts';
import type { Credentials, Looked, Probe, Seen, Situation } from './probe.ts';

/** A probe and the request that it would send now. */
export interface Planned {
  readonly probe: Probe;
  readonly outgoing: Outgoing;
}

/** One probe that was run, and what came of it. */
export interface Step extends Planned {
  readonly received: Received;
  readonly looked: Looked;
}

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
  /** Asked before each request; false ends the look. */
  readonly agree: (planned: Planned) => Promise<boolean>;
  /** Told of each step once its answer was read. */
  readonly onStep?: (step: Step) => void;
}

/** How the look ended, with everything that it found. */
export interface Outcome {
  readonly ended: 'certain' | 'nothing-left' | 'declined';
  readonly diagnosis: Diagnosis;
  readonly steps: readonly Step[];
}

const WEIGHT = { confirmed: 0, likely: 4, possible: 2, silent: 0, 'ruled-out': 0 } as const;

/** How much the facts that a probe settles would move the open causes. */
const gain = (settles: readonly FactPath[], { findings }: Diagnosis): number =>
  findings
    .filter(({ open }) => settles.some((path) => open.includes(path)))
    .reduce((sum, { verdict }) => sum + WEIGHT[verdict], 0);

/** The same request would get the same answer. A form, such as that of a token request, may differ. */
const isSame = (a: Outgoing, b: Outgoing): boolean => a.url === b.url && a.form === undefined && b.form === undefined;

/** The probe that settles most now; among equals the first of the natural order. */
export const nextProbe = (
  probes: readonly Probe[],
  situation: Situation,
  done: readonly Planned[],
): Planned | undefined => {
  const planned = probes.flatMap((probe): readonly (Planned & { worth: number })[] => {
    const isNew =
      !done.some((earlier) => earlier.probe.id === probe.id) &&
      probe.settles.some((path) => situation.diagnosis.facts[path] === undefined);
    const outgoing = isNew ? probe.plan(situation) : undefined;
    const worth = probe.repeats ? Number.POSITIVE_INFINITY : gain(probe.settles, situation.diagnosis);
    return outgoing && worth > 0 && !done.some((earlier) => isSame(earlier.outgoing, outgoing))
      ? [{ probe, outgoing, worth }]
      : [];
  });
  return planned.sort((a, b) => b.worth - a.worth)[0];
};

const addToken = (credentials: Credentials, { acquired }: Looked): Credentials =>
  acquired ? { ...credentials, tokens: [...credentials.tokens, acquired] } : credentials;

/** What a step could not tell, in words; undefined where it told something. */
export const uncheckedWords = ({ probe, received, looked }: Step): string | undefined => {
  if (received.is === 'failed') return `${probe.id}: ${FAILURE_WORDS[received.how]}.`;
  return looked.unchecked === undefined ? undefined : `${probe.id}: ${looked.unchecked}`;
};

/** More than this, and tokens seem expired or not yet valid: Entra ID allows five minutes. */
const CLOCK_TOLERANCE = 5 * 60_000;

/** How far the clock of this machine is from that of a server, in milliseconds; undefined where no server said. */
const clockOff = (steps: readonly Step[], now: string): number | undefined => {
  const dates = steps.flatMap(({ received }) =>
    received.is === 'answered' ? received.headers.filter(([name]) => name.toLowerCase() === 'date') : [],
  );
  const server = Date.parse(dates.at(-1)?.[1] ?? '');
  return Number.isNaN(server) ? undefined : Date.parse(now) - server;
};

const clockNotice = (steps: readonly Step[], now: string): readonly Notice[] => {
  const off = clockOff(steps, now) ?? 0;
  if (Math.abs(off) <= CLOCK_TOLERANCE) return [];
  const minutes = Math.round(Math.abs(off) / 60_000);
  const text = `The clock of this machine is ${minutes} minutes ${off > 0 ? 'ahead of' : 'behind'} that of the server: set it right first.`;
  return [{ code: 'clock-differs', text }];
};

const withNotices = (diagnosis: Diagnosis, steps: readonly Step[]): Diagnosis => {
  const notices = steps.flatMap((step) => {
    const words = uncheckedWords(step);
    return words === undefined ? [] : [{ code: 'not-checked', text: `Not checked: ${words}` } as const];
  });
  return { ...diagnosis, notices: [...diagnosis.notices, ...notices, ...clockNotice(steps, diagnosis.now)] };
};

/** A request that repeats what failed and gets no answer shows where that stops. */
const REACH: Partial<Readonly<Record<FailureKind, string>>> = {
  dns: 'dns',
  tls: 'tls',
  timeout: 'timeout',
  refused: 'refused',
  reset: 'refused',
  proxy: 'proxy',
};

const reachFacts = ({ probe, received }: Step): Answers => {
  const outcome = probe.repeats && received.is === 'failed' ? REACH[received.how] : undefined;
  return outcome === undefined ? {} : { 'reach.outcome': outcome };
};

/** What one step brought: facts, and the exchange where it repeats what failed, to be read like a paste. */
export interface Brought {
  readonly step: Step;
  readonly facts: Answers;
  readonly exchange?: Paste;
}

/** Sends one planned request and reads its answer. */
export const takeStep = async (planned: Planned, situation: Situation, network: Network): Promise<Brought> => {
  const received = await network.send(planned.outgoing);
  const looked = await planned.probe.read(received, situation);
  const step = { ...planned, received, looked };
  const isExchange = planned.probe.repeats && received.is === 'answered';
  return {
    step,
    facts: { ...reachFacts(step), ...looked.facts },
    ...(isExchange && { exchange: { name: planned.probe.id, text: exchangeText(planned.outgoing, received) } }),
  };
};

const isCertain = ({ conclusion }: Diagnosis): boolean =>
  conclusion.is === 'stops-at' && conclusion.verdict === 'confirmed';

/** Runs probes, the most telling first, until the cause is certain, nothing is left to look at, or the person declines. */
export const look = async (start: Start, { diagnose, probes, network, agree, onStep }: Means): Promise<Outcome> => {
  let { pastes, credentials } = start;
  let looked: Answers = {};
  let seen: Seen = {};
  const steps: Step[] = [];
  for (;;) {
    const diagnosis = diagnose(pastes, { answers: start.answers, looked });
    const situation = { diagnosis, cloud: start.cloud, credentials, seen };
    const next = isCertain(diagnosis) ? undefined : nextProbe(probes, situation, steps);
    const isAgreed = next !== undefined && (await agree(next));
    if (next === undefined || !isAgreed) {
      const ended = isCertain(diagnosis) ? 'certain' : next === undefined ? 'nothing-left' : 'declined';
      return { ended, diagnosis: withNotices(diagnosis, steps), steps };
    }
    const { step, facts, exchange } = await takeStep(next, situation, network);
    steps.push(step);
    onStep?.(step);
    looked = { ...looked, ...facts };
    seen = { ...seen, ...step.looked.seen };
    credentials = addToken(credentials, step.looked);
    if (exchange) pastes = [...pastes, exchange];
  }
};

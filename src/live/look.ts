import type { FactPath } from '../facts/catalog.ts';
import type { Cloud } from '../knowledge/clouds.ts';
import type { Answers, Diagnosis } from '../model/diagnosis.ts';
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

/** The probe that settles most now; among equals the first of the natural order. */
export const nextProbe = (
  probes: readonly Probe[],
  situation: Situation,
  done: ReadonlySet<string>,
): Planned | undefined => {
  const planned = probes.flatMap((probe): readonly (Planned & { worth: number })[] => {
    const isNew = !done.has(probe.id) && probe.settles.some((path) => situation.diagnosis.facts[path] === undefined);
    const outgoing = isNew ? probe.plan(situation) : undefined;
    const worth = probe.repeats ? Number.POSITIVE_INFINITY : gain(probe.settles, situation.diagnosis);
    return outgoing && worth > 0 ? [{ probe, outgoing, worth }] : [];
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

const withNotices = (diagnosis: Diagnosis, steps: readonly Step[]): Diagnosis => {
  const notices = steps.flatMap((step) => {
    const words = uncheckedWords(step);
    return words === undefined ? [] : [{ code: 'not-checked', text: `Not checked: ${words}` } as const];
  });
  return { ...diagnosis, notices: [...diagnosis.notices, ...notices] };
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

const reachFacts = (received: Received): Answers => {
  const outcome = received.is === 'failed' ? REACH[received.how] : undefined;
  return outcome === undefined ? {} : { 'reach.outcome': outcome };
};

const isCertain = ({ conclusion }: Diagnosis): boolean =>
  conclusion.is === 'stops-at' && conclusion.verdict === 'confirmed';

/** Runs probes, the most telling first, until the cause is certain, nothing is left to look at, or the person declines. */
export const look = async (start: Start, { diagnose, probes, network, agree, onStep }: Means): Promise<Outcome> => {
  let { pastes, credentials } = start;
  let looked: Answers = {};
  let seen: Seen = {};
  const steps: Step[] = [];
  const done = new Set<string>();
  for (;;) {
    const diagnosis = diagnose(pastes, { answers: start.answers, looked });
    const situation = { diagnosis, cloud: start.cloud, credentials, seen };
    const next = isCertain(diagnosis) ? undefined : nextProbe(probes, situation, done);
    const isAgreed = next !== undefined && (await agree(next));
    if (next === undefined || !isAgreed) {
      const ended = isCertain(diagnosis) ? 'certain' : next === undefined ? 'nothing-left' : 'declined';
      return { ended, diagnosis: withNotices(diagnosis, steps), steps };
    }
    const received = await network.send(next.outgoing);
    const found = await next.probe.read(received, situation);
    const step = { ...next, received, looked: found };
    steps.push(step);
    done.add(next.probe.id);
    onStep?.(step);
    looked = { ...looked, ...reachFacts(received), ...found.facts };
    seen = { ...seen, ...found.seen };
    credentials = addToken(credentials, found);
    if (next.probe.repeats && received.is === 'answered')
      pastes = [...pastes, { name: next.probe.id, text: exchangeText(next.outgoing, received) }];
  }
};

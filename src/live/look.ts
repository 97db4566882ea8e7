import type { FactPath } from '../facts/catalog.ts';
import type { Cloud } from '../knowledge/clouds.ts';
import type { Answers, Diagnosis } from '../model/diagnosis.ts';
import type { Paste } from '../model/paste.ts';
import { exchangeText } from './exchange-text.ts';
import type { Network, Received } from './network.ts';
import type { Outgoing } from './outgoing.ts';
import type { Credentials, Looked, Probe, Situation } from './probe.ts';

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
    return outgoing ? [{ probe, outgoing, worth: gain(probe.settles, situation.diagnosis) }] : [];
  });
  return planned.sort((a, b) => b.worth - a.worth)[0];
};

const addToken = (credentials: Credentials, { acquired }: Looked): Credentials =>
  acquired ? { ...credentials, tokens: [...credentials.tokens, acquired] } : credentials;

/** Runs probes, the most telling first, until the cause is certain, nothing is left to look at, or the person declines. */
export const look = async (start: Start, { diagnose, probes, network, agree }: Means): Promise<Outcome> => {
  let { pastes, credentials } = start;
  let looked: Answers = {};
  const steps: Step[] = [];
  for (;;) {
    const diagnosis = diagnose(pastes, { answers: start.answers, looked });
    const { conclusion } = diagnosis;
    if (conclusion.is === 'stops-at' && conclusion.verdict === 'confirmed')
      return { ended: 'certain', diagnosis, steps };
    const situation = { diagnosis, cloud: start.cloud, credentials };
    const next = nextProbe(probes, situation, new Set(steps.map(({ probe }) => probe.id)));
    if (next === undefined) return { ended: 'nothing-left', diagnosis, steps };
    if (!(await agree(next))) return { ended: 'declined', diagnosis, steps };
    const received = await network.send(next.outgoing);
    const found = next.probe.read(received, situation);
    steps.push({ ...next, received, looked: found });
    looked = { ...looked, ...found.facts };
    credentials = addToken(credentials, found);
    if (found.isEvidence) pastes = [...pastes, { name: next.probe.id, text: exchangeText(next.outgoing, received) }];
  }
};

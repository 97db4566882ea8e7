import type { Answers } from '../model/diagnosis.ts';
import type { Paste } from '../model/paste.ts';
import { exchangeText } from './exchange-text.ts';
import type { FailureKind } from './failure.ts';
import { isIntercepted } from './intercepted.ts';
import { known } from './known.ts';
import type { Network, Received } from './network.ts';
import type { Outgoing } from './outgoing.ts';
import { isThrottled, type Patience, sendPatiently } from './patience.ts';
import type { Looked, Probe, Situation } from './probe.ts';

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

/** What one step brought: facts, and the exchange where it repeats what failed, to be read like a paste. */
export interface Brought {
  readonly step: Step;
  readonly facts: Answers;
  readonly exchange?: Paste;
}

/** A request that repeats what failed and gets no answer shows where that stops. */
const REACH: Partial<Readonly<Record<FailureKind, string>>> = {
  dns: 'dns',
  tls: 'tls',
  'certificate-time': 'tls',
  'certificate-host': 'tls',
  'certificate-issuer': 'tls',
  timeout: 'timeout',
  refused: 'refused',
  reset: 'refused',
  proxy: 'proxy',
};

/** Where a request stopped that shows whether the service is reached, if it did not get there. */
const reachFacts = ({ probe, received }: Pick<Step, 'probe' | 'received'>): Answers => {
  if (!probe.repeats && !probe.settles.includes('reach.outcome')) return {};
  const outcome = received.is === 'failed' ? REACH[received.how] : isIntercepted(received) ? 'proxy' : undefined;
  return outcome === undefined ? {} : { 'reach.outcome': outcome };
};

const THROTTLED = 'The service asks for fewer calls (status 429), so this was not looked at.';
const INTERCEPTED =
  'Something on the way answered in place of the service, with a web page or a redirect to another site: often the sign-in page of a network or proxy.';

/** Whether an answer to a repeated request tells of the failing call: one of the service, and no throttling that only this look met. */
const tells = (received: Received, situation: Situation): boolean => {
  const before = known(situation, 'response.status');
  if (received.is === 'failed' || isIntercepted(received)) return false;
  return !isThrottled(received) || before === undefined || before === 429;
};

const readAnswer = ({ probe }: Planned, received: Received, situation: Situation): Looked | Promise<Looked> => {
  if (isIntercepted(received)) return { unchecked: INTERCEPTED };
  if (!isThrottled(received)) return probe.read(received, situation);
  return probe.repeats && tells(received, situation) ? {} : { unchecked: THROTTLED };
};

/** Sends one planned request and reads its answer. */
export const takeStep = async (
  planned: Planned,
  situation: Situation,
  network: Network,
  patience: Patience,
): Promise<Brought> => {
  const received = await sendPatiently(network, planned.outgoing, patience);
  const step = { ...planned, received, looked: await readAnswer(planned, received, situation) };
  const isExchange = planned.probe.repeats && received.is === 'answered' && tells(received, situation);
  return {
    step,
    facts: { ...reachFacts(step), ...step.looked.facts },
    ...(isExchange && { exchange: { name: planned.probe.id, text: exchangeText(planned.outgoing, received) } }),
  };
};

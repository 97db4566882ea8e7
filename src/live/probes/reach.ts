import { liveHost } from '../destination.ts';
import { ifAllowed, known } from '../known.ts';
import type { Outgoing } from '../outgoing.ts';
import type { Probe, Situation } from '../probe.ts';
import { callAgain } from './call-again.ts';

/** A path of each API that answers anybody, if only with a refusal. */
const PATHS: Readonly<Record<string, string>> = {
  powerbi: '/v1.0/myorg/groups',
  fabric: '/v1/workspaces',
  graph: '/v1.0/me',
};

/** The host of the call, asked for something without a token. */
const withoutToken = (situation: Situation): Outgoing | undefined => {
  const api = known(situation, 'call.api');
  const path = PATHS[api ?? ''];
  if (path === undefined || (api !== 'powerbi' && api !== 'fabric' && api !== 'graph')) return undefined;
  const host = liveHost(api, situation.cloud);
  return host === undefined
    ? undefined
    : ifAllowed({ method: 'GET', url: `https://${host}${path}`, carries: { what: 'nothing' } });
};

/**
 * Whether the API can be reached from here: its name, the connection, the certificate, and whether something on the way
 * answers in its place. Only where no answer is known, and the call itself may not be repeated.
 */
export const reach: Probe = {
  id: 'reach',
  does: 'asks the API without a token, to see whether it can be reached',
  settles: ['reach.outcome'],
  isNeeded: (situation) => known(situation, 'response.status') === undefined && callAgain.plan(situation) === undefined,
  plan: (situation) => (known(situation, 'response.status') === undefined ? withoutToken(situation) : undefined),
  read: (received) => (received.is === 'answered' ? { facts: { 'reach.outcome': 'answered' } } : {}),
};

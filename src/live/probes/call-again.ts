import { claimOf, ifAllowed, known, tokenFor } from '../known.ts';
import type { Outgoing } from '../outgoing.ts';
import type { Probe, Situation } from '../probe.ts';

/** The same header as in the paste: its token, if it is whole, or none where the paste has none. */
const sameBearer = (situation: Situation): Pick<Outgoing, 'carries' | 'bearer'> | undefined => {
  const form = known(situation, 'request.authorization');
  if (form === 'missing') return { carries: { what: 'nothing' } };
  const token = tokenFor(situation, known(situation, 'call.api') === 'graph' ? 'graph' : 'powerbi');
  const audience = claimOf(token, 'aud');
  if (form !== 'bearer' || token === undefined || audience === undefined) return undefined;
  return { carries: { what: 'token', audience }, bearer: token.token };
};

/** Makes the failing call once more, if it only reads. A write is never repeated. */
export const callAgain: Probe = {
  id: 'call-again',
  does: 'makes the failing call again, which only reads',
  settles: ['response.status'],
  repeats: true,
  plan: (situation) => {
    const url = known(situation, 'request.url');
    const bearer = sameBearer(situation);
    const isRead = known(situation, 'request.method') === 'GET' && known(situation, 'call.api') !== 'entra';
    if (!isRead || bearer === undefined || url === undefined || !URL.canParse(url)) return undefined;
    return ifAllowed({ method: 'GET', url, ...bearer });
  },
  read: () => ({}),
};

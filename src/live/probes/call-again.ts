import { claimOf, ifAllowed, known, tokenFor } from '../known.ts';
import type { Probe, Situation } from '../probe.ts';

/** The bearer in the paste is the token in hand, so that the same call is made. */
const isWhole = (situation: Situation): boolean => known(situation, 'request.authorization') === 'bearer';

/** Makes the failing call once more, if it only reads. A write is never repeated. */
export const callAgain: Probe = {
  id: 'call-again',
  does: 'makes the failing call again, which only reads',
  settles: ['response.status'],
  repeats: true,
  plan: (situation) => {
    const url = known(situation, 'request.url');
    const token = tokenFor(situation, known(situation, 'call.api') === 'graph' ? 'graph' : 'powerbi');
    const audience = claimOf(token, 'aud');
    const isRead = known(situation, 'request.method') === 'GET' && isWhole(situation);
    if (!isRead || url === undefined || !URL.canParse(url) || token === undefined || audience === undefined)
      return undefined;
    return ifAllowed({ method: 'GET', url, carries: { what: 'token', audience }, bearer: token.token });
  },
  read: () => ({}),
};

import { factIn } from '../known.ts';
import type { Probe, Situation } from '../probe.ts';
import { freshToken } from './ask-token.ts';
import { callAgain } from './call-again.ts';

const failsAtToken = ({ diagnosis }: Situation): boolean =>
  factIn(diagnosis, 'call.api') === 'entra' || factIn(diagnosis, 'entra.code') !== undefined;

/**
 * The probes that repeat what failed, the token first; none where that cannot be repeated. A new token alone says
 * nothing of a call that is refused.
 */
export const repeatsFor = (situation: Situation): readonly Probe[] => {
  const repeats = failsAtToken(situation) ? [freshToken] : [freshToken, callAgain];
  return repeats.at(-1)?.plan(situation) === undefined
    ? []
    : repeats.filter((probe) => probe.plan(situation) !== undefined);
};

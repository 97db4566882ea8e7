import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';
import type { Evidence } from '../../model/evidence.ts';
import { cloudHostOf } from '../cloud-hosts.ts';
import { definitelyDiffer, possibleClouds } from '../clouds.ts';
import { isPowerBiApplication, resourceOf, sameApplication } from '../resources.ts';

/** Whether two audiences are names of one API in two clouds; undefined where nobody knows that they are one API. */
const isOfOtherCloud = (one: string, other: string): boolean | undefined => {
  const [a, b] = [resourceOf(one), resourceOf(other)];
  if (a.cloud !== undefined && b.cloud !== undefined && sameApplication(a.resource, b.resource)) {
    const ofPowerBi = isPowerBiApplication(a.resource);
    return definitelyDiffer([possibleClouds(a.cloud, ofPowerBi), possibleClouds(b.cloud, ofPowerBi)]);
  }
  const [left, right] = [cloudHostOf(one), cloudHostOf(other)];
  if (left === undefined || right === undefined || left.service !== right.service) return undefined;
  return definitelyDiffer([possibleClouds(left.cloud, false), possibleClouds(right.cloud, false)]);
};

/** What the token was asked for, where one thing was. */
const askedFor = (evidence: Evidence): string | undefined => {
  const [scope, ...others] = valueOf(evidence, 'token-request.scope') ?? [];
  return valueOf(evidence, 'token-request.resource') ?? (others.length === 0 ? scope : undefined);
};

/** Whether the audience that an error refuses or that was asked for, is the one of the same API in another cloud. */
export const audienceOfOtherCloud: Derivation = {
  from: ['said.audience-refused', 'said.audiences-taken', 'token-request.resource', 'token-request.scope'],
  gives: ['said.audience-of-other-cloud'],
  derive: (evidence) => {
    const refused = valueOf(evidence, 'said.audience-refused') ?? askedFor(evidence);
    const taken = valueOf(evidence, 'said.audiences-taken');
    if (refused === undefined || taken === undefined) return {};
    const told = taken.map((audience) => isOfOtherCloud(refused, audience)).filter((is) => is !== undefined);
    return told.length === 0 ? {} : { 'said.audience-of-other-cloud': told.every((is) => is) };
  },
};

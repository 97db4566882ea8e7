import { isGood, objectOf, sameId } from '../answered.ts';
import { liveHost } from '../destination.ts';
import { claimOf, tokenFor } from '../known.ts';
import type { Probe } from '../probe.ts';
import { isTenant } from './ask-token.ts';

/** The id of a tenant in the issuer that it publishes. */
const ISSUER = /^https:\/\/[^/]{1,100}\/([0-9a-f-]{36})\//i;

/** Compares the tenant of the token with the one that the person signs in to. */
export const tenant: Probe = {
  id: 'tenant',
  does: 'reads the published description of the tenant, and compares it with the tenant of the token',
  settles: ['token.tenant'],
  plan: (situation) => {
    const { proof } = situation.credentials;
    const host = liveHost('entra', situation.cloud);
    const isOfUse = proof !== undefined && isTenant(proof.tenant) && tokenFor(situation, 'powerbi') !== undefined;
    if (!isOfUse || host === undefined) return undefined;
    const url = `https://${host}/${proof.tenant}/v2.0/.well-known/openid-configuration`;
    return { method: 'GET', url, carries: { what: 'nothing' } };
  },
  read: (received, situation) => {
    const issuer = isGood(received) ? objectOf(received)?.['issuer'] : undefined;
    const id = ISSUER.exec(typeof issuer === 'string' ? issuer : '')?.[1];
    const own = claimOf(tokenFor(situation, 'powerbi'), 'tid');
    if (id === undefined || own === undefined) return { unchecked: 'The description of the tenant could not be read.' };
    return { facts: { 'token.tenant': sameId(own, id) ? 'expected' : 'another' } };
  },
};

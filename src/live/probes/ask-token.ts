import { claimsOf } from '../claims.ts';
import { liveHost } from '../destination.ts';
import { isGood, known, objectOf } from '../known.ts';
import type { Received } from '../network.ts';
import type { Outgoing } from '../outgoing.ts';
import type { Looked, Probe, ProofCredential, Situation } from '../probe.ts';
import { Sensitive } from '../sensitive.ts';

/** A tenant as it may stand in a path: an id, a domain, or a word such as common. */
const TENANT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,250}$/;

/** Whether a text may stand as tenant in a path. */
export const isTenant = (text: string): boolean => TENANT.test(text);

/** A token request to the authority of the cloud; undefined where the tenant cannot stand in a path. */
export const tokenRequest = (
  { tenant, clientId, grant, proof }: ProofCredential,
  { cloud }: Situation,
  changed: Readonly<Record<string, string>> = {},
): Outgoing | undefined => {
  const host = liveHost('entra', cloud);
  if (host === undefined || !isTenant(tenant)) return undefined;
  const isV1 = 'resource' in proof && !('scope' in proof);
  return {
    method: 'POST',
    url: `https://${host}/${tenant}/oauth2/${isV1 ? '' : 'v2.0/'}token`,
    carries: { what: 'proof', cloud },
    form: { client_id: clientId, grant_type: grant, ...proof, ...changed },
  };
};

/** The access token in the answer of a token request. */
export const acquiredFrom = (received: Received): Pick<Looked, 'acquired'> => {
  const token = isGood(received) ? objectOf(received)?.['access_token'] : undefined;
  if (typeof token !== 'string') return {};
  const claims = claimsOf(token);
  return claims
    ? { acquired: { token: new Sensitive(token, `access token, ${token.length} characters`), claims } }
    : {};
};

const isAboutTokens = (situation: Situation): boolean =>
  known(situation, 'call.api') === 'entra' || known(situation, 'request.url') === undefined;

/** Asks for a token as the script did, and reads what Entra ID answers. */
export const askToken: Probe = {
  id: 'ask-token',
  does: 'asks Entra ID for a token with the credentials given, and reads its answer',
  settles: ['entra.code'],
  repeats: true,
  plan: (situation) =>
    situation.credentials.proof && isAboutTokens(situation)
      ? tokenRequest(situation.credentials.proof, situation)
      : undefined,
  read: (received) => acquiredFrom(received),
};

/** Asks for a new token whatever failed: roles and consents are written into a token when it is made. */
export const freshToken: Probe = {
  ...askToken,
  plan: (situation) => situation.credentials.proof && tokenRequest(situation.credentials.proof, situation),
};

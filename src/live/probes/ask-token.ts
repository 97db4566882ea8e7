import type { FactPath } from '../../facts/catalog.ts';
import { isGood, objectOf } from '../answered.ts';
import { claimsOf } from '../claims.ts';
import { liveHost } from '../destination.ts';
import { known, tokenFor } from '../known.ts';
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
  { cloud }: Pick<Situation, 'cloud'>,
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

/** The number of an error of Entra ID, which says more than its text, and names nobody. */
const codeOf = (received: Received): string => {
  const [code] = /AADSTS\d{4,8}/.exec(received.is === 'answered' ? received.body : '') ?? [];
  return code === undefined ? '' : ` (${code})`;
};

/** Whether the call was sent with a token that is not at hand, and the app is known to be the one that called. */
const lacksToken = (situation: Situation): boolean =>
  known(situation, 'request.authorization') !== 'missing' &&
  tokenFor(situation, 'powerbi') === undefined &&
  !isAboutTokens(situation) &&
  (situation.credentials.proof?.from !== 'environment' || known(situation, 'caller.app-id') !== undefined);

/** Gets a token where the paste holds none that is whole. It is no repeat: why the call failed is told by other checks. */
export const getToken = (settles: readonly FactPath[]): Probe => ({
  id: 'get-token',
  does: 'asks Entra ID for a token with the credentials given, as the paste holds none that is whole',
  settles,
  // Without an answer nothing is open yet: the call has to be repeated first, and that takes the token.
  isNeeded: (situation) =>
    known(situation, 'response.status') === undefined && known(situation, 'request.method') === 'GET',
  plan: (situation) =>
    situation.credentials.proof && lacksToken(situation)
      ? tokenRequest(situation.credentials.proof, situation)
      : undefined,
  read: (received) => {
    const found = acquiredFrom(received);
    return found.acquired ? found : { unchecked: `Entra ID gives no token now${codeOf(received)}.` };
  },
});

/** Grants that give a token again and again; a code is good for one. */
const REPEATABLE = ['client_credentials', 'refresh_token', 'password'];

/** Asks for a new token whatever failed: roles and consents are written into a token when it is made. */
export const freshToken: Probe = {
  ...askToken,
  plan: (situation) => {
    const { proof } = situation.credentials;
    const isOfUse = proof !== undefined && (isAboutTokens(situation) || REPEATABLE.includes(proof.grant));
    return isOfUse ? tokenRequest(proof, situation) : undefined;
  },
};

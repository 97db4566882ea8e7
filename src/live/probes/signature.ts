import { compactVerify, createLocalJWKSet, errors, type JSONWebKeySet } from 'jose';
import { liveHost } from '../destination.ts';
import { asGuid, claimOf, isGood, objectOf } from '../known.ts';
import type { Answered } from '../network.ts';
import type { Looked, Probe, TokenCredential } from '../probe.ts';

/** Entra ID signs access tokens with RS256; others are taken from nobody. */
const ALGORITHMS = ['RS256', 'PS256'];

const keysOf = (answered: Answered): JSONWebKeySet | undefined => {
  const keys = objectOf(answered)?.['keys'];
  return Array.isArray(keys) ? ({ keys } as JSONWebKeySet) : undefined;
};

const verdictOn = async ({ token }: TokenCredential, keys: JSONWebKeySet): Promise<Looked> => {
  try {
    await compactVerify(token.reveal(), createLocalJWKSet(keys), { algorithms: ALGORITHMS });
    return { facts: { 'token.signature': 'verified' } };
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) {
      return { unchecked: 'The key that signed the token is not among those that its tenant publishes now.' };
    }
    return { facts: { 'token.signature': 'broken' } };
  }
};

const subject = (tokens: readonly TokenCredential[]): TokenCredential | undefined => tokens.at(-1);

/** Verifies the signature with the keys that the tenant publishes. Tokens for Microsoft Graph can be verified by Graph only. */
export const signature: Probe = {
  id: 'signature',
  does: 'verifies the signature of the token with the published keys of its tenant',
  settles: ['token.signature'],
  plan: ({ credentials, cloud }) => {
    const tenant = asGuid(claimOf(subject(credentials.tokens), 'tid'));
    const host = liveHost('entra', cloud);
    if (tenant === undefined || host === undefined) return undefined;
    return { method: 'GET', url: `https://${host}/${tenant}/discovery/v2.0/keys`, carries: { what: 'nothing' } };
  },
  read: async (received, { credentials }) => {
    const token = subject(credentials.tokens);
    const keys = isGood(received) ? keysOf(received) : undefined;
    if (token === undefined || keys === undefined) return { unchecked: 'The keys of the tenant could not be read.' };
    return verdictOn(token, keys);
  },
};

import { compactVerify, createLocalJWKSet, errors, type JSONWebKeySet } from 'jose';
import { asGuid } from '../../facts/guid.ts';
import type { Cloud } from '../../knowledge/clouds.ts';
import { resourceOf } from '../../knowledge/resources.ts';
import { isGood, objectOf } from '../answered.ts';
import { liveHost } from '../destination.ts';
import { claimOf } from '../known.ts';
import type { Answered, Received } from '../network.ts';
import type { Outgoing } from '../outgoing.ts';
import type { Looked, Probe, Situation, TokenCredential } from '../probe.ts';

/** Entra ID signs access tokens with RS256; others are taken from nobody. */
const ALGORITHMS = ['RS256', 'PS256'];

const keysOf = (answered: Answered): JSONWebKeySet | undefined => {
  const keys = objectOf(answered)?.['keys'];
  return Array.isArray(keys) ? ({ keys } as JSONWebKeySet) : undefined;
};

/** The bytes of base64url text. */
const bytesOf = (text: string | undefined): number => Math.floor(((text ?? '').length * 3) / 4);

/**
 * Whether the signature is shorter than the key that it names makes them (RFC 8017, section 8: as long as the modulus).
 * A token that was masked or cut before it was pasted says nothing of the one that was sent.
 */
const isCut = (token: string, { keys }: JSONWebKeySet): boolean => {
  const [head = '', , signature = ''] = token.split('.');
  const { alg, kid } = headOf(head);
  const key = keys.find((one) => one.kid === kid);
  return ALGORITHMS.includes(String(alg)) && key !== undefined && bytesOf(signature) < bytesOf(key.n);
};

const headOf = (head: string): { readonly alg?: unknown; readonly kid?: unknown } => {
  try {
    return JSON.parse(Buffer.from(head, 'base64url').toString('utf8')) as { readonly alg?: unknown };
  } catch {
    return {};
  }
};

const CUT = 'The signature is cut, so it cannot be checked: paste the whole token.';

const verdictOn = async ({ token }: TokenCredential, keys: JSONWebKeySet): Promise<Looked> => {
  if (isCut(token.reveal(), keys)) return { unchecked: CUT };
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

/** A check of one signature: the request for the keys, and what their answer says. */
export interface SignatureCheck {
  readonly outgoing: Outgoing;
  readonly read: (received: Received) => Promise<Looked>;
}

/** Tokens for Microsoft Graph are made so that nobody else can verify them: their header holds a nonce. */
const isOfGraph = (token: TokenCredential): boolean => resourceOf(claimOf(token, 'aud') ?? '').resource === 'graph';

/**
 * How the signature of a token is checked, with the keys that its tenant publishes in the public cloud or the given one.
 * Undefined where the token names no tenant.
 */
export const checkSignature = (
  token: TokenCredential,
  cloud: Cloud = 'public',
): SignatureCheck | 'of-graph' | undefined => {
  if (isOfGraph(token)) return 'of-graph';
  const tenant = asGuid(claimOf(token, 'tid'));
  const host = liveHost('entra', cloud);
  if (tenant === undefined || host === undefined) return undefined;
  return {
    outgoing: { method: 'GET', url: `https://${host}/${tenant}/discovery/v2.0/keys`, carries: { what: 'nothing' } },
    read: async (received) => {
      const keys = isGood(received) ? keysOf(received) : undefined;
      return keys === undefined ? { unchecked: 'The keys of the tenant could not be read.' } : verdictOn(token, keys);
    },
  };
};

const checkOf = ({ credentials, cloud }: Situation): SignatureCheck | undefined => {
  const token = credentials.tokens.at(-1);
  const check = token && checkSignature(token, cloud);
  return check === 'of-graph' ? undefined : check;
};

/** Verifies the signature of the newest token. */
export const signature: Probe = {
  id: 'signature',
  does: 'verifies the signature of the token with the published keys of its tenant',
  settles: ['token.signature'],
  plan: (situation) => checkOf(situation)?.outgoing,
  read: (received, situation) => checkOf(situation)?.read(received) ?? { unchecked: 'There is no token to verify.' },
};

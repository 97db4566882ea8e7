import type { Diagnosis } from '../model/diagnosis.ts';
import { factIn } from './known.ts';
import type { Credentials, ProofCredential, TokenCredential } from './probe.ts';

const isSame = (known: string | undefined, claimed: unknown): boolean =>
  known === undefined || typeof claimed !== 'string' || known.toLowerCase() === claimed.toLowerCase();

/** Whether a token may be the caller's own: what another caller sees says nothing of this call. */
export const isOfCaller = ({ claims }: Pick<TokenCredential, 'claims'>, diagnosis: Diagnosis): boolean =>
  isSame(factIn(diagnosis, 'caller.object-id'), claims['oid']) && isSame(factIn(diagnosis, 'token.tid'), claims['tid']);

/** What tells one token from another, by the claim that says it. */
const MARKS = { 'token.aud': 'aud', 'token.tid': 'tid', 'token.oid': 'oid', 'token.uti': 'uti' } as const;

/**
 * Whether a token is the one that a call sent: of several calls in one text each has its own. What the call says of its
 * token must be what the claims say; a call that shows none has none.
 */
export const isOfCall = ({ claims }: Pick<TokenCredential, 'claims'>, diagnosis: Diagnosis): boolean => {
  const end = factIn(diagnosis, 'token.exp');
  const marks = Object.entries(MARKS) as readonly [keyof typeof MARKS, string][];
  return (
    factIn(diagnosis, 'token.aud') !== undefined &&
    (end === undefined ? undefined : Date.parse(end) / 1000) === claims['exp'] &&
    marks.every(([path, claim]) => factIn(diagnosis, path) === claims[claim])
  );
};

/** Whether what a token can be asked for with is of the caller: an app that asks as itself is no person. */
const proofIsOfCaller = ({ clientId, grant }: ProofCredential, diagnosis: Diagnosis): boolean =>
  isSame(factIn(diagnosis, 'caller.app-id'), clientId) &&
  (grant !== 'client_credentials' || factIn(diagnosis, 'caller.kind') !== 'user');

/** The credentials that may be those of the caller. */
export const ownOnly = ({ tokens, proof }: Credentials, diagnosis: Diagnosis): Credentials => ({
  tokens: tokens.filter((token) => isOfCaller(token, diagnosis)),
  ...(proof && proofIsOfCaller(proof, diagnosis) && { proof }),
});

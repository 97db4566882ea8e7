import type { Cloud } from '../knowledge/clouds.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { type Certificate, signAssertion } from './certificate.ts';
import { liveHost } from './destination.ts';
import { factIn } from './known.ts';
import type { ProofCredential } from './probe.ts';
import { Sensitive } from './sensitive.ts';

/** What an app proves itself with. */
export type OwnProof =
  | { readonly by: 'secret'; readonly secret: string }
  | { readonly by: 'certificate'; readonly certificate: Certificate }
  | { readonly by: 'assertion'; readonly assertion: string };

/** An app of the person, given beside the paste: in the environment, or by files. */
export interface OwnApp {
  readonly tenant?: string;
  readonly clientId?: string;
  readonly proof?: OwnProof;
  /** It was named on the command line, so it counts more than what the paste holds. */
  readonly isNamed?: boolean;
}

/** The tenant and app to ask for a token, and for what. */
export interface Applicant {
  readonly tenant: string;
  readonly clientId: string;
  readonly scope: string;
}

/** Who asks for a token: what is named in the first place, and in the second the other. */
export const applicantOf = (
  diagnosis: Diagnosis,
  { tenant, clientId }: Pick<OwnApp, 'tenant' | 'clientId'>,
  first: 'own' | 'paste',
): Applicant | undefined => {
  const pasted = {
    tenant: factIn(diagnosis, 'token-request.tenant') ?? factIn(diagnosis, 'token.tid'),
    clientId: factIn(diagnosis, 'token-request.client-id') ?? factIn(diagnosis, 'caller.app-id'),
  };
  const own = { tenant, clientId };
  const [one, other] = first === 'own' ? [own, pasted] : [pasted, own];
  const found = { tenant: one.tenant ?? other.tenant, clientId: one.clientId ?? other.clientId };
  const scope = factIn(diagnosis, 'call.scope') ?? factIn(diagnosis, 'token-request.scope')?.join(' ');
  if (!found.tenant || !found.clientId || !scope) return undefined;
  return { tenant: found.tenant, clientId: found.clientId, scope };
};

const BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const asserted = (assertion: string, words: string): ProofCredential['proof'] => ({
  client_assertion_type: BEARER,
  client_assertion: new Sensitive(assertion, words),
});

const formOf = async (
  proof: OwnProof,
  { clientId, tenant }: Applicant,
  host: string,
): Promise<ProofCredential['proof']> => {
  if (proof.by === 'secret') {
    return { client_secret: new Sensitive(proof.secret, `client secret, ${proof.secret.length} characters`) };
  }
  if (proof.by === 'assertion') return asserted(proof.assertion, 'assertion of another issuer, from its file');
  const audience = `https://${host}/${tenant}/oauth2/v2.0/token`;
  const now = Math.floor(Date.now() / 1000);
  return asserted(
    await signAssertion(proof.certificate, { clientId, audience, now }),
    'assertion, signed with the key of the certificate; the key is not sent',
  );
};

/** The token request of the person's own app; undefined where something that it takes is not there. */
export const ownRequest = async (
  own: OwnApp,
  diagnosis: Diagnosis,
  cloud: Cloud,
): Promise<ProofCredential | undefined> => {
  const applicant = applicantOf(diagnosis, own, 'own');
  const host = liveHost('entra', cloud);
  if (own.proof === undefined || applicant === undefined || host === undefined) return undefined;
  const { tenant, clientId, scope } = applicant;
  const proof = { scope, ...(await formOf(own.proof, applicant, host)) };
  return { tenant, clientId, grant: 'client_credentials', proof, from: own.isNamed ? 'named' : 'environment' };
};

import type { Cloud } from '../knowledge/clouds.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { Paste } from '../model/paste.ts';
import type { SecretField } from '../model/secret.ts';
import { type Credential, credentialsIn } from '../redact/credentials.ts';
import { claimsOf } from './claims.ts';
import { factIn } from './known.ts';
import type { Credentials, ProofCredential, TokenCredential } from './probe.ts';
import { Sensitive } from './sensitive.ts';

/** The environment of the command: names as azure-identity has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const words = (kind: string, value: string): string => `${kind.replaceAll('-', ' ')}, ${value.length} characters`;

const tokenOf = ({ kind, value }: Credential): readonly TokenCredential[] => {
  const claims = kind === 'access-token' ? claimsOf(value) : undefined;
  return claims ? [{ token: new Sensitive(value, words(kind, value)), claims }] : [];
};

type Grant = NonNullable<ReturnType<typeof grantOf>>;
const grantOf = (diagnosis: Diagnosis) => factIn(diagnosis, 'token-request.grant');

/** The name of a grant on the wire, and the secret fields that go with it besides those of the client. */
const GRANTS: Partial<Readonly<Record<Grant, readonly [string, readonly SecretField[]]>>> = {
  'client-credentials': ['client_credentials', []],
  'authorization-code': ['authorization_code', ['code', 'code_verifier']],
  'refresh-token': ['refresh_token', ['refresh_token']],
};

const CLIENT_FIELDS: readonly SecretField[] = ['client_secret'];

const scopeIn = (diagnosis: Diagnosis): Readonly<Record<string, string>> => {
  const resource = factIn(diagnosis, 'token-request.resource');
  if (resource !== undefined) return { resource };
  const scope = factIn(diagnosis, 'token-request.scope')?.join(' ') ?? factIn(diagnosis, 'call.scope');
  return scope === undefined ? {} : { scope };
};

/** The token request of the paste, as far as it can be made again. */
const pastedProof = (diagnosis: Diagnosis, credentials: readonly Credential[]): ProofCredential | undefined => {
  const [tenant, clientId] = [factIn(diagnosis, 'token-request.tenant'), factIn(diagnosis, 'token-request.client-id')];
  const [grant, own] = GRANTS[grantOf(diagnosis) ?? 'other'] ?? [];
  if (tenant === undefined || clientId === undefined || grant === undefined || own === undefined) return undefined;
  const secrets = credentials.filter(({ field }) => [...CLIENT_FIELDS, ...own].includes(field));
  if (own[0] !== undefined && !secrets.some(({ field }) => field === own[0])) return undefined;
  const redirect = factIn(diagnosis, 'token-request.redirect-uri');
  return {
    tenant,
    clientId,
    grant,
    proof: {
      ...scopeIn(diagnosis),
      ...(grant === 'authorization_code' && redirect !== undefined && { redirect_uri: redirect }),
      ...Object.fromEntries(secrets.map(({ kind, field, value }) => [field, new Sensitive(value, words(kind, value))])),
    },
  };
};

/** An app in the environment: AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET. */
const environmentProof = (diagnosis: Diagnosis, env: Environment): ProofCredential | undefined => {
  const { AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: clientId, AZURE_CLIENT_SECRET: secret } = env;
  if (!tenant || !clientId || !secret) return undefined;
  return {
    tenant,
    clientId,
    grant: 'client_credentials',
    proof: { ...scopeIn(diagnosis), client_secret: new Sensitive(secret, words('client-secret', secret)) },
  };
};

/** What live checks may use: the tokens and the token request of the pastes, or else the app of the environment. */
export const credentialsOf = (pastes: readonly Paste[], diagnosis: Diagnosis, env: Environment): Credentials => {
  const found = pastes.flatMap(({ text }) => credentialsIn(text));
  const proof = pastedProof(diagnosis, found) ?? environmentProof(diagnosis, env);
  return { tokens: found.flatMap(tokenOf), ...(proof && { proof }) };
};

/** The cloud of the call, of the token request, or of the token; the public one where nothing says. */
export const cloudOf = (diagnosis: Diagnosis): Cloud =>
  factIn(diagnosis, 'call.cloud') ??
  factIn(diagnosis, 'token-request.cloud') ??
  factIn(diagnosis, 'token.cloud') ??
  'public';

import type { ValueOf } from '../facts/catalog.ts';
import type { Cloud } from '../knowledge/clouds.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { Paste } from '../model/paste.ts';
import { type Credential, credentialsIn } from '../redact/credentials.ts';
import { claimsOf } from './claims.ts';
import { factIn } from './known.ts';
import { type OwnApp, ownRequest } from './own-app.ts';
import { isOpen, isUnmasked, pastedForm } from './pasted-form.ts';
import type { Credentials, ProofCredential, TokenCredential } from './probe.ts';
import { Sensitive } from './sensitive.ts';

const sensitive = (kind: string, value: string): Sensitive =>
  new Sensitive(value, `${kind.replaceAll(/[-_]/g, ' ')}, ${value.length} characters`);

const tokenOf = ({ kind, value }: Credential): readonly TokenCredential[] => {
  const claims = kind === 'access-token' ? claimsOf(value) : undefined;
  return claims ? [{ token: sensitive(kind, value), claims }] : [];
};

/** The access tokens of the pastes, in order. */
export const tokensIn = (pastes: readonly Paste[]): readonly TokenCredential[] =>
  pastes.flatMap(({ text }) => credentialsIn(text)).flatMap(tokenOf);

/** The name of a grant on the wire, for token requests that were pasted as code or settings. */
const GRANTS: Partial<Readonly<Record<ValueOf<'token-request.grant'>, string>>> = {
  'client-credentials': 'client_credentials',
  'authorization-code': 'authorization_code',
  'refresh-token': 'refresh_token',
};

/** What proves who asks; a request without any is sent only where the paste sent none. */
const PROOFS = ['client_secret', 'client_assertion', 'code', 'refresh_token', 'device_code', 'password', 'assertion'];

const spread = (fields: Readonly<Record<string, string>>): ProofCredential['proof'] =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, isOpen(name) ? value : sensitive(name, value)]),
  );

/** The token request of the paste, with what the script sent and nothing mended; none where a mask hides a part. */
const pastedProof = (
  pastes: readonly Paste[],
  diagnosis: Diagnosis,
  found: readonly Credential[],
): ProofCredential | undefined => {
  const [tenant, clientId] = [factIn(diagnosis, 'token-request.tenant'), factIn(diagnosis, 'token-request.client-id')];
  const { grant_type: written, ...form } = pastedForm(pastes.map(({ text }) => text).join('\n'));
  const grant = written ?? GRANTS[factIn(diagnosis, 'token-request.grant') ?? 'other'];
  if (tenant === undefined || clientId === undefined || grant === undefined) return undefined;
  const named = found.flatMap(({ field, value }) => (PROOFS.includes(field) ? [[field, value]] : []));
  const scope = factIn(diagnosis, 'token-request.scope')?.join(' ');
  const fields = { ...Object.fromEntries(named), ...form, ...(scope !== undefined && { scope }) };
  const isWhole = written !== undefined || PROOFS.some((name) => name in fields);
  return isWhole && isUnmasked(fields) ? { tenant, clientId, grant, proof: spread(fields), from: 'paste' } : undefined;
};

/**
 * What live checks may use: the tokens of the pastes, and their token request or the person's own app. An app that was
 * named for this look counts more than the pasted request.
 */
export const credentialsOf = async (
  pastes: readonly Paste[],
  diagnosis: Diagnosis,
  own: OwnApp,
): Promise<Credentials> => {
  const found = pastes.flatMap(({ text }) => credentialsIn(text));
  const pasted = own.isNamed ? undefined : pastedProof(pastes, diagnosis, found);
  const proof = pasted ?? (await ownRequest(own, diagnosis, cloudOf(diagnosis)));
  return { tokens: found.flatMap(tokenOf), ...(proof && { proof }) };
};

/** The cloud of the call, of the token request, or of the token; the public one where nothing says. */
export const cloudOf = (diagnosis: Diagnosis): Cloud =>
  factIn(diagnosis, 'call.cloud') ??
  factIn(diagnosis, 'token-request.cloud') ??
  factIn(diagnosis, 'token.cloud') ??
  'public';

import type { ValueOf } from '../../facts/catalog.ts';
import type { Facts } from '../../facts/evidence.ts';
import type { Fields } from '../../model/incident.ts';
import { type Secret, sealPattern } from '../../model/secret.ts';

const secretIn = (value: string | undefined, secrets: readonly Secret[]): Secret | undefined => {
  const id = value === undefined ? undefined : sealPattern().exec(value)?.[1];
  return id === undefined ? undefined : secrets.find((secret) => secret.id === Number(id));
};

const secretShape = (value: string, secret: Secret | undefined): ValueOf<'token-request.secret-shape'> => {
  if (/^(?:""|'')?$/.test(value)) return 'empty';
  if (secret === undefined) return 'other';
  if (secret.mask !== undefined) return 'masked';
  return secret.kind === 'guid' || secret.rivals.includes('guid') ? 'guid' : 'value';
};

const opaqueShape = (secret: Secret): 'jwt' | 'opaque' | 'masked' =>
  secret.mask !== undefined ? 'masked' : secret.claims !== undefined || secret.head !== undefined ? 'jwt' : 'opaque';

/** What a form tells of the credentials in it; without one where it was seen whole. */
export const credentialFactsOf = (fields: Fields, secrets: readonly Secret[], whole: boolean): Facts => {
  const value = fields.get('client_secret');
  const proof =
    value !== undefined ? 'secret' : fields.has('client_assertion') ? 'assertion' : whole ? 'none' : undefined;
  const refresh = secretIn(fields.get('refresh_token'), secrets);
  const code = secretIn(fields.get('code'), secrets);
  return {
    ...(proof === undefined ? {} : { 'token-request.client-credential': proof }),
    ...(value === undefined ? {} : { 'token-request.secret-shape': secretShape(value, secretIn(value, secrets)) }),
    ...(refresh === undefined
      ? {}
      : { 'token-request.sent-as-refresh-token': refresh.fields.includes('code') ? 'code' : opaqueShape(refresh) }),
    ...(code === undefined
      ? {}
      : { 'token-request.sent-as-code': code.fields.includes('refresh_token') ? 'refresh-token' : opaqueShape(code) }),
  };
};

/** A GUID as the only client secret of a paste, in whatever it stands. */
export const configuredSecret = (secrets: readonly Secret[]): Facts => {
  const [secret, ...others] = secrets.filter(({ fields }) => fields.includes('client_secret'));
  return secret?.kind === 'guid' && secret.mask === undefined && others.length === 0
    ? { 'token-request.secret-shape': 'guid' }
    : {};
};

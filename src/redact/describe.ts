import type { CredentialKind, Json, JsonObject, Secret, SecretField } from '../model/secret.ts';
import { findSecrets, isReal } from './find/find.ts';
import { OBJECT_NAME } from './find/find-headers.ts';
import { kindsOf } from './find/find-shapes.ts';
import { readClaimsRequest } from './text/claims-request.ts';
import { type Jwt, readJwt } from './text/jwt.ts';
import { isCodeOrRefreshToken, kindOfWords } from './text/masks.ts';

/** What a field alone says of its value; undefined where it may hold anything. */
const KIND_OF_FIELD: Readonly<Record<SecretField, CredentialKind | undefined>> = {
  bearer: undefined,
  basic: 'password',
  code: 'authorization-code',
  access_token: 'access-token',
  id_token: 'id-token',
  refresh_token: 'refresh-token',
  client_secret: 'client-secret',
  assertion: 'assertion',
  device_code: 'device-code',
  code_verifier: undefined,
  password: 'password',
  cookie: 'cookie',
  embed: 'embed-token',
  signature: 'signature',
  key: 'key',
  alone: undefined,
};

/** Claims that mean nothing to anybody, or stand for a session: their values stay inside. */
const HIDDEN: ReadonlySet<string> = new Set(['aio', 'rh', 'login_hint', 'sid']);

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** A GUID of which people left the first or the last letters. */
const MASKED_GUID = /^(?=.*[\da-f]{4})[\da-fx*]{8}(?:-[\da-fx*]{4}){3}-[\da-fx*]{12}$/i;

/** Numbers, short words, GUIDs and lists of them: most claims are such, and a further look at them is slow. */
const isHarmless = (value: Json): boolean =>
  Array.isArray(value)
    ? value.every(isHarmless)
    : typeof value === 'string'
      ? value.length < 8 || GUID.test(value)
      : typeof value !== 'object';

const holdsSecret = (name: string, value: Json): boolean =>
  !isHarmless(value) && findSecrets(JSON.stringify({ [name]: value })).some(isReal);

/** Claims as they may leave the border. Those that say who somebody is do: `maskerOf` knows them for what is shown. */
const withoutInternals = (claims: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      HIDDEN.has(name) || holdsSecret(name, value) ? '(hidden)' : value,
    ]),
  );

const has = (claims: JsonObject, names: readonly string[]): boolean => names.some((name) => name in claims);

/** What only a header of a token has: other JSON in base64 begins with the same letters. */
const isHeader = (head: JsonObject): boolean => has(head, ['alg', 'enc', 'typ']);

/**
 * Whether claims are those of an id token: made for the client that asked, with nothing that opens an API. An app
 * that asks for a token for itself gets an access token with the same audience; there `sub` equals `oid`.
 * @see https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference
 */
const isIdToken = (claims: JsonObject): boolean => {
  if (has(claims, ['scp', 'roles', 'idtyp'])) return false;
  const client = claims['appid'] ?? claims['azp'];
  if (client !== undefined) return client === claims['aud'] && (!('oid' in claims) || claims['sub'] !== claims['oid']);
  return has(claims, ['nonce', 'at_hash', 'c_hash', 'preferred_username']);
};

/** Whether claims are those of an assertion: an app vouches for itself, or another issuer for it, to Entra. */
const isAssertion = (claims: JsonObject, fields: readonly SecretField[]): boolean => {
  const audience = typeof claims['aud'] === 'string' ? claims['aud'] : '';
  if (/^api:\/\/AzureADTokenExchange|\/oauth2\/(?:v2\.0\/)?token$/.test(audience)) return true;
  return fields.includes('assertion') && !has(claims, ['scp', 'appid', 'azp', 'idtyp']);
};

type Verdict = Pick<Secret, 'kind' | 'rivals'>;

const sure = (kind: CredentialKind): Verdict => ({ kind, rivals: [] });

/** The kind of a token by its claims, and the claims that may leave the border. */
export const describeClaims = (claims: JsonObject): Pick<Secret, 'kind' | 'rivals' | 'claims'> => ({
  ...sure(isAssertion(claims, []) ? 'assertion' : isIdToken(claims) ? 'id-token' : 'access-token'),
  claims: withoutInternals(claims),
});

const kindOfJwt = ({ parts, claims }: Jwt, fields: readonly SecretField[]): Verdict => {
  if (fields.includes('id_token')) return sure('id-token');
  if (parts === 5) {
    const field = fields.find((name) => name === 'code' || name === 'refresh_token');
    return sure((field && KIND_OF_FIELD[field]) ?? 'encrypted-token');
  }
  if (claims) {
    if (isAssertion(claims, fields)) return sure('assertion');
    return sure(isIdToken(claims) ? 'id-token' : 'access-token');
  }
  const field = fields.map((name) => KIND_OF_FIELD[name]).find((kind) => kind !== undefined);
  if (field) return sure(field);
  return parts > 1 ? { kind: 'access-token', rivals: ['id-token'] } : sure('other');
};

const kindOfOpaque = (value: string, fields: readonly SecretField[]): Verdict => {
  if (value === '') return sure('empty');
  if (OBJECT_NAME.test(value)) return sure('object-name');
  if ((GUID.test(value) || MASKED_GUID.test(value)) && !fields.includes('key')) return sure('guid');
  const [likely, ...rivals] = kindsOf(value);
  const said = fields.map((name) => KIND_OF_FIELD[name]).find((kind) => kind !== undefined);
  if (likely && said && [likely, ...rivals].includes(said)) return sure(said);
  if ((likely === 'authorization-code' || likely === 'refresh-token') && fields.includes('code'))
    return sure('authorization-code');
  if ((likely === 'authorization-code' || likely === 'refresh-token') && fields.includes('refresh_token'))
    return sure('refresh-token');
  return likely ? { kind: likely, rivals } : sure(said ?? 'other');
};

/** All that one value showed of itself while its places were gathered. */
export interface Sighting {
  readonly id: number;
  readonly value: string;
  readonly length: number;
  readonly wrapped: boolean;
  readonly fields: readonly SecretField[];
  readonly mask?: string;
  readonly isExpression?: boolean;
}

const kindOfMask = (mask: string, fields: readonly SecretField[]): Verdict => {
  if (isCodeOrRefreshToken(mask)) return { kind: 'authorization-code', rivals: ['refresh-token'] };
  const said = kindOfWords(mask) ?? fields.map((name) => KIND_OF_FIELD[name]).find((kind) => kind !== undefined);
  return sure(said ?? 'other');
};

const describeMask = ({ id, length, fields, mask = '', isExpression }: Sighting): Secret => {
  return {
    id,
    ...kindOfMask(mask, fields),
    fields,
    length,
    integrity: 'whole',
    mask,
    ...(isExpression && { isExpression }),
  };
};

/** The description of a value: everything that may be known of it outside. */
export const describe = (sighting: Sighting): Secret => {
  const { id, value, length, fields, wrapped } = sighting;
  if (sighting.mask !== undefined) return describeMask(sighting);
  if (!value.startsWith('eyJ')) {
    const cut = /(?:\.{3}|…)$/.test(value);
    const verdict = kindOfOpaque(value.replace(/(?:\.{3}|…)$/, ''), fields);
    return { id, ...verdict, fields, length, integrity: cut ? 'cut-off' : wrapped ? 'wrapped' : 'whole' };
  }
  const asked = readClaimsRequest(value);
  if (asked) return { id, ...sure('other'), fields, length, integrity: 'whole', head: asked };
  const jwt = readJwt(value);
  return {
    id,
    ...kindOfJwt(jwt, fields),
    fields,
    length,
    integrity: wrapped && jwt.integrity === 'whole' ? 'wrapped' : jwt.integrity,
    ...(jwt.head && isHeader(jwt.head) && { head: withoutInternals(jwt.head) }),
    ...(jwt.claims && { claims: withoutInternals(jwt.claims) }),
  };
};

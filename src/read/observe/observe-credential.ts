import { CREDENTIAL_KINDS } from '../../facts/catalog/credential.ts';
import type { Facts } from '../../facts/evidence.ts';
import type { CredentialKind, Json, JsonObject, Secret } from '../../model/secret.ts';
import { credentialWords } from '../../redact/text/words.ts';

type Shape = NonNullable<Facts['credential.shape']>;

const SHAPE_OF_KIND: Partial<Readonly<Record<CredentialKind, Shape>>> = {
  'encrypted-token': 'jwe',
  'embed-token': 'gzip',
  'authorization-code': 'opaque',
  'refresh-token': 'opaque',
  'personal-token': 'opaque',
  'device-code': 'opaque',
  guid: 'guid',
  'object-name': 'object-name',
  empty: 'empty',
};

const shapeOf = ({ mask, head, claims, kind }: Secret): Shape => {
  if (mask !== undefined) return 'masked';
  if (head && 'enc' in head) return 'jwe';
  if (head || claims) return 'jwt';
  return SHAPE_OF_KIND[kind] ?? 'text';
};

/** What is known of the credential that was sent. Its kind is left out where nothing decides it. */
export const credentialFacts = (secret: Secret): Facts => {
  const { kind, rivals, fields, integrity, mask } = secret;
  const said = CREDENTIAL_KINDS.find((name) => name === kind && name !== 'other');
  return {
    ...(said && rivals.length === 0 && { 'credential.kind': said }),
    ...(kind !== 'other' && { 'credential.could-be': [kind, ...rivals] }),
    'credential.fields': fields,
    'credential.shape': shapeOf(secret),
    ...(mask === undefined && { 'credential.integrity': integrity }),
    'credential.words': credentialWords(secret),
  };
};

type Read<T> = (claim: Json | undefined) => T | undefined;

const text: Read<string> = (claim) => {
  const first = Array.isArray(claim) ? claim[0] : claim;
  return typeof first === 'string' || typeof first === 'number' ? String(first) : undefined;
};

const list: Read<readonly string[]> = (claim) => {
  if (typeof claim === 'string') return claim.split(/\s+/).filter((word) => word !== '');
  return Array.isArray(claim) ? claim.filter((entry) => typeof entry === 'string') : undefined;
};

/** Seconds since 1970, as a text; some issuers write them in quotes. */
const time: Read<string> = (claim) => {
  const seconds = typeof claim === 'string' && claim !== '' ? Number(claim) : claim;
  const good = typeof seconds === 'number' && Math.abs(seconds) < 8.64e12;
  return good ? new Date(seconds * 1000).toISOString() : undefined;
};

const claimsRead = (claims: JsonObject) => ({
  'token.aud': text(claims['aud']),
  'token.iss': text(claims['iss']),
  'token.tid': text(claims['tid']),
  'token.ver': text(claims['ver']),
  'token.idtyp': text(claims['idtyp']),
  'token.app-id': text(claims['appid'] ?? claims['azp']),
  'token.app-name': text(claims['app_displayname']),
  'token.app-auth': text(claims['appidacr'] ?? claims['azpacr']),
  'token.oid': text(claims['oid']),
  'token.sub': text(claims['sub']),
  'token.scp': list(claims['scp']),
  'token.roles': list(claims['roles']),
  'token.wids': list(claims['wids']),
  'token.acct': text(claims['acct']),
  'token.idp': text(claims['idp']),
  'token.amr': list(claims['amr']),
  'token.xms-cc': list(claims['xms_cc']),
  'token.managed-identity': text(claims['xms_mirid']),
  'token.exp': time(claims['exp']),
  'token.nbf': time(claims['nbf']),
  'token.iat': time(claims['iat']),
  'token.uti': text(claims['uti']),
});

/** The facts that are there; where the whole was seen, the others are known to be absent. */
const settle = (facts: Readonly<Record<string, unknown>>, whole: boolean): Facts =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([path, value]) =>
      value !== undefined ? [[path, value]] : whole ? [[path, null]] : [],
    ),
  );

/** The claims of a token as facts. What a whole payload does not say is known to be absent; a cut one says less. */
export const tokenFacts = ({ head, claims, integrity }: Secret): Facts => {
  const whole = claims !== undefined && (integrity === 'whole' || integrity === 'wrapped');
  const header = {
    'token.alg': text(head?.['alg']),
    'token.typ': text(head?.['typ']),
    'token.kid': text(head?.['kid']),
  };
  const bound = claims && 'cnf' in claims ? true : whole ? false : undefined;
  return {
    ...settle(claims ? claimsRead(claims) : {}, whole),
    ...settle({ ...header, 'token.bound': bound }, false),
    ...(claims && { 'token.names': Object.keys(claims) }),
  };
};

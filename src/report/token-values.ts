import { claimNamed } from '../knowledge/claims.ts';
import { CLOUD_TABLE, cloudOfIssuer } from '../knowledge/clouds.ts';
import { resourceAskedBy } from '../knowledge/derive/derive-token.ts';
import { microsoftClientName } from '../knowledge/microsoft-clients.ts';
import { resourceName } from '../knowledge/resources.ts';
import { scopeWords } from '../knowledge/scopes.ts';
import type { Json, JsonObject } from '../model/secret.ts';
import { requestIdOf } from './token-request-id.ts';
import { spanWords, timeWords } from './token-times.ts';

/** What the words for a value depend on. */
export interface Surroundings {
  readonly claims: JsonObject;
  readonly now: string;
  /** Time zone of the person, such as Europe/Berlin. */
  readonly zone: string;
}

type Words = (value: Json, around: Surroundings) => readonly string[];

const one = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

const fromTable =
  (table: Readonly<Record<string, string>>): Words =>
  (value) =>
    one(table[String(value)]);

const listed = (value: Json): readonly string[] =>
  (Array.isArray(value) ? value : String(value).split(/\s+/)).map(String).filter(Boolean).slice(0, 100);

const audience: Words = (value, { claims }) => {
  const client = claims['appid'] ?? claims['azp'];
  const { resource, cloud } = resourceAskedBy(String(value), typeof client === 'string' ? client : undefined);
  if (resource === 'unknown') return ['no API that this tool knows'];
  const name = resourceName(resource, String(value));
  return [`${name}${cloud === undefined ? '' : `, in ${CLOUD_TABLE[cloud].name}`}`];
};

const issuer: Words = (value) => {
  const cloud = cloudOfIssuer(String(value));
  return cloud === undefined ? [] : [`a token issuer of ${CLOUD_TABLE[cloud].name}`];
};

const client: Words = (value) => one(microsoftClientName(String(value)));

const proof = fromTable({
  '0': 'public client, no proof',
  '1': 'client secret',
  '2': 'certificate or signed assertion',
});

/** Template ids: https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
const DIRECTORY_ROLES = fromTable({
  'a9ea8996-122f-4c74-9520-8edcd192826c': 'Fabric Administrator',
  '62e90394-69f5-4237-9190-012177145e10': 'Global Administrator',
  '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3': 'Application Administrator',
  '158c047a-c907-4556-b7ef-446551a6b5f7': 'Cloud Application Administrator',
  'f2ef992c-3afb-46b9-b7cf-a126ee74c451': 'Global Reader',
  '11648597-926c-4cf3-9c36-bcebb0ba8dcc': 'Power Platform Administrator',
  'b79fbf4d-3ef9-4689-8143-76b194e85509': 'ordinary member of the tenant (inferred)',
  '0997a1d0-0d1d-4acb-b408-d5ca73121e90': 'put on tokens of apps, no directory role (inferred)',
});

const roles: Words = (value) => {
  const trap = listed(value).filter((role) => /^Tenant\.Read(?:Write)?\.All$/.test(role));
  return trap.length === 0
    ? ['application permissions; calls of an app to Power BI and Fabric need none']
    : [`${trap.join(' and ')} in the token of an app closes the read-only admin APIs, and opens nothing else there`];
};

const each =
  (words: (item: string) => string | undefined): Words =>
  (value) =>
    listed(value).flatMap((item) => one(words(item)).map((text) => `${item}: ${text}`));

const time: Words = (value, { now, zone }) => one(timeWords(value, now, zone));

const METHODS: Readonly<Record<string, string>> = {
  pwd: 'password',
  mfa: 'multifactor authentication',
  rsa: 'certificate or key',
  otp: 'one-time code',
  fed: 'another identity provider',
  wia: 'Windows sign-in',
  fido: 'security key',
  ngcmfa: 'fresh multifactor authentication',
};

const requestId: Words = (value) => {
  const id = typeof value === 'string' ? requestIdOf(value) : undefined;
  return id === undefined ? [] : [`Request ID in the sign-in log: ${id}`];
};

const guest: Words = (value) => (String(value).includes('#EXT#') ? ['a guest of this tenant'] : []);

const WORDS_OF: Readonly<Record<string, Words>> = {
  aud: audience,
  iss: issuer,
  appid: client,
  azp: client,
  appidacr: proof,
  azpacr: proof,
  idtyp: fromTable({ app: 'an app that acts as itself', user: 'a user', device: 'a device' }),
  acct: fromTable({ '0': 'member of the tenant', '1': 'guest' }),
  scp: each(scopeWords),
  roles,
  wids: (value, around) => listed(value).flatMap((id) => DIRECTORY_ROLES(id, around).map((name) => `${id}: ${name}`)),
  amr: each((method) => METHODS[method]),
  xms_cc: each((item) => (item.toLowerCase() === 'cp1' ? 'the client can answer a claims challenge' : undefined)),
  exp: time,
  nbf: time,
  iat: time,
  xms_tcdt: time,
  uti: requestId,
  upn: guest,
  unique_name: guest,
  preferred_username: guest,
};

/** What a value says beside itself: a name for an id, a time on the clock, a sentence for a scope. */
export const valueWords = (claim: string, value: Json, around: Surroundings): readonly string[] =>
  Object.hasOwn(WORDS_OF, claim) ? (WORDS_OF[claim]?.(value, around) ?? []) : [];

/** What a claim means; nothing is made up for one that nobody here knows. */
export const meaningOf = (claim: string): string =>
  claimNamed(claim)?.means ?? 'Not among the claims that this tool knows.';

/** How long the token lives in all, in words. */
export const lifeWords = ({ exp, iat }: JsonObject): string | undefined =>
  typeof exp === 'number' && typeof iat === 'number' && exp > iat ? spanWords(exp - iat) : undefined;

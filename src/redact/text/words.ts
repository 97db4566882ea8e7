import type { CredentialKind, Secret } from '../../model/secret.ts';

const WORDS: Readonly<Record<CredentialKind, readonly [article: string, noun: string]>> = {
  'access-token': ['an', 'access token'],
  'id-token': ['an', 'id token'],
  'refresh-token': ['a', 'refresh token'],
  'authorization-code': ['an', 'authorization code'],
  'embed-token': ['an', 'embed token'],
  'encrypted-token': ['an', 'encrypted token'],
  'personal-token': ['a', 'token of a personal account'],
  'client-secret': ['a', 'client secret'],
  assertion: ['a', 'signed assertion'],
  'device-code': ['a', 'device code'],
  password: ['a', 'password'],
  cookie: ['a', 'cookie'],
  signature: ['a', 'signature of a signed link'],
  'private-key': ['a', 'private key'],
  key: ['a', 'key'],
  guid: ['a', 'GUID'],
  'object-name': ['the', 'name of a program object'],
  empty: ['an', 'empty value'],
  other: ['an', 'unknown value'],
};

/** What each kind of credential is called. */
export const NOUNS = Object.fromEntries(Object.entries(WORDS).map(([kind, [, noun]]) => [kind, noun])) as Readonly<
  Record<CredentialKind, string>
>;

const noun = (kind: CredentialKind): string => NOUNS[kind];

const withArticle = (kind: CredentialKind): string => WORDS[kind].join(' ');

/** A credential in words, such as "an access token", with its rivals where its shape leaves it open. */
export const credentialWords = ({ kind, rivals, mask }: Secret): string => {
  if (mask !== undefined) return kind === 'other' ? 'a masked value' : `a masked ${noun(kind)}`;
  if (rivals.length === 0) return withArticle(kind);
  return `${withArticle(kind)} (or ${rivals.map(withArticle).join(' or ')}: they look alike)`;
};

const thousands = (count: number): string =>
  count < 1000 ? String(count) : `${thousands(Math.floor(count / 1000))},${String(count % 1000).padStart(3, '0')}`;

/** A secret as it stands in text that is shown: what it is and how long, or what its mask said. */
export const pseudonym = (secret: Secret): string => {
  if (secret.mask !== undefined) return secret.mask === '' ? '[masked]' : `[masked: ${secret.mask}]`;
  const kinds = [secret.kind, ...secret.rivals].map(noun).join(' or ');
  return `[secret-${secret.id}: ${kinds}, ${thousands(secret.length)} characters]`;
};

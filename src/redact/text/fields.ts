import type { SecretField } from '../../model/secret.ts';

/** Parameter, header and property names by the field they mean; a longer name that ends so means the same. */
const FIELDS: readonly (readonly [SecretField, readonly string[]])[] = [
  ['bearer', ['bearertoken', 'oauth2bearer']],
  ['access_token', ['accesstoken', 'aadtoken']],
  ['id_token', ['idtoken', 'idtokenhint']],
  ['refresh_token', ['refreshtoken']],
  ['client_secret', ['clientsecret', 'appsecret', 'secretvalue', 'secretkey', 'applicationsecret', 'secret']],
  [
    'client_secret',
    ['clientkey', 'clientkeydata', 'appkey', 'secretstring', 'secrettext', 'clientcredential', 'serviceprincipalkey'],
  ],
  ['assertion', ['assertion', 'samlresponse', 'samlassertion']],
  ['device_code', ['devicecode', 'usercode']],
  ['code_verifier', ['codeverifier']],
  ['code', ['authorizationcode', 'authcode']],
  ['password', ['password', 'passwd', 'pwd', 'passphrase', 'securestring', 'pass']],
  ['cookie', ['cookie', 'cookies']],
  ['embed', ['embedtoken']],
  ['signature', ['sharedaccesssignature', 'sastoken']],
  ['key', ['accountkey', 'sharedaccesskey', 'storagekey', 'apikey', 'subscriptionkey', 'privatekey', 'accesskey']],
  [
    'key',
    [
      'primarykey',
      'secondarykey',
      'functionskey',
      'sharedkey',
      'masterkey',
      'hostkey',
      'saskey',
      'extpat',
      'devopspat',
      'adopat',
    ],
  ],
  ['alone', ['token', 'jwt', 'codechallenge', 'canary']],
];

/** Names that mean a field only when they are the whole name. */
const WHOLE: ReadonlyMap<string, SecretField> = new Map([
  ['sig', 'signature'],
  ['sas', 'signature'],
  ['code', 'code'],
  ['pat', 'key'],
  ['pw', 'password'],
  ['xzumoauth', 'access_token'],
  ['sft', 'alone'],
  ['sctx', 'alone'],
]);

/** What people put behind the name of a secret: a number, what it is used for, which of two it is. */
const BEHIND = /(?:\d{1,4}|prod(?:uction)?|dev(?:elopment)?|test|qa|uat|stag(?:e|ing)|new|old|base|pem)$/;

/** Names that end like a field and hold no secret. */
const HARMLESS =
  /(?:continuation|cancellation|postman|next|sync|page|skip|max|total|num|prompt|acquire|publickey)tokens?$|^ur[il](?:access|refresh|id)?token$|(?:by|com|sur|tres|test|tests|checks?|num|first|second|last)pass$/;

const SUFFIXES: readonly (readonly [string, SecretField])[] = FIELDS.flatMap(([field, names]) =>
  names.map((name): [string, SecretField] => [name, field]),
);

const lastLetter = (name: string): string => name.slice(-1);

/** By their last letter, so that few are compared with a name. */
const BY_LAST_LETTER: ReadonlyMap<string, typeof SUFFIXES> = new Map(
  [...new Set(SUFFIXES.map(([end]) => lastLetter(end)))].map((letter) => [
    letter,
    SUFFIXES.filter(([suffix]) => suffix.endsWith(letter)),
  ]),
);

/** Letters that every name of a field has some of: most words are told from these at once. */
export const TELLING =
  /sec|token|pass|pw|key|code|cook|sig|assert|jwt|cred|bearer|saml|pat|canary|sft|sctx|auth(?!ori)|hmac|sas/i;

const fieldEnding = (plain: string): SecretField | undefined =>
  HARMLESS.test(plain)
    ? undefined
    : BY_LAST_LETTER.get(lastLetter(plain))?.find(([suffix]) => plain.endsWith(suffix))?.[1];

const fieldNamed = (name: string): SecretField | undefined => {
  const whole = WHOLE.get(name);
  if (whole !== undefined || !TELLING.test(name)) return whole;
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return WHOLE.get(plain) ?? fieldEnding(plain) ?? fieldEnding(plain.replace(BEHIND, ''));
};

/** Names of what may be a secret, or the name, the kind or the place of one. */
const HINTED =
  /(?:credentials?|creds|auth|signature|hmac|(?:signing|encryption|nuget|license|service|user|admin|root)key|passcode|bearer|[a-z]{2}pat|[a-z]{2}pw)$/;

/** A text has few names, and those again and again. */
const MOST_NAMES = 500;

const keptByName = (of: (name: string) => SecretField | undefined): typeof of => {
  const known = new Map<string, SecretField | undefined>();
  return (name) => {
    if (known.has(name)) return known.get(name);
    if (known.size >= MOST_NAMES) known.clear();
    const field = of(name);
    known.set(name, field);
    return field;
  };
};

/** The field that a name means, however it is written: `client_secret`, `clientSecret`, `AZURE_CLIENT_SECRET`. */
export const fieldOf = keptByName(fieldNamed);

/** The field that a name means where its value looks like a secret. */
export const fieldHinted = keptByName((name) =>
  HINTED.test(name.toLowerCase().replace(/[^a-z0-9]/g, '')) ? 'key' : undefined,
);

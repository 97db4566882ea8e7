import { LOCALIZED_SENTENCES } from './localized-sentence.ts';

/** A sentence of Entra that stands in a text without its number. */
export interface EntraSentence {
  readonly code: number;
  readonly from: number;
  readonly to: number;
}

/**
 * What Entra says for one code only, in the words that have stayed the same for years. Libraries and portals pass on the
 * sentence and drop the number: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const SENTENCES: readonly (readonly [number, string])[] = [
  [50011, '(?:redirect uri|reply url)\\b.{0,300}? specified in the request does not match'],
  [50020, 'user account\\b.{0,200}? from (?:external )?identity provider\\b.{0,200}? does not exist in tenant'],
  [50053, 'the account is locked because (?:the )?user'],
  [50057, 'the user account is disabled'],
  [50058, 'a silent sign-in request was sent but'],
  [50059, 'no tenant-identifying information found'],
  [50074, 'user did not pass the mfa challenge'],
  [50076, 'you must use multi-factor authentication to access'],
  [50078, 'presented multi-factor authentication has expired'],
  [50079, 'you must enroll in multi-factor authentication to access'],
  [50105, 'signed in user\\b.{0,120}? is not assigned to a role for the application'],
  [50105, 'to block users unless they are specifically granted'],
  [50126, 'error validating credentials due to invalid username or password'],
  [50173, 'the provided grant has expired due to it being revoked'],
  [50194, 'is not configured as a multi-tenant application'],
  [50196, 'encountered a client request loop'],
  [53000, 'device is not in required device state'],
  [53003, 'access has been blocked by conditional access policies'],
  [54005, 'authorization code was already redeemed'],
  [65001, 'the user or administrator has not consented to use the application'],
  [65002, 'must be configured via preauthorization'],
  [65004, 'user declined to consent to access the app'],
  [70003, 'the app requested an unsupported grant type'],
  [70011, "the provided value for the input parameter 'scope'"],
  [70011, 'the scope\\b.{0,600}? is not valid\\. static scope limit exceeded'],
  [
    90002,
    'tenant\\b.{0,120}? not found\\. (?:this may happen if there are no active subscriptions|check to make sure you have the correct tenant)',
  ],
  [90009, 'application is requesting a token for itself'],
  [90014, 'the required field\\b.{0,60}? is missing from the credential'],
  [500011, 'the resource principal named\\b.{0,300}? was not found in the tenant'],
  [500113, 'no reply address (?:is|was) registered for the application'],
  [500131, 'assertion audience does not match the client app'],
  [501481, 'the code_verifier does not match the code_challenge'],
  [650052, 'the app (?:needs access|is trying to access)\\b.{0,300}? lacks a service principal'],
  [650057, 'requested access to a resource which is not listed in the requested permissions'],
  [650053, 'asked for (?:scope|permission)\\b.{0,300}? exist on the resource'],
  [700009, 'reply address must be provided when presenting an authorization code'],
  [700016, 'application with identifier\\b.{0,120}? was not found in the directory'],
  [700022, 'because it contains more than one resource'],
  [700023, 'client assertion audience claim does not match'],
  [700024, 'client assertion is not within its valid time range'],
  [700025, "client is public,? (?:so )?neither 'client_assertion' nor 'client_secret'"],
  [700027, 'client assertion (?:failed signature validation|contains an invalid signature)'],
  [700054, "response_type '[\\w\\s]{2,30}' is not enabled for the application"],
  [700082, 'refresh token has expired due to inactivity'],
  [700084, 'refresh token was issued to a single page app'],
  [700211, 'no matching federated identity record found for presented assertion issuer'],
  [700212, 'no matching federated identity record found for presented assertion audience'],
  [700213, 'no matching federated identity record found for presented assertion subject'],
  [7000110, 'multiple application identifiers found'],
  [7000215, 'invalid client secret (?:is )?provided'],
  [7000216, "'client_assertion'.{0,40}? or 'request' is required for the 'client_credentials' grant"],
  [7000218, "the request body must contain the following parameter: 'client_(?:assertion|secret)"],
  [7000222, 'the provided client secret keys\\b.{0,120}? are expired'],
  [900023, 'is neither a valid dns name,? nor a valid external domain'],
  [900144, "the request body must contain the following parameter: '(?!client_(?:assertion|secret))"],
  [900561, 'the endpoint only accepts (?:post|get)\\b'],
  [901002, "the 'resource' request parameter (?:isn't|is not) supported"],
  [1002012, 'client credential flows must have a scope value with'],
  [9002313, 'invalid request\\. request is malformed or invalid'],
  [9002325, 'proof key for code exchange is required for cross-origin'],
  [9002326, 'cross-origin token redemption is permitted only'],
  [9002327, 'may only be redeemed via cross-origin requests'],
];

/** A sentence may be broken into lines, and stand in a box. */
const BLANK = '[\\s│]{1,8}';

/** The longest word that a sentence cannot be without. */
const keyOf = (words: string): string =>
  words
    .replace(/\(\?[^()]{0,200}(?:\([^()]{0,200}\)[^()]{0,200})?\)\??|\[[^\]]{0,20}\]|\\[bsw]|.\?/g, ' ')
    .split(/[^a-z_]/)
    .reduce((longest, word) => (word.length > longest.length ? word : longest), '');

/** Each sentence is looked for only where its word stands: few texts hold any, and to try them all takes long. */
const PATTERNS = [...SENTENCES, ...LOCALIZED_SENTENCES].map(([code, words]) => ({
  code,
  key: keyOf(words),
  pattern: new RegExp(words.replaceAll(' ', BLANK).replaceAll('.{', '[^]{'), 'gi'),
}));

/** The sentences of Entra in a text, each with the code that it belongs to. */
export const entraSentences = (text: string): readonly EntraSentence[] => {
  const lower = text.toLowerCase();
  return PATTERNS.filter(({ key }) => lower.includes(key))
    .flatMap(({ code, pattern }) =>
      [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ code, from: index, to: index + length })),
    )
    .sort((one, other) => one.from - other.from);
};

import type { ValueOf } from '../../facts/catalog.ts';

/** A grant in the words of the catalog. */
export type Grant = ValueOf<'token-request.grant'>;

const BY_PARAMETER: Readonly<Record<string, Grant>> = {
  authorization_code: 'authorization-code',
  client_credentials: 'client-credentials',
  refresh_token: 'refresh-token',
  password: 'password',
  device_code: 'device-code',
  'urn:ietf:params:oauth:grant-type:device_code': 'device-code',
  'urn:ietf:params:oauth:grant-type:jwt-bearer': 'on-behalf-of',
  implicit: 'implicit',
};

/** The first word of a value: in a sentence more words stand behind it. */
const FIRST = /^\s{0,20}["'`]?([\w:-]{1,80}?)[:.,;)"'`]{0,3}(?:\s|$)/;

/** The grant that a value of `grant_type` names. */
export const grantOf = (parameter: string): Grant =>
  BY_PARAMETER[(FIRST.exec(parameter)?.[1] ?? parameter.trim()).toLowerCase()] ?? 'other';

/**
 * Calls and classes of the authentication libraries (MSAL, ADAL, Azure.Identity, Az PowerShell, AzureAuth for R) that fix the
 * grant: https://learn.microsoft.com/entra/identity-platform/msal-authentication-flows
 */
const BY_CALL: readonly (readonly [RegExp, Grant])[] = [
  [
    /acquire_token_for_client|AcquireTokenForClient|acquireTokenByClientCredential|acquire_token_with_client_(?:credentials|certificate)|acquireTokenWithClient(?:Credentials|Certificate)|ClientSecretCredential|ClientCertificateCredential|WorkloadIdentityCredential|Connect-AzAccount\s[^\n]{0,120}-ServicePrincipal|Connect-PowerBIServiceAccount\s[^\n]{0,120}-ServicePrincipal|Connect-(?:ExchangeOnline|IPPSSession)\s[^\n;|]{0,200}-AppI[dD]\b|Connect-MgGraph\s[^\n;|]{0,120}-(?:ClientSecretCredential|Certificate\w{0,20})\b|\b[Aa]uthentication_?[Mm]ode\\?["']\s{0,3}:\s{0,3}\\?["'][Ss]ervice ?[Pp]rincipal\b|client credentials/g,
    'client-credentials',
  ],
  [
    /acquire_token_by_username_password|AcquireTokenByUsernamePassword|acquire_token_with_username_password|acquireTokenWithUsernamePassword|acquireTokenByUsernamePassword|UserPasswordCredential|UsernamePasswordCredential|\b[Aa]uthentication_?[Mm]ode\\?["']\s{0,3}:\s{0,3}\\?["'][Mm]aster ?[Uu]ser\b/g,
    'password',
  ],
  [
    /DeviceCodeCredential|initiate_device_flow|acquire_token_by_device_flow|[Ff]ail(?:ed)? to (?:create|initiate|start) (?:the |a )?device (?:code )?flow|[aA]cquireToken(?:With|By)DeviceCode|acquire_token_with_device_code|\bauth_type\s{0,3}=\s{0,3}["']device_code["']/g,
    'device-code',
  ],
  [
    /ManagedIdentityCredential|169\.254\.169\.254|Connect-AzAccount\s[^\n]{0,120}-Identity\b|Connect-MgGraph\s[^\n;|]{0,120}-Identity\b|IDENTITY_ENDPOINT|MSI_ENDPOINT/g,
    'managed-identity',
  ],
  [
    /acquireTokenByCode|acquire_token_(?:by|with)_authorization_code|acquireTokenWithAuthorizationCode|AcquireTokenByAuthorizationCode/g,
    'authorization-code',
  ],
  [/AcquireTokenOnBehalfOf|acquire_token_on_behalf_of|acquireTokenOnBehalfOf|OnBehalfOfCredential/g, 'on-behalf-of'],
  [
    /InteractiveBrowserCredential|loginPopup|loginRedirect|acquireTokenPopup|AcquireTokenInteractive|acquire_token_interactive/g,
    'interactive',
  ],
  [/acquireTokenByRefreshToken|acquire_token_by_refresh_token|acquire_token_with_refresh_token/g, 'refresh-token'],
];

/** The report of a chain of credentials, which tells what came of each that it tried: where Entra answered one, another was asked. */
const CHAIN =
  /\b(?:Default(?:Azure)?|ChainedToken)Credential\b[^\n]{0,40}\bfailed to retrieve|\bfrom the included\s{1,4}credentials\b|\bAttempted credentials:/;
/** What such a report says of one: `ManagedIdentityCredential authentication unavailable`, `DeviceCodeCredential: ...`. */
const REPORTED = /^(?: authentication (?:unavailable|failed)|: )/;

interface Named {
  readonly grant: Grant;
  readonly from: number;
  readonly to: number;
}

/** What a person says of the parameter: `when the grant_type is password`, `with grant type refresh_token`. */
const SPOKEN =
  /(?<!unsupported )(?:\bgrant[ _-]?type (?:is |was |of |= ?|: ?)?|(?<![\w-])grant-type[=:] ?)["'`]?(password|client[ _-]credentials|authorization[_-]code|refresh[_-]token|device[_-]code)\b(?! (?:is|was) (?:not|un))/gi;
/** A denial or an advice is no request. */
const NOT_SENT = /(?:\b(?:not|never|instead of|should|must|another|other)|n't)\b[^.!?\n]{0,20}$/i;

const grantsSpoken = (text: string): readonly Named[] =>
  [...text.matchAll(SPOKEN)]
    .filter(({ index }) => !NOT_SENT.test(text.slice(Math.max(0, index - 40), index)))
    .map(({ 0: words, 1: value = '', index }) => ({
      grant: grantOf(value.replace(/[ -]/g, '_')),
      from: index,
      to: index + words.length,
    }));

/** Where a text names a grant by the call of a library; one of a chain that was tried is not the one that was meant. */
export const grantsNamed = (text: string): readonly Named[] => {
  const isChain = /AADSTS\d/.test(text) && CHAIN.test(text);
  const byCall = BY_CALL.flatMap(([pattern, grant]) =>
    [...text.matchAll(pattern)]
      .map((match) => ({ grant, from: match.index, to: match.index + match[0].length }))
      .filter(({ to }) => !isChain || !REPORTED.test(text.slice(to, to + 40))),
  );
  return [...byCall, ...grantsSpoken(text)];
};

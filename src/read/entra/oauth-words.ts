/** An OAuth error in a text. */
export interface OAuthWord {
  readonly error: string;
  readonly from: number;
  readonly to: number;
}

/** The errors that Entra answers with (RFC 6749, 8628, OpenID Connect and its own). */
const ERRORS = [
  'invalid_request',
  'invalid_grant',
  'invalid_client',
  'invalid_scope',
  'invalid_resource',
  'invalid_target',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
  'interaction_required',
  'login_required',
  'consent_required',
  'access_denied',
  'server_error',
  'temporarily_unavailable',
  'authorization_pending',
  'authorization_declined',
  'expired_token',
  'bad_verification_code',
];
/**
 * Errors that sign-in libraries raise by themselves, before or in place of an answer of Entra; the words have no other use.
 * From ADAL (`AdalError`) and MSAL.NET (`MsalError`).
 */
const CLIENT_ERRORS = [
  'missing_federation_metadata_url',
  'accessing_ws_metadata_exchange_failed',
  'parsing_wstrust_response_failed',
  'parsing_ws_metadata_exchange_failed',
  'federated_service_returned_error',
  'unknown_user_type',
  'unknown_user',
  'password_required_for_managed_user',
  'integrated_windows_auth_not_supported_managed_user',
  'wstrust_endpoint_not_found',
  'failed_to_acquire_token_silently',
  'multiple_matching_tokens_detected',
  'managed_identity_request_failed',
  'managed_identity_unreachable_network',
  'user_realm_discovery_failed',
  'user_assertion_invalid',
];

/** What MSAL.NET says in place of `invalid_client`; the answer of Entra that it points to is often lost. */
const MSAL_INVALID_CLIENT = /A configuration issue is preventing authentication\b/gi;

const ERROR = new RegExp(`(?<![\\w.-])(?:${ERRORS.join('|')})(?![\\w-])`, 'g');
const CLIENT_ERROR = new RegExp(`(?<![\\w.-])(?:${CLIENT_ERRORS.join('|')})(?![\\w-])`, 'g');
/** What makes such a word the error that came back: `"error":"…`, `error=…`, `AuthError: …`, `(…)` behind an error. */
const LABEL =
  /(?:error|exception|errorcode|error[_ ]code|failed|failure)(?:\\?["'])?\s{0,10}(?:[:=>(]|is)\s{0,5}(?:\\?["'])?[(["']?$/i;
/** How a person says that such a word came back: `get invalid_client`, `now: consent_required`. */
const SPOKEN =
  /(?:\b(?:gets?|got|getting|returns?|returned|gives?|fails?|failed|throws?|threw|says?|with|receive[sd]?|see|seeing|polling state)|→|[-=]>|[a-z]:)(?: (?:an?|the|this))?\s{1,2}["'`(]?$/i;
/** Code that compares with the word. */
const COMPARED = /(?:[=!]==?|-eq|-ne|\bcase|\bin|\bincludes|\bcontains)\s{0,3}[([]{0,2}["'`]$/i;
const SUBERROR = /\b(?:sub_?error|error_subcode)(?:\\?["'])?\s{0,3}[:=]\s{0,3}(?:\\?["'])?([a-z_]{3,60})/i;

const wordsIn = (text: string, pattern: RegExp): readonly OAuthWord[] =>
  [...text.matchAll(pattern)].map(({ 0: error, index }) => ({ error, from: index, to: index + error.length }));

/**
 * The OAuth errors of a text. Beside a description of Entra the word is enough; alone it needs a label, since code and
 * prose use these words too.
 */
export const oauthWordsIn = (text: string, besideDescription: boolean): readonly OAuthWord[] =>
  wordsIn(text, ERROR).filter(({ from, to }) => {
    const before = text.slice(Math.max(0, from - 40), from);
    if (COMPARED.test(before)) return false;
    if (besideDescription || LABEL.test(before) || SPOKEN.test(before)) return true;
    return /^(?:\\?["'])?\)?:? ?(?:\(?AADSTS|error_description)/.test(text.slice(to, to + 30));
  });

/** The errors that sign-in libraries raise by themselves, or pass on in words of their own. */
export const clientErrorsIn = (text: string): readonly OAuthWord[] => [
  ...wordsIn(text, CLIENT_ERROR).filter(({ from }) => !COMPARED.test(text.slice(Math.max(0, from - 20), from))),
  ...wordsIn(text, MSAL_INVALID_CLIENT).map((said) => ({ ...said, error: 'invalid_client' })),
];

/** The suberror that a text names. */
export const suberrorIn = (text: string): string | undefined => SUBERROR.exec(text)?.[1];

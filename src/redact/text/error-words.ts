const PART = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

/** Whether letters can be spoken: random ones lack vowels. */
const isSpoken = (part: string): boolean => part.length < 4 || (/[aeiouy]/i.test(part) && !/[^aeiouy]{6}/i.test(part));

/** Whether the parts of a name are words. Random letters change case more often. */
const isOfWords = (name: string): boolean => {
  const parts = name.match(PART) ?? [];
  return name.length >= parts.length * 3.5 && parts.every(isSpoken);
};

/** What names of errors say: `AuthenticationFailed`, `AdalException:`. */
const OF_ERROR =
  /Fail|Error|Exception|Invalid|Expired|Denied|Unauthorized|Forbidden|NotFound|Mismatch|Missing|Disabled|Revoked|Required/;
/** Who says what follows: `oauth2: cannot fetch token`. */
const SPEAKER = /^[A-Za-z]{3,40}2?:$/;
/** The endings of long words of German, which are written as one. */
const GERMAN = /^[A-Z][a-zäöüß]{7,60}(?:ung|ungen|keit|heit|nis|fehler|schaft|tion)[.,:;]?$/;

/** Whether a value without quotes is what a message says behind `token:` or `secret:` and no token or secret. */
export const isErrorWord = (value: string): boolean => {
  if (SPEAKER.test(value) || GERMAN.test(value)) return isOfWords(value.replace(/[^A-Za-z]/g, ''));
  const name = /^([A-Za-z]{12,80})[.,:;]?$/.exec(value)?.[1] ?? '';
  return OF_ERROR.test(name) && isOfWords(name);
};

/** The kinds of tenants, the one word with a digit in it that names of errors have: `...TenantOrB2CTenant`. */
const B2B_OR_B2C = /B2[BC](?=[A-Z_]|$)/g;

/** Error codes that carry numbers: `AADSTS50011`, `0x80070005`, `-51411`, `403_FORBIDDEN`, `InvalidToken401`. */
export const isErrorCode = (value: string): boolean =>
  /^(?:-?\d{1,12}|0x[\dA-Fa-f]{1,16}|AADSTS\d{4,8})$/.test(value) ||
  value
    .replace(B2B_OR_B2C, 'Bc')
    .split(/[_.-]/)
    .every(
      (part) =>
        /^(?:\d{1,5}|0x\w{1,8}|[A-Za-z]{1,60}\d{0,5})$/.test(part) &&
        (part.length < 4 || isOfWords(part.replace(/\d/g, ''))),
    );

/** The errors that OAuth has names for: RFC 6749, 6750, 8628 and 8707, OpenID Connect; and those of Entra and MSAL. */
const OAUTH =
  `access_denied account_selection_required authorization_declined authorization_pending bad_verification_code
  consent_required expired_token insufficient_scope interaction_required invalid_client invalid_grant invalid_instance
  invalid_request invalid_resource invalid_scope invalid_target invalid_token login_required server_error slow_down
  temporarily_unavailable unauthorized_client unsupported_grant_type unsupported_response_type interaction_in_progress
  no_account_error no_tokens_found user_cancelled`
    .split(/\s+/)
    .join('|');
const REFUSAL = new RegExp(`^[[(]?(?:error[=:])?["']?(?:${OAUTH}|AADSTS\\d{4,8})["']?[\\])]?[.,:;]{0,2}$`);
const REFUSAL_WITH_TEXT = new RegExp(`^(?:${OAUTH}): ?AADSTS\\d{4,8}(?:[:.,]|$)`);

/**
 * Whether a value is nothing but the code of a refusal, which programs print behind `access token:`, or is its sentence. All of
 * them are known to everybody, so that none is a secret.
 */
export const isRefusal = (value: string): boolean => REFUSAL.test(value) || REFUSAL_WITH_TEXT.test(value);

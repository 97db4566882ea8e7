import { originOf, TOKEN_WITH_SCHEME } from '../origin/origin.ts';
import { type Found, foundAs } from '../text/found.ts';
import { looksRandom } from '../text/looks-random.ts';
import { kindOfWords, maskWords } from '../text/masks.ts';
import { matchAt } from '../text/match-at.ts';
import { isMask, isTokenCommand, readValue, type Value } from '../text/read-value.ts';
import { expressionOf, variableIn } from '../text/variables.ts';

/** The words for a token that a program took out of an answer, and that has no scheme for sure. */
export const BARE_TOKEN = 'access token of the response';

/** A token as it is taken out of the answer of Entra or of a library. */
const OF_ANSWER =
  /(?:(?:\.|->)access_token|\[["']access_token["']\]|\)\.(?:access_?token|token)|(?:result|response|answer|tok|tokens?|auth|output|body|data|json)\??\.access_?token)\}{0,2}$/i;
/** What holds what somebody put there: with or without the scheme. */
const OF_ONES_OWN =
  /^[^\w\n]{0,5}(?:config(?:uration)?|conf|settings|env|process|os|options|opts|props|args|secrets|session|user|self|this|state|store|context|ctx)\b/i;
/** A text that puts a scheme before a token somewhere: the variable may hold it. */
const SHOWS_SCHEME =
  /["'`]bearer(?:[ \t]{1,3}[^\s"'`]|[ \t]?["'`][ \t]{0,3}(?:[+.&]|,[ \t]{0,3}[\w$@]))|Get-PowerBIAccessToken|CreateAuthorizationHeader/i;

let known: { readonly text: string; readonly shows: boolean } | undefined;

/** Of the text that was asked about last: it may hold thousands of headers. */
const showsScheme = (text: string): boolean => {
  if (known?.text !== text) known = { text, shows: SHOWS_SCHEME.test(text) };
  return known.shows;
};

/** Whether a value is taken out of an answer, or a variable that was. A call with texts says what its token is for. */
const isBare = (text: string, value: string, at: number): boolean => {
  if (!value.startsWith('@') && value.includes('(') && /["']/.test(value.slice(value.indexOf('(')))) return false;
  const name = variableIn(value);
  const expression = (name === undefined ? '' : expressionOf(text, name, at)) || value;
  return OF_ANSWER.test(expression) && !OF_ONES_OWN.test(expression) && !showsScheme(text);
};

/** .NET takes what it is given alone as the scheme: https://learn.microsoft.com/dotnet/api/system.net.http.headers.authenticationheadervalue */
const ONLY_ARGUMENT =
  /new (?:[\w.]{1,60}\.)?AuthenticationHeaderValue\(\s{0,10}(?=@?"|[A-Za-z_][\w.]{0,80}\s{0,10}\))/y;

/** The token that .NET is given without a scheme. */
const onlyArgument = (text: string, at: number): Found | undefined => {
  const head = matchAt(ONLY_ARGUMENT, text, at);
  if (head === undefined) return undefined;
  const value = readValue(text, at + head.length);
  const isOne = /^"?\s{0,10}\)/.test(text.slice(value.end, value.end + 12));
  if (/^(?:bearer|basic)$/i.test(value.value)) return undefined;
  if (!isOne || (!value.quoted && !/token|jwt/i.test(value.value)) || /\s/.test(value.value)) return undefined;
  if (value.quoted && !isMask(value)) return foundAs('bearer', value);
  const origin = originOf(text, value.value, value.start);
  if (origin === TOKEN_WITH_SCHEME) return undefined;
  const isToken = origin === undefined || kindOfWords(maskWords(origin, true) ?? '') === 'access-token';
  return { ...foundAs('bearer', value), value: isToken ? BARE_TOKEN : origin, expression: true };
};

/** What parts the words of an address. */
const PARTS = /%[\dA-Fa-f]{2}|[^\w.~-]+/;
const SHORTEST = 8;

/** A parameter of a sign-in that is no secret. */
const PARAMETER =
  '(?:scope|response_type|response_mode|prompt|client_id|redirect_uri|resource|domain_hint|access_type|audience)=[^&@\\s]{0,600}';
/** Where somebody signs in. */
const SIGN_IN = new RegExp(
  `^https?://[^@\\s?#]{1,300}/auth(?:orize)?/?(?:\\?(?:${PARAMETER}(?:&(?:amp;)?${PARAMETER}){0,12})?)?$`,
);

/** A setting with the name of the header: `authorization: "https://.../authorize"`. Any other address may be a secret link. */
const isSignIn = (value: string): boolean =>
  SIGN_IN.test(value) && !value.split(PARTS).some((part) => looksRandom(part, SHORTEST));

/** Whether what stands there looks like a credential or a mask. The bare word `token` is the name of a variable. */
const isPlausible = (value: Value): boolean => {
  if (value.value === '' || isTokenCommand(value) || (!value.quoted && value.value === 'token')) return false;
  // A call that is given the scheme, as `new AuthenticationHeaderValue("Bearer", token)` is, holds the value.
  if (value.expression === true && /["'`]bearer\b/i.test(value.value)) return false;
  const telling = value.expression === true || /^[[<{$%]|token|code|secret|^x{3,}|\*{3}/i.test(value.value);
  return (telling && isMask(value)) || (/^[^\s]{16,}$/.test(value.value) && /\d/.test(value.value));
};

/** An expression of Data Factory that is the whole value: `@activity('Get token').output.access_token`. */
const ACTION = /@(?:activity|body|outputs)\('[\w .-]{1,80}'\)[\w.?[\]']{0,200}(?=\\?")/y;

const valueAt = (text: string, at: number): Value => {
  const action = text[at] === '@' ? matchAt(ACTION, text, at) : undefined;
  if (action === undefined) return readValue(text, at);
  return { start: at, end: at + action.length, value: action, quoted: false, expression: true };
};

/** The value of an `Authorization` header without a scheme: only what looks like a credential or a mask counts. */
export const withoutScheme = (text: string, at: number): Found | undefined => {
  const value = valueAt(text, at);
  const only = value.expression === true ? onlyArgument(text, value.start) : undefined;
  if (only !== undefined) return only;
  if (!isPlausible(value) || isSignIn(value.value)) return undefined;
  const found = foundAs('bearer', value);
  return isMask(value) && isBare(text, value.value, value.start)
    ? { ...found, value: BARE_TOKEN, expression: true }
    : found;
};

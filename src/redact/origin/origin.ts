import { kindOfWords, maskWords } from '../text/masks.ts';
import { expressionOf, functionsIn, returnsOf, variableIn } from '../text/variables.ts';
import { isWholeOutput } from './action-output.ts';
import { isEmbedToken } from './embed-token.ts';
import { keptIn } from './kept-in-file.ts';
import { givenFor, parameterAt } from './parameters.ts';
import { isUnfilled } from './unfilled.ts';
import { isUnfilledString } from './unfilled-string.ts';

/**
 * The last name of what is taken out of something else: `req.query.code`, `$_GET['code']`, `args.get("code")`, `idToken()`,
 * `jq -r .id_token`.
 */
const TAKEN =
  /(?:^([A-Za-z]\w{0,40}): ?[A-Za-z_]\w{0,60}|(?:\.|->)([A-Za-z]\w{0,40})|\[["':]?([A-Za-z][\w-]{0,40})["']?\]|(?:[gG]et\w{0,30}|[hH]eaders?)\(["']([A-Za-z][\w-]{0,40})["'](?:,[^()\n]{0,40})?\)|\.((?:get)?(?:[rR]aw)?(?:[iI]d|[rR]efresh)_?[tT]oken)\(\)|\bjq (?:-{1,2}[\w-]{1,12} ){0,3}["']?\.([A-Za-z]\w{0,40})["']?(?:[ \t][\w./-]{1,60})?\)?["'`]?)(?:\.\w{1,20}\(\)|!)?(?:[ \t](?:as|\?\?|\|\|)[ \t][^\n]{1,60})?[ \t]{0,5}$/;

/**
 * Calls whose answer holds the token and is none: of MSAL and ADAL, of Azure.Identity, of Az.Accounts. Put into a text,
 * such an object is written as its type or as all that it holds.
 */
const GIVES_OBJECT =
  /^(?:await )?(?:[\w.$]{1,60}\.[aA]cquire_?[tT]oken\w{0,40}\([^\n]{0,200}\)(?:\.execute(?:Async)?\(\))?|(?:[\w.$]{0,60}[cC]redential|(?:new )?\w{3,40}Credential\([^\n]{0,120}\))\.get_?[tT]oken(?:_async|Async)?\([^\n]{0,200}\)|Get-AzAccessToken\b[^\n|)]{0,200})$/i;

/** What stands there itself, put into a text: `f"Bearer {app.acquire_token_for_client(scopes)}"`. */
const PUT_IN = /^\$?\{([^\n]{1,300})\}$/;
/** What is done with it at once. */
const GOES_ON = /\)\??\.then\(/;
/** The same of a credential under any name. */
const OF_CREDENTIAL =
  /^(?:await )?\$?([A-Za-z_]\w{0,60})\.get_?[tT]oken(?:_async|Async)?\([^()\n]{0,200}(?:\([^()\n]{0,100}\)[^()\n]{0,100}){0,3}\)(?:\.block\(\))?$/;
/** What makes a credential of Azure.Identity. */
const MAKES_CREDENTIAL = /^(?:await )?(?:new )?[\w.]{0,60}Credential(?:Builder)?\(/;
/** Where the library is named, a name that speaks of a credential is one. */
const IDENTITY = /@azure\/identity|azure\.identity|Azure\.Identity|azidentity/;
const CREDENTIAL_NAME = /cred(?:ential)?s?$|identity$/i;

/** The whole answer of a call that gets a token, as the libraries of many languages give it. */
const WHOLE_ANSWER =
  /^(?:await )?(?:\(await )?[\w.]{1,60}(?:\([^\n()]{0,300}\))?\)?\.json\(\)$|^(?:json\.loads|JSON\.parse|json_decode)\(\$?[\w.]{1,60}(?:, ?true)?\)$|^(?:Invoke-RestMethod|irm)\b[^\n|)]{0,300}$/i;
/** A text that asks for tokens itself: there the JSON of an answer is that of a token. */
const ASKS_FOR_TOKENS = /grant_type|\/oauth2\//i;
/** `token = get_token()`: what it gives stands in a function. */
const CALLED = /^(?:await )?(?:self\.|this\.)?([A-Za-z_]\w{0,60})\([^\n()]{0,120}\)$/;
/** A text that has the scheme in front already. */
const WITH_SCHEME = /^(?:return )?[frb$@]{0,2}["'`]bearer\s/i;
/** Words for it that no mask of a person says. */
export const TOKEN_WITH_SCHEME = 'token with bearer';
export const UNFILLED = 'variable of the token';
export const WHOLE_OUTPUT = 'response with the token';
export const EMBED_TOKEN = 'embed token';
/** In a text PowerShell puts the variable in alone: `"Bearer $answer.access_token"`. */
const MEMBER_IN_TEXT = /^\$([A-Za-z_]\w{0,60})\.(?:access_?token|token)$/i;
const POWERSHELL = /\b(?:Invoke-(?:RestMethod|WebRequest)|Get-Az\w{2,30}|ConvertTo-Json)\b/i;
/** Axios puts what the server answered under `data`: https://axios-http.com/docs/res_schema */
const AXIOS_MEMBER = /^([A-Za-z_]\w{0,60})\.(?:access_?token|token)$/i;
const AXIOS_CALL = /^await axios(?:\.(?:post|request|get))?\(/;

/** What is looked up in a text for each of its headers, of which it may hold thousands: sought once. */
const programIn = (text: string) => ({
  text,
  functions: functionsIn(text),
  asksForTokens: ASKS_FOR_TOKENS.test(text),
  isPowerShell: POWERSHELL.test(text),
  hasIdentity: IDENTITY.test(text),
  intercepts: text.includes('interceptors'),
  asksForEmbedToken: /GenerateToken/i.test(text),
});

let known: ReturnType<typeof programIn> | undefined;

/** The text that was asked about last, as a program. */
const programOf = (text: string): ReturnType<typeof programIn> => {
  if (known?.text !== text) known = programIn(text);
  return known;
};

/** The expressions that a variable may hold: what it is set to, or what the function that it is set to gives back. */
const sourcesOf = (text: string, expression: string): readonly string[] => {
  const from = programOf(text).functions.get(CALLED.exec(expression)?.[1] ?? '');
  const given = from === undefined ? [] : returnsOf(text, from);
  return given.length > 0 ? given : [expression];
};

/** Whether a credential of Azure.Identity is asked for a token: what it gives holds the token and when it ends. */
const isOfCredential = (text: string, expression: string, at: number): boolean => {
  const name = OF_CREDENTIAL.exec(expression)?.[1];
  if (name === undefined) return false;
  const made = expressionOf(text, name, at);
  if (made !== '') return MAKES_CREDENTIAL.test(made);
  return name === 'cred' || (programOf(text).hasIdentity && CREDENTIAL_NAME.test(name));
};

const holdsWholeAnswer = (text: string, sources: readonly string[], at: number): boolean =>
  sources.every((one) => !GOES_ON.test(one) && (GIVES_OBJECT.test(one) || isOfCredential(text, one, at))) ||
  (programOf(text).asksForTokens && sources.every((one) => WHOLE_ANSWER.test(one)));

/** A member that is put into a text or read from an answer in a way that leaves no token. */
const isLostMember = (text: string, value: string, at: number): boolean => {
  const inText = MEMBER_IN_TEXT.exec(value)?.[1];
  if (inText === undefined || !programOf(text).isPowerShell) return false;
  const isInside = text.startsWith(value, at) && /"Bearer $/i.test(text.slice(Math.max(0, at - 12), at));
  return isInside && expressionOf(text, inText, at) !== '';
};

const isUndefined = (text: string, expression: string, at: number): boolean => {
  const answer = expression.includes('.') ? AXIOS_MEMBER.exec(expression)?.[1] : undefined;
  return answer !== undefined && !programOf(text).intercepts && AXIOS_CALL.test(expressionOf(text, answer, at));
};

/** The expression that a variable holds: what it is set to; of a parameter what the function is given. */
const heldBy = (text: string, name: string, at: number): string => {
  const parameter = parameterAt(text, name, at);
  if (parameter === undefined) return expressionOf(text, name, at);
  return expressionOf(text, name, at, parameter.from) || (givenFor(text, name, parameter) ?? '');
};

/**
 * What a variable holds, by the name under which the code above took it out of something: `code` for a token that was set
 * to `request.args["code"]`; an object for the whole answer of a library. Undefined where nothing can be told.
 */
export const originOf = (text: string, value: string, at: number): string | undefined => {
  if (isUnfilled(text, value, at) || isUnfilledString(text, value, at)) return UNFILLED;
  if (value.startsWith('$') && isLostMember(text, value, at)) return '[object Object]';
  if (isWholeOutput(text, value)) return WHOLE_OUTPUT;
  const name = variableIn(value);
  const held = name === undefined ? (PUT_IN.exec(value)?.[1] ?? '') : heldBy(text, name, at);
  const expression = keptIn(text, held || value, at) ?? held;
  if (isUndefined(text, expression || value, at)) return 'undefined';
  if (programOf(text).asksForEmbedToken && isEmbedToken(text, expression || (name ?? ''), at)) return EMBED_TOKEN;
  if (expression === '') return undefined;
  const sources = sourcesOf(text, expression);
  if (holdsWholeAnswer(text, sources, at)) return '[object Object]';
  if (sources.every((one) => WITH_SCHEME.test(one))) return TOKEN_WITH_SCHEME;
  const taken =
    TAKEN.exec(expression)
      ?.slice(1)
      .find((one) => one !== undefined) ?? '';
  return kindOfWords(maskWords(taken, true) ?? '') === undefined ? undefined : taken;
};

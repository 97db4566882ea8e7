import { kindOfWords, maskWords } from './masks.ts';
import { isUnfilled } from './unfilled.ts';

/** A name that stands for a value in a program: `token`, `$token`, `${token}`, `{token}`. */
const VARIABLE = /^(?:\$?\{{1,2}|\$\(?|str\()?\$?([A-Za-z_]\w{0,60})(?:\.[tT]oString\(\))?\)?\}{0,2}$/;
/** What a variable is set to, in most languages. */
const SET =
  /(?<![\w.>$])\$?([A-Za-z_]\w{0,60})(?::[ \t]{0,5}\w{1,30})?[ \t]{0,20}:?=(?![=>~])[ \t]{0,20}([^\n;]{1,300})/g;
/** The last name of what is taken out of something else: `req.query.code`, `$_GET['code']`, `args.get("code")`. */
const TAKEN =
  /(?:(?:\.|->)([A-Za-z]\w{0,40})|\[["':]?([A-Za-z]\w{0,40})["']?\]|[gG]et\w{0,30}\(["']([A-Za-z]\w{0,40})["']\))(?:\.\w{1,20}\(\)|!)?(?:[ \t](?:as|\?\?|\|\|)[ \t][^\n]{1,60})?[ \t]{0,5}$/;

/**
 * Calls whose answer holds the token and is none: of MSAL and ADAL, of Azure.Identity, of Az.Accounts. Put into a text,
 * such an object is written as its type or as all that it holds.
 */
const GIVES_OBJECT =
  /^(?:await )?(?:[\w.$]{1,60}\.[aA]cquire_?[tT]oken\w{0,40}\([^\n]{0,200}\)(?:\.execute(?:Async)?\(\))?|(?:[\w.$]{0,60}[cC]redential|(?:new )?\w{3,40}Credential\([^\n]{0,120}\))\.get_?[tT]oken(?:_async|Async)?\([^\n]{0,200}\)|Get-AzAccessToken\b[^\n|)]{0,200})$/i;

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
/** In a text PowerShell puts the variable in alone: `"Bearer $answer.access_token"`. */
const MEMBER_IN_TEXT = /^\$([A-Za-z_]\w{0,60})\.(?:access_?token|token)$/i;
const POWERSHELL = /\b(?:Invoke-(?:RestMethod|WebRequest)|Get-Az\w{2,30}|ConvertTo-Json)\b/i;
/** Axios puts what the server answered under `data`: https://axios-http.com/docs/res_schema */
const AXIOS_MEMBER = /^([A-Za-z_]\w{0,60})\.(?:access_?token|token)$/i;
const AXIOS_CALL = /^await axios(?:\.(?:post|request|get))?\(/;

/** A place where a variable is set. */
interface Setting {
  readonly at: number;
  /** The stretch of what it is set to. */
  readonly from: number;
  readonly to: number;
}

/** Where each variable of a text is set, in order. */
const settingsIn = (text: string): ReadonlyMap<string, readonly Setting[]> => {
  const settings = new Map<string, Setting[]>();
  for (const { index, 0: all, 1: name = '', 2: right = '' } of text.matchAll(SET)) {
    const to = index + all.length;
    const setting = { at: index, from: to - right.length, to };
    const own = settings.get(name);
    if (own === undefined) settings.set(name, [setting]);
    else own.push(setting);
  }
  return settings;
};

const FUNCTION =
  /\b(?:def ([A-Za-z_]\w{0,60})\(|function ([A-Za-z_]\w{0,60})\(|(?:const|let|var) ([A-Za-z_]\w{0,60}) = (?:async )?(?:function)?\()/g;

/** Where each function of a text begins, behind its name: the first of that name. */
const functionsIn = (text: string): ReadonlyMap<string, number> => {
  const functions = new Map<string, number>();
  for (const { index, 0: head, 1: def, 2: named, 3: set } of text.matchAll(FUNCTION)) {
    const name = def ?? named ?? set ?? '';
    if (!functions.has(name)) functions.set(name, index + head.length);
  }
  return functions;
};

/** What is looked up in a text for each of its headers, of which it may hold thousands: sought once. */
const programIn = (text: string) => ({
  text,
  settings: settingsIn(text),
  functions: functionsIn(text),
  asksForTokens: ASKS_FOR_TOKENS.test(text),
  isPowerShell: POWERSHELL.test(text),
  intercepts: text.includes('interceptors'),
});

let known: ReturnType<typeof programIn> | undefined;

/** The text that was asked about last, as a program. */
const programOf = (text: string): ReturnType<typeof programIn> => {
  if (known?.text !== text) known = programIn(text);
  return known;
};

const settingsOf = (text: string, name: string): readonly Setting[] => programOf(text).settings.get(name) ?? [];

/** The last of them before a place. By bisection. */
const lastBefore = (settings: readonly Setting[], at: number): Setting | undefined => {
  let low = 0;
  let high = settings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((settings[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return settings[low - 1];
};

/** How far back a variable is looked for. */
const REACH = 8000;

/** What a variable is set to last before a place. */
const expressionOf = (text: string, name: string, at: number): string => {
  const set = lastBefore(settingsOf(text, name), at);
  return set !== undefined && set.at >= at - REACH ? text.slice(set.from, Math.min(set.to, at)).trim() : '';
};

/** What a function gives back, where each of its ways out gives the same kind of thing. */
const returnsOf = (text: string, name: string): readonly string[] => {
  const from = programOf(text).functions.get(name);
  if (from === undefined) return [];
  const rest = text.slice(from, from + 3000);
  const body = rest.slice(0, /\n(?=\S)(?!\})|\n\}/.exec(rest)?.index ?? rest.length);
  return [...body.matchAll(/(?:^|[\n;{])[ \t]{0,40}return[ \t]{1,5}([^\n;]{1,300})/g)].map(([, value = '']) =>
    value.trim(),
  );
};

/** The expressions that a variable may hold: what it is set to, or what the function that it is set to gives back. */
const sourcesOf = (text: string, expression: string): readonly string[] => {
  const called = CALLED.exec(expression)?.[1];
  const given = called === undefined ? [] : returnsOf(text, called);
  return given.length > 0 ? given : [expression];
};

const holdsWholeAnswer = (text: string, sources: readonly string[]): boolean =>
  sources.every((one) => GIVES_OBJECT.test(one)) ||
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

/**
 * What a variable holds, by the name under which the code above took it out of something: `code` for a token that was set
 * to `request.args["code"]`; an object for the whole answer of a library. Undefined where nothing can be told.
 */
export const originOf = (text: string, value: string, at: number): string | undefined => {
  if (isUnfilled(text, value, at)) return UNFILLED;
  if (value.startsWith('$') && isLostMember(text, value, at)) return '[object Object]';
  const name = VARIABLE.exec(value)?.[1];
  const expression = name === undefined ? value : expressionOf(text, name, at);
  if (isUndefined(text, expression, at)) return 'undefined';
  if (name === undefined || expression === '') return undefined;
  const sources = sourcesOf(text, expression);
  if (holdsWholeAnswer(text, sources)) return '[object Object]';
  if (sources.every((one) => WITH_SCHEME.test(one))) return TOKEN_WITH_SCHEME;
  const [, member, index, got] = TAKEN.exec(expression) ?? [];
  const taken = member ?? index ?? got ?? '';
  return taken === '' || kindOfWords(maskWords(taken, true) ?? '') === undefined ? undefined : taken;
};

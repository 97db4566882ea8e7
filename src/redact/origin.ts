import { kindOfWords, maskWords } from './masks.ts';

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

/** The last text that was asked about: it may hold thousands of headers. */
let known: { readonly text: string; readonly settings: ReturnType<typeof settingsIn> } | undefined;

const settingsOf = (text: string, name: string): readonly Setting[] => {
  if (known?.text !== text) known = { text, settings: settingsIn(text) };
  return known.settings.get(name) ?? [];
};

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

/**
 * What a variable holds, by the name under which the code above took it out of something: `code` for a token that was set
 * to `request.args["code"]`; an object for the whole answer of a library. Undefined where nothing can be told.
 */
export const originOf = (text: string, value: string, at: number): string | undefined => {
  const name = VARIABLE.exec(value)?.[1];
  if (name === undefined) return undefined;
  const set = lastBefore(settingsOf(text, name), at);
  const isNear = set !== undefined && set.at >= at - REACH;
  const expression = isNear ? text.slice(set.from, Math.min(set.to, at)).trim() : '';
  if (GIVES_OBJECT.test(expression)) return '[object Object]';
  const [, member, index, got] = TAKEN.exec(expression) ?? [];
  const taken = member ?? index ?? got ?? '';
  return kindOfWords(maskWords(taken, true) ?? '') === undefined ? undefined : taken;
};

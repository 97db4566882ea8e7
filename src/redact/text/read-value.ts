import type { Found } from './found.ts';
import { hasWords } from './looks-random.ts';
import { looksReal, maskWords } from './masks.ts';
import { execAt, matchAt } from './match-at.ts';
import { callAt, isCutCall, slotAt } from './read-call.ts';

/** A value as it stands in a text, not yet given a field. */
export type Value = Omit<Found, 'field'> & { readonly quoted: boolean };

const OPENING = /(?:[A-Za-z]{1,2}|[@$]{1,2})?(\\{0,3})(["'`])/y;
const BRACKETED =
  /\[[^\][\n"]{0,80}\]|\$?\{\{[^{}\n]{0,80}\}\}|\$?\{[^{}\n":]{0,80}\}|<[^<>\n]{1,80}>|%[A-Za-z_]\w{0,60}%|\{[A-Za-z_]\w{0,40}(?:\[["']\w{1,40}["']\]){1,3}\}|\$\([^()\n]{0,120}(?:\([^()\n]{0,200}\)[^()\n]{0,80}){0,2}\)/y;
/** What stands for a value in a program and calls nothing. */
const EXPRESSIONS: readonly RegExp[] = [
  // result["access_token"].value
  /(?:await )?\$?[A-Za-z_]\w{0,60}(?!\w)(?:[.:]{1,2}\w{1,60}){0,6}\[[^\][\n]{0,80}\](?:\.\w{1,60}(?:\([^()\n]{0,80}\))?){0,3}(?![\w*^%#~]|!\w)/y,
  /(?:await )?\$(?:env:)?[A-Za-z_][\w.]{0,80}(?![\w*^%#~]|!\w)/y,
  /(?:process\.env|import\.meta\.env|var|local|module)\.[A-Za-z_]\w{0,80}(?:\.[A-Za-z_]\w{0,60}){0,3}(?![\w.+/~(!@?*^%#-])/y,
  /(?:await )?[A-Za-z_]{1,40}(?=\.)(?:\.[A-Za-z_]{1,40}){1,4}(?![\w.+/~(!@?-])(?![\w*^%#~]|!\w)/y,
];
/** A name of letters only, which a password may be too. */
const DOTTED = /^[A-Za-z_]+(?:\.[A-Za-z_]+)+$/;
const HARD_STOP = /[\s"'`<>|]/;
const SOFT_STOP = /[;,)}\]#&]/;
const ENDS =
  /[;,)}\]#&]{0,8}(?:$|[\s"'`<>&|]|\\{1,7}["'`]|(?<=[;,#&])(?:amp;|[\w.%~-]{1,80}=|[A-Za-z][\w ]{0,40}[=:]))/y;

/** What stands in quotes behind the bracket of something that is no call by its name: `f("...")`. */
const ARGUMENT = /(["'`])[^"'`\n]{1,4000}\1/y;

const isOpen = (run: string): boolean =>
  run.includes('(') && /[(=,:]$/.test(run) && run.split('(').length > run.split(')').length;

/** The signs at which a run may end, by their codes: most letters are told from this. */
const MAY_STOP = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(HARD_STOP.test(String.fromCharCode(code)) || SOFT_STOP.test(String.fromCharCode(code))),
);

/** Where a run without quotes ends: at blanks and quotes, and at `;`, `,` or a bracket that closes something. */
const endOfRun = (text: string, start: number): number => {
  // In the bundle a constant is made by a function when it is first used: a loop over letters asks for it once.
  const mayStop = MAY_STOP;
  let at = start;
  for (; at < text.length; at += 1) {
    if (mayStop[text.charCodeAt(at)] === 0) continue;
    const letter = text.charAt(at);
    if (HARD_STOP.test(letter) || (SOFT_STOP.test(letter) && matchAt(ENDS, text, at) !== undefined)) break;
  }
  return isOpen(text.slice(start, at)) ? (matchAt(ARGUMENT, text, at)?.length ?? 0) + at : at;
};

/** Where a quoted text ends: at the same quote with no more backslashes than the first, else at the end of the line. */
const endOfQuoted = (text: string, start: number, quote: string, slashes: number): number => {
  let escapes = 0;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '\n') return at;
    // A backslash of the value itself is doubled as often as the text is nested.
    if (letter === quote && (escapes <= slashes || escapes % (2 * slashes + 2) === slashes)) return at - escapes;
    escapes = letter === '\\' ? escapes + 1 : 0;
  }
  return text.length;
};

const plain = (text: string, start: number, end: number, quoted: boolean): Value => ({
  start,
  end,
  value: text.slice(start, end),
  quoted,
});

const expressionOf = (start: number, value: string): Value => ({
  start,
  end: start + value.length,
  value,
  quoted: false,
  expression: true,
});

/** The error of a token request, which programs print behind `access token:` in quotes of their own. */
const ERROR_BODY = /\{\s{0,10}\\{0,3}["']error/y;

const readQuoted = (text: string, at: number): Value | undefined => {
  const opening = execAt(OPENING, text, at);
  if (!opening) return undefined;
  const start = at + opening[0].length;
  if (matchAt(ERROR_BODY, text, start)) return plain(text, start, start, false);
  return plain(text, start, endOfQuoted(text, start, opening[2] ?? '"', (opening[1] ?? '').length), true);
};

/** A command in place of a token: what it asks for is worth reading, and it holds no secret. */
const TOKEN_COMMAND =
  /(?:\$\(\s{0,5}az(?:\.cmd)?[ \t]{1,5}account[ \t]{1,5}get-access-token(?![\w-])[^()]{0,600}\)|`[ \t]{0,5}az(?:\.cmd)?[ \t]{1,5}account[ \t]{1,5}get-access-token(?![\w-])[^`"\n]{0,600}(?:`|(?=")))/iy;

/** That command, within `$(...)` or, as in old scripts, between backticks; one before a quote is read as its escape. */
const readTokenCommand = (text: string, at: number): Value | undefined => {
  const command = '$`'.includes(text.charAt(at)) ? matchAt(TOKEN_COMMAND, text, at) : undefined;
  return command === undefined ? undefined : expressionOf(at, command);
};

const expressionAt = (text: string, at: number): string | undefined => {
  for (const pattern of EXPRESSIONS) {
    const expression = matchAt(pattern, text, at);
    if (expression !== undefined) return expression;
  }
  return undefined;
};

/** A word that no sign makes anything else, or a mark: most values are one. */
const WORD = /(?!(?:await|new)\s)[\w\uE000\uE001-]{1,400}/y;
const BEHIND_WORD = /[\s"'`|]/;
/** What goes on with a word that calls something or is a part of it. */
const GOES_ON = /[.?<>([]|:[\w:.]/y;

/** A variable that nothing is done to. */
const VARIABLE = /\$[A-Za-z_][\w.]{0,80}(?=[\s"'`|])/y;

/** A value without quotes: a mask in brackets, an expression, or a run of letters. */
const readBare = (text: string, at: number): Value => {
  const word = matchAt(WORD, text, at);
  if (word !== undefined && BEHIND_WORD.test(text.charAt(at + word.length)))
    return plain(text, at, at + word.length, false);
  if (word !== undefined && matchAt(GOES_ON, text, at + word.length) === undefined)
    return plain(text, at, endOfRun(text, at), false);
  const variable = matchAt(VARIABLE, text, at);
  if (variable !== undefined && !looksReal(variable)) return expressionOf(at, variable);
  const first = text.charAt(at);
  const bracketed = '[{<%$'.includes(first) ? matchAt(BRACKETED, text, at) : undefined;
  if (bracketed && !looksReal(bracketed)) return plain(text, at, at + bracketed.length, false);
  const call = slotAt(text, at) ?? callAt(text, at);
  if (call) return expressionOf(at, call);
  const expression = expressionAt(text, at);
  if (expression && !looksReal(expression) && (!DOTTED.test(expression) || hasWords(expression))) {
    return expressionOf(at, expression);
  }
  const start = /[<[{(]/.test(text[at] ?? '') ? at + 1 : at;
  const run = plain(text, start, endOfRun(text, start), false);
  return isCutCall(run.value) ? expressionOf(start, run.value) : run;
};

/** Python puts texts of several lines in brackets. */
const BEFORE_VALUE = /[ \t]{0,40}(?:\(?\n[ \t]{0,40}(?=["'])|\((?=["'][^"'\n]{1,4000}["']\)))?/y;

/** The value that begins at `at`, after blanks: in quotes of any kind, in brackets, as an expression, or bare. */
export const readValue = (text: string, at: number): Value => {
  const start = at + (matchAt(BEFORE_VALUE, text, at)?.length ?? 0);
  return readTokenCommand(text, start) ?? readQuoted(text, start) ?? readBare(text, start);
};

/** The start of a call whose arguments go on in other brackets or lines: `context.acquireToken(resource`. */
const OPEN_CALL = /^([A-Za-z_]\w{2,60}(?:\.[A-Za-z_]\w{2,60}){1,5})\(/;

/** A password can look like the start of a call, but not have words in front of the bracket. */
const isOpenCall = (value: string): boolean => {
  const path = OPEN_CALL.exec(value)?.[1] ?? '';
  return path.length >= 14 && hasWords(path);
};

/** Whether a text calls a program: a function with arguments, or a cmdlet such as `Get-AzAccessToken`. */
export const isCall = ({ value, expression, quoted }: Value): boolean =>
  (expression === true && value.includes('(')) ||
  (!quoted && isOpenCall(value)) ||
  (!quoted && /^(?:[A-Z][a-z]{1,12}){1,3}-[A-Z][A-Za-z]{2,40}$/.test(value));

/** Whether a value is the command of the Azure CLI that gives a token, in place of the token. */
export const isTokenCommand = ({ value, expression }: Pick<Value, 'value' | 'expression'>): boolean =>
  expression === true && /^(?:\$\(|`)\s{0,5}az/i.test(value);

/** Whether a value stands for another one: a mask, a variable, a call. */
export const isMask = (value: Pick<Value, 'value' | 'expression'>): boolean =>
  maskWords(value.value, value.expression === true) !== undefined;

import { looksRandom } from './looks-random.ts';
import { matchAt } from './match-at.ts';

/** What is called: a path of names, with type arguments, or nothing but an opening bracket. */
const CALLEE =
  /(?:await |new )?(?:\$?[A-Za-z_]\w{0,80}(?!\w)(?:(?:\??\.|::|->)[A-Za-z_]\w{0,80}(?!\w)){0,8}(?:<[\w.,[\]]{1,80}>)?(?=\()|\$?\((?=[A-Za-z$(]))/y;
/** What is taken of the answer: `.token`, `["access_token"]`, `[access_token]`. */
const TAKEN = /(?:\??\.|->)[A-Za-z_]\w{0,60}|\??\[[^\][\n]{0,80}\]|!(?=[.\s,;)\]}])/y;
/** Passwords hold brackets too: a number in them, or what stands behind, shows that nothing is called. */
const NUMBER = /^[\w.]+\(\d[^()\n]{0,40}\)$/;
const ENDS = /(?=[\s,;)\]}"'`|&+?:<>\\]|$)/y;

const LONGEST = 2000;
const MOST_TAKEN = 8;

const QUOTE = /\\{0,7}["'`]/y;
/** The signs that mean something between brackets, by their codes: most letters are told from this. */
const IS_SIGN = Uint8Array.from({ length: 128 }, (_, code) => Number('\\"\'`()\n'.includes(String.fromCharCode(code))));

/** Behind the bracket that closes the one before `at`; quotes, escaped or not, hide brackets and do not go over lines. */
const closeOf = (text: string, at: number): number | undefined => {
  let depth = 1;
  let quote = '';
  for (let place = at; place < text.length && place < at + LONGEST; place += 1) {
    if (IS_SIGN[text.charCodeAt(place)] !== 1) continue;
    const letter = text.charAt(place);
    const mark = matchAt(QUOTE, text, place) ?? '';
    if (mark !== '') {
      quote = quote === '' ? mark : quote === mark ? '' : quote;
      place += mark.length - 1;
    } else if (quote !== '') {
      if (letter === '\n') return undefined;
    } else if (letter === '(') depth += 1;
    else if (letter === ')') depth -= 1;
    if (depth === 0) return place + 1;
  }
  return undefined;
};

/** Whether the parts of a name are as long as words are: those of random letters are shorter. */
const isName = (name: string): boolean => {
  const parts = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
  return parts.join('').length >= parts.length * 2.5;
};

/** The call or the expression in brackets that begins at `at`, with what is taken of its answer. */
export const callAt = (text: string, at: number): string | undefined => {
  const callee = matchAt(CALLEE, text, at);
  if (callee === undefined || !isName(callee.replace(/^(?:await|new) |[$(]/g, ''))) return undefined;
  const open = at + callee.length;
  let end = closeOf(text, callee.endsWith('(') ? open : open + 1);
  for (let taken = 0; end !== undefined && taken < MOST_TAKEN; taken += 1) {
    const next = matchAt(TAKEN, text, end)?.length;
    if (next !== undefined) end += next;
    else if (text[end] === '(' && /\w/.test(text.charAt(end - 1))) end = closeOf(text, end + 1);
    else break;
  }
  const call = end !== undefined && matchAt(ENDS, text, end) !== undefined ? text.slice(at, end) : '';
  return call === '' || NUMBER.test(call) ? undefined : call;
};

/** What an argument may be that looks random and is known to all: a host, a version of Key Vault, a GUID, the name of a variable. */
const PUBLIC =
  /\b[A-Za-z]{2,6}:\/\/[\w.-]+(?:\/secrets\/[\w-]{1,130}\/[\da-f]{32}\b)?|[\dA-Fa-f]{8}-(?:[\dA-Fa-f]{4}-){3}[\dA-Fa-f]{12}|\b[A-Z]{2,20}(?:_[A-Z0-9]{1,20}){1,6}\b/g;
/** Names of variables, with a number behind them at times. */
const VARIABLE = /^[A-Za-z]+\d{0,3}$/;
const SHORTEST = 8;
/** The type of what is made within a call, with its version and the type of what it holds: `new List<RequestV2Report> {`. */
const TYPE = '[A-Za-z]{1,60}(?:V\\d(?![\\da-z])[A-Za-z]{0,60})?';
const CREATED = new RegExp(`\\bnew ${TYPE}(?:<${TYPE}>)?(?=\\s{0,80}[({])`, 'g');

const withoutTypes = (call: string): string =>
  call.replace(CREATED, (created) => (created.split(/[ <>]/).every(isName) ? ' ' : created));

/** Whether a call or command is handed what may be a secret: `login("app", "...")`. */
export const mayHoldSecret = (call: string): boolean => {
  const given = withoutTypes(call.slice(call.indexOf('(') + 1 || call.length).replace(PUBLIC, ' '));
  return (
    /["'](?=[^"'\s]{0,80}\d)[^"'\s:/-]{8,80}["']/.test(given) ||
    given
      .split(/[\s"'`()[\]{},;:=/._-]+/)
      .some((one) => looksRandom(one, SHORTEST) && !(VARIABLE.test(one) && isName(one)))
  );
};

/** The start of a call whose end is missing, or stands behind a break: `{login({`, `credential.get_token(`. */
const CUT_CALL = /^[$@]?\{{0,2}\(?([A-Za-z_]\w{1,60}(?:\.[A-Za-z_]\w{0,60}){0,5})\([({[]{0,3}$/;

/** Whether a run without quotes is the start of a call, and nothing of what is handed over. */
export const isCutCall = (run: string): boolean => {
  const name = CUT_CALL.exec(run)?.[1];
  return name !== undefined && isName(name);
};

const MAY_OPEN = '$@{';

/** A place in a template that holds a call: `{credential.get_token("...").token}`, `${await getToken()}`. */
export const slotAt = (text: string, at: number): string | undefined => {
  const open = MAY_OPEN.includes(text.charAt(at)) ? matchAt(/[$@]?\{{1,2}[ \t]{0,5}/y, text, at) : undefined;
  const call = open && callAt(text, at + open.length);
  const close = call && matchAt(/[ \t]{0,5}\}{1,2}/y, text, at + open.length + call.length);
  return open && close ? `${open}${call}${close}` : undefined;
};

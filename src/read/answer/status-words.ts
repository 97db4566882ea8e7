import { endOfNext } from '../../redact/text/match-at.ts';
import { lineBefore, withoutWrittenBreaks } from '../text/text.ts';
import { CALL_AFTER } from './answered-call.ts';
import { isAssertedStatus } from './asserted-status.ts';
import { isLocalizedStatus } from './localized-status.ts';
import { isLoneStatus, NAMED_ALONE } from './lone-status.ts';
import { isSpokenStatus, namedByExceptions, namedInSentences } from './spoken-status.ts';
import { namedBeforeBodies } from './status-before-body.ts';
import { endsErrorBody } from './status-behind-body.ts';

/** The reason phrases of the statuses that a failing call can have, without blanks, in lower case. */
const REASONS: ReadonlyMap<string, number> = new Map([
  ['badrequest', 400],
  ['unauthorized', 401],
  ['unauthorised', 401],
  ['paymentrequired', 402],
  ['forbidden', 403],
  ['notfound', 404],
  ['methodnotallowed', 405],
  ['notacceptable', 406],
  ['proxyauthenticationrequired', 407],
  ['requesttimeout', 408],
  ['conflict', 409],
  ['gone', 410],
  ['preconditionfailed', 412],
  ['unsupportedmediatype', 415],
  ['misdirectedrequest', 421],
  ['locked', 423],
  ['toomanyrequests', 429],
  ['internalservererror', 500],
  ['badgateway', 502],
  ['serviceunavailable', 503],
  ['gatewaytimeout', 504],
]);
const STATUSES: ReadonlySet<number> = new Set([...REASONS.values(), 413, 414, 422, 424, 440, 449, 501]);

/** Words before a number that make it a status; each ends where the number starts. */
const BEFORE: readonly RegExp[] = [
  /\bHTTPS?(?:[ _-]?(?:error|status|code|response)){0,2}(?:\/\d(?:\.\d)?)?["']?\s{0,3}[:=([]?\s{0,3}["']?$/i,
  /\bstatus(?:[ _-]?(?:code|line))?["'\])]{0,2}\s{0,30}(?:is|was|of|[:=]>?|->)?\s{0,10}["'([]?$/i,
  /\b(?:error|response|result|return)[ _-]?(?:code|status)["']?\s{0,20}(?:is|was|of|[:=])?\s{0,5}["'([]?$/i,
  /indicate success:?\s{0,3}\(?$/i,
  /<Response \[$/,
  /<Response \[3\d\d\]>\]?, $/,
  /returned an error: {0,2}\(?$/i,
  /\b(?:get|gets|got|getting|give|gives|gave|giving|return|returns|returned|returning|receive|receives|received|receiving|throw|throws|threw|throwing|respond(?:s|ed|ing)? with|fail(?:s|ed|ing)? with|answer(?:s|ed)? with|see|seeing|respon[sd]e(?: of)?|error:?)\s{1,3}(?:back )?(?:me )?(?:an? |the )?(?:http )?(?:error )?["'(]?$/i,
  /(?:=>|->|→)\s{0,3}$/,
  /\)[;,]?\s{1,20}(?:#|\/\/)\s{0,3}$/,
  /\bhttps?:\/\/[^\s"'<>]{3,55}:? (?:- )?$/i,
  /\b(?:GET|POST|PUT|PATCH|DELETE) [^\s]{1,50} (?:- )?$/,
  /(?:^|[\n{,;])["'\s]{0,20}code["']?\s{0,3}[:=]\s{0,3}["']?$/i,
  /\b(?:net::ERR_[A-Z_]{3,30} |response: |failed: |failure: |code=)$/i,
  /\bHTTP (?:response headers|request) after [\d.,]{1,12} ?ms - $/,
];
/** A reason phrase before the number: `Unauthorized (401)`. */
const REASON_BEFORE = /\b([A-Za-z][A-Za-z ]{3,30}?)\s{0,2}[([:]\s{0,2}$/;
/** What may follow: a reason phrase that fits, an error word, or the body. */
const REASON_AFTER = /^["'\])]{0,2}\s{0,3}(?:[-–:([,]\s{0,2})?["']?([A-Za-z]{3,14}(?: [A-Za-z]{3,14}){0,2})/;
const WORD_AFTER = /^\s(?:client |server |http )?(?:errors?|response|status)\b/i;
const BODY_AFTER = /^\s{0,2}:?\s{0,2}\{\s{0,5}\\?["']\w/;
/** `403, message='Forbidden', url='https://...'`: https://docs.aiohttp.org/en/stable/client_reference.html#aiohttp.ClientResponseError */
const MESSAGE_AFTER = /^, message=["']/;
/** What curl writes with `-w '%{http_code}'` stands right behind the body. */
const BODY_BEFORE = /\}$/;
const LINE_AFTER = /^(?:[\r\n+]|$)/;
const NUMBER = /(?<![\w.#@/\\+-])[45]\d\d(?![\w]|[.,]\d|-\d|:\d\d|\/)/g;
/** Labels that make a number something else. */
const NO_STATUS =
  /(?:\b(?:line|exit code|port|error\?code|row|column|id|took|page)|[=?&]code)["']?\s{0,3}[:=]?\s{0,3}$/i;

/** How the reasons of each status begin: most phrases are told from it. */
const BEGINNINGS: ReadonlyMap<number, string> = new Map(
  [...STATUSES].map((wanted) => [
    wanted,
    [...REASONS].map(([reason, status]) => (status === wanted ? reason.charAt(0) : '')).join(''),
  ]),
);

const reasonFits = (phrase: string, status: number): boolean => {
  if (BEGINNINGS.get(status)?.includes(phrase.charAt(0).toLowerCase()) !== true) return false;
  const words = phrase.toLowerCase().split(' ');
  return words.some((_, at) => REASONS.get(words.slice(0, at + 1).join('')) === status);
};

const reasonEnds = (phrase: string, status: number): boolean => {
  const words = phrase.trim().toLowerCase().split(' ');
  return words.some((_, at) => REASONS.get(words.slice(at).join('')) === status);
};

/** `Could not list the workspaces (401)`: only the two statuses that nobody counts with. */
const BRACKETED = /^40[13]\)/;

/** What ends a word before a number: blanks, with the border of a cell at times, or a sign. */
const GAP = /(?:[ \t]{1,10}(?:[-|][ \t]{1,3})?|[,;])$/;

const LONGEST_WORD = 1_600;

/** The word that ends at a place; empty where none does. */
const wordBefore = (text: string, end: number): string => {
  let start = end;
  while (start > 0 && end - start < LONGEST_WORD && !' \n\t,;'.includes(text.charAt(start - 1))) start -= 1;
  return text.slice(start, end);
};

/** What goes on behind the status of a URL: the end, a reason in brackets, the code of the service, or the sentence. */
const AFTER_URL =
  /^(?:[ \t]{0,10}(?:[(\r\n|,;]|$)|[ \t]{1,3}["'`]?[A-Z][a-z0-9]{1,20}[A-Z]\w{2}| (?:with|for|as|when|using|from|in|and|but|on|by|every|always|while)\b)/;

/** Whether the last word before a number is a URL, and the number is no amount of what comes behind it. */
const followsUrl = (text: string, from: number): boolean => {
  if (!AFTER_URL.test(text.slice(from + 3, from + 43))) return false;
  const gap = GAP.exec(text.slice(Math.max(0, from - 20), from))?.[0].length ?? 0;
  return /^["'(<]?https?:\/\/\S/.test(wordBefore(text, from - gap));
};

/** Units that make a number an amount. */
const AMOUNT =
  /^[\s-](?:rows?|items?|records?|ms|seconds?|minutes?|bytes?|[kmg]b|users?|times|files?|workspaces?|datasets?)\b/i;

/** Whether a number is an HTTP status, by what stands around it. */
const isStatus = (text: string, from: number, status: number): boolean => {
  if (!STATUSES.has(status)) return false;
  const before = text.slice(Math.max(0, from - 60), from);
  const after = text.slice(from + 3, from + 63);
  const reason = REASON_AFTER.exec(after)?.[1];
  if (reason !== undefined && reasonFits(reason, status)) return true;
  if (NO_STATUS.test(before) || AMOUNT.test(after)) return false;
  if (BEFORE.some((words) => words.test(before))) return true;
  if ([BODY_AFTER, WORD_AFTER, CALL_AFTER, MESSAGE_AFTER].some((words) => words.test(after))) return true;
  if (BODY_BEFORE.test(before) && LINE_AFTER.test(after)) return true;
  if (endsErrorBody(text, from)) return true;
  if (/[A-Za-z."'] \($/.test(before) && BRACKETED.test(text.slice(from, from + 4))) return true;
  if (followsUrl(text, from) || isLocalizedStatus(before, after)) return true;
  if (isSpokenStatus(status, before, after) || isLoneStatus(text, from, status)) return true;
  if (isAssertedStatus(text, from)) return true;
  const named = REASON_BEFORE.exec(before)?.[1];
  return named !== undefined && reasonEnds(named, status);
};

/** The names in `invalid status code 'Unauthorized'`, `HttpStatusCode.Forbidden`, `StatusCode: NotFound`. */
const NAMED =
  /(?:\b(?:http)?status[ _-]?code["']?(?:\.|\s{0,20}[:=-]?\s{0,5}["'([]?)|\bHTTP error:? |\binvalid status ["']|\bstatus["']?\s{0,20}[:=]\s{0,5}["']?)(BadRequest|Unauthorized|Forbidden|NotFound|Not Found|Bad Request|Conflict|TooManyRequests|Too Many Requests|InternalServerError|Internal Server Error|BadGateway|Bad Gateway|ServiceUnavailable|Service Unavailable|GatewayTimeout)\b/gi;

/** Whether the URL at this place is what a status before it names as its own. */
export const belongsToStatus = (text: string, url: number): boolean => {
  const before = lineBefore(text, url, 120);
  return /(?: for url:?|, [A-Z]{3,6},) {0,3}['"]?$/.test(before) && statusesIn(`${before}https://`).length > 0;
};

/** A status and the stretch of text that names it. */
export interface StatusAt {
  readonly status: number;
  readonly from: number;
  readonly to: number;
}

const numbered = (text: string): readonly StatusAt[] => {
  const found: StatusAt[] = [];
  for (let to = endOfNext(NUMBER, text, 0); to > 0; to = endOfNext(NUMBER, text, to)) {
    const from = to - 3;
    const status = Number(text.slice(from, to));
    if (isStatus(text, from, status)) found.push({ status, from, to });
  }
  return found;
};

const notFound = (text: string): readonly StatusAt[] =>
  [...text.matchAll(/\bjava\.io\.FileNotFoundException: (?=https?:\/\/)/g)].map(({ 0: all, index }) => ({
    status: 404,
    from: index,
    to: index + all.length,
  }));

const named = (text: string): readonly StatusAt[] =>
  [
    ...text.matchAll(NAMED),
    ...namedInSentences(text),
    ...namedByExceptions(text),
    ...namedBeforeBodies(text),
    ...text.matchAll(NAMED_ALONE),
  ].flatMap(({ 0: all, 1: name = '', index }) => {
    const status = REASONS.get(name.toLowerCase().replaceAll(' ', ''));
    return status === undefined ? [] : [{ status, from: index, to: index + all.length }];
  });

/** The statuses that prose, logs and exceptions name, in order; numbers that are something else are left out. */
export const statusesIn = (written: string): readonly StatusAt[] => {
  const text = withoutWrittenBreaks(written);
  const alone = /^\s{0,200}([45]\d\d)\s{0,200}$/.exec(text.slice(0, 500));
  if (alone !== null && text.length < 500 && STATUSES.has(Number(alone[1]))) {
    const from = text.indexOf(alone[1] ?? '');
    return [{ status: Number(alone[1]), from, to: from + 3 }];
  }
  return [...numbered(text), ...named(text), ...notFound(text)].sort((a, b) => a.from - b.from);
};

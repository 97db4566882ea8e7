import type { UrlAt } from '../syntax/urls.ts';

const METHOD = '(GET|POST|PUT|PATCH|DELETE)';

const BEFORE =
  /\b(GET|POST|PUT|PATCH|DELETE|HEAD)\]?(?: request)?(?: (?:on|to|for|from|against))?(?: (?:url|uri|endpoint))?[\s:=]{0,4}["'`<([]{0,2}$/;
/** The method by its name, also where options, constants and elements have longer names. */
const BESIDE = new RegExp(
  '(?:method|httpMode|HTTP Action|\\brequest(?=\\()|\\btype(?=["\']?:\\s?["\']))(?: class="[\\w.]{1,40}")?' +
    `["']?[\\s:=>(,]{1,20}N?["']?\\.?(?:[a-z]{1,24}\\.){0,2}(?:rm)?(GET|POST|PUT|PATCH|DELETE|HEAD)\\b`,
  'i',
);
/** A function before the URL: `HTTPoison.get!("`, `(client/get "`, `new HttpGet("`, `wp_remote_get('`, `.post(uri"`. */
const FUNCTION_BEFORE = new RegExp(
  `(?:\\.\\s{0,20}|[:/>("'_]|\\bHttp|\\bprepare)${METHOD.replace(')', '|DEL)')}(?:With)?!?(?:<[\\w\\[\\], ]{1,60}>)?["']?` +
    '(?:,\\s{0,5}|\\(\\s{0,20}|\\s)(?:[a-z_]\\w{0,20}(?:,|:|\\s?=)\\s?)?(?:N|@|uri|u|s|f)?["\'`]$',
  'i',
);
/** What is called on the URL: `.toURL().getText(`, `".httpGet()`, `").request().get(`, or its next argument. */
const FUNCTION_BEHIND = new RegExp(
  `\\.(?:http)?${METHOD}(?:Json|Text|String)?(?:Async)?!?\\(|^["'\`],\\s{0,5}["']${METHOD}["']`,
  'i',
);
/** The end of a statement: a chain of calls goes on in the next line. */
const STATEMENT_END = /;|\n(?!\s{0,20}[.)|])/;
/** Functions and steps that send GET where nothing else is said. */
const SENDS_GET =
  /(?:\bhttpRequest\b[^;]{0,240}|(?:\bAF\.request|\bwebread|\bgetJSON|\bfile_get_contents|\bgetContent|\bhttp_request|\bhttp_get|\bsendRequest)\(\s{0,10}["'@`]|\bdata "http"[^}]{0,200})$/;

/** The method by the function that is called with a URL, or on it; as it is written. */
export const functionAround = (text: string, { from, to }: Pick<UrlAt, 'from' | 'to'>): string | undefined => {
  const before = FUNCTION_BEFORE.exec(text.slice(Math.max(0, from - 100), from))?.[1];
  if (before !== undefined) return /^del$/i.test(before) ? 'DELETE' : before;
  if (!/["'`]/.test(text.charAt(to))) return undefined;
  const behind = text.slice(to, to + 400);
  const statement = behind.slice(0, STATEMENT_END.exec(behind)?.index ?? behind.length);
  const [, called, argument] = FUNCTION_BEHIND.exec(statement) ?? [];
  if (called !== undefined || argument !== undefined) return called ?? argument;
  const call = SENDS_GET.exec(text.slice(Math.max(0, from - 300), from))?.[0];
  return call === undefined ? undefined : (BESIDE.exec(call)?.[1] ?? 'GET');
};

/** A word for starting something, right before the route of what is started. */
const STARTS =
  /\b(?:trigger(?:s|ed|ing)?|start(?:s|ed|ing)?|kick(?:s|ed|ing)? off|invok(?:es?|ed|ing)|launch(?:es|ed|ing)?) (?:the |a |an )?(?:refresh(?:es)? |run |job )?(?:at |with |via |by |on |of |through )?["'`<(]{0,2}$/i;
const STARTED = /\/(?:refreshes|jobs\/instances|pipelines\/createrun)["'`>)]{0,2}$/i;

/** The method of a route by the verb of the sentence: `the job triggers .../refreshes`. */
export const methodSpoken = (before: string, route: string): 'POST' | undefined =>
  STARTS.test(before) && STARTED.test(route.split('?')[0] ?? '') ? 'POST' : undefined;

/** The method that stands around a URL: before it, by its name, or as the function that is called with it. */
export const methodAround = (text: string, at: Pick<UrlAt, 'from' | 'to'>): string | undefined => {
  const { from, to } = at;
  const before = BEFORE.exec(text.slice(Math.max(0, from - 60), from))?.[1];
  if (before !== undefined) return before;
  const named = BESIDE.exec(text.slice(to, to + 120)) ?? BESIDE.exec(text.slice(Math.max(0, from - 120), from));
  const called = (named?.[1] ?? functionAround(text, at))?.toUpperCase();
  return called ?? methodSpoken(text.slice(Math.max(0, from - 60), from), text.slice(from, to));
};

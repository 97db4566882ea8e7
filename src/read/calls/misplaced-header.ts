import type { CodeCall } from './code-calls.ts';

/** What stands behind the URL where a library takes the headers for something else, by what the call is made with. */
const MISPLACED: readonly (readonly [call: RegExp, behind: RegExp])[] = [
  // The second argument is the options, https://axios-http.com/docs/api_intro
  [/\baxios\.(?:get|delete)\($/i, /^\s{0,5},\s{0,20}\{\s{0,20}["']?Authorization["']?\s{0,5}:/],
  // The second argument is the body.
  [/\baxios\.(?:post|put|patch)\($/i, /^\s{0,5},\s{0,20}\{\s{0,20}["']?headers["']?\s{0,5}[:,}]/],
  // The second argument is the query or the body, https://requests.readthedocs.io/en/latest/api/
  [
    /\b(?:requests|session)\.(?:get|post|put|patch|delete)\($/i,
    /^\s{0,5},\s{0,20}(?:(?:data|json|params)\s{0,3}=\s{0,3}(?:None,\s{0,20}(?:data|json|params)\s{0,3}=\s{0,3})?)?(?:\{\s{0,20}["']Authorization["']\s{0,5}:|headers?\s{0,5}[,)])/,
  ],
  // Headers stand under `headers`, https://developer.mozilla.org/docs/Web/API/RequestInit
  [
    /\bfetch\($/,
    /^\s{0,5},\s{0,20}\{\s{0,20}(?:method\s{0,5}:\s{0,5}["']\w{1,10}["']\s{0,5},\s{0,20})?["']?Authorization["']?\s{0,5}:/,
  ],
];

/** Calls that end behind the URL, and what gives them headers all the same: a session, defaults, an interceptor. */
const NO_ARGUMENT = /\b(?:requests|axios|httpx)\.(?:get|delete|post)\($|\bfetch\($/;
const ENDS = /^\s{0,5}\)/;
const SETS_HEADERS = /["']Authorization["']\]?\s{0,5}[:=]/;
const GIVES_HEADERS = /\.defaults\b|interceptors|\bcreate\(|\bsession\b|_original_|\bpatch\(|auth\s{0,3}=/i;

/** Whether the headers that the code puts together go into none of its calls: `requests.get(url)`. */
const isHeaderForgotten = (text: string, opened: string, behind: string): boolean =>
  NO_ARGUMENT.test(opened) && ENDS.test(behind) && SETS_HEADERS.test(text) && !GIVES_HEADERS.test(text);

/** Whether a call in code hands its headers over in the place of something else, so that none is sent. */
export const isHeaderMisplaced = (text: string, { from, to }: CodeCall): boolean => {
  const opened = text.slice(Math.max(0, from - 30), from) + text.slice(from, to).replace(/\([\s\S]*/, '(');
  const behind = text.slice(to, to + 200);
  if (isHeaderForgotten(text, opened, behind)) return true;
  return MISPLACED.some(([call, after]) => call.test(opened) && after.test(behind));
};

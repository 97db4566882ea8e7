import type { Request } from '../model/incident.ts';
import { isCallUrl } from './api-url.ts';
import { assignedText } from './assigned-text.ts';
import { authorizationIn } from './authorization.ts';
import { placerOf } from './place.ts';
import { onlyAuthorization } from './script-authorization.ts';
import { isLoginHost } from './sign-in-host.ts';
import type { Found, Reader } from './text.ts';
import { maskVariables, splitUrl } from './url.ts';

/** The place of a request that stands in code, where braces hold variables and not masks. */
export const CALL_IN_SCRIPT = 'call in a script';

interface Call {
  readonly method: string;
  readonly url: string;
  readonly from: number;
  readonly to: number;
}

/** The most calls in one paste: more is a program. */
const MOST = 100;

const CODE =
  /\.(get|post|put|patch|delete)(?:Async|StringAsync|AsJsonAsync)?\(\s{0,40}(?:(?:url|uri)\s{0,3}=\s{0,3})?(?:[frb$@]{0,2}(["'`])([^"'`\n]{1,2000})\2|([A-Za-z_]\w{0,60}))/gi;

/** Relative URLs belong to the client of the notebook library: https://learn.microsoft.com/python/api/semantic-link-sempy/sempy.fabric */
const notebookBase = (text: string): string =>
  text.includes('PowerBIRestClient')
    ? 'https://api.powerbi.com/'
    : text.includes('FabricRestClient')
      ? 'https://api.fabric.microsoft.com/'
      : '';

const codeCalls = (text: string): readonly Call[] => {
  const base = notebookBase(text);
  return [...text.matchAll(CODE)].slice(0, MOST).flatMap((match): readonly Call[] => {
    const [whole, method = '', , literal, name] = match;
    const url = literal ?? (name === undefined ? undefined : assignedText(text, name, match.index));
    if (url === undefined) return [];
    const absolute = url.includes('://')
      ? url
      : /^\/?v1/.test(url) && base !== ''
        ? `${base}${url.replace(/^\//, '')}`
        : url;
    return [{ method: method.toUpperCase(), url: absolute, from: match.index, to: match.index + whole.length }];
  });
};

const isWanted = ({ url }: Call): boolean => isCallUrl(url) || isLoginHost(splitUrl(url).host);

/** Reads calls in scripts: `requests`, `axios`, `HttpClient` and the clients of notebooks. */
export const scriptCallReader: Reader = {
  id: 'script-call',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const calls = codeCalls(text)
      .map((call) => ({ ...call, url: maskVariables(call.url) }))
      .filter(isWanted);
    if (calls.length === 0) return [];
    const place = placerOf(text, paste);
    const headers = onlyAuthorization(text);
    return calls.map(({ method, url, from, to }) => {
      const own = isLoginHost(splitUrl(url).host) ? [] : headers;
      const at = place(from, CALL_IN_SCRIPT);
      const piece: Request = {
        kind: 'request',
        place: at,
        complete: false,
        method,
        url,
        headers: own,
        ...authorizationIn(own, false),
      };
      return { piece, from, to };
    });
  },
};

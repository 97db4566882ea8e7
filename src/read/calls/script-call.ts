import type { Request } from '../../model/incident.ts';
import { authorizationIn } from '../syntax/authorization.ts';
import { isLoginHost } from '../syntax/sign-in-host.ts';
import { maskVariables, splitUrl } from '../syntax/url.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { filledAuthority } from '../token-request/code-authority.ts';
import { isCallUrl } from './api-url.ts';
import { type CodeCall, codeCalls } from './code-calls.ts';
import { isHeaderMisplaced } from './misplaced-header.ts';
import { profileHeaderIn } from './profile-header.ts';
import { onlyAuthorization } from './script-authorization.ts';
import { bodyOfCall } from './script-body.ts';

/** The place of a request that stands in code, where braces hold variables and not masks. */
export const CALL_IN_SCRIPT = 'call in a script';

const isLogin = ({ url }: CodeCall): boolean => isLoginHost(splitUrl(url).host);
const isWanted = (call: CodeCall): boolean => isCallUrl(call.url) || isLogin(call);

/** Reads calls in code: `requests`, `httpx`, `fetch`, `axios`, `HttpClient`, RestSharp, okhttp, `net/http`, Guzzle, the clients of notebooks. */
export const scriptCallReader: Reader = {
  id: 'script-call',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const calls = codeCalls(text)
      .map((call) => ({ ...call, url: maskVariables(call.url) }))
      .map((call) => (isLogin(call) ? { ...call, url: filledAuthority(text, call.url, call.from) } : call))
      .filter(isWanted);
    if (calls.length === 0) return [];
    const place = placerOf(text, paste);
    const headers = onlyAuthorization(text);
    const profile = profileHeaderIn(text);
    return calls.map((call) => {
      const { method, url, from, to } = call;
      const isMisplaced = isHeaderMisplaced(text, call);
      const own = isMisplaced || isLogin(call) ? [] : headers;
      const at = place(from, CALL_IN_SCRIPT);
      const body = isMisplaced || isLogin(call) ? undefined : bodyOfCall(text, call);
      const piece: Request = {
        kind: 'request',
        place: at,
        complete: false,
        ...(method === undefined ? {} : { method }),
        url,
        headers: isLogin(call) ? own : [...own, ...profile],
        ...authorizationIn(own, isMisplaced),
        ...(body === undefined ? {} : { body }),
      };
      return { piece, from, to };
    });
  },
};

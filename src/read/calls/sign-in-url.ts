import type { Fields, Piece } from '../../model/incident.ts';
import { belongsToStatus } from '../answer/status-words.ts';
import { formFields } from '../syntax/fields.ts';
import { filledByShell } from '../syntax/shell-variables.ts';
import { isAuthorizePath, isLoginHost, isTokenPath } from '../syntax/sign-in-host.ts';
import { percentDecoded, splitUrl } from '../syntax/url.ts';
import { type UrlAt, urlsIn } from '../syntax/urls.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { authorityInParts, authorityInTemplate } from '../token-request/code-authority.ts';
import { CALL_IN_SCRIPT } from './script-call.ts';

const RETURNED = ['code', 'error', 'id_token', 'access_token'];

const decoded = (fields: Fields): Fields =>
  new Map([...fields].map(([name, value]) => [name, percentDecoded(value.replaceAll('+', ' '))]));

/** What came back in the URL, in its query or behind `#`; undefined where it is no redirect of a sign-in. */
const returnedIn = (url: string): Fields | undefined => {
  const { query, fragment, path } = splitUrl(url);
  const fields = new Map([...query, ...formFields(fragment)]);
  // Azure Functions take their key as ?code=, on paths below /api/.
  const isFunctionKey = path.startsWith('/api/') && !fields.has('state') && !fields.has('session_state');
  return RETURNED.some((name) => fields.has(name)) && !isFunctionKey ? decoded(fields) : undefined;
};

/** The piece that a URL of a sign-in stands for, without its place. */
const signInPiece = (url: string, place: Piece['place']): Piece | undefined => {
  const { host, path } = splitUrl(url);
  const at = (what: string): Piece['place'] => ({ ...place, what });
  if (isAuthorizePath(path)) {
    return { kind: 'request', place: at('authorize URL'), complete: false, url, headers: [] };
  }
  if (isTokenPath(path)) return { kind: 'request', place: at('token endpoint'), complete: false, url, headers: [] };
  if (isLoginHost(host)) return undefined;
  const fields = returnedIn(url);
  return fields === undefined ? undefined : { kind: 'redirect', place: at('redirect URL'), url, fields };
};

/** The token endpoint as code names it; braces in it hold variables, and no mask of a person. */
const endpointInCode = (text: string, at: UrlAt, place: Piece['place']): Found | undefined => {
  const whole = isTokenPath(splitUrl(at.url).path) ? authorityInTemplate(text, at) : undefined;
  const endpoint = whole === undefined ? authorityInParts(text, at) : { ...at, url: whole };
  if (endpoint === undefined || !isTokenPath(splitUrl(endpoint.url).path)) return undefined;
  const { url, from, to } = endpoint;
  return {
    piece: { kind: 'request', place: { ...place, what: CALL_IN_SCRIPT }, complete: false, url, headers: [] },
    from,
    to,
  };
};

/**
 * Reads authorize and token URLs of the authority, and the redirect that a sign-in ended with. A URL that a status
 * names is left to the reader of statuses, or the answer would be taken for that of another call.
 */
export const signInUrlReader: Reader = {
  id: 'sign-in-url',
  sees: 'rest',
  read: (text, paste) => {
    const place = placerOf(text, paste);
    return urlsIn(text).flatMap((at): readonly Found[] => {
      const { from, to } = at;
      const inCode = endpointInCode(text, at, place(from, 'URL'));
      if (inCode !== undefined) return [inCode];
      const url = text[from - 1] === "'" ? at.url : filledByShell(text, from, at.url);
      const piece = signInPiece(url, place(from, 'URL'));
      return piece === undefined || (piece.kind === 'request' && belongsToStatus(text, from))
        ? []
        : [{ piece, from, to }];
    });
  },
};

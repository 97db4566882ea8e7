import type { Fields, Piece } from '../model/incident.ts';
import { formFields } from './fields.ts';
import { placerOf } from './place.ts';
import { isAuthorizePath, isLoginHost, isTokenPath } from './sign-in-host.ts';
import { belongsToStatus } from './status-words.ts';
import type { Found, Reader } from './text.ts';
import { percentDecoded, splitUrl } from './url.ts';
import { urlsIn } from './urls.ts';

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

/**
 * Reads authorize and token URLs of the authority, and the redirect that a sign-in ended with. A URL that a status
 * names is left to the reader of statuses, or the answer would be taken for that of another call.
 */
export const signInUrlReader: Reader = {
  id: 'sign-in-url',
  sees: 'rest',
  read: (text, paste) => {
    const place = placerOf(text, paste);
    return urlsIn(text).flatMap(({ url, from, to }): readonly Found[] => {
      const piece = signInPiece(url, place(from, 'URL'));
      return piece === undefined || (piece.kind === 'request' && belongsToStatus(text, from))
        ? []
        : [{ piece, from, to }];
    });
  },
};

import type { Request } from '../../model/incident.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';

/**
 * The key in code, in quotes or in an object, a record of Power Query or a table of PowerShell, and a value that is a
 * variable, a property, or the mark of one.
 */
const HEADER =
  /(?:["']Authorization["']\]?\s{0,5}[:=,]|[{,[;]\s{0,40}Authorization\s{0,5}[:=])\s{0,5}(?:\uE000(\d{1,6})\uE001|\$?([A-Za-z_]\w{0,60}))(?=\s{0,5}(?:[,})\];\n]|$))/g;
/** Names of variables that hold the token of an answer as it came. */
const TOKEN = /^(?:(?:my|aad|azure|pbi|powerbi|fabric|user|entra|api)_?)?(?:access_?)?token$/i;
/**
 * A token that came from an answer or a library: `token = cred.get_token(...)`; the mark stands for what was sealed, such
 * as `result["access_token"]`.
 */
const FETCHED =
  /\btoken["']?\s{0,5}=\s{0,5}[^\n]{0,120}?(?:\uE000|access_?token|get_?token|acquire_?token|GetToken|\.token\b)/i;
/**
 * The scheme, or a call that gives it along with the token:
 * https://learn.microsoft.com/powershell/module/microsoftpowerbimgmt.profile/get-powerbiaccesstoken
 */
const SCHEME = /["'`]bearer\b|\bbearer\s{0,3}(?:["'`{$%+]|\uE000)|Get-PowerBIAccessToken|CreateAuthorizationHeader/i;

/** A plain `token` may hold anything, unless the text shows where it came from. */
const isToken = (name: string, isFetched: boolean): boolean => TOKEN.test(name) && (isFetched || /access/i.test(name));

/**
 * Reads headers in code whose value is a bare token: `headers = {'Authorization': access_token}`. Where the text shows
 * a scheme anywhere, the variable may hold it, and nothing is said.
 */
export const variableHeaderReader: Reader = {
  id: 'variable-header',
  sees: 'all',
  read: (text, paste): readonly Found[] => {
    const headers = [...text.matchAll(HEADER)];
    if (headers.length === 0 || SCHEME.test(text)) return [];
    const place = placerOf(text, paste);
    const isFetched = FETCHED.test(text);
    return headers.flatMap((match): readonly Found[] => {
      const [whole, secret, name] = match;
      if (secret === undefined && (name === undefined || !isToken(name, isFetched))) return [];
      const piece: Request = {
        kind: 'request',
        place: place(match.index, 'Authorization header in code'),
        complete: false,
        headers: [],
        authorization: 'no-scheme',
        ...(secret === undefined ? {} : { bearer: Number(secret) }),
      };
      return [{ piece, from: match.index, to: match.index + whole.length }];
    });
  },
};

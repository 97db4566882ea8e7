import type { Response } from '../../model/incident.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';

/** The header in a line of its own, as the wire, .NET and PowerShell (`{...}`) show it. */
const LINE =
  /^[ \t<]{0,12}(WWW-Authenticate)[ \t]{0,20}[:=][ \t]{0,20}\{?((?:Bearer|Basic|Negotiate|NTLM|PoP|MSOAuth)\b[^\n]{0,8000})$/gim;

/**
 * Reads a `WWW-Authenticate` header that stands without its answer. It comes before the readers of URLs: the address in
 * `authorization_uri` is where the API sends everybody, not where anybody signed in.
 */
export const wwwAuthenticateReader: Reader = {
  id: 'www-authenticate',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const place = placerOf(text, paste);
    return [...text.matchAll(LINE)].map(({ index, 0: all, 1: name = '', 2: value = '' }) => {
      const piece: Response = {
        kind: 'response',
        place: place(index, 'WWW-Authenticate header'),
        complete: false,
        headers: [{ name, value: value.trim().replace(/\}$/, '') }],
      };
      return { piece, from: index, to: index + all.length };
    });
  },
};

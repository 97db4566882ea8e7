import type { Request } from '../../model/incident.ts';
import { placerOf } from '../text/place.ts';
import { type Found, lineBefore, type Reader } from '../text/text.ts';

/** A text in code that begins with the scheme and a colon, and the token behind it: a variable, or what was sealed. */
const WITH_COLON =
  /(?<![\w"'`])[frb$@]{0,2}["'`]Bearer[ \t]?:[ \t]{0,3}(?:\uE000|[$#%]?\{|\$\(?[A-Za-z_]|%s|["'`][ \t]{0,5}(?:[+&]|\.(?=[ \t]{0,3}\$)|\|\||,)[ \t]{0,5}[\w$@(\uE000])/gi;
/** The same, written as it should be: then nobody knows which of the two was sent. */
const WITHOUT_COLON = /["'`]Bearer[ \t]{1,3}(?:\uE000|[$#%]?\{|\$\(?[A-Za-z_]|%s|["'`][ \t]{0,5}[+&.,|])/i;
/** What prints a text for people to read, or takes it apart. */
const PRINTS =
  /\b(?:\w{0,20}log(?:ger|ging)?|console|print(?:f|ln)?|echo|puts|alert|debug|info|trace|warn|error|write(?:line)?|write-\w{4,12}|replace|split|strip|trim|startswith|starts_with|removeprefix|placeholder|description)(?=[\s(.:=]|[A-Z])[^;\n]{0,80}$/i;
const REACH = 80;

/**
 * Reads texts of code that put a colon behind Bearer, wherever the code hands them over: a client of a library takes the
 * whole value of the header.
 */
export const schemeWithColonReader: Reader = {
  id: 'scheme-with-colon',
  sees: 'all',
  read: (text, paste): readonly Found[] => {
    if (WITHOUT_COLON.test(text)) return [];
    const place = placerOf(text, paste);
    return [...text.matchAll(WITH_COLON)]
      .filter(({ index }) => !PRINTS.test(lineBefore(text, index, REACH)))
      .slice(0, 5)
      .map((match): Found => {
        const piece: Request = {
          kind: 'request',
          place: place(match.index, 'Bearer with a colon in code'),
          complete: false,
          headers: [],
          authorization: 'broken',
        };
        return { piece, from: match.index, to: match.index + match[0].length };
      });
  },
};

import type { Request } from '../model/incident.ts';
import { placerOf } from './place.ts';
import type { Found, Reader } from './text.ts';

/** Other names, and slips of the pen, under which people send a bearer token. */
const NAMES =
  'Authorisation|Authentication|Autorization|Authorizaton|Authorizatin|Authorizarion|Autherization|Authoriztion';
const MISNAMED = new RegExp(
  `(?<![\\w.-])["'\`]?(?:${NAMES})["'\`]?\\]?\\s{0,5}(?:=>|[:=,])\\s{0,5}[frb$@]{0,2}["'\`]?Bearer(?:[ \\t]{1,5}[^\\s{]|["'\`]\\s{0,3}[+.&])`,
  'gi',
);
/** An option of curl whose header has no colon: curl sends none then, https://curl.se/docs/manpage.html#-H */
const NO_COLON = /(?:-H|--header)[ =]{0,3}["']Authorization Bearer\b/gi;
const NAMED = /(?<![\w-])Authorization["'`]?\]?\s{0,5}(?:=>|[:=,])/i;

/**
 * Reads headers that hold a bearer token under another name than `Authorization`, or without the colon behind it: the
 * request goes out without the header.
 */
export const misnamedHeaderReader: Reader = {
  id: 'misnamed-header',
  sees: 'all',
  read: (text, paste): readonly Found[] => {
    if (NAMED.test(text)) return [];
    const place = placerOf(text, paste);
    return [...text.matchAll(MISNAMED), ...text.matchAll(NO_COLON)].slice(0, 5).map((match) => {
      const piece: Request = {
        kind: 'request',
        place: place(match.index, 'header under another name'),
        complete: false,
        headers: [],
        authorization: 'missing',
      };
      return { piece, from: match.index, to: match.index + match[0].length };
    });
  },
};

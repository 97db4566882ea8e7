import type { Request } from '../../model/incident.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';

/** Slips of the pen, under which people send a bearer token. */
const SLIPS = 'Authorisation|Autorization|Authorizaton|Authorizatin|Authorizarion|Autherization|Authoriztion';
/** And other names. */
const NAMES = `Authentication|${SLIPS}`;
const MISNAMED = new RegExp(
  `(?<![\\w.-])["'\`]?(?:${NAMES})["'\`]?\\]?\\s{0,5}(?:=>|[:=,])\\s{0,5}[frb$@]{0,2}["'\`]?Bearer(?:[ \\t]{1,5}[^\\s{]|["'\`]\\s{0,3}[+.&])`,
  'gi',
);
/** An option of curl whose header has no colon: curl sends none then, https://curl.se/docs/manpage.html#-H */
const NO_COLON = /(?:-H|--header)[ =]{0,3}["']Authorization Bearer\b/gi;
/** A person who says what stands there: `header key is "Authorisation"`. */
const SAID = new RegExp(
  `\\bheader(?:'s)?[ \\t]{1,3}(?:key|name)(?:[ \\t]{1,3}(?:is|was|as|of)|[ \\t]{0,3}[:=])?[ \\t]{1,3}["'\`\u201c](?:${SLIPS})["'\`\u201d](?![ \\t]{0,3}(?:instead|not|or|and not)\\b)`,
  'gi',
);
/** Where the right name stands too, nobody knows which was sent. */
const RIGHT = /\bAuthorization\b/i;
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
    const said = RIGHT.test(text) ? [] : [...text.matchAll(SAID)];
    return [...text.matchAll(MISNAMED), ...text.matchAll(NO_COLON), ...said].slice(0, 5).map((match) => {
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

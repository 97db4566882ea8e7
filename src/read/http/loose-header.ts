import type { Request } from '../../model/incident.ts';
import { readAuthorization } from '../syntax/authorization.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';

const MARK = '\\uE000\\d{1,6}\\uE001';
/** The first letters of a token, of which a person left out the rest. */
const START = 'eyJ[\\w.…*<>-]{2,40}';
const TOKEN = `(?:${MARK}|${START})`;
/** Only a value without quotes and operators: in code, `Authorization: 'Bearer ' + token` is no header yet. */
const LINE = new RegExp(
  `^[ \\t]{0,20}Authorization[ \\t]{0,4}:[ \\t]{0,20}\\n?((?:Bearer[ \\t]{1,20}){0,3}${MARK}|${START})[ \\t]{0,20}$`,
  'gim',
);
/** Two headers in one, as a trace shows what arrived: `request: Authorization: Bearer eyJ...,Bearer eyJ...`. */
const TWICE = new RegExp(
  `^(?:[^\\n\\uE000]{0,60}[:>|\\]])?[ \\t]{0,20}Authorization[ \\t]{0,4}:[ \\t]{0,20}(Bearer[ \\t]{1,5}${TOKEN}[ \\t]{0,3},[ \\t]{0,3}Bearer[ \\t]{1,5}${TOKEN})[ \\t]{0,20}$`,
  'gim',
);

/** Of more than one nobody knows which was sent; a text of thousands is no paste of a person. */
const MOST = 100;

/** Reads an `Authorization` header that stands by itself: a request of which nothing else was pasted. */
export const looseHeaderReader: Reader = {
  id: 'loose-header',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const place = placerOf(text, paste);
    const headers = [...text.matchAll(LINE), ...text.matchAll(TWICE)];
    return headers.slice(0, MOST).map(({ index, 0: all, 1: value = '' }) => {
      const piece: Request = {
        kind: 'request',
        place: place(index, 'Authorization header'),
        complete: false,
        headers: [{ name: 'Authorization', value }],
        ...readAuthorization(value),
      };
      return { piece, from: index, to: index + all.length };
    });
  },
};

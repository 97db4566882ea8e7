import type { Request } from '../model/incident.ts';
import { readAuthorization } from './authorization.ts';
import { placerOf } from './place.ts';
import type { Found, Reader } from './text.ts';

/** Only a value without quotes and operators: in code, `Authorization: 'Bearer ' + token` is no header yet. */
const LINE =
  /^[ \t]{0,20}Authorization[ \t]{0,4}:[ \t]{0,20}\n?((?:Bearer[ \t]{1,20}){0,3}\uE000\d{1,6}\uE001)[ \t]{0,20}$/gim;

/** Of more than one nobody knows which was sent; a text of thousands is no paste of a person. */
const MOST = 100;

/** Reads an `Authorization` header that stands by itself: a request of which nothing else was pasted. */
export const looseHeaderReader: Reader = {
  id: 'loose-header',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const place = placerOf(text, paste);
    return [...text.matchAll(LINE)].slice(0, MOST).map(({ index, 0: all, 1: value = '' }) => {
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

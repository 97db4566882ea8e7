import { sealPattern } from '../model/secret.ts';
import { placerOf } from './place.ts';
import type { Reader } from './text.ts';

/** Reads credentials that no other reader took: a token by itself, in code, in a token answer. */
export const looseCredentialReader: Reader = {
  id: 'loose-credential',
  sees: 'rest',
  read: (text, paste) => {
    const place = placerOf(text, paste);
    return [...text.matchAll(sealPattern())].map((match) => ({
      piece: { kind: 'credential', place: place(match.index, 'credential'), secret: Number(match[1]) },
      from: match.index,
      to: match.index + match[0].length,
    }));
  },
};

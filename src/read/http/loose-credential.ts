import { sealPattern } from '../../model/secret.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';

/** Reads credentials that no other reader took: a token by itself, in code, in a token answer. Each where it stands first. */
export const looseCredentialReader: Reader = {
  id: 'loose-credential',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const place = placerOf(text, paste);
    const first = new Map<string, number>();
    for (const { index, 1: id = '' } of text.matchAll(sealPattern())) if (!first.has(id)) first.set(id, index);
    return [...first].map(([id, from]) => ({
      piece: { kind: 'credential', place: place(from, 'credential'), secret: Number(id) },
      from,
      to: from + id.length + 2,
    }));
  },
};

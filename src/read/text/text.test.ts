import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankOut } from './text.ts';

const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\r'), maxLength: 40 });
const spans = fc.array(
  fc.tuple(fc.nat({ max: 45 }), fc.nat({ max: 12 })).map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 8 },
);

describe('a text without what was read from it', () => {
  it('has blanks there, its line breaks, and all else at its place, however the stretches overlap', () => {
    fc.assert(
      fc.property(texts, spans, (text, taken) => {
        const isTaken = (at: number): boolean => taken.some(({ from, to }) => from <= at && at < to);
        const expected = [...text].map((letter, at) => (isTaken(at) && !/[\r\n]/.test(letter) ? ' ' : letter)).join('');
        expect(blankOut(text, taken)).toBe(expected);
      }),
    );
  });
});

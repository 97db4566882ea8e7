import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, mayHold } from './marks.ts';

const letters = fc.string({ unit: fc.constantFrom(...'aAbB-_ /1'), maxLength: 60 });
const marks = fc.string({ unit: fc.constantFrom(...'ab-_ /1'), minLength: 1, maxLength: 6 });

describe('marks', () => {
  it('are held by the texts that have them in small letters or capitals, and by no other', () => {
    fc.assert(
      fc.property(letters, marks, (text, mark) => {
        expect(holds(text, mark)).toBe(text.toLowerCase().includes(mark));
      }),
    );
  });

  it('are told to be missing at once by texts without their letters, which spares the search for hundreds', () => {
    expect(['password', 'xyz', 'id'].map((mark) => mayHold('the scope of a call', mark))).toEqual([false, false, true]);
    expect(['scope', 'SCOPE'].map((mark) => mayHold('the scope of a call', mark))).toEqual([true, true]);
  });

  it('that a text has are never told to be missing, whatever was asked of other texts before', () => {
    fc.assert(
      fc.property(letters, marks, letters, letters, (before, mark, after, other) => {
        mayHold(other, mark);
        expect(mayHold(`${before}${mark}${after}`, mark)).toBe(true);
        expect(mayHold(`${before}${mark.toUpperCase()}${after}`, mark)).toBe(true);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringEnd } from './json-string.ts';

/** What a string may hold, long runs among it: quotes that are near are sought in another way than those that are far. */
const part = fc.constantFrom('"', '\\', '\\"', 'x', 'x'.repeat(63), 'x'.repeat(100));

describe('the end of a JSON string', () => {
  it('is found wherever the text is cut', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.nat(), (parts, place) => {
        const string = JSON.stringify(parts.join('')).slice(1);
        const cut = place % string.length;
        const first = stringEnd(string.slice(0, cut), 0, false);
        expect(first.at).toBeUndefined();
        const escaped = first.at === undefined && first.escaped;
        expect(stringEnd(`${string.slice(cut)}, "and": "more"`, 0, escaped)).toEqual({ at: string.length - cut - 1 });
      }),
      { numRuns: 1000 },
    );
  });
});

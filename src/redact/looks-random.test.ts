import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksRandom, mayLookRandom } from './looks-random.ts';

const letter = fc.constantFrom(...'aBcDeF09"_:-/.');

describe('a run of letters', () => {
  it('that cannot look random has no part that does, so nothing is missed where it is not looked at again', () => {
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 40 }), fc.nat(40), fc.nat(40), (run, from, to) => {
        expect(looksRandom(run.slice(from, to)) && !mayLookRandom(run)).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });

  it('such as the name of a header cannot look random; one that changes its case can', () => {
    expect(['{"Authorization":', "'aB3dE5gH7jK9'", 'aBdEgHjKmNpQ'].map(mayLookRandom)).toEqual([false, true, true]);
  });
});

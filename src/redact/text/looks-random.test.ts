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

  it.each([
    ['letters and digits', 'kQ7zPw3RtX9b'],
    ['letters only', 'kQzPwRtXbLmY'],
    ['letters and padding', 'aBcDeF======'],
  ])('looks as if a machine had made it up: %s', (_, run) => {
    expect(looksRandom(run)).toBe(true);
    expect(looksRandom(`${run}${run}`)).toBe(true);
  });

  it.each([
    ['a name of three words', 'getTokenUser'],
    ['a name of two words', 'workspaceName'],
    ['words with strokes', 'password-of-a-team'],
    ['a list of letters', 'a-b-c-d-e-f-g-h'],
    ['a piece of JSON', '{"a":{"B":[],'],
    ['a word with a year', 'dashboards2024'],
    ['eleven letters', 'kQ7zPw3RtX9'],
    ['a GUID', '8f49a868-987f-4716-80fd-600edd835410'],
    ['a host', 'x7k2p9.fabric.microsoft.com'],
    ['a time', '2024-05-06T07:08:09.123Z'],
    ['a type with its version', 'Microsoft.Identity.Client.4.61.3'],
    ['a command of PowerShell', 'Get-AzAccessToken'],
  ])('speaks: %s', (_, run) => {
    expect(looksRandom(run)).toBe(false);
  });

  it('such as the name of a header cannot look random; one that changes its case can', () => {
    expect(['{"Authorization":', "'aB3dE5gH7jK9'", 'aBdEgHjKmNpQ'].map(mayLookRandom)).toEqual([false, true, true]);
  });
});

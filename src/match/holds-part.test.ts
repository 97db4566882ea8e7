import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsOneOf } from './holds-part.ts';

const filler = 'The workspace is in another capacity. '.repeat(100);

describe('a part of a text', () => {
  it.each([
    ['at the start', 'The App has no role.', ''],
    ['in the middle', '', ''],
    ['at the end', '', 'The App has no role.'],
  ])('is found %s of a long text, whatever the letter case', (_where, before, after) =>
    expect(holdsOneOf(`${before}${filler}the app HAS no role.${filler}${after}`, ['nowhere', 'App has no ROLE'])).toBe(
      true,
    ),
  );

  it('that breaks off at the end of a long text is not in it', () =>
    expect(holdsOneOf(`${filler}the app has no ro`, ['the app has no role'])).toBe(false));

  it('is told as a search of the whole text tells it, in long and short texts', () => {
    const word = fc.constantFrom('a', 'b', 'ab', ' ', 'Ä', 'ß', '漢', 'role ', 'Scope');
    const words = fc.array(word, { maxLength: 30 }).map((all) => all.join(''));
    fc.assert(
      fc.property(words, words, fc.boolean(), (text, part, isLong) => {
        const whole = isLong ? filler + text : text;
        expect(holdsOneOf(whole, [part])).toBe(whole.toLowerCase().includes(part.toLowerCase()));
      }),
      { numRuns: 500 },
    );
  });
});

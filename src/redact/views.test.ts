import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewrite, unescapedViews } from './views.ts';

const PIECES = ['a', 'b', '\\\\', '\\"', '\\u0022', '%22', '&quot;', '&#39;', '&#x22;', '`"', '``', '""', '\n', ' '];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('a view', () => {
  it.each([
    ['say \\"a\\"', 'say "a"'],
    ['a%22b\\u0026c', 'a"b&c'],
    ['&quot;a&#39;&#x26;&amp;', '"a\'&&'],
    ['`"a`$b ``', '"a$b `'],
    ['{""token"":""a""}', '{"token":"a"}'],
  ])('of %j has no escapes', (text, plain) => {
    expect(unescapedViews(text)[0]?.text).toBe(plain);
  });

  it('leads back to every letter that it did not change, and all of it to the whole text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const view = rewrite(text, /\\.|%22/g, () => '"');
        const plain = text.replace(/\\.|%22/g, '"');
        expect(view?.text ?? text).toBe(plain);
        expect(view?.spanOf(0, plain.length) ?? [0, text.length]).toEqual([0, text.length]);
        for (let at = 0; at < (view?.text.length ?? 0); at += 1) {
          const [start, end] = view?.spanOf(at, at + 1) ?? [0, 0];
          const stood = text.slice(start, end);
          expect(/^(?:\\.|%22)$/.test(stood) ? '"' : stood).toBe(plain[at]);
          expect(view?.placeOf(start)).toBe(at);
        }
      }),
    );
  });

  it('names every stretch that it changed', () => {
    fc.assert(
      fc.property(texts, fc.nat({ max: 1000 }), (text, gap) => {
        const wide = `${text}${'x'.repeat(gap)}${text}`;
        const view = rewrite(wide, /%22/g, () => '"');
        const edited = view?.edited ?? [];
        for (let at = 0; at < (view?.text.length ?? 0); at += 1) {
          const [start, end] = view?.spanOf(at, at + 1) ?? [0, 0];
          if (end - start === 1) continue;
          expect(edited.some(([from, to]) => from <= at && at < to)).toBe(true);
        }
      }),
    );
  });
});

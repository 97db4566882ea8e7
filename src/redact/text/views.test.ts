import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, changedBy, rewrite, through, unescapedViews } from './views.ts';

const PIECES = ['a', 'b', '\\\\', '\\"', '\\u0022', '%22', '&quot;', '&#39;', '&#x22;', '`"', '``', '""', '\n', ' '];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('a view', () => {
  it.each([
    ['say \\"a\\"', 'say "a"'],
    ['a%22b\\u0026c', 'a"b&c'],
    ['&quot;a&#39;&#x26;&amp;', '"a\'&&'],
    ['`"a`$b ``', '"a$b `'],
    ['{""token"":""a""}', '{"token":"a"}'],
    ['{""token"" : ""a%22b""}', '{"token" : "a"b"}'],
    ['&lt;a&gt; &apos;b&apos; &#34;', `<a> 'b' "`],
    ['a\\nb\\tc\\rd\\/e\\\\f', 'a\nb\tc\nd/e\\f'],
    ["\\'a\\'", "'a'"],
    ['%3Ca%3e%41', '<a>A'],
    ['````"', '``"'],
    ['```$a', '`$a'],
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

  it('is none of a text without escapes, and of signs that only look like one', () => {
    for (const text of [
      'plain text',
      '100% of it',
      'a & b; &c;',
      'C:\\Temp',
      '%80%FF',
      '\\u1234',
      '```js\na\n```',
      '""',
    ])
      expect(unescapedViews(text).map((view) => view.text)).toEqual([]);
  });

  it('is made layer by layer, four at most', () => {
    const layers = (depth: number): string => (depth === 0 ? 'a"b' : JSON.stringify(layers(depth - 1)).slice(1, -1));
    for (const depth of [1, 2, 3, 4]) {
      const views = unescapedViews(layers(depth));
      expect(views.map((view) => view.text)).toEqual(Array.from({ length: depth }, (_, at) => layers(depth - 1 - at)));
    }
    expect(unescapedViews(layers(6)).at(-1)?.text).toBe(layers(2));
  });

  it('of a view leads back through both', () => {
    const text = 'x \\\\\\"abc\\\\\\" %5C"y';
    const last = unescapedViews(text).at(-1);
    for (const word of ['abc', 'x', 'y']) {
      const at = last?.text.indexOf(word) ?? -1;
      expect(text.slice(...(last?.spanOf(at, at + word.length) ?? [0, 0]))).toBe(word);
      expect(last?.placeOf(text.indexOf(word))).toBe(at);
    }
  });
});

describe('two steps', () => {
  const TEXT = `a1b${'.'.repeat(900)}c2d${'.'.repeat(900)}e1f`;
  const first = rewrite(TEXT, /1/g, () => 'ONE');

  it('differ from the text wherever one of them does, in order', () => {
    const second = first && rewrite(first.text, /2/g, () => '');
    const both = first && changedBy(first, second);
    expect(both?.text).toBe(TEXT.replaceAll('1', 'ONE').replace('2', ''));
    expect(both?.edited).toEqual([
      [1, 4],
      [906, 906],
      [1808, 1811],
    ]);
    expect(both?.edited.map(([start, end]) => both.text.slice(start, end))).toEqual(['ONE', '', 'ONE']);
    expect(both?.spanOf(905, 907)).toEqual([TEXT.indexOf('c'), TEXT.indexOf('d') + 1]);
    expect(both?.placeOf(TEXT.indexOf('e'))).toBe(1807);
  });

  it('are the first where the second changes nothing', () => {
    expect(first && changedBy(first, undefined)).toBe(first);
    expect(first && through(first, undefined)).toBeUndefined();
  });

  it('name what was changed near to each other as one stretch', () => {
    const near = (gap: number) => rewrite(`1${'.'.repeat(gap)}1`, /1/g, () => '--')?.edited;
    expect(near(400)).toEqual([[0, 404]]);
    expect(near(401)).toEqual([
      [0, 2],
      [403, 405],
    ]);
  });

  it('leave alone what they give nothing for', () => {
    expect(rewrite('a1b2', /\d/g, () => undefined)).toBeUndefined();
    const view = rewrite('a1b2c', /\d/g, (digit) => (digit === '1' ? undefined : 'TWO'));
    expect(view?.text).toBe('a1bTWOc');
    expect(view?.spanOf(3, 6)).toEqual([3, 4]);
    expect(view?.spanOf(4, 5)).toEqual([3, 4]);
    expect([0, 1, 3, 4, 5].map((at) => view?.placeOf(at))).toEqual([0, 1, 3, 6, 7]);
  });
});

it('makes the same of a value however it is written', () => {
  const value = 'ab/c"d';
  for (const written of ['ab%2Fc%22d', 'ab\\/c\\"d', 'ab/c&quot;d', 'ab/\n  c"d', 'ab\n/c\n"d', 'ab%252Fc%2522d'])
    expect(canonical(written)).toBe(value);
  expect(canonical(value)).toBe(value);
  expect(canonical('a b')).toBe('a b');
  expect(canonical('\n')).toBe('\n');
});

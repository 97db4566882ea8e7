import { describe, expect, it } from 'vitest';
import { spelledIn } from './find-expressions.ts';
import { faultOf, worstCost } from './judge-expression.ts';
import { recordBuilt } from './record-built.ts';

const patternsIn = (source: string): readonly string[] =>
  spelledIn(source, 'sample.ts').literals.map(({ pattern }) => pattern);

describe('regular expressions are found', () => {
  it('wherever TypeScript lets one stand, and nothing else that has slashes', () => {
    const source = [
      'const a = 6 / 2 / 3; // no /comment/',
      'const b: RegExp = /[/"]b\\/x/g;',
      'const c = `text /none/ $' + '{/in-template/.test("/string/") ? /chosen/ : 1 / 2}`;',
      'class D { readonly e = /field/u; f = (x: string) => x.split(/split/); }',
      'const g = { h: [/listed/], i: <T,>(x: T) => /generic/ };',
    ].join('\n');
    expect(patternsIn(source)).toEqual(['[/"]b\\/x', 'in-template', 'chosen', 'field', 'split', 'listed', 'generic']);
  });

  it('also where they are built from text, by name or by a method that builds one', () => {
    const source = 'new RegExp(a);\nRegExp("b");\nc.match("d");\nc.search(`e`);\nc.match(/f/);';
    expect(spelledIn(source, 'sample.ts').built.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });

  it('as they are when the code runs, with the place that builds them', async () => {
    const pattern = ['built', 'here'].join('-');
    const built = await recordBuilt('tools', async () => {
      expect(new RegExp(pattern, 'i').test('BUILT-HERE')).toBe(true);
    });
    expect(built).toEqual([
      { pattern: 'built-here', flags: 'i', file: 'tools/regex/regex.test.ts', line: expect.any(Number) },
    ]);
  });
});

describe('an expression is refused', () => {
  const bad: readonly (readonly [string, string])[] = [
    ['^(a+)+$', ''],
    ['\\s+$', ''],
    ['^\\w*\\d*x', ''],
    ['[a-z]+:', 'g'],
    ['a{0,2000}b', ''],
    ['(?:a|ab|b){0,200}c', ''],
    ['(["\']).{0,900}\\1x', 'g'],
  ];
  it.each(bad)('that takes too long on some text: /%s/%s', async (pattern, flags) => {
    expect(await faultOf({ pattern, flags })).toBeDefined();
  });
});

describe('an expression is accepted', () => {
  const good: readonly (readonly [string, string])[] = [
    ['^a+$', ''],
    ['(?<!\\s)\\s+$', ''],
    ['\\b[A-Z][a-z]{0,20}(?: [a-z]{1,20}){0,3}\\b', 'g'],
    ['[ \\t]{0,40}=', 'y'],
    ['^(["\'])[^"\'\\n]{0,200}\\1', ''],
  ];
  it.each(good)('that is linear: /%s/%s', async (pattern, flags) => {
    expect(await faultOf({ pattern, flags })).toBeUndefined();
  });
});

it('the steps of an expression are those of its loops: a run of n for each of n starts is n / 2 each', () => {
  const { grows, steps } = worstCost({ pattern: 'a+$', flags: '' });
  expect(grows).toBe(true);
  expect(steps).toBeGreaterThan(1000);
});

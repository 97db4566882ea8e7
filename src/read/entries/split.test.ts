import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harSplitter } from './split-har.ts';
import { lineSplitter } from './split-lines.ts';
import type { Split, Splitter } from './splitter.ts';

const run = (splitter: Splitter, chunks: readonly string[]): readonly Split[] => [
  ...chunks.flatMap((chunk) => splitter.push(chunk)),
  ...splitter.end(),
];

/** A text cut at any places. */
const cutAt = (text: string, places: readonly number[]): readonly string[] => {
  const cuts = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...cuts].map((from, i) => text.slice(from, cuts[i] ?? text.length));
};

const wrap = (entries: string, before = '"version":"1.2",'): string => `{"log":{${before}"entries":[${entries}]}}`;
const texts = (splits: readonly Split[]): readonly string[] => splits.map(({ text }) => text);

describe('a HAR is split into the texts of its entries', () => {
  it('whatever the entries hold and wherever the chunks are cut', () => {
    const entry = fc.dictionary(fc.string(), fc.jsonValue());
    const inputs = [fc.array(entry), fc.array(fc.nat()), fc.constantFrom(undefined, 1, 2)] as const;
    fc.assert(
      fc.property(...inputs, (entries, places, indent) => {
        const har = { log: { version: 'entries', pages: [{ entries: [{ log: 1 }] }], entries, comment: '[{' } };
        const splits = run(harSplitter(), cutAt(JSON.stringify(har, null, indent), places));
        expect(splits.map(({ is }) => is)).toEqual(entries.map(() => 'entry'));
        expect(splits.map(({ number }) => number)).toEqual(entries.map((_, i) => i + 1));
        expect(splits.map(({ text }) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(entries)));
      }),
    );
  });

  it('character by character, with quotes and brackets behind backslashes', () => {
    const tricky = String.raw`{"a":"\\","b":"\"}]","c":"\\\"{[","d":"\\\\"}`;
    expect(texts(run(harSplitter(), [...wrap(`${tricky},${tricky}`)]))).toEqual([tricky, tricky]);
  });

  it('however deep an entry is', () => {
    const deep = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    expect(texts(run(harSplitter(), cutAt(wrap(deep), [7, 20_000, 39_000])))).toEqual([deep]);
  });

  it('and takes no other list for the entries', () => {
    const other =
      '{"entries":[{"a":1}],"log":{"pages":[{"entries":[{"b":1}]}],"entries":[{"c":1}]},"x":{"entries":[{"d":1}]}}';
    expect(texts(run(harSplitter(), [other]))).toEqual(['{"c":1}']);
  });

  it('until it breaks off, which is told with the entry that lacks its end', () => {
    const whole = wrap('{"a":"1"},{"b":"2"}');
    const cut = whole.slice(0, whole.indexOf('"2"') + 1);
    expect(run(harSplitter(), [cut])).toEqual([
      { is: 'entry', number: 1, text: '{"a":"1"}' },
      { is: 'cut-off', number: 2, text: '' },
    ]);
  });

  it('but for one that is too large, which is told and not kept', () => {
    const large = `{"a":"${'x'.repeat(500)}"}`;
    for (const places of [[], [100, 200, 300], [521]]) {
      const splits = run(harSplitter(100), cutAt(wrap(`{"b":1},${large},{"c":1}`), places));
      expect(splits).toEqual([
        { is: 'entry', number: 1, text: '{"b":1}' },
        { is: 'too-large', number: 2, text: '' },
        { is: 'entry', number: 3, text: '{"c":1}' },
      ]);
    }
  });
});

describe('JSON lines are split at their line breaks', () => {
  it('wherever the chunks are cut; blank lines count and are left out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.array(fc.nat()),
        fc.constantFrom('\n', '\r\n', '\n\n'),
        (values, places, end) => {
          const lines = values.map((value) => JSON.stringify({ value }));
          const splits = run(lineSplitter(), cutAt(lines.map((line) => line + end).join(''), places));
          expect(texts(splits)).toEqual(lines);
          expect(splits.every(({ is }) => is === 'entry')).toBe(true);
        },
      ),
    );
  });

  it('with a last line that lacks its line break, unless it lacks its end too', () => {
    expect(run(lineSplitter(), ['{"a":1}\n{"b":2}']).map(({ is }) => is)).toEqual(['entry', 'entry']);
    expect(run(lineSplitter(), ['{"a":1}\n{"b":'])).toContainEqual({ is: 'cut-off', number: 2, text: '' });
  });

  it('but for lines that are too large', () => {
    const splits = run(lineSplitter(10), ['{"a":1}\n', '{"b":"xxxx', 'xxxxxxx"}\n{"c":1}\n']);
    expect(splits.map(({ is, number }) => [is, number])).toEqual([
      ['entry', 1],
      ['too-large', 2],
      ['entry', 3],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Found } from '../text/found.ts';
import { inOrder, ranked } from './in-order.ts';

const TEXT = 'password="abcdef ghijkl" and more';
const find = (start: number, end: number, changes: Partial<Found> = {}): Found => ({
  start,
  end,
  field: 'alone',
  value: TEXT.slice(start, end),
  ...changes,
});
/** The finds of each rank, in order. */
const ordered = (...ranks: readonly (readonly Found[])[]): readonly Found[] =>
  inOrder(
    TEXT,
    ranks.flatMap((finds, rank) => ranked(finds, rank)),
  );

describe('finds', () => {
  it('stand in the order of the text', () => {
    expect(ordered([find(17, 23)], [find(10, 16)]).map(({ value }) => value)).toEqual(['abcdef', 'ghijkl']);
    expect(ordered([find(10, 16), find(16, 17)])).toHaveLength(2);
  });

  it('at one place are one, with the field of what says more', () => {
    expect(ordered([find(10, 16)], [find(10, 16, { field: 'password' })])).toEqual([find(10, 16)]);
    expect(ordered([find(10, 16, { field: 'password' })], [find(10, 16)])).toEqual([
      find(10, 16, { field: 'password' }),
    ]);
  });

  it('that overlap are one, as far as both of them reach', () => {
    expect(ordered([find(10, 18, { field: 'password' })], [find(14, 23)])).toEqual([
      find(10, 23, { field: 'password' }),
    ]);
    expect(ordered([find(10, 16)], [find(10, 23)])).toEqual([find(10, 23)]);
    expect(ordered([find(10, 23)], [find(12, 16)])).toEqual([find(10, 23)]);
    expect(ordered([find(10, 16), find(15, 20), find(19, 23)])).toEqual([find(10, 23)]);
  });

  it('are of lines that were broken where the longer one is', () => {
    const wrapped = find(10, 23, { wrapped: true, value: 'abcdefghijkl' });
    expect(ordered([find(10, 16, { field: 'password' })], [wrapped])).toEqual([{ ...wrapped, field: 'password' }]);
  });

  it.each([
    ['a\\"b', 2, 'a', 1],
    ['a\\\\\\"b', 4, 'a', 1],
    ['a\\b', 2, 'a\\', 2],
    ['a\\b\\"', 4, 'a\\b', 3],
    ['a\\', 2, 'a\\', 2],
  ])('take no half of an escape: %j', (text, end, value, to) => {
    const [one] = inOrder(text, ranked([{ start: 0, end, field: 'alone', value: text.slice(0, end) }], 0));
    expect(one).toEqual({ start: 0, end: to, field: 'alone', value });
  });

  it('keep a backslash where they bring what ends them', () => {
    const found: Found = { start: 0, end: 2, field: 'alone', value: 'a\\', tail: '"' };
    expect(inOrder('a\\"', ranked([found], 0))).toEqual([found]);
  });
});

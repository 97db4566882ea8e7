import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlapWith } from './overlap.ts';

const span = fc
  .record({ from: fc.nat(60), length: fc.integer({ min: 1, max: 12 }) })
  .map(({ from, length }) => ({ from, to: from + length }));

it('a span overlaps with others exactly where it has a character in common with one of them', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), span, (spans, one) => {
      const common = spans.some(({ from, to }) => from < one.to && one.from < to);
      expect(overlapWith(spans)(one)).toBe(common);
    }),
  );
});

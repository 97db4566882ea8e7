import { describe, expect, it } from 'vitest';
import { smallRule, smallSign } from '../../test/support/small-rules.ts';
import { toEvidence } from '../facts/evidence.ts';
import type { Rule, Strength } from '../model/rule.ts';
import { judge } from './judge.ts';
import { suspicion } from './suspects.ts';

const evidence = toEvidence({ 'response.status': 403, 'caller.kind': 'user' }, { by: 'told' });
const signs = (strength: Strength, count: number) =>
  Array.from({ length: count }, () => smallSign(strength, { 'response.status': 403 }));

/** The suspicion on a cause with as many signs for it, and against it. */
const suspicionOn = (part: Partial<Rule>): number => {
  const [judgement] = judge([smallRule('x', part)], evidence);
  return judgement === undefined ? Number.NaN : suspicion(judgement);
};
const byCount = (counts: readonly number[], of: (count: number) => Partial<Rule>): readonly number[] =>
  counts.map((count) => suspicionOn(of(count)));
const isRising = (numbers: readonly number[]): boolean => numbers.every((n, i) => i === 0 || n > (numbers[i - 1] ?? n));

describe('the suspicion on a cause', () => {
  it('rises with its verdict: nothing on one ruled out, some on one that nothing speaks for, most on a confirmed one', () => {
    expect(suspicionOn({ 'possible-when': { 'caller.kind': 'managed-identity' } })).toBe(0);
    const verdicts = [
      {},
      { signs: signs('weak', 1) },
      { signs: signs('strong', 1) },
      { signs: signs('conclusive', 1) },
    ];
    expect(isRising([0, ...verdicts.map(suspicionOn)])).toBe(true);
  });

  it('rises with how common it is', () => {
    const common = (['rare', 'uncommon', 'common'] as const).map((likelihood) => suspicionOn({ likelihood }));
    expect(isRising(common)).toBe(true);
  });

  it('rises with each strong sign up to four, and each weak one up to four', () => {
    const strong = byCount([1, 2, 3, 4, 5], (count) => ({ signs: signs('strong', count) }));
    expect(isRising(strong.slice(0, 4))).toBe(true);
    expect(strong[4]).toBe(strong[3]);
    const weak = byCount([1, 2, 3, 4, 5], (count) => ({ signs: signs('weak', count) }));
    expect(isRising(weak.slice(0, 4))).toBe(true);
    expect(weak[4]).toBe(weak[3]);
  });

  it('rises with how much the call reads like others with it, up to a point', () => {
    const [judgement] = judge([smallRule('x')], evidence);
    if (judgement === undefined) throw new Error('nothing was judged');
    const alike = [-3, -2, 0, 2, 4, 5].map((resemblance) => suspicion({ ...judgement, resemblance }));
    expect(isRising(alike.slice(1, 5))).toBe(true);
    expect([alike[0], alike[5]]).toEqual([alike[1], alike[4]]);
  });

  it('falls with what speaks against it, but never so far that the cause is forgotten', () => {
    const strong = byCount([3, 2, 1, 0], (count) => ({ 'counter-signs': signs('strong', count) }));
    expect(strong[0]).toBe(strong[1]);
    expect(isRising(strong.slice(1))).toBe(true);
    const weak = byCount([4, 3, 2, 1, 0], (count) => ({ 'counter-signs': signs('weak', count) }));
    expect(weak[0]).toBe(weak[1]);
    expect(isRising(weak.slice(1))).toBe(true);
    expect(Math.min(...strong, ...weak)).toBeGreaterThan(0);
  });
});

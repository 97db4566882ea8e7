import { describe, expect, it } from 'vitest';
import { smallRule as rule } from '../../test/support/small-rules.ts';
import type { Verdict } from '../model/diagnosis.ts';
import type { Judgement } from './judge.ts';
import { rank, readsAlike } from './rank.ts';

const NOTHING = { conclusive: 0, strong: 0, weak: 0 };

/** A cause as it was judged: its verdict, its signs, and how much the call reads like others with it. */
const judged = (id: string, verdict: Verdict, resemblance: number, strong = 0, weak = 0): Judgement => ({
  rule: rule(id),
  verdict,
  tally: { possible: true, signs: NOTHING, counterSigns: NOTHING },
  held: [],
  strong,
  weak,
  resemblance,
});

const placesOf = (...judgements: readonly Judgement[]) =>
  rank(judgements).map(({ rule: { id }, verdict }) => [id, verdict]);

describe('what a call reads like', () => {
  it('decides among causes for which the same signs speak', () => {
    const [less, more] = [judged('a', 'likely', 0, 1), judged('b', 'likely', 1, 1)];
    expect(placesOf(less, more)).toEqual([
      ['b', 'likely'],
      ['a', 'likely'],
    ]);
  });

  it('makes a cause likely that comes to stand before a likely one, and all between them', () => {
    const found = [judged('a', 'likely', -4, 1), judged('b', 'possible', 4, 0, 1), judged('c', 'possible', 3, 0, 2)];
    expect(placesOf(...found)).toEqual([
      ['b', 'likely'],
      ['c', 'likely'],
      ['a', 'likely'],
    ]);
  });

  it('names a cause that nothing else speaks for, behind what signs speak for', () => {
    const found = [judged('a', 'silent', 2), judged('b', 'possible', -1, 0, 1), judged('c', 'silent', 1)];
    expect(placesOf(...found)).toEqual([
      ['b', 'possible'],
      ['a', 'possible'],
      ['c', 'silent'],
    ]);
  });

  it('confirms nothing, rules nothing out, and brings back nothing that was ruled out', () => {
    const found = [judged('a', 'ruled-out', 4.6), judged('b', 'confirmed', -9, 1), judged('c', 'likely', 4.6, 3)];
    expect(placesOf(...found)).toEqual([
      ['b', 'confirmed'],
      ['c', 'likely'],
      ['a', 'ruled-out'],
    ]);
  });

  it('does less than two strong signs', () => {
    const found = [judged('a', 'likely', 0, 2), judged('b', 'silent', Math.log(108))];
    expect(placesOf(...found)).toEqual([
      ['a', 'likely'],
      ['b', 'possible'],
    ]);
  });

  it('is said where the cause is five times as probable as by chance', () => {
    expect(readsAlike(judged('a', 'silent', Math.log(4.9)))).toBe(false);
    expect(readsAlike(judged('a', 'silent', Math.log(5.1)))).toBe(true);
  });
});

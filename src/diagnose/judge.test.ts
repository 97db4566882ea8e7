import { describe, expect, it } from 'vitest';
import { type Facts, toEvidence } from '../facts/evidence.ts';
import type { Rule, Sign, Strength } from '../model/rule.ts';
import { judge } from './judge.ts';
import { rank } from './rank.ts';

const sign = (strength: Strength, status: number): Sign => ({
  strength,
  when: { 'response.status': status },
  because: 'So.',
});
const rule = (id: string, part: Partial<Rule>): Rule => ({
  id,
  title: id,
  gate: 'workspace',
  likelihood: 'common',
  signs: [],
  explain: '',
  fix: [],
  sources: [],
  ...part,
});
const evidence = (facts: Facts) => toEvidence(facts, { by: 'told' });
const verdict = (part: Partial<Rule>, facts: Facts) => judge([rule('x', part)], evidence(facts))[0]?.verdict;

describe('a verdict', () => {
  const app = { 'caller.kind': 'service-principal' } as const;

  it('is confirmed where a conclusive sign holds and the cause is possible', () => {
    expect(verdict({ signs: [sign('conclusive', 403)] }, { 'response.status': 403 })).toBe('confirmed');
  });

  it('is only likely while it is unknown whether the cause is possible', () => {
    expect(verdict({ 'possible-when': app, signs: [sign('conclusive', 403)] }, { 'response.status': 403 })).toBe(
      'likely',
    );
  });

  it('is only likely where a strong sign speaks against a conclusive one', () => {
    const part = { signs: [sign('conclusive', 403)], 'counter-signs': [sign('strong', 403)] };
    expect(verdict(part, { 'response.status': 403 })).toBe('likely');
  });

  it('is ruled out where the cause is not possible, whatever speaks for it', () => {
    const facts: Facts = { 'caller.kind': 'user', 'response.status': 403 };
    expect(verdict({ 'possible-when': app, signs: [sign('conclusive', 403)] }, facts)).toBe('ruled-out');
  });

  it('is ruled out by a conclusive counter-sign', () => {
    const part = { signs: [sign('strong', 403)], 'counter-signs': [sign('conclusive', 403)] };
    expect(verdict(part, { 'response.status': 403 })).toBe('ruled-out');
  });

  it('is likely on a strong sign, possible on a weak one, silent on none', () => {
    expect(verdict({ signs: [sign('strong', 403)] }, { 'response.status': 403 })).toBe('likely');
    expect(verdict({ signs: [sign('weak', 403)] }, { 'response.status': 403 })).toBe('possible');
    expect(verdict({ signs: [sign('weak', 403)] }, {})).toBe('silent');
  });

  it('falls from likely to possible where as much speaks against it', () => {
    const part = { signs: [sign('strong', 403)], 'counter-signs': [sign('strong', 403)] };
    expect(verdict(part, { 'response.status': 403 })).toBe('possible');
  });
});

describe('the order', () => {
  const facts = evidence({ 'response.status': 403 });
  const order = (...rules: readonly Rule[]) => rank(judge(rules, facts)).map(({ rule: { id } }) => id);

  it('puts the first failing gate first among the confirmed: that is why this call failed', () => {
    const signs = [sign('conclusive', 403)];
    expect(order(rule('a', { gate: 'item', signs }), rule('b', { gate: 'audience', signs }))).toEqual(['b', 'a']);
  });

  it('goes by strong signs, then weak ones, then likelihood, then the id', () => {
    const strong = sign('strong', 403);
    const weak = sign('weak', 403);
    expect(
      order(
        rule('e', { signs: [strong], likelihood: 'rare' }),
        rule('d', { signs: [strong] }),
        rule('c', { signs: [strong] }),
        rule('b', { signs: [strong, weak], likelihood: 'rare' }),
        rule('a', { signs: [weak] }),
        rule('f', { signs: [strong, strong] }),
      ),
    ).toEqual(['f', 'b', 'c', 'd', 'e', 'a']);
  });
});

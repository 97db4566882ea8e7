import { describe, expect, it } from 'vitest';
import { smallRule as rule, smallSign } from '../../test/support/small-rules.ts';
import { type Facts, toEvidence } from '../facts/evidence.ts';
import type { Rule, Sign, Strength } from '../model/rule.ts';
import { judge } from './judge.ts';
import { rank } from './rank.ts';

const sign = (strength: Strength, status: number): Sign => smallSign(strength, { 'response.status': status });
const evidence = (facts: Facts) => toEvidence(facts, { by: 'told' });
const verdict = (part: Partial<Rule>, facts: Facts) => judge([rule('x', part)], evidence(facts))[0]?.verdict;

describe('a verdict', () => {
  const app = { 'caller.kind': 'service-principal' } as const;

  it('is confirmed where a conclusive sign holds and the cause is possible', () => {
    expect(verdict({ signs: [sign('conclusive', 403)] }, { 'response.status': 403 })).toBe('confirmed');
  });

  it('is confirmed where the cause is known to be possible by what only some calls have', () => {
    const facts: Facts = { 'caller.kind': 'service-principal', 'response.status': 403 };
    expect(verdict({ 'possible-when': app, signs: [sign('conclusive', 403)] }, facts)).toBe('confirmed');
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

  const strong = sign('strong', 403);
  const weak = sign('weak', 403);

  it('puts the surer verdict first, whatever else speaks for the others', () => {
    const many = [strong, strong, strong];
    expect(
      order(
        rule('a-silent', {}),
        rule('b-impossible', { signs: many, 'possible-when': { 'response.status': 500 } }),
        rule('c-possible', { signs: [weak, weak, weak] }),
        rule('d-likely', { signs: many }),
        rule('e-confirmed', { signs: [sign('conclusive', 403)], likelihood: 'rare', gate: 'service' }),
      ),
    ).toEqual(['e-confirmed', 'd-likely', 'c-possible', 'a-silent', 'b-impossible']);
  });

  it('minds no gate among causes that are only likely', () => {
    const late = rule('late', { gate: 'service', signs: [strong, strong] });
    expect(order(rule('early', { gate: 'reach', signs: [strong] }), late)).toEqual(['late', 'early']);
  });

  it('takes off what speaks against a cause, strong signs from strong and weak from weak', () => {
    const doubted = rule('a', { signs: [strong, strong, strong], 'counter-signs': [strong, strong] });
    expect(order(doubted, rule('b', { signs: [strong, strong] }))).toEqual(['b', 'a']);
    const lessSure = rule('a', { signs: [strong, weak, weak], 'counter-signs': [weak, weak] });
    expect(order(lessSure, rule('b', { signs: [strong, weak] }))).toEqual(['b', 'a']);
  });

  it('counts a conclusive sign that does not confirm as one strong sign', () => {
    const unsure = rule('unsure', {
      'possible-when': { 'caller.kind': 'user' },
      signs: [sign('conclusive', 403), weak],
    });
    expect(order(rule('two', { signs: [strong, strong] }), unsure, rule('one', { signs: [strong] }))).toEqual([
      'two',
      'unsure',
      'one',
    ]);
  });

  it('is the same for the same causes, in whatever order the rules come', () => {
    expect(order(rule('a', {}), rule('b', {}), rule('c', {}))).toEqual(['a', 'b', 'c']);
    expect(order(rule('c', {}), rule('b', {}), rule('a', {}))).toEqual(['a', 'b', 'c']);
  });

  it('puts the common cause first of causes for which as much speaks, and the rare one last', () => {
    const causes = (['rare', 'common', 'uncommon'] as const).map((likelihood) =>
      rule(`a-${likelihood}`, { likelihood, signs: [strong] }),
    );
    expect(order(...causes)).toEqual(['a-common', 'a-uncommon', 'a-rare']);
    expect(order(...causes.slice(0, 1), rule('b', { likelihood: 'uncommon', signs: [strong] }))).toEqual([
      'b',
      'a-rare',
    ]);
  });
});

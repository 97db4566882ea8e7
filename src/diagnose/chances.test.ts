import { describe, expect, it } from 'vitest';
import { smallRule, smallSign } from '../../test/support/small-rules.ts';
import { toEvidence } from '../facts/evidence.ts';
import type { Rule, Sign } from '../model/rule.ts';
import { chanceOf } from './chances.ts';
import { indexOf } from './conditions.ts';
import { judge } from './judge.ts';
import { suppositions } from './suppose.ts';
import { suspectsOf } from './suspects.ts';

describe('how probable an answer is', () => {
  const weakly = smallSign('weak', { 'response.status': 403 });
  const ofCaller = (id: string, kind: string, ...more: readonly Sign[]): Rule =>
    smallRule(id, { signs: [smallSign('strong', { 'caller.kind': kind }), ...more] });
  const chanceIn = (all: readonly Rule[], ...values: readonly string[]): number => {
    const evidence = toEvidence({ 'response.status': 403 }, { by: 'told' });
    const judgements = judge(all, evidence);
    const situation = { evidence, judgements, rules: all, derivations: [], now: '', asked: new Set<string>() };
    const index = indexOf(all);
    return chanceOf(values, suppositions('caller.kind', situation, suspectsOf(situation, index), index));
  };

  it('goes by the suspicion that it leaves on causes for which something speaks', () => {
    const user = ofCaller('user', 'user', weakly);
    expect(chanceIn([user, ofCaller('app', 'service-principal')], 'user')).toBeGreaterThan(0.7);
    expect(chanceIn([user, ofCaller('app', 'service-principal')], 'service-principal')).toBeLessThan(0.15);
    expect(chanceIn([user, ofCaller('app', 'service-principal', weakly)], 'user')).toBeCloseTo(
      chanceIn([user, ofCaller('app', 'service-principal', weakly)], 'service-principal'),
    );
  });

  it('is nothing where nothing speaks for any cause', () => {
    expect(chanceIn([ofCaller('user', 'user'), smallRule('other')], 'user')).toBe(0);
  });

  it('is no greater for several values than for one that is as probable as each of them', () => {
    const all = [smallRule('same', { signs: [weakly, smallSign('weak', { 'caller.kind': { known: true } })] })];
    expect(chanceIn(all, 'user')).toBeCloseTo(1 / 3);
    expect(chanceIn(all, 'user', 'service-principal')).toBeCloseTo(1 / 2);
    expect(chanceIn(all, 'user', 'service-principal', 'managed-identity')).toBeCloseTo(1);
    expect(chanceIn(all, 'robot')).toBe(0);
  });
});

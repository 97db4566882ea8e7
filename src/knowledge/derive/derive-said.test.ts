import { describe, expect, it } from 'vitest';
import { type Facts, toEvidence } from '../../facts/evidence.ts';
import { callerGuestFromWords } from './derive-said.ts';

const derive = (facts: Facts) => callerGuestFromWords.derive(new Map(toEvidence(facts, { by: 'told' })), '');

describe('a guest in words', () => {
  it('is a person where nothing else tells who calls', () => {
    expect(derive({ 'said.guest': true })).toEqual({ 'caller.guest': true, 'caller.kind': 'user' });
    expect(derive({ 'said.guest': true, 'caller.kind': 'user' })).toEqual({ 'caller.guest': true });
  });

  it.each<Facts>([
    {},
    { 'said.guest': true, 'caller.kind': 'service-principal' },
    { 'said.guest': true, 'said.caller': 'managed-identity' },
  ])('is not the caller by %j', (facts) => {
    expect(derive(facts)).toEqual({});
  });
});

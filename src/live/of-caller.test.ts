import { describe, expect, it } from 'vitest';
import { confirmedDiagnosis } from '../../test/support/sample-diagnosis.ts';
import { type Facts, toEvidence } from '../facts/evidence.ts';
import { isOfCall, ownOnly } from './of-caller.ts';
import type { ProofCredential, TokenCredential } from './probe.ts';
import { Sensitive } from './sensitive.ts';

const APP = '3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6';
const called = (facts: Facts) => ({
  ...confirmedDiagnosis(),
  facts: Object.fromEntries(toEvidence(facts, { by: 'told' })),
});
const token = (claims: TokenCredential['claims']): TokenCredential => ({ token: new Sensitive('x', 'token'), claims });
const proof = (grant: string): ProofCredential => ({ tenant: 't', clientId: APP, proof: {}, grant, from: 'paste' });

describe('the credentials that may be those of the caller', () => {
  const tokens = [token({ oid: 'A', tid: 'T' }), token({ oid: 'b', tid: 'T' }), token({ oid: 'a', tid: 'other' })];

  it('are the tokens whose claims contradict nothing that is known of the caller, in whatever case', () => {
    expect(ownOnly({ tokens }, called({ 'caller.object-id': 'a', 'token.tid': 't' })).tokens).toEqual([tokens[0]]);
    expect(ownOnly({ tokens }, called({})).tokens).toEqual(tokens);
  });

  it.each([
    ['the app is the one that calls', { 'caller.app-id': APP.toUpperCase() }, 'client_credentials', true],
    ['nothing is known of the caller', {}, 'client_credentials', true],
    ['another app calls', { 'caller.app-id': 'another' }, 'client_credentials', false],
    ['a person calls, and the app would ask as itself', { 'caller.kind': 'user' }, 'client_credentials', false],
    ['a person calls, and it is their refresh token', { 'caller.kind': 'user' }, 'refresh_token', true],
  ] as const)('hold what a token can be asked for with where %s', (_, facts, grant, isOwn) => {
    expect(ownOnly({ tokens: [], proof: proof(grant) }, called(facts))).toEqual({
      tokens: [],
      ...(isOwn && { proof: proof(grant) }),
    });
  });
});

it('a token is that of a call where all that the call says of its token is so', () => {
  const sent = called({ 'token.aud': 'api', 'token.oid': 'a', 'token.exp': '2026-03-01T12:00:00.000Z' });
  const claims = { aud: 'api', oid: 'a', exp: Date.parse('2026-03-01T12:00:00Z') / 1000 };
  expect(isOfCall({ claims }, sent)).toBe(true);
  for (const other of [{ aud: 'b' }, { oid: 'b' }, { exp: 1 }, { uti: 'b' }, { tid: 'b' }])
    expect([other, isOfCall({ claims: { ...claims, ...other } }, sent)]).toEqual([other, false]);
  expect(isOfCall({ claims: {} }, called({}))).toBe(false);
});

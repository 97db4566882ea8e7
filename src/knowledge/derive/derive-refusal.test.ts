import { describe, expect, it } from 'vitest';
import { type Facts, toEvidence } from '../../facts/evidence.ts';
import { callRefusedBy, callToken } from './derive-refusal.ts';

const evidence = (facts: Facts) => toEvidence(facts, { by: 'told' });
const tokenOf = (facts: Facts) => callToken.derive(evidence(facts), '')['call.token'];
const refusedBy = (facts: Facts) => callRefusedBy.derive(evidence(facts), '')['call.refused-by'];

describe('the token of a call', () => {
  const good: Facts = {
    'credential.kind': 'access-token',
    'credential.integrity': 'whole',
    'token.lifetime': 'valid',
    'call.audience': 'right',
  };

  it('is good where it is whole, in time and for this API', () => expect(tokenOf(good)).toBe('good'));

  const faults: Record<string, Facts> = {
    'it is no access token': { 'credential.kind': 'authorization-code' },
    'it has expired': { 'token.lifetime': 'expired' },
    'it is for another API': { 'call.audience': 'wrong' },
    'it is for another cloud': { 'call.clouds': 'mixed' },
    'the header is broken': { 'request.authorization': 'quoted' },
    'the API says so': { 'response.code': 'InvalidToken' },
    'the API wants more claims': { 'response.claims-challenge': true },
  };
  it.each<[string, Facts]>([
    ['it was asked for another API', { 'call.resource': 'powerbi', 'token-request.asked-resource': 'graph' }],
    [
      'v1 was asked for a scope, which it does not read',
      { 'token-request.endpoint': 'v1', 'token-request.names': ['grant_type', 'scope'] },
    ],
  ])('is bad where %s, unless its audience is known to be right', (_, asked) => {
    expect(tokenOf(asked)).toBe('bad');
    expect(tokenOf({ ...good, ...asked })).toBe('good');
  });

  it.each<[string, Facts]>([
    ['Fabric, which Power BI takes too', { 'call.resource': 'powerbi', 'token-request.asked-resource': 'fabric' }],
    ['an API nobody knows', { 'call.resource': 'powerbi', 'token-request.asked-resource': 'unknown' }],
    ['v1 by its resource', { 'token-request.endpoint': 'v1', 'token-request.names': ['scope', 'resource'] }],
  ])('is not told by a token that was asked for %s', (_, asked) => expect(tokenOf(asked)).toBeUndefined());

  for (const [why, fault] of Object.entries(faults)) {
    it(`is bad where ${why}`, () => expect(tokenOf({ ...good, ...fault })).toBe('bad'));
  }

  it('is not bad by a token that is over by now, where the answer shows that it was taken', () => {
    const over: Facts = { ...good, 'token.lifetime': 'expired' };
    expect(tokenOf({ ...over, 'response.code': 'PowerBINotAuthorizedException' })).toBeUndefined();
    expect(tokenOf({ ...over, 'response.code': 'TokenExpired' })).toBe('bad');
  });

  it('is not bad by an embed token that embeds, and bad by one that is declared as another', () => {
    const embedding: Facts = { 'credential.kind': 'embed-token', 'call.api': 'embedding' };
    expect(tokenOf(embedding)).toBeUndefined();
    expect(tokenOf({ 'credential.kind': 'embed-token', 'embed.token-type': 'embed' })).toBeUndefined();
    expect(tokenOf({ ...embedding, 'embed.token-type': 'aad' })).toBe('bad');
    expect(tokenOf({ ...embedding, 'embed.token-type': 'embed', 'call.api': 'powerbi' })).toBe('bad');
  });

  it('is unknown where not all of it was seen', () => expect(tokenOf({ 'token.lifetime': 'valid' })).toBeUndefined());
});

describe('who refused', () => {
  const call: Facts = { 'call.api': 'powerbi', 'response.status': 403 };

  it('is the API where it answered a call that carried a token, whatever Entra code stands in the text', () => {
    expect(refusedBy({ ...call, 'credential.shape': 'jwt', 'entra.code': 65001 })).toBe('api');
  });

  it('is the API where it answered with a code of its own', () => {
    expect(refusedBy({ ...call, 'response.code': 'InsufficientPrivileges' })).toBe('api');
  });

  it('is Entra where the API only missed a token', () => {
    expect(
      refusedBy({ ...call, 'response.status': 401, 'response.code': 'TokenIsMissing', 'entra.code': 9010010 }),
    ).toBe('entra');
  });

  it('is Entra where the error is about the client, which no API speaks of', () => {
    expect(refusedBy({ 'entra.error': 'invalid_client' })).toBe('entra');
    expect(refusedBy({ ...call, 'response.code': 'InsufficientPrivileges', 'entra.error': 'invalid_client' })).toBe(
      'api',
    );
    expect(refusedBy({ 'entra.error': 'invalid_grant' })).toBeUndefined();
  });

  it('is the API where it answered with a bare status and nothing of Entra was seen', () => {
    expect(refusedBy(call)).toBe('api');
  });

  it('is the API where a token in time is all there is, unless a sign-in is seen too or is said to fail', () => {
    const token: Facts = { 'credential.kind': 'access-token', 'token.lifetime': 'valid' };
    expect(refusedBy(token)).toBe('api');
    expect(refusedBy({ ...token, 'token.lifetime': 'expired' })).toBeUndefined();
    expect(refusedBy({ ...token, 'token-request.grant': 'refresh-token' })).toBeUndefined();
    expect(refusedBy({ ...token, 'call.refused-by': 'entra' })).toBeUndefined();
  });

  it('is unknown where neither was seen', () => {
    expect(refusedBy({ 'call.api': 'powerbi' })).toBeUndefined();
    expect(refusedBy({ 'call.api': 'other', 'response.status': 403 })).toBeUndefined();
  });

  it('was the API where it refused behind what Entra said', () => {
    const both: Facts = { 'call.api': 'powerbi', 'response.status': 403, 'entra.code': 7000222 };
    expect(refusedBy(both)).toBe('entra');
    expect(refusedBy({ ...both, 'response.behind-sign-in-error': true })).toBe('api');
  });
});

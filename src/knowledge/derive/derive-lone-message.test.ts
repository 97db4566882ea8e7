import { describe, expect, it } from 'vitest';
import { type Facts, toEvidence } from '../../facts/evidence.ts';
import { loneMessage } from './derive-lone-message.ts';

const isLone = (facts: Facts) =>
  loneMessage.derive(toEvidence(facts, { by: 'told' }), '')['evidence.lone-message'] === true;
const message = 'the gateway does not let this user in';

describe('a message that stands alone', () => {
  it('is one short text with nothing beside it', () => {
    expect(isLone({ 'evidence.text': message })).toBe(true);
    expect(isLone({})).toBe(false);
  });

  it('is no long text', () => expect(isLone({ 'evidence.text': `${message} `.repeat(10) })).toBe(false));

  it.each<[string, Facts]>([
    ['a status', { 'response.status': 403 }],
    ['a code of the API', { 'response.code': 'Forbidden' }],
    ['a code of Entra ID', { 'entra.code': 50076 }],
    ['the path of a call', { 'request.path': '/v1/gateways' }],
    ['what was sent as the token', { 'credential.kind': 'access-token' }],
  ])('is none with %s beside it', (_what, facts) => expect(isLone({ 'evidence.text': message, ...facts })).toBe(false));
});

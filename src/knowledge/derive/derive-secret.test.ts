import { describe, expect, it } from 'vitest';
import { type Facts, toEvidence } from '../../facts/evidence.ts';
import { secretExpired } from './derive-secret.ts';

const NOW = '2026-03-01T12:00:00Z';
const ENDED = { 'app.secret-ends': '2025-03-01T00:00:00.000Z', 'entra.error': 'invalid_client' } as const;

const derive = (facts: Facts, now = NOW) =>
  secretExpired.derive(new Map(toEvidence(facts, { by: 'told' })), now)['app.secret'];

describe('secretExpired', () => {
  it('compares the end with the time of the failure', () => {
    expect(derive(ENDED)).toBe('expired');
    expect(derive(ENDED, '2025-02-01T00:00:00Z')).toBeUndefined();
    expect(derive({ ...ENDED, 'entra.timestamp': '2025-02-01 08:00:00Z' })).toBeUndefined();
    expect(derive({ ...ENDED, 'response.date': '2025-02-01T08:00:00Z' })).toBeUndefined();
    expect(derive(ENDED, '2025-03-01T20:00:00Z')).toBeUndefined();
  });

  it.each<[string, Facts]>([
    ['Entra gave a code of its own', { 'entra.code': 700016 }],
    ['what was sent never was a secret of the app', { 'entra.code': 7000215 }],
    ['another error', { 'entra.error': 'invalid_grant' }],
    ['the API refused', { 'call.refused-by': 'api' }],
    ['the app proves itself with a certificate', { 'token-request.client-credential': 'assertion' }],
  ])('says nothing where %s', (_, facts) => {
    expect(derive({ ...ENDED, ...facts })).toBeUndefined();
  });

  it('says nothing where nobody knows that the sign-in failed', () => {
    expect(derive({ 'app.secret-ends': ENDED['app.secret-ends'] })).toBeUndefined();
    expect(derive({ 'app.secret-ends': ENDED['app.secret-ends'], 'call.refused-by': 'entra' })).toBe('expired');
  });
});

import { describe, expect, it } from 'vitest';
import { buildToken } from '../../../test/support/token.ts';
import { builtInRules, CANNOT_TELL, diagnoseSealed } from '../../index.ts';
import { sealPastes } from '../../redact/seal.ts';
import {
  diagnoseSession,
  type Engine,
  isEmpty,
  newSession,
  sealedOf,
  withAnswer,
  withoutAnswer,
  withSkipped,
} from './session.ts';

const engine: Engine = { rules: builtInRules, cannotTell: CANNOT_TELL, sealPastes, diagnoseSealed };
const NOW = '2026-03-01T12:00:00Z';

const token = buildToken({ aud: 'https://graph.microsoft.com', idtyp: 'app' });
const call = { text: `GET https://api.powerbi.com/v1.0/myorg/groups\nAuthorization: Bearer ${token}` };
const answer = { text: 'HTTP/1.1 403 Forbidden\ncontent-length: 0\n\n' };

describe('a session', () => {
  it('is diagnosed the same after it was kept, sealed, and read again', () => {
    const session = { ...newSession(NOW), pastes: [call, answer] };
    const kept = { ...newSession(NOW), kept: JSON.parse(JSON.stringify(sealedOf(session, engine))) };
    expect(diagnoseSession(kept, engine)).toEqual(diagnoseSession(session, engine));
  });

  it('joins what was kept and what is pasted later; the secrets of both stay apart', () => {
    const other = { text: `client_secret=${'z9Q~'.repeat(10)}` };
    const kept = { ...newSession(NOW), kept: sealPastes([call]), pastes: [other] };
    const sealed = sealedOf(kept, engine);
    expect(sealed.secrets.map(({ id, kind }) => [id, kind])).toEqual([
      [1, 'access-token'],
      [2, 'client-secret'],
    ]);
    expect(sealed.texts).toHaveLength(2);
    expect(sealed.texts[1]).toContain('\uE0002\uE001');
  });

  it('keeps answers in the order in which they were last given, and drops one that is taken back', () => {
    const one = withAnswer(newSession(NOW), 'caller.kind', 'user');
    const two = withAnswer(withAnswer(one, 'call.api', 'fabric'), 'caller.kind', 'service-principal');
    expect(Object.entries(two.answers)).toEqual([
      ['call.api', 'fabric'],
      ['caller.kind', 'service-principal'],
    ]);
    expect(withoutAnswer(two, 'call.api').answers).toEqual({ 'caller.kind': 'service-principal' });
  });

  it('does not ask again what was skipped, until it is answered', () => {
    const session = withSkipped({ ...newSession(NOW), pastes: [answer] }, 'caller.kind');
    expect(diagnoseSession(session, engine)[0]?.question?.fact).not.toBe('caller.kind');
    expect(withAnswer(session, 'caller.kind', 'user').skipped).toEqual([]);
  });

  it('is empty until something was given', () => {
    expect(isEmpty(newSession(NOW))).toBe(true);
    expect(isEmpty(withAnswer(newSession(NOW), 'caller.kind', 'user'))).toBe(false);
    expect(isEmpty({ ...newSession(NOW), kept: sealPastes([call]) })).toBe(false);
  });
});

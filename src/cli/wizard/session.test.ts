import { describe, expect, it } from 'vitest';
import { buildToken } from '../../../test/support/token.ts';
import { leaked } from '../../../test/terminal/leaked.ts';
import { diagnose } from '../../index.ts';
import type { Paste } from '../../model/paste.ts';
import { diagnoseSession } from './calls-of.ts';
import { keptOf } from './kept-of.ts';
import { isEmpty, newSession, untold, withAnswer, withoutAnswer, withSkipped } from './session.ts';
import { workingEngine } from './working-engine.ts';

const engine = workingEngine({ personal: false });
const NOW = '2026-03-01T12:00:00Z';

const token = buildToken({ aud: 'https://graph.microsoft.com', idtyp: 'app' });
const call = { text: `GET https://api.powerbi.com/v1.0/myorg/groups\nAuthorization: Bearer ${token}` };
const answer = { text: 'HTTP/1.1 403 Forbidden\ncontent-length: 0\n\n' };

const pasted = (...pastes: readonly Paste[]) => ({
  ...newSession(NOW),
  pastes: pastes.map((paste) => engine.takeApart(paste, NOW)),
});

describe('a session', () => {
  it('is diagnosed the same after it was kept, sealed, and read again', () => {
    const session = { ...newSession(NOW), pastes: [call, answer] };
    const kept = { ...newSession(NOW), kept: JSON.parse(JSON.stringify(keptOf(session, engine))) };
    expect(diagnoseSession(kept, engine)).toEqual(diagnoseSession(session, engine));
  });

  it('joins what was kept and what is pasted later; the secrets of both stay apart', () => {
    const other = { text: `client_secret=${'z9Q~'.repeat(10)}` };
    const kept = { ...newSession(NOW), kept: keptOf(pasted(call), engine), pastes: [other] };
    const sealed = keptOf(kept, engine).text;
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
    expect(isEmpty({ ...newSession(NOW), kept: keptOf(pasted(call), engine) })).toBe(false);
  });
});

/** A line of a log: a call with a token of its own that was refused. */
const line = (workspace: string, status: number, bearer = token): string =>
  JSON.stringify({
    method: 'GET',
    url: `https://api.powerbi.com/v1.0/myorg/groups/${workspace}/datasets`,
    status,
    headers: { authorization: `Bearer ${bearer}` },
  });

const LOG = {
  name: 'calls.jsonl',
  text: [
    line('f089354e-8366-4e18-aea3-4cb4a3a50b48', 401),
    line('f089354e-8366-4e18-aea3-4cb4a3a50b48', 401),
    line('0cd2f5a6-15e7-4a4c-a5a5-3ab2d3f2f6c1', 200),
    line('0cd2f5a6-15e7-4a4c-a5a5-3ab2d3f2f6c1', 404),
  ].join('\n'),
};

describe('a session with a recording', () => {
  it('has one diagnosis for each kind of failure, as `check` has, and says how many calls failed so', () => {
    const session = pasted(LOG);
    const found = diagnoseSession(session, engine).map((each) => [each.call, each.calls]);
    expect(found).toEqual(diagnose([LOG], { now: NOW }).map((each) => [each.call, each.calls]));
    expect(found.map(([, calls]) => calls).sort()).toEqual([1, 2]);
  });

  it('holds no secret once it is kept, and comes to the same', () => {
    const session = { ...pasted(LOG, call), call: 0 };
    const kept = JSON.stringify(keptOf(session, engine));
    expect(leaked([token], kept)).toEqual([]);
    expect(diagnoseSession({ ...newSession(NOW), kept: JSON.parse(kept), call: 0 }, engine)).toEqual(
      diagnoseSession(session, engine),
    );
  });

  it('takes what was told for the call that is looked at, and for no other', () => {
    const told = withAnswer({ ...pasted(LOG), call: 1 }, 'caller.kind', 'user');
    const facts = diagnoseSession({ ...told, looked: { 'observed.list-workspaces': 'refused' } }, engine).map(
      (each) => [each.facts['observed.list-workspaces']?.state, each.facts['caller.kind']?.origin],
    );
    expect(facts[0]?.[0]).toBe(undefined);
    expect(facts[1]?.[0]).toBe('known');
    expect(untold(told)).toMatchObject({ answers: {}, looked: {} });
  });
});

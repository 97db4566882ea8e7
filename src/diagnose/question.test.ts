import { describe, expect, it } from 'vitest';
import { builtInRules } from '../index.ts';
import type { Answers } from '../model/diagnosis.ts';
import { diagnose } from './diagnose.ts';

const now = '2026-03-01T12:00:00Z';
const WORKSPACE = '0c5b1e7d-93f4-4a26-8d10-5e7b2c9a4f38';

const asked = (text: string, answers: Answers = {}): string | undefined =>
  diagnose([{ text }], { rules: builtInRules, now, answers })[0]?.question?.fact;

/** What is asked in turn of somebody who can tell nothing beyond these answers. */
const interviewOf = (text: string, answers: Answers = {}, most = 6): readonly string[] => {
  const facts: string[] = [];
  let given: Answers = {};
  for (let fact = asked(text); fact !== undefined && facts.length < most; fact = asked(text, given)) {
    facts.push(fact);
    given = { ...given, [fact]: answers[fact] ?? 'cannot-tell' };
  }
  return facts;
};

const admin = 'GET https://api.powerbi.com/v1.0/myorg/admin/groups HTTP/1.1\n\nHTTP/1.1 403 Forbidden\n';
const bare = `GET https://api.powerbi.com/v1.0/myorg/groups/${WORKSPACE}/datasets\n403 Forbidden`;

describe('what is asked', () => {
  it('is of another version only once the failure is known to have come with an update', () => {
    const facts = interviewOf(admin, {}, 4);
    expect(facts).not.toContain('observed.previous-version');
  });

  it('is who calls, before it is what only an app or only a person can have', () => {
    const facts = interviewOf(admin, { 'token.lifetime': 'valid', 'caller.kind': 'user' });
    const ofOne = facts.findIndex((fact) => fact === 'app.consented-permissions' || fact === 'user.fabric-admin');
    expect(ofOne).toBeGreaterThan(facts.indexOf('caller.kind'));
    expect(facts).toContain('caller.kind');
  });

  it('is nothing of a gateway where nothing speaks of one', () => {
    expect(interviewOf(bare, { 'token.lifetime': 'valid', 'observed.list-workspaces': 'refused' })).not.toContain(
      'gateway.role',
    );
  });

  it('is nothing of a workspace where the token opens not even the list of them', () => {
    const answers = { 'token.lifetime': 'valid', 'caller.kind': 'service-principal' };
    const facts = interviewOf(bare, { ...answers, 'observed.list-workspaces': 'refused' });
    expect(facts).toContain('observed.list-workspaces');
    expect(facts).not.toContain('workspace.role');
  });

  it('is not whether the request arrived, where a status came back', () => {
    expect(interviewOf(bare)).not.toContain('reach.outcome');
  });

  it('is the code of the answer first, where only the status of a call that makes an item is known', () => {
    const call = `POST https://api.fabric.microsoft.com/v1/workspaces/${WORKSPACE}/warehouses HTTP/1.1\n\nHTTP/1.1 403\n`;
    expect(asked(call)).toBe('response.code');
  });

  it('is no code of an answer that is empty', () => {
    expect(interviewOf(`${admin}content-length: 0\n\n`)).not.toContain('response.code');
  });

  it('refuses an answer about a fact that there is not, and a value that the fact cannot have', () => {
    expect(() => asked(bare, { 'no.such-fact': 'x' })).toThrow('There is no fact no.such-fact.');
    expect(() => asked(bare, { 'caller.kind': 'robot' })).toThrow('caller.kind cannot be "robot".');
  });

  it('keeps what was read where an answer differs, and says so', () => {
    const noticesOf = (answers: Answers) =>
      diagnose([{ text: bare }], { rules: builtInRules, now, answers })[0]?.notices.map(({ code }) => code);
    expect(noticesOf({ 'response.status': '401' })).toContain('answer-differs');
    expect(noticesOf({ 'response.status': '403' })).not.toContain('answer-differs');
  });
});

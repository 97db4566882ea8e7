import { describe, expect, it } from 'vitest';
import { smallRule, smallSign } from '../../test/support/small-rules.ts';
import { buildToken } from '../../test/support/token.ts';
import type { Context, Diagnosis } from '../model/diagnosis.ts';
import { AnswerError } from './answer-error.ts';
import { diagnose } from './diagnose.ts';

const WORKSPACES = 'https://api.fabric.microsoft.com/v1/workspaces';
const CALL = `GET ${WORKSPACES} HTTP/1.1\n\nHTTP/1.1 403 Forbidden\n`;

/** What is said of the failing call in a paste. */
const diagnosed = (text: string, context: Partial<Context>): Diagnosis => {
  const [first] = diagnose([{ text }], { rules: [], now: '2026-03-01T12:00:00Z', ...context });
  if (first === undefined) throw new Error('nothing was diagnosed');
  return first;
};

describe('an answer', () => {
  const factOf = (path: string, context: Partial<Context>, text = CALL) => diagnosed(text, context).facts[path];

  it('counts where nothing was read, as the word of a person or of a live check', () => {
    expect(factOf('workspace.role', { answers: { 'workspace.role': 'viewer' } })).toMatchObject({
      value: 'viewer',
      origin: { by: 'told' },
    });
    expect(factOf('workspace.role', { looked: { 'workspace.role': 'viewer' } })).toMatchObject({
      origin: { by: 'looked' },
    });
  });

  it('of a live check counts more than one of a person, and the difference is told', () => {
    const { facts, notices } = diagnosed(CALL, {
      looked: { 'workspace.role': 'none' },
      answers: { 'workspace.role': 'admin' },
    });
    expect(facts['workspace.role']).toMatchObject({ value: 'none' });
    expect(notices).toMatchObject([
      {
        code: 'answer-differs',
        text: 'workspace.role: the answer was "admin", but the paste or a live check says "none". That counts.',
      },
    ]);
  });

  it('that differs from the paste does not count, and the difference is told', () => {
    const { facts, notices } = diagnosed(CALL, { answers: { 'response.status': '401' } });
    expect(facts['response.status']).toMatchObject({ value: 403 });
    expect(notices.map(({ text }) => text)).toEqual([
      'response.status: the answer was 401, but the paste or a live check says 403. That counts.',
    ]);
  });

  it('about something that the paste shows to be missing does not count either', () => {
    const text = `GET ${WORKSPACES} HTTP/1.1\nAuthorization: Bearer ${buildToken({ aud: 'x' })}\n`;
    const { facts, notices } = diagnosed(text, { answers: { 'token.acct': '1' } });
    expect(facts['token.acct']).toMatchObject({ state: 'absent' });
    expect(notices.map(({ text: words }) => words)).toContain(
      'token.acct: the answer was "1", but the paste or a live check says that there is none. That counts.',
    );
  });

  it('that says what the paste says is no news', () => {
    expect(diagnosed(CALL, { answers: { 'response.status': '403' } }).notices).toEqual([]);
  });

  it('that contradicts what follows from the paste is told as well', () => {
    const { facts, notices } = diagnosed(CALL, { answers: { 'call.api': 'powerbi' } });
    expect(facts['call.api']).toMatchObject({ value: 'fabric' });
    expect(notices).toMatchObject([{ code: 'answer-differs' }]);
  });

  it('"cannot-tell" leaves the fact unknown, and it is not asked for again', () => {
    const rules = [
      smallRule('outage', { signs: [smallSign('strong', { 'service.health': 'incident' })] }),
      smallRule('changed', { signs: [smallSign('strong', { 'observed.started': 'just-changed' })] }),
    ];
    const context = { rules, answers: { 'service.health': 'cannot-tell' } };
    const { question } = diagnosed(CALL, { rules, answers: { 'observed.started': 'cannot-tell' } });
    expect(question?.fact).toBe('service.health');
    expect(factOf('service.health', context)).toBeUndefined();
    expect(diagnosed(CALL, context).question?.fact).toBe('observed.started');
  });

  it('that cannot be one is refused, with a stable code and the fact', () => {
    const refusal = (path: string, value: string) => {
      try {
        diagnosed(CALL, { answers: { [path]: value } });
      } catch (error) {
        return error;
      }
      return undefined;
    };
    expect(refusal('no.such-fact', 'x')).toMatchObject({
      name: 'AnswerError',
      code: 'ANSWER_UNKNOWN_FACT',
      fact: 'no.such-fact',
      message: 'There is no fact no.such-fact.',
    });
    expect(refusal('caller.kind', 'robot')).toMatchObject({
      code: 'ANSWER_BAD_VALUE',
      fact: 'caller.kind',
      message: 'caller.kind cannot be "robot".',
    });
    expect(refusal('caller.kind', 'robot')).toBeInstanceOf(AnswerError);
  });
});

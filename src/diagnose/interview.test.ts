import { describe, expect, it } from 'vitest';
import { smallRule, smallSign } from '../../test/support/small-rules.ts';
import type { Answers } from '../model/diagnosis.ts';
import { AnswerError } from './answer-error.ts';
import { type Asking, type InterviewContext, type Interviewed, interview } from './interview.ts';

const now = '2026-03-01T12:00:00Z';
const CALL = 'GET https://api.fabric.microsoft.com/v1/workspaces HTTP/1.1\n\nHTTP/1.1 403 Forbidden\n';
const OTHER = 'GET https://api.fabric.microsoft.com/v1/capacities HTTP/1.1\n\nHTTP/1.1 401 Unauthorized\n';

const rules = [
  smallRule('no-licence', { signs: [smallSign('strong', { 'licence.state': 'none' })] }),
  smallRule('outage', { signs: [smallSign('conclusive', { 'service.health': 'incident' })] }),
  smallRule('just-changed', { signs: [smallSign('strong', { 'observed.started': 'just-changed' })] }),
];

const start = (texts: readonly string[], more: Partial<InterviewContext> = {}) =>
  interview(
    texts.map((text) => ({ text })),
    { rules, now, ...more },
  );

/** The question that an interview puts next; fails where it has ended. */
const askedBy = ({ done, value }: IteratorResult<Asking, Interviewed>): Asking => {
  if (done) throw new Error('nothing is asked any more');
  return value;
};

/** What an interview comes to with somebody who says these things and cannot tell the rest. */
const interviewed = (answers: Answers): Interviewed & { readonly asked: readonly string[] } => {
  const asked: string[] = [];
  const course = start([CALL]);
  let step = course.next();
  while (!step.done) {
    const { fact } = step.value.question;
    asked.push(fact);
    step = course.next(answers[fact]);
  }
  return { ...step.value, asked };
};

describe('an interview', () => {
  it('yields what is known so far, the answers that this rests on, and the question', () => {
    const first = askedBy(start([CALL]).next());
    expect(first.diagnosis.call).toBe('GET https://api.fabric.microsoft.com/v1/workspaces -> 403');
    expect(first.answers).toEqual({});
    expect(first.question).toEqual(first.diagnosis.question);
    expect(first).not.toHaveProperty('refused');
  });

  it('takes the answer, and goes on from what is known with it', () => {
    const course = start([CALL]);
    const { fact } = askedBy(course.next()).question;
    const second = askedBy(course.next('cannot-tell'));
    expect(second.answers).toEqual({ [fact]: 'cannot-tell' });
    expect(second.question.fact).not.toBe(fact);
  });

  it('ends as soon as a cause is confirmed, with the diagnosis and all answers that were given', () => {
    const { diagnosis, answers, asked } = interviewed({ 'service.health': 'incident' });
    expect(diagnosis.conclusion).toMatchObject({ cause: 'outage', verdict: 'confirmed' });
    expect(diagnosis.question).toBeUndefined();
    expect(Object.keys(answers)).toEqual(asked);
    expect(answers).toMatchObject({ 'service.health': 'incident' });
    expect(asked.at(-1)).toBe('service.health');
  });

  it('takes no answer for "I cannot tell", asks nothing twice, and ends where nothing is left that is worth asking', () => {
    const { diagnosis, answers, asked } = interviewed({});
    expect(diagnosis.conclusion).toEqual({ is: 'unexplained' });
    expect(asked).toEqual(expect.arrayContaining(['observed.started', 'service.health']));
    expect(new Set(asked).size).toBe(asked.length);
    expect(new Set(Object.values(answers))).toEqual(new Set(['cannot-tell']));
  });

  it('goes on from the answers of an earlier step', () => {
    const earlier = { 'observed.started': 'always' };
    const course = start([CALL], { answers: earlier });
    const first = askedBy(course.next());
    expect(first.answers).toEqual(earlier);
    expect(first.diagnosis.facts['observed.started']).toMatchObject({ value: 'always' });
    expect(course.next('cannot-tell').value.answers).toEqual({ ...earlier, [first.question.fact]: 'cannot-tell' });
  });
});

describe('an answer that is none of the question', () => {
  it.each(['perhaps', ''])('is refused, and the same is asked again (%j)', (answer) => {
    const course = start([CALL]);
    const first = askedBy(course.next());
    const again = askedBy(course.next(answer));
    expect(again).toEqual({ ...first, refused: answer });
    expect(askedBy(course.next('still not')).refused).toBe('still not');
  });

  it('is nothing at all, also where any text would do', () => {
    const ofCode = smallRule('not-owner', { signs: [smallSign('strong', { 'response.error-info': 'NotOwner' })] });
    const course = start([CALL], { rules: [ofCode, smallRule('other')] });
    expect(askedBy(course.next()).question).toMatchObject({ fact: 'response.error-info', answers: [] });
    expect(askedBy(course.next('')).refused).toBe('');
    expect(course.next('NotOwner').value.answers).toEqual({ 'response.error-info': 'NotOwner' });
  });

  it('is forgotten once one is given, or nothing can be told', () => {
    const course = start([CALL]);
    const { fact } = askedBy(course.next()).question;
    course.next('perhaps');
    expect(askedBy(course.next(undefined)).answers).toEqual({ [fact]: 'cannot-tell' });
  });

  it('cannot be started with', () => {
    expect(() => start([CALL], { answers: { 'service.health': 'so-so' } }).next()).toThrow(AnswerError);
  });
});

describe('an interview about one of several failing calls', () => {
  const callOf = (call?: number) =>
    askedBy(start([CALL + OTHER], call === undefined ? {} : { call }).next()).diagnosis.call;

  it('is about the one that was named, counted from 0, and the first where none was', () => {
    expect(callOf()).toMatch(/workspaces -> 403$/);
    expect(callOf(0)).toMatch(/workspaces -> 403$/);
    expect(callOf(1)).toMatch(/capacities -> 401$/);
  });

  it('is refused where there is no such call', () => {
    expect(() => callOf(2)).toThrow(new RangeError('There is no failing call 2.'));
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AnswerError, CANNOT_TELL, diagnose, interview, redact } from '../src/index.ts';

/** The statements of the example in the doc comment of `diagnose`. */
const shownExample = (): string => {
  const [, block = ''] = /```ts\n([\s\S]*?) \* ```/.exec(readFileSync('src/index.ts', 'utf8')) ?? [];
  return block.replaceAll(/^ \* /gm, '').replaceAll(/ +\/\/ .*$/gm, '');
};

/** Without what a formatter changes: white space, and commas at the end of a list. */
const squeezed = (text: string): string => text.replaceAll(/\s+/g, '').replaceAll(/,(?=[}\])])/g, '');

const example = () => {
  // #region example
  const text = 'GET https://api.fabric.microsoft.com/v1/workspaces\n\nHTTP/1.1 401 Unauthorized';
  const [diagnosis] = diagnose([{ text }], {
    now: '2026-03-01T12:00:00Z',
    answers: { 'caller.kind': 'service-principal' },
  });
  diagnosis?.conclusion;
  diagnosis?.findings;
  diagnosis?.question?.fact;
  // #endregion
  return diagnosis;
};

describe('the example of the library', () => {
  it('is the one that the doc comment of diagnose shows', () => {
    const [, ran = ''] =
      /#region example\n([\s\S]*?)\/\/ #endregion/.exec(readFileSync('test/library-example.test.ts', 'utf8')) ?? [];
    expect(squeezed(ran).length).toBeGreaterThan(100);
    expect(squeezed(shownExample())).toBe(squeezed(ran));
  });

  it('gives what its comments promise', () => {
    const diagnosis = example();
    expect(diagnosis?.call).toBe('GET https://api.fabric.microsoft.com/v1/workspaces -> 401');
    expect(diagnosis?.findings.length).toBeGreaterThan(0);
    expect(diagnosis?.conclusion.is).toMatch(/^(?:stops-at|unexplained)$/);
    expect(diagnosis?.question?.fact).toMatch(/^[a-z-]+\.[a-z-]+$/);
  });

  it('takes "I cannot tell" for the question that it asks, and asks another or none', () => {
    const fact = example()?.question?.fact ?? '';
    const answers = { 'caller.kind': 'service-principal', [fact]: CANNOT_TELL };
    const [next] = diagnose([{ text: 'HTTP/1.1 401 Unauthorized' }], { now: '2026-03-01T12:00:00Z', answers });
    expect(next?.question?.fact).not.toBe(fact);
  });

  it('refuses an answer that no fact takes', () => {
    const wrong = () => diagnose([], { now: '2026-03-01T12:00:00Z', answers: { 'caller.kind': 'robot' } });
    expect(wrong).toThrow(AnswerError);
  });
});

const interviewExample = () => {
  // #region interview
  const answerOf = (fact: string) => ({ 'caller.kind': 'user' })[fact];
  const steps = interview([{ text: 'HTTP/1.1 401 Unauthorized' }], { now: '2026-03-01T12:00:00Z' });
  let step = steps.next();
  while (!step.done) step = steps.next(answerOf(step.value.question.fact));
  step.value.diagnosis;
  step.value.answers;
  // #endregion
  return step.value;
};

describe('the example of an interview', () => {
  it('is the one that its doc comment shows', () => {
    const source = readFileSync('src/index.ts', 'utf8');
    const [, shown = ''] = /```ts\n( \* const answerOf[\s\S]*?) \* ```/.exec(source) ?? [];
    const own = readFileSync('test/library-example.test.ts', 'utf8');
    const [, ran = ''] = /#region interview\n([\s\S]*?)\/\/ #endregion/.exec(own) ?? [];
    expect(squeezed(ran).length).toBeGreaterThan(100);
    expect(squeezed(shown.replaceAll(/^ \* /gm, '').replaceAll(/ +\/\/ .*$/gm, ''))).toBe(squeezed(ran));
  });

  it('asks each fact once and ends without a question', () => {
    const { answers, diagnosis } = interviewExample();
    expect(answers['caller.kind']).toBe('user');
    expect(Object.values(answers).every((answer) => answer === 'user' || answer === CANNOT_TELL)).toBe(true);
    expect(diagnosis.question).toBeUndefined();
  });

  it('asks again after an answer that cannot be one, and takes a good one then', () => {
    const steps = interview([], { now: '2026-03-01T12:00:00Z' });
    const first = steps.next().value;
    const again = steps.next('nonsense, surely').value;
    expect(again).toMatchObject({ refused: 'nonsense, surely' });
    expect(again).toMatchObject({ question: 'question' in first ? first.question : undefined });
    expect(steps.next().value).not.toMatchObject({ refused: 'nonsense, surely' });
  });
});

it('redact gives what its doc comment promises', () => {
  const secret = 'k7Qz3Bm9x'.repeat(5).slice(0, 40);
  const { text, replaced } = redact(`client_secret=${secret}`, { maskIds: true });
  expect(text).toBe('client_secret=secret-1_client-secret_40-characters');
  expect(replaced).toEqual([{ kind: 'client secret', values: 1, places: 1 }]);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AnswerError, CANNOT_TELL, diagnose } from '../src/index.ts';

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

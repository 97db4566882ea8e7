import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  AnswerError,
  CANNOT_TELL,
  choicesOf,
  diagnose,
  diagnoseSealed,
  explain,
  type FailingCall,
  factSpec,
  followEntries,
  grouper,
  interview,
  maskDiagnosis,
  recognise,
  redact,
  sealPastes,
} from '../src/index.ts';
import { expiredCall, expiredToken, goodCall, harText } from './support/recording.ts';

const source = readFileSync('src/index.ts', 'utf8');

/** The statements of every example that a doc comment of the library shows. */
const shownExamples = (): readonly string[] =>
  [...source.matchAll(/ \* ```ts\n([\s\S]*?) \* ```/g)].map(([, block = '']) =>
    squeezed(block.replaceAll(/^ \* /gm, '').replaceAll(/ +\/\/ .*$/gm, '')),
  );

/** The same examples where this file runs them. */
const ranExamples = (): readonly string[] =>
  [...readFileSync('test/library-example.test.ts', 'utf8').matchAll(/#region \w+\n([\s\S]*?)\/\/ #endregion/g)].map(
    ([, block = '']) => squeezed(block),
  );

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

it('every example of the library is run here, as it stands in its doc comment', () => {
  expect(shownExamples().length).toBeGreaterThanOrEqual(4);
  expect([...ranExamples()].sort()).toEqual([...shownExamples()].sort());
});

describe('the example of the library', () => {
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
  const steps = interview([{ text: 'GET https://api.fabric.microsoft.com/v1/workspaces -> 401' }], {
    now: '2026-03-01T12:00:00Z',
  });
  let step = steps.next();
  while (!step.done) step = steps.next(answerOf(step.value.question.fact));
  step.value.diagnosis;
  step.value.answers;
  // #endregion
  return step.value;
};

describe('the example of an interview', () => {
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

const explainExample = async () => {
  // #region explain
  const answer = await explain('AADSTS7000215');
  const [first] = answer.found ? answer.explanations : [];
  first?.means;
  first?.causes;
  first?.sources;
  const nearest = answer.found ? [] : answer.nearest;
  // #endregion
  return { first, nearest };
};

describe('the example of explain', () => {
  it('gives the meaning, the causes by their weight, and where that stands', async () => {
    const { first, nearest } = await explainExample();
    expect(first).toMatchObject({ kind: 'entra-code', id: 'AADSTS7000215', causes: expect.any(Array) });
    expect(first?.means).toMatch(/secret/);
    expect(first?.causes[0]).toMatchObject({ weight: 'first-suspect', gate: 'token-request' });
    expect(first?.sources.every((url) => url.startsWith('https://'))).toBe(true);
    expect(nearest).toEqual([]);
  });

  it('gives names that are near where nothing has the one that was asked for', async () => {
    const answer = await explain('bearer tokn');
    expect(answer.found === false && answer.nearest[0]?.id).toBe('bearer token');
  });

  it('names only the causes of the rules that it is given', async () => {
    const answer = await explain('AADSTS7000215', { rules: [] });
    expect(answer.found && answer.explanations[0]?.causes).toEqual([]);
  });
});

const redactExample = (secret: string) => {
  // #region redact
  const { text, replaced } = redact(`client_secret=${secret}`, { maskIds: true });
  text;
  replaced;
  // #endregion
  return { text, replaced };
};

it('the example of redact gives what its comments promise', () => {
  const secret = 'k7Qz3Bm9x'.repeat(5).slice(0, 40);
  expect(redactExample(secret)).toEqual({
    text: 'client_secret=secret-1_client-secret_40-characters',
    replaced: [{ kind: 'client secret', values: 1, places: 1 }],
  });
});

describe('the example of recognising', () => {
  it('gives what its comments promise', () => {
    // #region recognising
    const { recognised } = recognise(sealPastes([{ text: 'GET https://api.fabric.microsoft.com/v1/workspaces' }]));
    recognised.map(({ what }) => what);
    // #endregion
    expect(recognised.map(({ what }) => what)).toEqual(['HTTP request: GET api.fabric.microsoft.com/v1/workspaces']);
  });
});

it('the example of sealed pastes gives what its comments promise', () => {
  const token = expiredToken();
  // #region sealed
  const kept = JSON.stringify(sealPastes([{ text: `Authorization: Bearer ${token}` }]));
  const [later] = diagnoseSealed(JSON.parse(kept), { now: '2026-03-01T12:00:00Z' });
  later?.secrets;
  // #endregion
  expect(later?.secrets).toMatchObject([{ id: 1, kind: 'access-token', length: token.length, claims: {} }]);
  for (const part of token.split('.')) expect(kept).not.toContain(part);
});

it('the example of a big input gives what its comments promise', () => {
  const [token, now] = [expiredToken(), '2026-03-01T12:00:00Z'];
  const texts = harText([goodCall(1), expiredCall(2, token), goodCall(3), expiredCall(4, token)]);
  // #region followed
  const follower = followEntries('har');
  const groups = grouper();
  const see = (calls: Iterable<FailingCall>) => {
    for (const { pastes, at } of calls) for (const one of diagnose(pastes, { now: at ?? now })) groups.add(one);
  };
  for (const text of texts) see(follower.push(text));
  see(follower.end());
  groups.groups();
  // #endregion
  expect(groups.groups()).toMatchObject([{ diagnosis: { conclusion: { cause: 'token-expired' } }, calls: 2 }]);
});

it('the example of the catalog gives what its comments promise', () => {
  // #region catalog
  const role = factSpec('workspace.role');
  role.ask?.question;
  choicesOf(role);
  // #endregion
  expect(role.ask?.question).toBe('Which role does the caller have in the workspace?');
  expect(choicesOf(role)).toEqual(['none', 'viewer', 'contributor', 'member', 'admin']);
});

it('the example of a masked diagnosis gives what its comments promise', () => {
  // #region masked
  const url = 'https://api.powerbi.com/v1.0/myorg/groups/0c5b1e7d-93f4-4a26-8d10-5e7b2c9a4f38/reports';
  const [refused] = diagnose([{ text: `GET ${url} -> 403` }], { now: '2026-03-01T12:00:00Z' });
  const shown = refused && maskDiagnosis(refused, { ids: true });
  shown?.call;
  // #endregion
  expect(shown?.call).toBe('GET https://api.powerbi.com/v1.0/myorg/groups/workspace-1/reports -> 403');
});

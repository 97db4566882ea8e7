import { describe, expect, it } from 'vitest';
import { builtInRules, FACT_PATHS, factSpec, GATES } from '../../index.ts';
import { BASICS, problemWith, questionFor, questionsOfGate } from './questions.ts';

describe('questions', () => {
  it('can be put for every fact that people are asked for, with answers that the fact can have', () => {
    const asked = FACT_PATHS.filter((path) => factSpec(path).ask !== undefined);
    expect(asked.length).toBeGreaterThan(50);
    for (const path of asked) {
      const question = questionFor(path);
      expect(question?.question).toMatch(/\?$/);
      for (const { value } of question?.answers ?? []) expect(problemWith(path, value)).toBeUndefined();
    }
    expect(questionFor('token.aud')).toBeUndefined();
  });

  it('start with what is called, and each of the first ones can be put', () => {
    expect(BASICS[0]).toBe('call.api');
    expect(BASICS.filter((fact) => questionFor(fact) === undefined)).toEqual([]);
  });

  it('lead to every gate of the checklist, and leave out what is known', () => {
    for (const gate of GATES) expect(questionsOfGate(gate, builtInRules, () => true).length).toBeGreaterThan(0);
    expect(questionsOfGate('workspace', builtInRules, (fact) => fact === 'workspace.role')).toMatchObject([
      { fact: 'workspace.role' },
    ]);
  });

  it('say what is wrong with a typed answer', () => {
    expect(problemWith('response.status', '403')).toBeUndefined();
    expect(problemWith('response.status', '')).toBeUndefined();
    expect(problemWith('response.status', 'forbidden')).toBe('It has to be an HTTP status, such as 403.');
    expect(problemWith('response.status', '1')).toBe('It has to be an HTTP status, such as 403.');
    expect(problemWith('caller.kind', 'me')).toContain('one of user, service-principal');
  });
});

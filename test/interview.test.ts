import { describe, expect, it } from 'vitest';
import { loadRules } from '../src/cli/rule-files.ts';
import { diagnose } from '../src/diagnose/diagnose.ts';
import { readCases } from '../tools/cases/read-case.ts';
import { ask, patientsOf } from '../tools/interview/measure.ts';
import { truthfulPerson } from '../tools/interview/person.ts';
import { buildToken } from './support/token.ts';

const rules = loadRules('rules');
const now = '2026-03-01T12:00:00Z';

/** Nobody is asked for longer in these tests: what is not found by then counts as not found. */
const PATIENCE = 8;

const meanOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;

describe('an interview of people who answer truthfully', () => {
  const patients = patientsOf(readCases('fixtures'), rules);
  const courses = patients.map((patient) => ask(patient, rules, PATIENCE));
  const found = courses.filter((course) => course.found);

  it('finds the cause of seven in eight whose paste did not show it', () => {
    expect(patients.length).toBeGreaterThan(50);
    expect(found.length / courses.length).toBeGreaterThanOrEqual(7 / 8);
  });

  it('takes two questions on average and never more than five', () => {
    expect(meanOf(found.map(({ asked }) => asked.length))).toBeLessThanOrEqual(2);
    expect(Math.max(...found.map(({ asked }) => asked.length))).toBeLessThanOrEqual(5);
  });

  it('asks nobody the same twice', () => {
    expect(courses.filter(({ asked }) => new Set(asked).size < asked.length)).toEqual([]);
  });
});

describe('somebody with nothing but a good token', () => {
  const at = Date.parse(now) / 1000;
  const token = buildToken({
    aud: 'https://api.fabric.microsoft.com',
    iss: 'https://sts.windows.net/5a0c0000-0000-4000-8000-000000000010/',
    tid: '5a0c0000-0000-4000-8000-000000000010',
    scp: 'Item.Read.All',
    nbf: at - 300,
    exp: at + 3000,
  });

  it('is asked how the call ended, and not whether there is a token', () => {
    expect(diagnose([{ text: token }], { rules, now })[0]?.question?.fact).toBe('response.status');
    const told = { 'call.refused-by': 'entra' };
    expect(diagnose([{ text: token }], { rules, now, answers: told })[0]?.question?.fact).toBe('entra.code');
  });
});

describe('somebody with nothing to paste', () => {
  it('is asked first what fails: getting the token, or the call with it', () => {
    expect(diagnose([], { rules, now })[0]?.question?.fact).toBe('call.refused-by');
    expect(diagnose([{ text: 'it does not work' }], { rules, now })[0]?.question?.fact).toBe('call.refused-by');
  });

  const courses = rules.map((rule) =>
    ask({ id: rule.id, pastes: [], now, cause: rule.id, person: truthfulPerson(rule, rules, {}) }, rules, PATIENCE),
  );

  it('is led to the cause by questions alone for two causes in three', () => {
    const found = courses.filter((course) => course.found);
    expect(found.length / rules.length).toBeGreaterThanOrEqual(0.66);
    expect(meanOf(found.map(({ asked }) => asked.length))).toBeLessThanOrEqual(3);
  });
});

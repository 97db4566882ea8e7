import { describe, expect, it } from 'vitest';
import { loadRules } from '../src/cli/rule-files.ts';
import { diagnose } from '../src/diagnose/diagnose.ts';
import { blocksOf, holds } from '../src/match/match.ts';
import type { Evidence } from '../src/model/evidence.ts';
import type { Rule, Sign, When } from '../src/model/rule.ts';
import { type Case, readCases } from '../tools/cases/read-case.ts';

/** What a case comes to, with its answers: all that its facts say, without a verdict; and the causes it takes. */
interface Shown {
  readonly fair: readonly (string | undefined)[];
  readonly evidence: readonly Evidence[];
}

const rules = loadRules('rules');

const shownBy = (one: Case): Shown => {
  const context = { rules: [], now: one.now, answers: { ...one.identity, ...one.answers } };
  const evidence = diagnose(one.pastes, context).map(({ facts }) => new Map(Object.entries(facts)));
  return { fair: [one.expect.cause, ...(one.expect.acceptable ?? [])], evidence };
};

const shown = readCases('fixtures').map(shownBy);

/** The conclusive ones of these signs that no case shows; which cases count is asked by the cause. */
const neverShown = (signs: (rule: Rule) => readonly Sign[], counts: (one: Shown, cause: string) => boolean) =>
  rules.flatMap((rule) => {
    const cases = shown.filter((one) => counts(one, rule.id));
    return signs(rule)
      .filter(({ strength }) => strength === 'conclusive')
      .filter(({ when }) => !cases.some(({ evidence }) => evidence.some((facts) => holds(when, facts))))
      .map(({ because }) => `${rule.id}: ${because}`);
  });

const conditionsOf = (rule: Rule): readonly When[] => [
  ...(rule['possible-when'] === undefined ? [] : [rule['possible-when']]),
  ...[...rule.signs, ...(rule['counter-signs'] ?? [])].map(({ when }) => when),
];

/** The facts that a rule asks to be known to be absent. */
const wantedAbsent = (rule: Rule): readonly string[] =>
  conditionsOf(rule)
    .flatMap(blocksOf)
    .flatMap((block) =>
      Object.entries(block).flatMap(([path, test]) =>
        typeof test === 'object' && 'known' in test && test.known === false ? [path] : [],
      ),
    );

describe('conclusive', () => {
  it('signs hold each in a case of fixtures/ that takes the cause', () => {
    const never = neverShown(
      (rule) => rule.signs,
      ({ fair }, cause) => fair.includes(cause),
    );
    expect(never).toEqual([]);
  });

  it('counter-signs hold each in a case of fixtures/ that is something else', () => {
    const never = neverShown(
      (rule) => rule['counter-signs'] ?? [],
      ({ fair }, cause) => !fair.includes(cause),
    );
    expect(never).toEqual([]);
  });
});

describe('known: false', () => {
  it('is asked only of facts that a case shows to be absent, which is more than unknown', () => {
    const absent = new Set(
      shown
        .flatMap(({ evidence }) => evidence.flatMap((facts) => [...facts].map(([path, { state }]) => [path, state])))
        .filter(([, state]) => state === 'absent')
        .map(([path]) => path),
    );
    expect(rules.flatMap(wantedAbsent).filter((path) => !absent.has(path))).toEqual([]);
  });
});

it('rules look for no curly quotes, which are read as straight ones', () => {
  const curly = rules
    .flatMap((rule) => conditionsOf(rule).map((when) => `${rule.id}: ${JSON.stringify(when)}`))
    .filter((words) => /[\u2018\u2019\u201c\u201d]/.test(words));
  expect(curly).toEqual([]);
});

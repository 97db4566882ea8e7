import { describe, expect, it } from 'vitest';
import { finding } from '../../test/support/sample-diagnosis.ts';
import { readCases } from '../../tools/cases/read-case.ts';
import { runCase } from '../../tools/cases/run-case.ts';
import { loadRules } from '../cli/rule-files.ts';
import type { Diagnosis, Finding } from '../model/diagnosis.ts';
import { lettersOf, messageReport } from './message.ts';
import { WHO_WORDS } from './words.ts';

const rules = loadRules('rules');
const diagnosed = readCases('fixtures').flatMap((one) => {
  const diagnosis = runCase(one, rules, { ...one.identity, ...one.answers });
  return diagnosis === undefined ? [] : [{ id: one.id, diagnosis }];
});

const firstOf = ({ findings }: Diagnosis): Finding | undefined =>
  findings.find(({ verdict }) => verdict !== 'ruled-out');
const othersIn = ({ fix }: Finding) => fix.filter(({ who }) => who !== 'caller' && who !== 'nobody');
/** Letters without the marks that keep them inert where Markdown is rendered. */
const read = (text: string): string => text.replaceAll(/[`\\]/g, '').replaceAll('&#124;', '|');

const standing = diagnosed.filter(({ diagnosis }) => diagnosis.conclusion.is === 'stops-at');

describe('the messages to those who have to act', () => {
  it('are one for each other person of the fix, with every step and place', () => {
    const missing = standing.flatMap(({ id, diagnosis }) => {
      const first = firstOf(diagnosis);
      const letters = lettersOf(diagnosis);
      return (first === undefined ? [] : othersIn(first)).flatMap((step) => {
        const text = read(letters.find(({ to }) => to === step.who)?.text ?? '');
        const wanted = [WHO_WORDS[step.who], step.do, step.where ?? ''].map((words) =>
          read(words).replaceAll(/\s+/g, ' ').trim(),
        );
        return wanted.filter((words) => !text.includes(words)).map((words) => `${id}: ${words}`);
      });
    });
    expect(standing.length).toBeGreaterThan(400);
    expect(missing).toEqual([]);
  });

  it('name the object id of the caller wherever it is known', () => {
    const without = standing.flatMap(({ id, diagnosis }) => {
      const fact = diagnosis.facts['caller.object-id'];
      if (fact?.state !== 'known') return [];
      return lettersOf(diagnosis)
        .filter(({ text }) => !text.includes(String(fact.value)))
        .map(() => id);
    });
    expect(without).toEqual([]);
  });

  it('name a tenant setting by its former name too', () => {
    const texts = standing.flatMap(({ diagnosis }) => lettersOf(diagnosis)).filter(({ to }) => to === 'fabric-admin');
    const about = texts.filter(({ text }) => text.includes('Service principals can call Fabric public APIs'));
    expect(about.length).toBeGreaterThan(0);
    expect(about.filter(({ text }) => !text.includes('Allow service principals to use Power BI APIs'))).toEqual([]);
  });

  it('say who is to look, where only somebody else can answer the next question', () => {
    const asking = diagnosed.filter(
      ({ diagnosis: { conclusion, question } }) =>
        conclusion.is === 'unexplained' && question !== undefined && question.who !== 'caller',
    );
    expect(asking.length).toBeGreaterThan(0);
    for (const { diagnosis } of asking) expect(messageReport([diagnosis])).toContain('Please look this up');
  });

  it('show marks of Markdown and HTML as they are', () => {
    const [{ diagnosis } = { diagnosis: undefined }] = standing;
    if (diagnosis === undefined) throw new Error('No fixture stands.');
    const step = { do: 'Open ![x](https://e.example/p) <img src=x> for @everybody', who: 'fabric-admin' } as const;
    const hostile: Diagnosis = { ...diagnosis, findings: [finding({ verdict: 'confirmed', fix: [step] })] };
    const [letter] = lettersOf(hostile);
    expect(letter?.text).toContain('`![x](https://e.example/p`)');
    expect(letter?.text).not.toMatch(/(?<!`)<img/);
  });

  it('are none where the caller alone can mend it', () => {
    const alone = standing.filter(({ diagnosis }) => firstOf(diagnosis)?.fix.every(({ who }) => who === 'caller'));
    expect(alone.length).toBeGreaterThan(0);
    for (const { diagnosis } of alone) expect(messageReport([diagnosis])).toMatch(/^Nobody else has to act/);
  });
});

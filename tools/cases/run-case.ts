import { diagnose } from '../../src/diagnose/diagnose.ts';
import type { Answers, Diagnosis, Finding } from '../../src/model/diagnosis.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { Case } from './read-case.ts';

/** The causes a diagnosis names, best first: those that something speaks for. */
export const named = (diagnosis: Diagnosis | undefined): readonly Finding[] =>
  diagnosis?.findings.filter(({ verdict }) => verdict !== 'ruled-out') ?? [];

/** Runs a case: all its pastes belong to one failing call, so the first diagnosis counts. */
export const runCase = (one: Case, rules: readonly Rule[], answers: Answers = {}): Diagnosis | undefined =>
  diagnose(one.pastes, { rules, now: one.now, answers })[0];

/** What a case says against the diagnosis, in words; empty where it comes out as expected. */
export const complaints = (one: Case, diagnosis: Diagnosis | undefined): readonly string[] => {
  const { cause, acceptable = [], unexplained, asks, 'ruled-out': ruledOut = [] } = one.expect;
  const findings = named(diagnosis);
  const first = findings[0];
  const fair = [cause, ...acceptable];
  const loud = findings.filter(({ verdict }) => verdict !== 'possible');
  const confirmed = findings.filter((finding) => finding.verdict === 'confirmed' && !fair.includes(finding.cause));
  const notRuledOut = ruledOut.filter(
    (id) => !diagnosis?.findings.some((finding) => finding.cause === id && finding.verdict === 'ruled-out'),
  );
  const asked = diagnosis?.question?.fact ?? 'none';
  return [
    ...(cause && first?.cause !== cause ? [`missing: expected ${cause} first, got ${first?.cause ?? 'nothing'}`] : []),
    ...(unexplained && loud.length > 0
      ? [`noisy: expected nothing above possible, got ${loud.map((f) => f.cause).join(', ')}`]
      : []),
    ...confirmed.map((finding) => `noisy: ${finding.cause} is confirmed and should not be`),
    ...notRuledOut.map((id) => `noisy: ${id} should be ruled out`),
    ...(asks !== undefined && asks !== asked ? [`asks: expected ${asks}, got ${asked}`] : []),
  ];
};

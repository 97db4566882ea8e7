import type { Answers, Diagnosis } from '../../src/model/diagnosis.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { Case, Decidable } from './read-case.ts';
import { named, runCase } from './run-case.ts';

/** Counts over a set of cases. */
export interface Counts {
  readonly exact: number;
  readonly fair: number;
  readonly top3: number;
}

/** The score of a folder of cases; counts, not percentages. */
export interface Score extends Counts {
  readonly cases: number;
  readonly wronglyConfirmed: readonly string[];
  readonly unexplained: readonly string[];
  readonly misses: readonly { readonly id: string; readonly expected: string; readonly first: string }[];
  readonly withAnswers: Counts;
  readonly byDecidable: Readonly<Record<Decidable, Counts & { readonly cases: number }>>;
}

interface Marked {
  readonly one: Case;
  readonly first: string;
  readonly exact: boolean;
  readonly fair: boolean;
  readonly top3: boolean;
  readonly wrong: readonly string[];
  readonly unexplained: boolean;
}

const mark = (one: Case, diagnosis: Diagnosis | undefined): Marked => {
  const findings = named(diagnosis);
  const causes = findings.map(({ cause }) => cause);
  const loud = findings.some(({ verdict }) => verdict === 'confirmed' || verdict === 'likely');
  const { cause, acceptable = [], unexplained = false } = one.expect;
  const first = causes[0] ?? 'nothing';
  const silent = unexplained && !loud;
  const wrong = findings.filter((f) => f.verdict === 'confirmed' && f.cause !== cause && !acceptable.includes(f.cause));
  return {
    one,
    first,
    exact: silent || first === cause,
    fair: silent || first === cause || acceptable.includes(first),
    top3: silent || causes.slice(0, 3).some((id) => id === cause),
    wrong: wrong.map((finding) => `${one.id}: ${finding.cause}`),
    unexplained: !loud,
  };
};

const count = (marks: readonly Marked[]): Counts & { cases: number } => ({
  cases: marks.length,
  exact: marks.filter(({ exact }) => exact).length,
  fair: marks.filter(({ fair }) => fair).length,
  top3: marks.filter(({ top3 }) => top3).length,
});

/** Scores cases: with pastes only, and again with the identity and the answers given. */
export const score = (cases: readonly Case[], rules: readonly Rule[]): Score => {
  const run = (answersOf: (one: Case) => Answers): readonly Marked[] =>
    cases.map((one) => mark(one, runCase(one, rules, answersOf(one))));
  const marks = run(() => ({}));
  const told = run(({ identity, answers }) => ({ ...identity, ...answers }));
  const of = (decidable: Decidable) => count(marks.filter(({ one }) => one.decidable === decidable));
  const { cases: _cases, ...withAnswers } = count(told);
  return {
    ...count(marks),
    wronglyConfirmed: [...new Set([...marks, ...told].flatMap(({ wrong }) => wrong))],
    unexplained: marks.filter(({ unexplained }) => unexplained).map(({ one }) => one.id),
    misses: marks
      .filter(({ exact }) => !exact)
      .map(({ one, first }) => ({ id: one.id, expected: one.expect.cause ?? 'nothing', first })),
    withAnswers,
    byDecidable: {
      'from-paste': of('from-paste'),
      'with-question': of('with-question'),
      'with-live-check': of('with-live-check'),
    },
  };
};

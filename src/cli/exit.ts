import type { Diagnosis } from '../model/diagnosis.ts';
import { standing } from '../report/standing.ts';

/** What the exit code says; the same in every format. */
export const EXIT = {
  nothingWrong: 0,
  causeFound: 1,
  usage: 2,
  notExplained: 3,
  liveCheckFailed: 4,
  internal: 70,
  /** Ctrl-C: 128 and the number of the signal. */
  interrupted: 130,
} as const;

/** Of several codes the one that counts: a cause that was found, then a call that stays unexplained. */
export const worst = (codes: ReadonlySet<number>): number =>
  [EXIT.causeFound, EXIT.notExplained].find((code) => codes.has(code)) ?? EXIT.nothingWrong;

/** The exit code of a run: a cause that was found counts most, then a call that stays unexplained. */
export const exitCode = (diagnoses: readonly Diagnosis[]): number => {
  const standings = diagnoses.map(standing);
  if (standings.includes('stops')) return EXIT.causeFound;
  return standings.length === 0 || standings.includes('unexplained') ? EXIT.notExplained : EXIT.nothingWrong;
};

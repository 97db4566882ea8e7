import type { Outcome } from '../model/diagnosis.ts';

export const HOLDS: Outcome = { is: 'holds' };
export const FAILS: Outcome = { is: 'fails' };

/** An outcome that these facts would decide. */
export const unknown = (needs: readonly string[]): Outcome => ({ is: 'unknown', needs });

const needsOf = (outcomes: readonly Outcome[]): readonly string[] => [
  ...new Set(outcomes.flatMap((outcome) => (outcome.is === 'unknown' ? outcome.needs : []))),
];

/** Kleene and: one failure fails, whatever is unknown. */
export const allOf = (outcomes: readonly Outcome[]): Outcome => {
  if (outcomes.some(({ is }) => is === 'fails')) return FAILS;
  return outcomes.every(({ is }) => is === 'holds') ? HOLDS : unknown(needsOf(outcomes));
};

/** Kleene or: one that holds is enough, whatever is unknown. */
export const anyOf = (outcomes: readonly Outcome[]): Outcome => {
  if (outcomes.some(({ is }) => is === 'holds')) return HOLDS;
  return outcomes.every(({ is }) => is === 'fails') ? FAILS : unknown(needsOf(outcomes));
};

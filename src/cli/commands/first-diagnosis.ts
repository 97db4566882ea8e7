import type { Answers, Diagnosis } from '../../model/diagnosis.ts';
import type { Paste } from '../../model/paste.ts';

/** Diagnoses the one call that live checks look at. */
export type FirstDiagnosis = (
  pastes: readonly Paste[],
  given: { readonly answers: Answers; readonly looked: Answers },
) => Diagnosis;

/** The engine, of whose diagnoses the first is looked at; a notice tells of the others. */
export const firstDiagnosis = async (now: () => string): Promise<FirstDiagnosis> => {
  const { diagnose } = await import('../../index.ts');
  return (pastes, given) => {
    const [first, ...others] = diagnose(pastes, { now: now(), ...given });
    if (first === undefined) throw new Error('The engine gave no diagnosis.');
    if (others.length === 0) return first;
    const text = `Live checks look at one call, the first of ${others.length + 1} that fail here: ${first.call}.`;
    return { ...first, notices: [...first.notices, { code: 'several-values', text }] };
  };
};

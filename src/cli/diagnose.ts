import type { Answers, Diagnosis } from '../model/diagnosis.ts';
import type { Paste } from '../model/paste.ts';

/** The engine, as far as the commands use it. */
export type Diagnose = (
  pastes: readonly Paste[],
  context: { readonly now: string; readonly answers: Answers },
) => readonly Diagnosis[];

import type { Recognition } from '../../index.ts';
import type { Answers, Diagnosis } from '../../model/diagnosis.ts';
import type { Paste } from '../../model/paste.ts';
import type { Rule } from '../../model/rule.ts';
import type { Sealed } from '../../redact/seal.ts';
import type { Given, Kept } from './session.ts';

/** What answers and live checks have told of a call. */
export interface Told {
  readonly answers: Answers;
  readonly looked: Answers;
}

/** The engine, as far as the wizard uses it. It is loaded while the person pastes. */
export interface Engine {
  readonly rules: readonly Rule[];
  /** The answer that says "I cannot tell". */
  readonly cannotTell: string;
  /** A paste with the failing calls in it, where it is a recording. */
  readonly takeApart: (paste: Paste, now: string) => Given;
  /** What a paste is, masked. It is said at once: only what comes after the paste step asks why the call fails. */
  readonly recognise: (paste: Paste) => Recognition;
  readonly sealPastes: (pastes: readonly Paste[]) => Sealed;
  readonly diagnoseSealed: (sealed: Sealed, context: Told & { readonly now: string }) => readonly Diagnosis[];
  /** Masks what is shown and saved. Live checks go by what is not masked. */
  readonly mask: (diagnosis: Diagnosis) => Diagnosis;
  readonly maskKept: (kept: Kept) => Kept;
}

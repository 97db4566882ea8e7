import { diagnose } from '../../src/diagnose/diagnose.ts';
import type { Rule } from '../../src/model/rule.ts';
import { sealPastes } from '../../src/redact/seal.ts';
import { caseReport } from '../../src/report/case.ts';

/** A case to keep: its file, and what to write into it. */
export interface NewCase {
  readonly file: string;
  readonly text: string;
}

/**
 * A paste as a case, without secrets and names: in the folder of the cause that was found, unless the name says one
 * (`wrong-audience/near-this`).
 */
export const newCase = (name: string, paste: string, rules: readonly Rule[], now: string): NewCase => {
  const pastes = [{ text: paste }];
  const [diagnosis] = diagnose(pastes, { rules, now });
  if (diagnosis === undefined) throw new Error('Nothing was diagnosed.');
  const { conclusion } = diagnosis;
  const folder = conclusion.is === 'stops-at' ? conclusion.cause : 'unexplained';
  return {
    file: `fixtures/${name.includes('/') ? name : `${folder}/${name}`}.case.md`,
    text: caseReport({ sealed: sealPastes(pastes), answers: {}, diagnosis }),
  };
};

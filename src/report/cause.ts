import type { Basis, Finding, Reason } from '../model/diagnosis.ts';
import { type Lines, labelled, paragraph, section, stack } from './layout.ts';
import type { Style } from './style.ts';
import { BASIS_WORDS, STRENGTH_ORDER, STRENGTH_WORDS } from './words.ts';

/** What else than the paste a reason rests on; that it rests on the paste goes without saying. */
const restsWords = (rests: readonly Basis[]): string =>
  rests.every((basis) => basis === 'paste') ? '' : ` (by ${rests.map((basis) => BASIS_WORDS[basis]).join(', ')})`;

/** Reasons in words, the best first, each with what it is worth. */
export const reasonsInWords = (list: readonly Reason[]): readonly { readonly label: string; readonly text: string }[] =>
  STRENGTH_ORDER.flatMap((strength) =>
    list
      .filter((reason) => reason.strength === strength)
      .map(({ text, rests }) => ({ label: STRENGTH_WORDS[strength], text: `${text}${restsWords(rests)}` })),
  );

const reasons = (list: readonly Reason[], style: Style): Lines =>
  reasonsInWords(list).flatMap(({ label, text }) => labelled(label, text, style));

/** What happens and why, what shows it, and what speaks against it. */
export const causeSection = (finding: Finding, style: Style): Lines =>
  stack([
    section('Why', paragraph(finding.explain, style), style),
    section('What shows it', reasons(finding.for, style), style),
    section('What speaks against it', reasons(finding.against, style), style),
  ]);

import type { Basis, Finding, Reason } from '../model/diagnosis.ts';
import { STRENGTHS } from '../model/rule.ts';
import { type Lines, labelled, paragraph, section, stack } from './layout.ts';
import type { Style } from './style.ts';
import { BASIS_WORDS, STRENGTH_WORDS } from './words.ts';

/** What else than the paste a reason rests on; that it rests on the paste goes without saying. */
const restsWords = (rests: readonly Basis[]): string =>
  rests.every((basis) => basis === 'paste') ? '' : ` (by ${rests.map((basis) => BASIS_WORDS[basis]).join(', ')})`;

interface ReasonWords {
  readonly label: string;
  readonly text: string;
}

const wordsOf = ({ strength, text, rests }: Reason): ReasonWords => ({
  label: STRENGTH_WORDS[strength],
  text: `${text}${restsWords(rests)}`,
});

/** Behind better reasons, the weak ones mostly say the same once more. */
const WEAK_SHOWN = 2;

const weakInWords = (weak: readonly Reason[], isBehindBetter: boolean): readonly ReasonWords[] => {
  const left = weak.length - WEAK_SHOWN;
  if (!isBehindBetter || left < 2) return weak.map(wordsOf);
  return [
    ...weak.slice(0, WEAK_SHOWN).map(wordsOf),
    { label: 'Weak signs', text: `${left} more; --format json says which.` },
  ];
};

type InWords = (list: readonly Reason[]) => readonly ReasonWords[];

/** All reasons in words, the best first, each with what it is worth. */
export const allReasonsInWords: InWords = (list) =>
  STRENGTHS.flatMap((strength) => list.filter((reason) => reason.strength === strength)).map(wordsOf);

/** The same for one call: of the weak ones behind better ones the first few. */
export const reasonsInWords: InWords = (list) => {
  const weak = list.filter(({ strength }) => strength === 'weak');
  const better = list.filter(({ strength }) => strength !== 'weak');
  return [...allReasonsInWords(better), ...weakInWords(weak, better.length > 0)];
};

const reasons = (list: readonly Reason[], style: Style, inWords: InWords): Lines =>
  inWords(list).flatMap(({ label, text }) => labelled(label, text, style));

/** What happens and why, what shows it, and what speaks against it. */
export const causeSection = (finding: Finding, style: Style, inWords = reasonsInWords): Lines =>
  stack([
    section('Why', paragraph(finding.explain, style), style),
    section('What shows it', reasons(finding.for, style, inWords), style),
    section('What speaks against it', reasons(finding.against, style, inWords), style),
  ]);

import { VERDICTS, type Verdict } from '../model/diagnosis.ts';
import { GATES, LIKELIHOODS } from '../model/rule.ts';
import type { Judgement } from './judge.ts';

/** What counts towards the place of a cause, in strong signs. Tried on threads whose words nobody had seen. */
const OF_VERDICT: Readonly<Record<Verdict, number>> = {
  confirmed: 2,
  likely: 2,
  possible: 1,
  silent: 0,
  'ruled-out': 0,
};
const OF_WEAK = 0.3;
const OF_RESEMBLANCE = 0.4;

/** A cause five times as probable for a call as by chance is worth naming. */
const ALIKE = Math.log(5);

/** Whether a call reads like those that failed for a cause: enough to say so, and to name the cause. */
export const readsAlike = ({ resemblance }: Judgement): boolean => resemblance >= ALIKE;

const weightOf = ({ verdict, strong, weak, resemblance }: Judgement): number =>
  OF_VERDICT[verdict] + strong + OF_WEAK * weak + OF_RESEMBLANCE * resemblance;

const isOpen = ({ verdict }: Judgement): boolean => verdict !== 'confirmed' && verdict !== 'ruled-out';

/**
 * Ascending sort keys, the first difference decides. Among the confirmed the first failing gate is why this call
 * failed; the later ones would bite next. The id at the end makes the order total: same input, same bytes out.
 */
const keysOf = (judgement: Judgement): readonly number[] => [
  isOpen(judgement) ? 1 : VERDICTS.indexOf(judgement.verdict),
  judgement.verdict === 'confirmed' ? GATES.indexOf(judgement.rule.gate) : 0,
  -weightOf(judgement),
  LIKELIHOODS.indexOf(judgement.rule.likelihood),
];

interface Keyed {
  readonly judgement: Judgement;
  readonly keys: readonly number[];
}

const compare = (a: Keyed, b: Keyed): number => {
  const at = a.keys.findIndex((key, i) => key !== b.keys[i]);
  if (at >= 0) return (a.keys[at] ?? 0) - (b.keys[at] ?? 0);
  return a.judgement.rule.id < b.judgement.rule.id ? -1 : 1;
};

/**
 * What is said of a cause among the others: one that stands before a likely one is likely too, and one that nothing but
 * the way the call reads speaks for is possible.
 */
const amongOthers = (judgement: Judgement, isBeforeLikely: boolean): Judgement => {
  const { verdict } = judgement;
  if (isBeforeLikely && isOpen(judgement) && verdict !== 'likely') return { ...judgement, verdict: 'likely' };
  return verdict === 'silent' && readsAlike(judgement) ? { ...judgement, verdict: 'possible' } : judgement;
};

/** The judgements, best first. */
export const rank = (judgements: readonly Judgement[]): readonly Judgement[] => {
  const keyed = judgements.map((judgement): Keyed => ({ judgement, keys: keysOf(judgement) }));
  const sorted = keyed.sort(compare).map(({ judgement }) => judgement);
  const lastLikely = sorted.findLastIndex(({ verdict }) => verdict === 'likely');
  const placed = sorted.map((judgement, at) => amongOthers(judgement, at < lastLikely));
  return placed.sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict));
};

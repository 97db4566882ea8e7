import { VERDICTS } from '../model/diagnosis.ts';
import { GATES, type Likelihood } from '../model/rule.ts';
import type { Judgement } from './judge.ts';

const LIKELIHOODS: readonly Likelihood[] = ['common', 'uncommon', 'rare'];

/**
 * Ascending sort keys, the first difference decides. Among the confirmed the first failing gate is why this call
 * failed; the later ones would bite next. The id at the end makes the order total: same input, same bytes out.
 */
const keysOf = ({ rule, verdict, strong, weak }: Judgement): readonly number[] => [
  VERDICTS.indexOf(verdict),
  verdict === 'confirmed' ? GATES.indexOf(rule.gate) : 0,
  -strong,
  -weak,
  LIKELIHOODS.indexOf(rule.likelihood),
];

const compare = (a: Judgement, b: Judgement): number => {
  const [left, right] = [keysOf(a), keysOf(b)];
  const difference = left.map((key, i) => key - (right[i] ?? 0)).find((d) => d !== 0);
  return difference ?? (a.rule.id < b.rule.id ? -1 : 1);
};

/** The judgements, best first. */
export const rank = (judgements: readonly Judgement[]): readonly Judgement[] => [...judgements].sort(compare);

import type { Derivation } from '../facts/derivation.ts';
import type { Verdict } from '../model/diagnosis.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Likelihood, Rule } from '../model/rule.ts';
import { type Condition, type ConditionIndex, isTelling } from './conditions.ts';
import type { Judgement, Weighed } from './judge.ts';
import { sumOf } from './shares.ts';

/** What is known when a question is looked for. */
export interface Situation {
  readonly evidence: Evidence;
  readonly judgements: readonly Judgement[];
  readonly rules: readonly Rule[];
  readonly derivations: readonly Derivation[];
  readonly now: string;
  /** Facts that the person was asked for, told or not. */
  readonly asked: ReadonlySet<string>;
}

/** How much of the suspicion lies on a cause of this verdict, against one that nothing speaks for. */
const SUSPICION: Readonly<Record<Verdict, number>> = {
  confirmed: 400,
  likely: 60,
  possible: 12,
  silent: 0.5,
  'ruled-out': 0,
};
const PRIOR: Readonly<Record<Likelihood, number>> = { common: 1, uncommon: 0.6, rare: 0.3 };

const clamp = (n: number, least: number, most: number): number => Math.min(most, Math.max(least, n));

/**
 * How much suspicion lies on a cause: its verdict, how common it is, by how much its signs outweigh the others, and how
 * much the call reads like others with it.
 */
export const suspicion = ({ rule, verdict, strong, weak, resemblance }: Weighed): number =>
  SUSPICION[verdict] *
  PRIOR[rule.likelihood] *
  1.4 ** clamp(strong, -2, 4) *
  1.1 ** clamp(weak, -3, 4) *
  1.4 ** clamp(resemblance, -2, 4);

/** An open cause as a hypothesis, with the suspicion that lies on it. */
export interface Suspect {
  readonly judgement: Judgement;
  /** What of its suspicion is left where the person could not tell its facts, from 0 to 1. */
  readonly doubt: number;
  readonly weight: number;
}

/** The open causes, and what they come to together. */
export interface Suspects {
  readonly byRule: ReadonlyMap<Rule, Suspect>;
  readonly weight: number;
  readonly squares: number;
  /** The conditions that hold, whatever is answered. */
  readonly held: ReadonlySet<Condition>;
}

/** Somebody who cannot tell one fact of a cause seldom can tell its others: it is time to ask about another cause. */
const UNTOLD = 0.25;

/** The rules that hinge on a fact that was asked for and could not be told, by how many. */
const untoldOf = ({ asked, evidence }: Situation, index: ConditionIndex): ReadonlyMap<Rule, number> => {
  const counts = new Map<Rule, number>();
  for (const path of asked) {
    if (evidence.has(path)) continue;
    const hinge = index.lookingAt(path).filter(isTelling);
    for (const rule of new Set(hinge.map((condition) => condition.rule))) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
};

/** The causes that are still open. */
export const suspectsOf = (situation: Situation, index: ConditionIndex): Suspects => {
  const { judgements } = situation;
  const untold = untoldOf(situation, index);
  const all = judgements
    .map((judgement) => {
      const doubt = UNTOLD ** (untold.get(judgement.rule) ?? 0);
      return { judgement, doubt, weight: suspicion(judgement) * doubt };
    })
    .filter(({ weight }) => weight > 0);
  return {
    byRule: new Map(all.map((suspect) => [suspect.judgement.rule, suspect])),
    weight: sumOf(all.map(({ weight }) => weight)),
    squares: sumOf(all.map(({ weight }) => weight ** 2)),
    held: new Set(judgements.flatMap(({ held }) => held)),
  };
};

import { resemblances } from '../knowledge/resemblance.ts';
import { holds, truthOf } from '../match/match.ts';
import type { Verdict } from '../model/diagnosis.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Rule, Strength } from '../model/rule.ts';
import { type Condition, indexOf } from './conditions.ts';

type Counts = Readonly<Record<Strength, number>>;

/** What a rule comes to before it is judged: whether it is possible, and how many of its signs hold. */
export interface Tally {
  readonly possible: boolean | undefined;
  readonly signs: Counts;
  readonly counterSigns: Counts;
}

/** A rule held against the evidence. */
export interface Judgement {
  readonly rule: Rule;
  readonly verdict: Verdict;
  readonly tally: Tally;
  /** Its conditions that hold. */
  readonly held: readonly Condition[];
  /** Strong signs less strong counter-signs, and the same for weak ones: what the ranking compares. */
  readonly strong: number;
  readonly weak: number;
  /** How much the call resembles those that failed for this cause: 0 where nothing is known of that. */
  readonly resemblance: number;
}

/**
 * The verdict on a tally. A conclusive sign confirms only where the cause is known to be possible and no strong sign
 * speaks against it: a wrong "confirmed" is worse than an honest "likely".
 */
const verdictOn = ({ possible, signs, counterSigns }: Tally): Verdict => {
  if (possible === false || counterSigns.conclusive > 0) return 'ruled-out';
  if (signs.conclusive > 0 && possible && counterSigns.strong === 0) return 'confirmed';
  if (signs.conclusive > 0 || signs.strong > counterSigns.strong) return 'likely';
  return signs.strong + signs.weak > 0 ? 'possible' : 'silent';
};

/** What the suspicion on a cause goes by. */
export type Weighed = Pick<Judgement, 'rule' | 'verdict' | 'strong' | 'weak' | 'resemblance'>;

const weighed = (rule: Rule, tally: Tally, resemblance: number): Weighed => {
  const { signs, counterSigns } = tally;
  return {
    rule,
    verdict: verdictOn(tally),
    strong: signs.strong - counterSigns.strong + (signs.conclusive > 0 ? 1 : 0),
    weak: signs.weak - counterSigns.weak,
    resemblance,
  };
};

const NOTHING: Counts = { conclusive: 0, strong: 0, weak: 0 };

const tallyOf = (
  held: readonly Condition[],
  possible: boolean | undefined,
  before: Pick<Tally, 'signs' | 'counterSigns'> = { signs: NOTHING, counterSigns: NOTHING },
): Tally => {
  const tally = { possible, signs: { ...before.signs }, counterSigns: { ...before.counterSigns } };
  for (const { counts } of held) if (counts !== 'possible') tally[counts.as][counts.strength] += 1;
  return tally;
};

/** What a rule of which these conditions hold comes to. */
const judgeOne = (rule: Rule, held: readonly Condition[], evidence: Evidence, resemblance: number): Judgement => {
  const tally = tallyOf(held, truthOf(rule['possible-when'], evidence));
  return { ...weighed(rule, tally, resemblance), tally, held };
};

/** What a judgement comes to where more conditions hold, and the cause is possible or not. */
export const weighAgain = (
  { rule, tally, resemblance }: Judgement,
  more: readonly Condition[],
  possible: boolean | undefined,
): Weighed => weighed(rule, tallyOf(more, possible, tally), resemblance);

/** Holds rules against the evidence. */
export const judge = (rules: readonly Rule[], evidence: Evidence): readonly Judgement[] => {
  const { of } = indexOf(rules);
  const alike = resemblances(evidence);
  return rules.map((rule) => {
    const held = of(rule).filter(({ when }) => holds(when, evidence));
    return judgeOne(rule, held, evidence, alike.get(rule.id) ?? 0);
  });
};

import { truthOf } from '../match/match.ts';
import type { Verdict } from '../model/diagnosis.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Rule, Sign, Strength } from '../model/rule.ts';

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
  /** Strong signs less strong counter-signs, and the same for weak ones: what the ranking compares. */
  readonly strong: number;
  readonly weak: number;
}

const countHolding = (signs: readonly Sign[] | undefined, evidence: Evidence): Counts => {
  const count = { conclusive: 0, strong: 0, weak: 0 };
  for (const { strength, when } of signs ?? []) if (truthOf(when, evidence)) count[strength] += 1;
  return count;
};

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

/** What a rule with this tally comes to. */
export const judgementOn = (rule: Rule, tally: Tally): Judgement => {
  const { signs, counterSigns } = tally;
  return {
    rule,
    verdict: verdictOn(tally),
    tally,
    strong: signs.strong - counterSigns.strong + (signs.conclusive > 0 ? 1 : 0),
    weak: signs.weak - counterSigns.weak,
  };
};

/** Holds one rule against the evidence. */
export const judge = (rule: Rule, evidence: Evidence): Judgement =>
  judgementOn(rule, {
    possible: truthOf(rule['possible-when'], evidence),
    signs: countHolding(rule.signs, evidence),
    counterSigns: countHolding(rule['counter-signs'], evidence),
  });

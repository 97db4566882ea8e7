import { truthOf } from '../match/match.ts';
import type { Verdict } from '../model/diagnosis.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Rule, Sign, Strength } from '../model/rule.ts';

/** A rule held against the evidence. */
export interface Judgement {
  readonly rule: Rule;
  readonly verdict: Verdict;
  /** Strong signs less strong counter-signs, and the same for weak ones: what the ranking compares. */
  readonly strong: number;
  readonly weak: number;
}

const counts = (signs: readonly Sign[] | undefined, evidence: Evidence): Readonly<Record<Strength, number>> => {
  const count = { conclusive: 0, strong: 0, weak: 0 };
  for (const { strength, when } of signs ?? []) if (truthOf(when, evidence)) count[strength] += 1;
  return count;
};

/**
 * Holds one rule against the evidence. A conclusive sign confirms only where the cause is known to be possible and no
 * strong sign speaks against it: a wrong "confirmed" is worse than an honest "likely".
 */
export const judge = (rule: Rule, evidence: Evidence): Judgement => {
  const possible = truthOf(rule['possible-when'], evidence);
  const signs = counts(rule.signs, evidence);
  const counterSigns = counts(rule['counter-signs'], evidence);
  const conclusive = signs.conclusive > 0;
  const strong = signs.strong - counterSigns.strong;
  const verdict = (): Verdict => {
    if (possible === false || counterSigns.conclusive > 0) return 'ruled-out';
    if (conclusive && possible && counterSigns.strong === 0) return 'confirmed';
    if (conclusive || strong > 0) return 'likely';
    return signs.strong + signs.weak > 0 ? 'possible' : 'silent';
  };
  return { rule, verdict: verdict(), strong: strong + (conclusive ? 1 : 0), weak: signs.weak - counterSigns.weak };
};

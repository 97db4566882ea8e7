import { match } from '../match/match.ts';
import type { Outcome, Verdict } from '../model/diagnosis.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Rule, Sign, Strength } from '../model/rule.ts';

/** A sign and what it came to. */
export interface JudgedSign {
  readonly sign: Sign;
  readonly outcome: Outcome;
}

/** A rule held against the evidence. */
export interface Judgement {
  readonly rule: Rule;
  readonly verdict: Verdict;
  readonly possible: Outcome;
  readonly signs: readonly JudgedSign[];
  readonly counterSigns: readonly JudgedSign[];
  /** Strong signs less strong counter-signs, and the same for weak ones: what the ranking compares. */
  readonly strong: number;
  readonly weak: number;
}

const judgeSigns = (signs: readonly Sign[] | undefined, evidence: Evidence): readonly JudgedSign[] =>
  (signs ?? []).map((sign) => ({ sign, outcome: match(sign.when, evidence) }));

const holding = (signs: readonly JudgedSign[], strength: Strength): number =>
  signs.filter(({ sign, outcome }) => sign.strength === strength && outcome.is === 'holds').length;

/**
 * Holds one rule against the evidence. A conclusive sign confirms only where the cause is known to be possible and no
 * strong sign speaks against it: a wrong "confirmed" is worse than an honest "likely".
 */
export const judge = (rule: Rule, evidence: Evidence): Judgement => {
  const possible = match(rule['possible-when'], evidence);
  const signs = judgeSigns(rule.signs, evidence);
  const counterSigns = judgeSigns(rule['counter-signs'], evidence);
  const strong = holding(signs, 'strong') - holding(counterSigns, 'strong');
  const weak = holding(signs, 'weak') - holding(counterSigns, 'weak');
  const conclusive = holding(signs, 'conclusive') > 0;
  const verdict = (): Verdict => {
    if (possible.is === 'fails' || holding(counterSigns, 'conclusive') > 0) return 'ruled-out';
    if (conclusive && possible.is === 'holds' && holding(counterSigns, 'strong') === 0) return 'confirmed';
    if (conclusive || strong > 0) return 'likely';
    return holding(signs, 'strong') + holding(signs, 'weak') > 0 ? 'possible' : 'silent';
  };
  return { rule, verdict: verdict(), possible, signs, counterSigns, strong: strong + (conclusive ? 1 : 0), weak };
};

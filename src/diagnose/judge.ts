import { truthOf } from '../match/match.ts';
import type { Verdict } from '../model/diagnosis.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Rule, Strength } from '../model/rule.ts';
import { byRule, type Condition, heldBy, indexOf } from './conditions.ts';

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

const NONE: Counts = { conclusive: 0, strong: 0, weak: 0 };

/** A tally with signs counted in that hold, and what is known by now of whether the cause is possible. */
export const tallyWith = (held: readonly Condition[], possible: boolean | undefined, before?: Tally): Tally => {
  const counts = { signs: { ...(before?.signs ?? NONE) }, counterSigns: { ...(before?.counterSigns ?? NONE) } };
  for (const { counts: place } of held) if (place !== 'possible') counts[place.as][place.strength] += 1;
  return { possible, ...counts };
};

/** Holds rules against the evidence. Only signs that a known fact can make hold are looked at. */
export const judge = (rules: readonly Rule[], evidence: Evidence): readonly Judgement[] => {
  const held = byRule(heldBy(evidence, evidence, indexOf(rules).reachedBy));
  return rules.map((rule) =>
    judgementOn(rule, tallyWith(held.get(rule) ?? [], truthOf(rule['possible-when'], evidence))),
  );
};

import { mayHold, truthOf } from '../match/match.ts';
import type { Verdict } from '../model/diagnosis.ts';
import type { Evidence, Fact } from '../model/evidence.ts';
import type { Rule } from '../model/rule.ts';
import { byRule, type Condition, type ConditionIndex, holder } from './conditions.ts';
import { weighAgain } from './judge.ts';
import { type Suspect, type Suspects, suspicion } from './suspects.ts';

/** The facts of the evidence in these places. */
export const factsAt = (paths: readonly string[], evidence: Evidence): readonly (readonly [string, Fact])[] =>
  paths.flatMap((path) => {
    const fact = evidence.get(path);
    return fact === undefined ? [] : [[path, fact] as const];
  });

const isFound = (verdict: Verdict): boolean => verdict === 'confirmed' || verdict === 'likely';

/** A cause after an answer: the suspicion on it, whether it is possible, and whether the answer has found it. */
interface Outcome {
  readonly now: number;
  readonly possible: boolean | undefined;
  readonly isFound: boolean;
}

/** What comes of facts: the conditions that hold by them, and where causes come to lie, but for those that stay. */
export interface Outcomes {
  readonly held: ReadonlyMap<Rule, readonly Condition[]>;
  readonly of: ReadonlyMap<Suspect, Outcome>;
}

/** Where nothing was supposed before. */
export const NOTHING: Outcomes = { held: new Map(), of: new Map() };

/** Which conditions do not hold yet and may do so once these facts are known: found once for all answers. */
const openTo = (facts: ReadonlySet<string>, evidence: Evidence, held: ReadonlySet<Condition>) => {
  const known = new Map<Condition, boolean>();
  return (condition: Condition): boolean => {
    const before = known.get(condition);
    if (before !== undefined) return before;
    const isOpen = !held.has(condition) && mayHold(condition.when, evidence, facts);
    known.set(condition, isOpen);
    return isOpen;
  };
};

/**
 * Judges again after facts that an answer adds: the causes of which more conditions hold by them, and those that they
 * make possible, or impossible.
 */
const outcomesOf = (
  held: Outcomes['held'],
  opened: ReadonlySet<Rule>,
  evidence: Evidence,
  { byRule: suspectOf }: Suspects,
  before: Outcomes,
): Outcomes => {
  const outcomes = new Map<Suspect, Outcome>();
  for (const rule of new Set([...held.keys(), ...opened])) {
    const suspect = suspectOf.get(rule);
    if (suspect === undefined) continue;
    const { judgement, doubt } = suspect;
    const own = held.get(rule);
    const was = (before.of.get(suspect) ?? judgement.tally).possible;
    const possible = opened.has(rule) ? truthOf(rule['possible-when'], evidence) : was;
    if (own === undefined && possible === was) continue;
    const next = weighAgain(judgement, [...(before.held.get(rule) ?? []), ...(own ?? [])], possible);
    outcomes.set(suspect, {
      now: suspicion(next) * doubt,
      possible,
      isFound: isFound(next.verdict) && !isFound(judgement.verdict),
    });
  }
  return { held, of: outcomes };
};

/** Supposes facts in these places; which conditions and causes they can reach is found once for all answers. */
export const supposer = (
  paths: readonly string[],
  evidence: Evidence,
  held: ReadonlySet<Condition>,
  suspects: Suspects,
  index: ConditionIndex,
) => {
  const heldBy = holder(index, openTo(new Set(paths), evidence, held));
  const opened = new Set(paths.flatMap(index.openedBy));
  return (told: Evidence, before: Outcomes): Outcomes =>
    outcomesOf(byRule(heldBy(factsAt(paths, told), told)), opened, told, suspects, before);
};

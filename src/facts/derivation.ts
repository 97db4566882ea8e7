import type { Evidence, Fact, FactValue } from '../model/evidence.ts';
import type { FactPath } from './catalog.ts';
import { type Facts, type OpenEvidence, toEvidence } from './evidence.ts';

/**
 * Facts computed from other facts. It returns what it can tell and leaves out the rest; `null` says "known to be
 * absent". Anything cleverer than a comparison lives in one of these, not in a rule.
 */
export interface Derivation {
  readonly from: readonly FactPath[];
  readonly gives: readonly FactPath[];
  readonly derive: (evidence: Evidence, now: string) => Facts;
}

/** Two sources that say different things of one fact. */
export interface Conflict {
  readonly path: string;
  readonly kept: FactValue | null;
  readonly dropped: FactValue | null;
}

const valueIn = (fact: Fact): FactValue | null => (fact.state === 'known' ? fact.value : null);
const same = (a: Fact, b: Fact): boolean => JSON.stringify(valueIn(a)) === JSON.stringify(valueIn(b));

/**
 * Runs the derivations in order, adding to the evidence. What was read stands; what was only told gives way to what
 * follows from the text, and the difference is a conflict for the person to see.
 */
export const runDerivations = (
  evidence: OpenEvidence,
  derivations: readonly Derivation[],
  now: string,
): readonly Conflict[] => {
  const conflicts: Conflict[] = [];
  for (const { from, derive } of derivations) {
    for (const [path, fact] of toEvidence(derive(evidence, now), { by: 'derived', from })) {
      const before = evidence.get(path);
      if (before === undefined) evidence.set(path, fact);
      else if (before.origin.by !== 'read' && before.origin.by !== 'derived' && !same(before, fact)) {
        conflicts.push({ path, kept: valueIn(fact), dropped: valueIn(before) });
        evidence.set(path, fact);
      }
    }
  }
  return conflicts;
};

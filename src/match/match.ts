import type { Outcome } from '../model/diagnosis.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Block, Test, When } from '../model/rule.ts';
import { passes } from './test-fact.ts';

/** The blocks of a condition: it holds when one of them does. */
export const blocksOf = (when: When): readonly Block[] =>
  Array.isArray(when) ? (when as readonly Block[]) : [when as Block];

/** The facts that a condition looks at. */
export const factsIn = (when: When): readonly string[] => [
  ...new Set(blocksOf(when).flatMap((block) => Object.keys(block))),
];

/** Kleene and: one failure fails, whatever is unknown. */
const blockTruth = (block: Block, evidence: Evidence): boolean | undefined => {
  let truth: boolean | undefined = true;
  for (const path in block) {
    const fact = evidence.get(path);
    if (fact === undefined) truth = undefined;
    else if (!passes(block[path] as Test, fact)) return false;
  }
  return truth;
};

const blockHolds = (block: Block, evidence: Evidence): boolean => {
  for (const path in block) {
    const fact = evidence.get(path);
    if (fact === undefined || !passes(block[path] as Test, fact)) return false;
  }
  return true;
};

/** Whether a condition is known to hold: cheaper than its truth, as most conditions look at a fact that is unknown. */
export const holds = (when: When, evidence: Evidence): boolean => {
  for (const block of blocksOf(when)) if (blockHolds(block, evidence)) return true;
  return false;
};

const blockMayHold = (block: Block, evidence: Evidence, open: ReadonlySet<string>): boolean => {
  for (const path in block) {
    const fact = evidence.get(path);
    if (fact === undefined ? !open.has(path) : !passes(block[path] as Test, fact)) return false;
  }
  return true;
};

/** Whether a condition may hold once these open facts are known: it needs no others, and nothing known fails it. */
export const mayHold = (when: When, evidence: Evidence, open: ReadonlySet<string>): boolean => {
  for (const block of blocksOf(when)) if (blockMayHold(block, evidence, open)) return true;
  return false;
};

/** Whether a condition holds; undefined while it is unknown. Kleene or: one block that holds is enough. */
export const truthOf = (when: When | undefined, evidence: Evidence): boolean | undefined => {
  if (when === undefined) return true;
  let truth: boolean | undefined = false;
  for (const block of blocksOf(when)) {
    const one = blockTruth(block, evidence);
    if (one) return true;
    if (one === undefined) truth = undefined;
  }
  return truth;
};

/** Of each block of a condition that is neither true nor false, the facts that it lacks. */
const lackedIn = (when: When, evidence: Evidence): readonly (readonly string[])[] =>
  blocksOf(when)
    .filter((block) => blockTruth(block, evidence) === undefined)
    .map((block) => Object.keys(block).filter((path) => !evidence.has(path)));

/**
 * What a condition comes to on this evidence, in Kleene logic: it holds, it fails, or it is unknown and says which
 * facts would decide it. No condition at all holds.
 */
export const match = (when: When | undefined, evidence: Evidence): Outcome => {
  const truth = truthOf(when, evidence);
  if (truth === undefined) return { is: 'unknown', needs: [...new Set(lackedIn(when ?? {}, evidence).flat())] };
  return { is: truth ? 'holds' : 'fails' };
};

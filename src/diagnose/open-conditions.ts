import { blocksOf } from '../match/match.ts';
import { passes } from '../match/test-fact.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Block, Test } from '../model/rule.ts';
import { byFact, type Condition, type ConditionIndex, type Reach, reachAmong } from './conditions.ts';

/** What a block asks beside what is known; undefined where that fails. */
const leftOf = (block: Block, evidence: Evidence): Block | undefined => {
  let isWhole = true;
  for (const path in block) {
    const fact = evidence.get(path);
    if (fact === undefined) continue;
    if (!passes(block[path] as Test, fact)) return undefined;
    isWhole = false;
  }
  return isWhole ? block : Object.fromEntries(Object.entries(block).filter(([path]) => !evidence.has(path)));
};

const isEmpty = (block: Block): boolean => {
  for (const _ in block) return false;
  return true;
};

/** What of a condition is still open; undefined where it is known to hold, or to fail. */
const openPart = ({ rule, when, counts }: Condition, evidence: Evidence): Condition | undefined => {
  const open: Block[] = [];
  for (const block of blocksOf(when)) {
    const left = leftOf(block, evidence);
    if (left === undefined) continue;
    if (isEmpty(left)) return undefined;
    open.push(left);
  }
  return open.length === 0 ? undefined : { rule, when: open, counts };
};

const looksOnlyAt = (block: Block, facts: ReadonlySet<string>): boolean => {
  for (const path in block) if (!facts.has(path)) return false;
  return true;
};

/** What facts of these reach among the conditions that they alone can make hold. */
export type Open = (facts: ReadonlySet<string>) => Reach;

/**
 * What is left of the conditions where this is known. Whatever is answered, what is known stays, so its part of each
 * condition is decided once for all answers to all questions: most of it asks for words that the paste does not have.
 */
export const openOn = (evidence: Evidence, { all }: ConditionIndex): Open => {
  const open = byFact(all.map((condition) => openPart(condition, evidence)).filter((part) => part !== undefined));
  return (facts) =>
    reachAmong((path) =>
      (open.get(path) ?? []).filter(({ when }) => blocksOf(when).some((block) => looksOnlyAt(block, facts))),
    );
};

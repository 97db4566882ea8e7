import type { Outcome } from '../model/diagnosis.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Block, When } from '../model/rule.ts';
import { allOf, anyOf, FAILS, HOLDS, unknown } from './outcome.ts';
import { testFact } from './test-fact.ts';

/** The blocks of a condition: it holds when one of them does. */
export const blocksOf = (when: When): readonly Block[] =>
  Array.isArray(when) ? (when as readonly Block[]) : [when as Block];

/** The facts that a condition looks at. */
export const factsIn = (when: When): readonly string[] => [
  ...new Set(blocksOf(when).flatMap((block) => Object.keys(block))),
];

const matchBlock = (block: Block, evidence: Evidence): Outcome =>
  allOf(
    Object.entries(block).map(([path, test]) => {
      const passed = testFact(evidence.get(path), test);
      return passed === undefined ? unknown([path]) : passed ? HOLDS : FAILS;
    }),
  );

/**
 * What a condition comes to on this evidence, in Kleene logic: it holds, it fails, or it is unknown and says which
 * facts would decide it. No condition at all holds.
 */
export const match = (when: When | undefined, evidence: Evidence): Outcome =>
  when === undefined ? HOLDS : anyOf(blocksOf(when).map((block) => matchBlock(block, evidence)));

import { judge } from '../../src/diagnose/judge.ts';
import { nextQuestion } from '../../src/diagnose/question.ts';
import type { FactPath } from '../../src/facts/catalog.ts';
import type { Derivation } from '../../src/facts/derivation.ts';
import { type Facts, toEvidence } from '../../src/facts/evidence.ts';
import type { Question } from '../../src/model/diagnosis.ts';
import type { Origin } from '../../src/model/evidence.ts';
import type { Rule, Strength } from '../../src/model/rule.ts';
import { smallRule, smallSign } from './small-rules.ts';

const READ: Origin = { by: 'read', place: { paste: 0, line: 1, what: 'text' } };

/** What is known: by what was read, and by what the person said. */
interface Known {
  readonly facts?: Facts;
  readonly told?: Facts;
  readonly asked?: readonly string[];
  readonly derivations?: readonly Derivation[];
}

/** What is asked of somebody with these causes still open. */
export const questionFor = (
  rules: readonly Rule[],
  { facts = {}, told = {}, asked = [], derivations = [] }: Known = {},
): Question | undefined => {
  const evidence = new Map([...toEvidence(told, { by: 'told' }), ...toEvidence(facts, READ)]);
  const judgements = judge(rules, evidence);
  return nextQuestion({ evidence, judgements, rules, derivations, now: '2026-03-01T12:00:00Z', asked: new Set(asked) });
};

/** The fact that is asked for. */
export const askedFor = (rules: readonly Rule[], known?: Known): string | undefined => questionFor(rules, known)?.fact;

/** A cause that one value of a fact speaks for. */
export const cause = (
  id: string,
  path: FactPath,
  value: string | number,
  part: Partial<Rule> = {},
  strength: Strength = 'strong',
): Rule => smallRule(id, { signs: [smallSign(strength, { [path]: value })], ...part });

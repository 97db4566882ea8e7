import { choicesOf, factSpec, isFactPath } from '../../src/facts/catalog.ts';
import { parseAnswer } from '../../src/facts/evidence.ts';
import { blocksOf, truthOf } from '../../src/match/match.ts';
import type { Answers, Diagnosis } from '../../src/model/diagnosis.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { Block, Operators, Rule, Strength, Test, When } from '../../src/model/rule.ts';

/** Answers one question truthfully; undefined is "I cannot tell". */
export type Person = (fact: string, diagnosis: Diagnosis) => string | undefined;

const literals = (test: Test): readonly string[] => {
  if (typeof test !== 'object') return [String(test)];
  if (Array.isArray(test)) return test.map(String);
  const { in: among, has, contains } = test as Operators;
  return [among, has, contains].flatMap((wanted) => (wanted === undefined ? [] : [wanted].flat().map(String)));
};

/** The values a fact can be given: those of its type, else those that the rule names. */
const candidates = (path: string, rule: Rule): readonly string[] => {
  if (!isFactPath(path)) return [];
  const spec = factSpec(path);
  if (spec.type === 'flag') return ['true', 'false'];
  const blocks = [rule['possible-when'], ...rule.signs.map(({ when }) => when)].flatMap((when) => blocksOf(when ?? {}));
  const own = blocks.flatMap((block) => (block[path] === undefined ? [] : literals(block[path])));
  return choicesOf(spec) ?? [...new Set(own)];
};

const supposing = (path: string, text: string, evidence: Evidence): Evidence => {
  const value = isFactPath(path) ? parseAnswer(path, text) : undefined;
  return value === undefined
    ? evidence
    : new Map(evidence).set(path, { state: 'known', value, origin: { by: 'told' } });
};

/** The blocks of a condition that name the fact and that what is known does not contradict. */
const blocksWith = (when: When | undefined, path: string, evidence: Evidence): readonly Block[] =>
  blocksOf(when ?? {}).filter((block) => block[path] !== undefined && truthOf(block, evidence) !== false);

const whensOf = (rule: Rule, strength: Strength): readonly When[] =>
  rule.signs.filter((sign) => sign.strength === strength).map(({ when }) => when);

const proves = ({ signs }: Rule, evidence: Evidence): boolean =>
  signs.some(({ strength, when }) => strength === 'conclusive' && truthOf(when, evidence) === true);

/** Whether a true cause leaves room for this: none of its counter-signs holds, and nothing proves another cause. */
const isTrue = (rule: Rule, rules: readonly Rule[], before: Evidence, after: Evidence): boolean =>
  !(rule['counter-signs'] ?? []).some(({ when }) => truthOf(when, after) === true && truthOf(when, before) !== true) &&
  !rules.some((rival) => rival !== rule && proves(rival, after) && !proves(rival, before));

/**
 * What a true cause implies of a fact: the value that its conclusive signs name, else that without which it is not
 * possible, else that of its strong signs, else the one value that its counter-signs leave.
 */
export const impliedBy = (rule: Rule, rules: readonly Rule[], path: string, evidence: Evidence): string | undefined => {
  const all = candidates(path, rule);
  const values = all.filter((value) => isTrue(rule, rules, evidence, supposing(path, value, evidence)));
  for (const whens of [whensOf(rule, 'conclusive'), [rule['possible-when']], whensOf(rule, 'strong')]) {
    const blocks = whens.flatMap((when) => blocksWith(when, path, evidence));
    const fits = (block: Block, value: string) => truthOf(block, supposing(path, value, evidence)) !== false;
    const value = values.find((each) => blocks.some((block) => fits(block, each)));
    if (value !== undefined) return value;
  }
  const isRuledOut = (value: string) => !values.includes(value);
  return values.length === 1 && all.some(isRuledOut) ? values[0] : undefined;
};

/** Who refuses, by the gate at which a cause stops the call; nobody does where the request does not arrive. */
const refuserOf = ({ gate }: Rule): string | undefined => {
  if (gate === 'reach') return undefined;
  return gate === 'sign-in' || gate === 'token-request' ? 'entra' : 'api';
};

/** Somebody who knows what is given, and else what the true cause implies. */
export const truthfulPerson =
  (rule: Rule, rules: readonly Rule[], given: Answers): Person =>
  (fact, { facts }) =>
    given[fact] ??
    impliedBy(rule, rules, fact, new Map(Object.entries(facts))) ??
    (fact === 'call.refused-by' ? refuserOf(rule) : undefined);

import { choicesOf, factSpec, isFactPath } from '../../src/facts/catalog.ts';
import { parseAnswer } from '../../src/facts/evidence.ts';
import { makesSense } from '../../src/facts/makes-sense.ts';
import { blocksOf, truthOf } from '../../src/match/match.ts';
import type { Answers, Diagnosis } from '../../src/model/diagnosis.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import {
  type Block,
  GATES,
  type Operators,
  type Rule,
  type Strength,
  type Test,
  type When,
} from '../../src/model/rule.ts';

/** Answers one question truthfully; undefined is "I cannot tell". */
export type Person = (fact: string, diagnosis: Diagnosis) => string | undefined;

const literals = (test: Test): readonly string[] => {
  if (typeof test !== 'object') return [String(test)];
  if (Array.isArray(test)) return test.map(String);
  const { in: among, has, contains } = test as Operators;
  return [among, has, contains].flatMap((wanted) => (wanted === undefined ? [] : [wanted].flat().map(String)));
};

/** The answers that a question offers; undefined where it is answered with a text of one's own. */
const offered = (path: string): readonly string[] | undefined => {
  if (!isFactPath(path)) return [];
  const spec = factSpec(path);
  if (spec.type === 'flag') return ['true', 'false'];
  return choicesOf(spec) && Object.keys(spec.ask?.answers ?? {});
};

/** The values a fact can be given: the answers offered, else those that the rule names. */
const candidates = (path: string, rule: Rule): readonly string[] => {
  const blocks = [rule['possible-when'], ...rule.signs.map(({ when }) => when)].flatMap((when) => blocksOf(when ?? {}));
  const own = blocks.flatMap((block) => (block[path] === undefined ? [] : literals(block[path])));
  return offered(path) ?? [...new Set(own)];
};

const supposing = (path: string, text: string, evidence: Evidence): Evidence => {
  const value = isFactPath(path) ? parseAnswer(path, text) : undefined;
  return value === undefined
    ? evidence
    : new Map(evidence).set(path, { state: 'known', value, origin: { by: 'told' } });
};

/** Whether a test looks for certain values, and not only whether there is one. */
const namesValues = (test: Test | undefined): boolean =>
  test !== undefined && (typeof test !== 'object' || (test as Operators).known === undefined);

/** The blocks of a condition that name a value of the fact and that what is known does not contradict. */
const blocksWith = (when: When | undefined, path: string, evidence: Evidence): readonly Block[] =>
  blocksOf(when ?? {}).filter((block) => namesValues(block[path]) && truthOf(block, evidence) !== false);

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
const impliedBy = (rule: Rule, rules: readonly Rule[], path: string, evidence: Evidence): string | undefined => {
  const all = candidates(path, rule);
  const values = all.filter((value) => isTrue(rule, rules, evidence, supposing(path, value, evidence)));
  for (const whens of [whensOf(rule, 'conclusive'), [rule['possible-when']], whensOf(rule, 'strong')]) {
    const blocks = whens.flatMap((when) => blocksWith(when, path, evidence));
    const fits = (block: Block, value: string) => truthOf(block, supposing(path, value, evidence)) !== false;
    const value = blocks.flatMap((block) => values.filter((each) => fits(block, each)))[0];
    if (value !== undefined) return value;
  }
  const isRuledOut = (value: string) => !values.includes(value);
  return values.length === 1 && all.some(isRuledOut) ? values[0] : undefined;
};

const gateOf = ({ gate }: Rule): number => GATES.indexOf(gate);

/** What stands in a sign as the background only: it tells of no cause. */
const BACKGROUND: Answers = {
  'observed.list-workspaces': 'with-this-one',
  'request.authorization': 'bearer',
  'credential.kind': 'access-token',
  'token.lifetime': 'valid',
};

/** Whether a sign of a cause looks for this value: where the cause is not there, the value is not either. */
const tellsOf = (rival: Rule, path: string, value: string, strengths: readonly Strength[]): boolean =>
  BACKGROUND[path] !== value &&
  strengths
    .flatMap((strength) => whensOf(rival, strength).flatMap(blocksOf))
    .some((block) => {
      const test = block[path];
      return test !== undefined && truthOf({ [path]: test }, supposing(path, value, new Map())) === true;
    });

/**
 * What a fact is where only other causes look at it. The call passed every gate before the one that stops it, and one
 * cause stops it there: so the value is none that tells of a cause up to that gate. Nobody can say this of a later gate,
 * nor where several such values are left, nor where the true cause itself can go with another one.
 */
const normalOf = (rule: Rule, rules: readonly Rule[], path: string): string | undefined => {
  const all = offered(path) ?? [];
  const passed = rules.filter((rival) => rival !== rule && gateOf(rival) <= gateOf(rule));
  const normal = all.filter((value) => !passed.some((rival) => tellsOf(rival, path, value, ['conclusive', 'strong'])));
  const isOwn = all.some((value) => tellsOf(rule, path, value, ['weak']));
  return normal.length === 1 && all.length > 1 && !isOwn ? normal[0] : undefined;
};

/** Who refuses, by the gate at which a cause stops the call; nobody does where the request does not arrive. */
const refuserOf = ({ gate }: Rule): string | undefined => {
  if (gate === 'reach') return undefined;
  return gate === 'sign-in' || gate === 'token-request' ? 'entra' : 'api';
};

/** What every call gives whose token is at fault, whatever it asks for. */
const WITH_A_BAD_TOKEN: Answers = {
  'observed.list-workspaces': 'refused',
  'observed.reads': 'fails',
  'observed.other-items': 'fails',
};
const TOKEN_GATES = ['credential', 'token', 'audience'] as const;

/** What follows from the gate at which a cause stops the call. */
const followsFromGate = (rule: Rule, path: string): string | undefined => {
  if (path === 'call.refused-by') return refuserOf(rule);
  if (path === 'reach.outcome') return rule.gate === 'reach' ? undefined : 'answered';
  return TOKEN_GATES.some((gate) => gate === rule.gate) ? WITH_A_BAD_TOKEN[path] : undefined;
};

/** Whether a question can be answered at all as things are. */
const isSensible = (path: string, { facts }: Diagnosis): boolean =>
  !isFactPath(path) || makesSense(path, (fact) => facts[fact]);

/**
 * Somebody who answers truthfully: what the case gives (its `answers`, and who called), else what the true cause
 * implies, else what follows from the gates that the call passed before it. All else this person cannot tell.
 */
export const truthfulPerson =
  (rule: Rule, rules: readonly Rule[], given: Answers): Person =>
  (fact, diagnosis) =>
    given[fact] ??
    followsFromGate(rule, fact) ??
    (isSensible(fact, diagnosis)
      ? impliedBy(rule, rules, fact, new Map(Object.entries(diagnosis.facts)))
      : undefined) ??
    normalOf(rule, rules, fact);

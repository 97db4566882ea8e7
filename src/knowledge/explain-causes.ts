import { type Block, GATES, type Rule, type Scalar, type Sign, type Test, type When } from '../model/rule.ts';
import type { CauseHint } from './explain-model.ts';

const listOf = <T>(one: T | readonly T[] | undefined): readonly T[] =>
  one === undefined ? [] : Array.isArray(one) ? (one as readonly T[]) : [one as T];

const equal = (a: Scalar, b: Scalar): boolean => String(a).toLowerCase() === String(b).toLowerCase();

/** Whether a pattern names a value: only one with its star at the end does, for others name too much. */
const fits = (pattern: string, value: Scalar): boolean =>
  pattern.length > 3 &&
  pattern.indexOf('*') === pattern.length - 1 &&
  String(value).toLowerCase().startsWith(pattern.slice(0, -1).toLowerCase());

/** Shorter parts of a text say too little to name a message. */
const SHORTEST_PART = 8;

const holdsPart = (part: string, value: Scalar): boolean =>
  part.length >= SHORTEST_PART && String(value).toLowerCase().includes(part.toLowerCase());

const names = (test: Test, value: Scalar): boolean => {
  if (typeof test !== 'object') return equal(test, value);
  if (Array.isArray(test)) return (test as readonly Scalar[]).some((each) => equal(each, value));
  const operators = test as Exclude<Test, Scalar | readonly Scalar[]>;
  return (
    [...listOf(operators.in), ...listOf(operators.has)].some((each) => equal(each, value)) ||
    listOf(operators.matches).some((pattern) => fits(pattern, value)) ||
    listOf(operators.contains).some((part) => holdsPart(part, value))
  );
};

const blocksOf = (when: When): readonly Block[] => listOf(when as Block | readonly Block[]);

const looksAt = (sign: Sign, paths: readonly string[], value: Scalar | undefined): boolean =>
  blocksOf(sign.when).some((block) =>
    Object.entries(block).some(([path, test]) => paths.includes(path) && (value === undefined || names(test, value))),
  );

const byGate = (a: Rule, b: Rule): number => GATES.indexOf(a.gate) - GATES.indexOf(b.gate) || (a.id < b.id ? -1 : 1);

const hint =
  (weight: CauseHint['weight']) =>
  ({ id, title, gate }: Rule): CauseHint => ({ cause: id, title, gate, weight });

/**
 * The causes whose signs name a value of one of the facts, those with a strong sign for it first, each in the order of
 * the gates; without a value, those that look at the fact at all. What leads to which cause stands in the rules alone, so
 * nothing else can contradict them.
 */
export const causesNaming = (
  rules: readonly Rule[],
  paths: string | readonly string[],
  value?: Scalar,
): readonly CauseHint[] => {
  const wanted = listOf(paths);
  const naming = (rule: Rule, weak: boolean): boolean =>
    rule.signs.some((sign) => (sign.strength === 'weak') === weak && looksAt(sign, wanted, value));
  const suspects = rules.filter((rule) => naming(rule, false)).sort(byGate);
  const rivals = rules.filter((rule) => !suspects.includes(rule) && naming(rule, true)).sort(byGate);
  return [...suspects.map(hint('first-suspect')), ...rivals.map(hint('rival'))];
};

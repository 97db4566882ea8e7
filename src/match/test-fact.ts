import type { Fact, FactValue } from '../model/evidence.ts';
import type { Operators, Scalar, Test } from '../model/rule.ts';
import { holdsOneOf } from './holds-part.ts';
import { fitsOneOf } from './pattern.ts';

type Operator = keyof Operators;
type Compare = (value: FactValue, wanted: never) => boolean;

const listOf = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? (one as readonly T[]) : [one as T]);
const textOf = (value: FactValue): string => (Array.isArray(value) ? value.join(' ') : String(value));
const holdsOne = (value: FactValue, wanted: Scalar | readonly Scalar[]): boolean => {
  const values: readonly Scalar[] = Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar];
  for (const one of listOf(wanted)) if (values.includes(one)) return true;
  return false;
};

/** What each operator asks of a value that is known. */
const KNOWN = {
  in: (value, wanted: readonly Scalar[]) => holdsOne(value, wanted),
  'not-in': (value, wanted: readonly Scalar[]) => !holdsOne(value, wanted),
  has: (value, wanted: Scalar | readonly Scalar[]) => holdsOne(value, wanted),
  lacks: (value, wanted: Scalar | readonly Scalar[]) => !holdsOne(value, wanted),
  'starts-with': (value, wanted: string | readonly string[]) =>
    listOf(wanted).some((start) => textOf(value).startsWith(start)),
  contains: (value, wanted: string | readonly string[]) => holdsOneOf(textOf(value), listOf(wanted)),
  matches: (value, wanted: string | readonly string[]) => fitsOneOf(textOf(value), listOf(wanted)),
  before: (value, wanted: string) => Date.parse(textOf(value)) < Date.parse(wanted),
  after: (value, wanted: string) => Date.parse(textOf(value)) > Date.parse(wanted),
  known: (_value, wanted: boolean) => wanted,
} as const satisfies Record<Operator, Compare>;

/** What each operator says of a fact that is known to be absent. */
const ABSENT: Readonly<Record<Operator, (wanted: unknown) => boolean>> = {
  in: () => false,
  'not-in': () => true,
  has: () => false,
  lacks: () => true,
  'starts-with': () => false,
  contains: () => false,
  matches: () => false,
  before: () => false,
  after: () => false,
  known: (wanted) => wanted === false,
};

/** The operators there are, for the schema of the rules and its check. */
export const OPERATORS = Object.keys(KNOWN) as readonly Operator[];

/** Whether a fact passes one operator of a test. */
const passesOperator = (operator: Operator, wanted: unknown, fact: Fact): boolean =>
  fact.state === 'absent' ? ABSENT[operator](wanted) : KNOWN[operator](fact.value, wanted as never);

const passesOperators = (test: Operators, fact: Fact): boolean => {
  for (const operator in test) {
    if (!passesOperator(operator as Operator, test[operator as Operator], fact)) return false;
  }
  return true;
};

/** Whether a fact passes a test: a value stands for itself, a list for one of its values. */
export const passes = (test: Test, fact: Fact): boolean => {
  const isPlain = typeof test !== 'object' || Array.isArray(test);
  if (isPlain) return fact.state === 'known' && holdsOne(fact.value, test as Scalar | readonly Scalar[]);
  return passesOperators(test as Operators, fact);
};

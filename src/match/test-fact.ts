import type { Fact, FactValue } from '../model/evidence.ts';
import type { Operators, Scalar, Test } from '../model/rule.ts';
import { holdsPart } from './holds-part.ts';
import { fitsPattern } from './pattern.ts';

type Operator = keyof Operators;
type Compare = (value: FactValue, wanted: never) => boolean;

const listOf = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? (one as readonly T[]) : [one as T]);
const textOf = (value: FactValue): string => (Array.isArray(value) ? value.join(' ') : String(value));
const holdsOne = (value: FactValue, wanted: Scalar | readonly Scalar[]): boolean => {
  const values: readonly Scalar[] = Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar];
  return listOf(wanted).some((one) => values.includes(one));
};

/** What each operator asks of a value that is known. */
const KNOWN = {
  in: (value, wanted: readonly Scalar[]) => holdsOne(value, wanted),
  'not-in': (value, wanted: readonly Scalar[]) => !holdsOne(value, wanted),
  has: (value, wanted: Scalar | readonly Scalar[]) => holdsOne(value, wanted),
  lacks: (value, wanted: Scalar | readonly Scalar[]) => !holdsOne(value, wanted),
  'starts-with': (value, wanted: string | readonly string[]) =>
    listOf(wanted).some((start) => textOf(value).startsWith(start)),
  contains: (value, wanted: string | readonly string[]) => {
    const text = textOf(value);
    return listOf(wanted).some((part) => holdsPart(text, part));
  },
  matches: (value, wanted: string | readonly string[]) =>
    listOf(wanted).some((pattern) => fitsPattern(textOf(value), pattern)),
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

const asOperators = (test: Test): Operators =>
  Array.isArray(test) ? { in: test } : typeof test === 'object' ? (test as Operators) : { in: [test as Scalar] };

/** Whether a fact passes a test. */
export type FactTest = (fact: Fact) => boolean;

/** Whether a fact says what another one says; the words of a paste are a fact of each of its calls. */
const saysTheSame = (fact: Fact, last: Fact | undefined): boolean =>
  fact === last || (fact.state === 'known' && last?.state === 'known' && fact.value === last.value);

/**
 * A test as a function. It remembers its last answer: while a question is looked for, the same rules are held against
 * the same facts hundreds of times, and one fact at a time is supposed.
 */
export const compileTest = (test: Test): FactTest => {
  let operators: readonly (readonly [Operator, unknown])[] | undefined;
  const passes: FactTest = (fact) => {
    operators ??= Object.entries(asOperators(test)) as readonly (readonly [Operator, unknown])[];
    return operators.every(([operator, wanted]) =>
      fact.state === 'absent' ? ABSENT[operator](wanted) : KNOWN[operator](fact.value, wanted as never),
    );
  };
  let last: Fact | undefined;
  let passed = false;
  return (fact) => {
    if (!saysTheSame(fact, last)) {
      last = fact;
      passed = passes(fact);
    }
    return passed;
  };
};

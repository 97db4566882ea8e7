import type { FactPath } from '../../src/facts/catalog.ts';
import { ENTRA_CODE_FACTS } from '../../src/knowledge/entra-codes.ts';
import { SERVICE_CODE_FACTS } from '../../src/knowledge/service-codes.ts';
import {
  type Block,
  type Operators,
  type Rule,
  type Scalar,
  type Sign,
  STRENGTHS,
  type Strength,
  type Test,
} from '../../src/model/rule.ts';

/** Kinds of symptom, each with the facts that hold one, and how a value of theirs is written. */
const KINDS = {
  status: { facts: ['response.status'], parts: false },
  'entra-code': { facts: ENTRA_CODE_FACTS, parts: false },
  'oauth-error': { facts: ['entra.error', 'entra.suberror'], parts: false },
  'service-code': { facts: SERVICE_CODE_FACTS, parts: false },
  message: { facts: ['evidence.text', 'response.message', 'entra.text'], parts: true },
} as const satisfies Record<string, { facts: readonly FactPath[]; parts: boolean }>;
export type SymptomKind = keyof typeof KINDS;

/** Something that a person sees, and the best sign of the cause that looks for it. */
export interface Symptom {
  readonly value: string;
  readonly strength: Strength;
}

/** A pattern as text: what its stars stand for is left out. */
const patternWords = (pattern: string): string =>
  pattern
    .split('*')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' … ');

const listOf = <T>(one: T | readonly T[] | undefined): readonly T[] =>
  one === undefined ? [] : ([one].flat() as readonly T[]);

const valuesOf = (test: Test, parts: boolean): readonly Scalar[] => {
  if (typeof test !== 'object') return [test];
  if (Array.isArray(test)) return test as readonly Scalar[];
  const operators = test as Operators;
  const whole = [...listOf(operators.in), ...listOf(operators.has), ...listOf(operators.matches).map(patternWords)];
  return parts ? [...whole, ...listOf(operators.contains), ...listOf(operators['starts-with'])] : whole;
};

const valuesIn = (sign: Sign, { facts, parts }: (typeof KINDS)[SymptomKind]): readonly string[] =>
  listOf(sign.when as Block | readonly Block[])
    .flatMap((block) => facts.flatMap((path) => (block[path] === undefined ? [] : valuesOf(block[path], parts))))
    .map(String);

/** What of one kind the signs of a rule look for, the best signs first. */
export const symptomsOf = (rule: Rule, kind: SymptomKind): readonly Symptom[] =>
  STRENGTHS.flatMap((strength) =>
    rule.signs
      .filter((sign) => sign.strength === strength)
      .flatMap((sign) => valuesIn(sign, KINDS[kind]).map((value) => ({ value, strength }))),
  ).filter(({ value }, i, all) => all.findIndex((other) => other.value === value) === i);

/** Text that a person would search for: some words, and no mere name of a command or host. */
export const isMessage = ({ value, strength }: Symptom): boolean =>
  strength !== 'weak' && value.length >= 14 && /\w \w.* \w/.test(value);

/** The headers of an answer that a rule looks at by facts of their own. */
const HEADERS: Readonly<Partial<Record<FactPath, string>>> = {
  'response.error-info': 'x-powerbi-error-info',
  'response.www-authenticate': 'WWW-Authenticate',
  'response.claims-challenge': 'WWW-Authenticate',
  'response.location': 'Location',
  'response.retry-after': 'Retry-After',
};

/** The headers of the answer in which the signs of a rule find something. */
export const headersOf = (rule: Rule): readonly string[] => {
  const blocks = rule.signs.flatMap(({ when }) => listOf(when as Block | readonly Block[]));
  const isSought = (test: Test | undefined): boolean =>
    test !== undefined && (test as Operators).known !== false && test !== false;
  const found = Object.entries(HEADERS).filter(([path]) => blocks.some((block) => isSought(block[path])));
  return [...new Set(found.map(([, header]) => header))];
};

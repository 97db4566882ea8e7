import type { Block, Scalar, Test, When } from '../model/rule.ts';
import { choicesOf, type FactPath, factSpec } from './catalog.ts';
import { fillEach, oneOf } from './words.ts';

/** A list fact that a condition looks at, where a sentence names the fact that was picked from it. */
const PICKED_FROM: Readonly<Partial<Record<FactPath, FactPath>>> = {
  'response.code': 'response.codes',
  'entra.code': 'entra.codes',
};

/** The values that a test asks for; none for one that excludes values or compares parts. */
const valuesOf = (test: Test): readonly Scalar[] => {
  if (typeof test !== 'object') return [test];
  if (Array.isArray(test)) return test as readonly Scalar[];
  const { in: among = [], has = [] } = test as Exclude<Test, Scalar | readonly Scalar[]>;
  return [...among, ...[has].flat()];
};

const SHOWN = 5;

/** One of these; of a long list its first values and how many others there are. */
const oneOfMany = (values: readonly string[]): string => {
  const left = values.length - SHOWN;
  return oneOf(left > 1 ? [...values.slice(0, SHOWN), `one of ${left} others`] : values);
};

/** The values that a fact has where a condition holds, in words; empty where the condition leaves that open. */
const namedBy = (path: FactPath, when: When): string => {
  const paths = [path, PICKED_FROM[path] ?? path];
  const blocks = [when].flat() as readonly Block[];
  const named = blocks.map((block) =>
    paths.flatMap((each) => (block[each] === undefined ? [] : valuesOf(block[each]))),
  );
  if (named.some((values) => values.length === 0)) return '';
  const isChoice = choicesOf(factSpec(path)) !== undefined;
  const words = named.flat().map((value) => (isChoice ? String(value).replaceAll('-', ' ') : String(value)));
  return oneOfMany([...new Set(words)]);
};

/**
 * A sentence about a condition, where no call is at hand that fulfils it: its slots hold the values that the condition
 * asks for, or words that stand for any value.
 */
export const fillGeneral = (text: string, when: When): string =>
  fillEach(text, (path) => {
    const { general, otherwise } = factSpec(path);
    return namedBy(path, when) || (general ?? otherwise ?? `<${path}>`);
  });

import type { Block, Operators, Scalar, Test, When } from '../model/rule.ts';
import { choicesOf, type FactPath, factSpec, isFactPath } from './catalog.ts';
import { sentenceOf, subjectOf } from './sentences.ts';
import { oneOf } from './words.ts';

const VERBS: Readonly<Record<keyof Operators, string>> = {
  in: 'is',
  'not-in': 'is not',
  has: 'holds',
  lacks: 'does not hold',
  'starts-with': 'starts with',
  contains: 'contains',
  matches: 'reads',
  before: 'lies before',
  after: 'lies after',
  known: 'is known:',
};

const comparison = (
  path: FactPath,
  operator: keyof Operators,
  wanted: Scalar | readonly Scalar[] | undefined,
): string => {
  const spec = factSpec(path);
  const values = [wanted ?? []].flat().map(String);
  const sentences = values.map((value) => (operator === 'in' ? sentenceOf(path, value) : undefined));
  if (sentences.every((sentence) => sentence !== undefined)) return oneOf(sentences);
  const labels = values.map((value) => spec.ask?.answers?.[value] ?? value);
  const isChoice = choicesOf(spec) !== undefined;
  return `${subjectOf(path)} ${VERBS[operator]} ${oneOf(isChoice ? labels.map((label) => `"${label}"`) : labels)}`;
};

const testWords = (path: FactPath, test: Test): string => {
  const operators = (typeof test === 'object' && !Array.isArray(test) ? test : { in: [test].flat() }) as Operators;
  return (Object.entries(operators) as [keyof Operators, Scalar | readonly Scalar[]][])
    .map(([operator, wanted]) => comparison(path, operator, wanted))
    .join(', and ');
};

const blockWords = (block: Block): string =>
  Object.entries(block)
    .map(([path, test]) => (isFactPath(path) ? testWords(path, test) : path))
    .join(', and ');

/** What proves that a step is done, in words that follow "Done when": reports and the page of a cause share them. */
export const confirmWords = (when: When): string => ([when].flat() as readonly Block[]).map(blockWords).join('; or ');

import { choicesOf, FACT_PATHS, type FactPath, factSpec, isFactPath } from '../facts/catalog.ts';
import { parseAnswer } from '../facts/evidence.ts';
import type { Answers } from '../model/diagnosis.ts';
import { TOOL, UsageError } from './errors.ts';
import { nearest } from './nearest.ts';
import { shellWord, shown } from './quote.ts';

/** The answer that is always allowed. */
const CANNOT_TELL = 'cannot-tell';

const EXAMPLE = `${TOOL} check FILE --answer caller.kind=user`;

const unknownFact = (fact: string, value: string): UsageError => {
  const near = nearest(fact, FACT_PATHS);
  return near === undefined
    ? new UsageError('ANSWER_UNKNOWN_FACT', `There is no fact ${shown(fact)} to answer.`, EXAMPLE)
    : new UsageError(
        'ANSWER_UNKNOWN_FACT',
        `There is no fact ${shown(fact)}. Did you mean ${near}?`,
        `${TOOL} check FILE --answer ${near}=${shellWord(value)}`,
      );
};

const KIND_WORDS: Readonly<Record<string, string>> = {
  number: 'a number',
  flag: 'yes or no',
  time: 'a time such as 2026-03-01T12:00:00Z',
  list: 'values with commas between them',
  numbers: 'numbers with commas between them',
  text: 'a text',
};

const badValue = (fact: string, value: string): UsageError => {
  const spec = isFactPath(fact) ? factSpec(fact) : undefined;
  const choices = spec && choicesOf(spec);
  const wanted = choices ? `one of ${choices.join(', ')}` : KIND_WORDS[String(spec?.type)];
  const near = choices && (nearest(value, choices) ?? choices[0]);
  return new UsageError(
    'ANSWER_BAD_VALUE',
    `${fact} takes ${wanted}, or ${CANNOT_TELL}; not ${shown(value)}.`,
    `${TOOL} check FILE --answer ${fact}=${near ?? CANNOT_TELL}`,
  );
};

const isGood = (fact: FactPath, value: string): boolean =>
  value === CANNOT_TELL || (value !== '' && parseAnswer(fact, value) !== undefined);

const toPair = (answer: string): readonly [string, string] => {
  const at = answer.indexOf('=');
  if (at < 1) {
    throw new UsageError(
      'ANSWER_NOT_A_PAIR',
      `--answer takes fact=value; ${shown(answer) || 'it was empty'} is not that.`,
      EXAMPLE,
    );
  }
  const fact = answer.slice(0, at).trim();
  const value = answer.slice(at + 1).trim();
  if (!isFactPath(fact)) throw unknownFact(fact, value);
  if (!isGood(fact, value)) throw badValue(fact, value);
  return [fact, value];
};

/** The answers of the command line; of two for one fact the last counts. */
export const toAnswers = (answers: readonly string[]): Answers => Object.fromEntries(answers.map(toPair));

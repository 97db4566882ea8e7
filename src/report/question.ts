import { factSpec, isFactPath } from '../facts/catalog.ts';
import type { Question } from '../model/diagnosis.ts';
import type { FactSpec } from '../model/fact.ts';
import { indent, type Lines, labelled, paragraph, section } from './layout.ts';
import type { Style } from './style.ts';
import { COST_WORDS, WHO_WORDS } from './words.ts';
import { columns, padTo } from './wrap.ts';

const FREE: Readonly<Record<Exclude<FactSpec['type'], readonly string[]>, readonly [string, string]>> = {
  text: ['TEXT', 'the text, in quotes where it has blanks'],
  number: ['NUMBER', 'a number'],
  flag: ['yes', 'or no'],
  list: ['A,B', 'the values, with commas'],
  numbers: ['1,2', 'the numbers, with commas'],
  time: ['TIME', 'such as 2026-03-01T12:00:00Z'],
};

const freeAnswer = (fact: string): { readonly value: string; readonly label: string } => {
  const type = isFactPath(fact) ? factSpec(fact).type : 'text';
  const [value, label] = typeof type === 'string' ? FREE[type] : FREE.text;
  return { value, label };
};

const CANNOT_TELL = { value: 'cannot-tell', label: 'I cannot tell' } as const;

/** Each answer as the option to type, with its words. */
export const answerOptions = ({ fact, answers }: Question) =>
  [...(answers.length > 0 ? answers : [freeAnswer(fact)]), CANNOT_TELL].map(({ value, label }) => ({
    option: `--answer ${fact}=${value}`,
    label,
  }));

/** Options are never wrapped; where the words do not fit beside, they go below. */
const answerLines = (question: Question, style: Style): Lines => {
  const rows = answerOptions(question);
  const optionWidth = Math.max(...rows.map(({ option }) => columns(option)));
  const labelWidth = Math.max(...rows.map(({ label }) => columns(label)));
  const beside = !style.plain && 4 + optionWidth + 2 + labelWidth <= style.width;
  const { code } = style.colour;
  return rows.flatMap(({ option, label }) =>
    beside
      ? [`    ${code(padTo(option, optionWidth))}  ${label}`]
      : [indent(4, style) + code(option), ...paragraph(style.plain ? `means: ${label}` : label, style, 6)],
  );
};

/** The question that settles most, and how to answer it. */
export const questionSection = (question: Question | undefined, style: Style): Lines => {
  if (question === undefined) return [];
  return section(
    'The question that settles most',
    [
      ...paragraph(question.question, style).map(style.colour.strong),
      ...labelled('Why', question.why, style),
      ...labelled('Where to look', question.where, style),
      ...labelled('Who can tell', `${WHO_WORDS[question.who]} (${COST_WORDS[question.cost]})`, style),
      ...paragraph('Run the same command again and add one of these:', style),
      ...answerLines(question, style),
    ],
    style,
  );
};

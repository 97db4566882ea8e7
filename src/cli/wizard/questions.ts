import { choicesOf, type FactPath, factSpec, isFactPath } from '../../facts/catalog.ts';
import { parseAnswer } from '../../facts/evidence.ts';
import { questionOf } from '../../facts/question-of.ts';
import { factsIn } from '../../match/match.ts';
import type { Question } from '../../model/diagnosis.ts';
import type { Gate, Rule } from '../../model/rule.ts';

/** What somebody who has nothing to paste is asked first: what is called, what fails, by whom, and what comes back. */
export const BASICS = [
  'call.api',
  'call.refused-by',
  'caller.kind',
  'response.status',
] as const satisfies readonly FactPath[];

/** The question that asks for a fact; undefined where nobody is asked for it. */
export const questionFor = (path: string): Question | undefined => (isFactPath(path) ? questionOf(path) : undefined);

/** An answer in the words in which it was offered. */
export const answerInWords = (fact: string, value: string): string =>
  questionFor(fact)?.answers.find((answer) => answer.value === value)?.label ?? value;

const conditionsOf = (rule: Rule) => [
  ...(rule['possible-when'] === undefined ? [] : [rule['possible-when']]),
  ...[...rule.signs, ...(rule['counter-signs'] ?? [])].map(({ when }) => when),
];

const LIKELY: Readonly<Record<Rule['likelihood'], number>> = { common: 3, uncommon: 2, rare: 1 };

/** The questions that concern a gate, those first that most of its causes look at. */
export const questionsOfGate = (
  gate: Gate,
  rules: readonly Rule[],
  isOpen: (fact: string) => boolean,
): readonly Question[] => {
  const worth = new Map<string, number>();
  for (const rule of rules.filter((each) => each.gate === gate)) {
    const facts = new Set(conditionsOf(rule).flatMap(factsIn));
    for (const fact of facts) worth.set(fact, (worth.get(fact) ?? 0) + LIKELY[rule.likelihood]);
  }
  return [...worth]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .flatMap(([fact]) => (isOpen(fact) ? [questionFor(fact) ?? []].flat() : []));
};

const WANTED: Readonly<Record<string, string>> = {
  number: 'It has to be a number, such as 403.',
  time: 'It has to be a time, such as 2026-03-01T12:00:00Z.',
  numbers: 'It has to be numbers, with commas between them.',
};

const isStatus = (text: string): boolean => /^[1-5]\d\d$/.test(text);

/** What is wrong with a typed answer; nothing where it will do. An empty one says "I cannot tell". */
export const problemWith = (fact: string, text: string): string | undefined => {
  if (text.trim() === '' || !isFactPath(fact)) return undefined;
  if (fact === 'response.status' && !isStatus(text.trim())) return 'It has to be an HTTP status, such as 403.';
  if (parseAnswer(fact, text.trim()) !== undefined) return undefined;
  const spec = factSpec(fact);
  const choices = choicesOf(spec);
  return choices ? `It has to be one of ${choices.join(', ')}.` : (WANTED[String(spec.type)] ?? 'It has to be a text.');
};

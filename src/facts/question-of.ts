import type { Question } from '../model/diagnosis.ts';
import { type FactPath, factSpec } from './catalog.ts';

/** The answers of a fact that is or is not so. */
const FLAG = { true: 'Yes', false: 'No' } as const;

/** The question that asks for a fact, with the causes that its answer moves; undefined where nobody is asked for it. */
export const questionOf = (path: FactPath, settles: readonly string[] = []): Question | undefined => {
  const { ask, type } = factSpec(path);
  if (ask === undefined) return undefined;
  const labels = type === 'flag' ? FLAG : (ask.answers ?? {});
  return {
    fact: path,
    question: ask.question,
    why: ask.why,
    where: ask.where,
    who: ask.who,
    cost: ask.cost,
    answers: Object.entries(labels).map(([value, label]) => ({ value, label })),
    settles,
  };
};

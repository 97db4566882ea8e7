import { isFactPath } from '../facts/catalog.ts';
import { parseAnswer } from '../facts/evidence.ts';
import type { Answers, Context, Diagnosis, Question } from '../model/diagnosis.ts';
import type { Paste } from '../model/paste.ts';
import { CANNOT_TELL, diagnose } from './diagnose.ts';

/** Where an interview stands: what is known so far, the answers that it rests on, and what is asked next. */
export interface Asking {
  readonly diagnosis: Diagnosis;
  readonly answers: Answers;
  readonly question: Question;
  /** The answer just given, where it is none of this question: the same question is asked again. */
  readonly refused?: string;
}

/** What an interview came to, with every answer that was given on the way. */
export interface Interviewed {
  readonly diagnosis: Diagnosis;
  readonly answers: Answers;
}

/** What an interview needs: what `diagnose` needs, and which of several failing calls it is about, from 0. */
export interface InterviewContext extends Context {
  readonly call?: number;
}

const isAnswer = (fact: string, answer: string): boolean =>
  answer === CANNOT_TELL || (isFactPath(fact) && answer !== '' && parseAnswer(fact, answer) !== undefined);

/**
 * An interview, one question at a time: it yields what is asked and takes the answer with `next(answer)`, where
 * `undefined` stands for "I cannot tell". It is done when a cause is confirmed or nothing is left that is worth asking. Whoever asks
 * may take as long as it likes, or stop; to go back, start again with the `answers` of an earlier step.
 *
 * @throws AnswerError when the answers to start with name an unknown fact, or a value that the fact cannot have.
 */
export function* interview(
  pastes: readonly Paste[],
  { call = 0, ...context }: InterviewContext,
): Generator<Asking, Interviewed, string | undefined> {
  let answers: Answers = context.answers ?? {};
  for (;;) {
    const [first, ...others] = diagnose(pastes, { ...context, answers });
    const diagnosis = call === 0 ? first : others[call - 1];
    if (diagnosis === undefined) throw new RangeError(`There is no failing call ${call}.`);
    const { question } = diagnosis;
    if (question === undefined) return { diagnosis, answers };
    let answer = (yield { diagnosis, answers, question }) ?? CANNOT_TELL;
    while (!isAnswer(question.fact, answer)) {
      answer = (yield { diagnosis, answers, question, refused: answer }) ?? CANNOT_TELL;
    }
    answers = { ...answers, [question.fact]: answer };
  }
}

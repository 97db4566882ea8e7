import { isFactPath } from '../../facts/catalog.ts';
import { makesSense } from '../../facts/makes-sense.ts';
import type { Diagnosis, Finding, Question, Reason } from '../../model/diagnosis.ts';
import { readable } from '../../report/readable.ts';
import { standing } from '../../report/standing.ts';
import { mainFinding } from '../../report/verdict.ts';
import { WHO_WORDS } from '../../report/words.ts';
import type { Chance } from './chance.ts';
import { type Choice, type Face, noPage, type Page } from './face.ts';
import { letLook } from './live-stop.ts';
import { questionPage, sentencePage } from './pages.ts';
import { BASICS, problemWith, questionFor } from './questions.ts';
import { hasPaste, type Session, withAnswer, withoutAnswer, withSkipped } from './session.ts';
import { lookAt, NOT_LOOKED, type Stop, type Tour, type World } from './tour.ts';

const isOpen = ({ answers, skipped }: Session, { facts }: Diagnosis, fact: string): boolean =>
  !(fact in answers) &&
  !skipped.includes(fact) &&
  !(fact in facts) &&
  (!isFactPath(fact) || makesSense(fact, (path) => facts[path]));

/** What to ask next: without a paste first what is called and how, then what the engine finds most telling. */
export const questionNext = (session: Session, diagnosis: Diagnosis): Question | undefined => {
  if (diagnosis.conclusion.is === 'stops-at') return diagnosis.question;
  const basic = hasPaste(session) ? undefined : BASICS.find((fact) => isOpen(session, diagnosis, fact));
  return basic === undefined ? diagnosis.question : questionFor(basic);
};

type Reply =
  | { readonly is: 'answer'; readonly value: string }
  | { readonly is: 'type' | 'look' | 'skip' | 'back' | 'more' };

const LOOK_NAMES: Readonly<Record<Chance['is'], string>> = {
  probe: 'Let me look (you see first what would be sent)',
  'token-missing': 'Let me look (the token has to be pasted again)',
};

/** The menu line that offers a live check; none where there is nothing to look at. */
const lookChoice = <T>(chance: Chance | undefined, value: T): readonly Choice<T>[] =>
  chance === undefined ? [] : [{ value, name: LOOK_NAMES[chance.is] }];

const repliesTo = ({ answers }: Question, cannotTell: string, chance: Chance | undefined): readonly Choice<Reply>[] => [
  ...(answers.length > 0
    ? answers.map(({ value, label }): Choice<Reply> => ({ value: { is: 'answer', value }, name: label }))
    : [{ value: { is: 'type' } as const, name: 'Type the answer' }]),
  { value: { is: 'answer', value: cannotTell }, name: 'I cannot tell' },
  ...lookChoice<Reply>(chance, { is: 'look' }),
];

const waysOn = ({ answers }: Session): readonly Choice<Reply>[] => [
  { value: { is: 'skip' }, name: 'Skip for now' },
  ...(Object.keys(answers).length > 0 ? [{ value: { is: 'back' } as const, name: 'Back to the question before' }] : []),
  { value: { is: 'more' }, name: 'More: checklist, earlier answers, paste more, leave' },
];

const typed = async (face: Face, { fact, question }: Question, cannotTell: string): Promise<string> => {
  const text = await face.ask(noPage, {
    message: `${question} (Enter: I cannot tell)`,
    problem: (answer) => problemWith(fact, answer),
  });
  return text.trim() === '' ? cannotTell : text.trim();
};

/** The session as it was before the last answer. */
const stepBack = (session: Session): Session => {
  const last = Object.keys(session.answers).at(-1);
  return last === undefined ? session : withoutAnswer(session, last);
};

/** Puts one question; what comes back is the session with the answer in it. */
export const put = async (question: Question, tour: Tour, diagnosis: Diagnosis, world: World): Promise<Tour> => {
  const { session } = tour;
  const [face, { cannotTell }] = [await world.face, await world.engine];
  const given = session.answers[question.fact];
  const { chances, chanceToLook } = await import('./chance.ts');
  const chance = chanceToLook(await chances(tour, world), tour, question.fact);
  const replies = repliesTo(question, cannotTell, chance);
  const first = replies.find(({ value }) => value.is === 'answer' && value.value === given)?.value;
  const number = Object.keys(session.answers).filter((fact) => fact !== question.fact).length + 1;
  const page: Page = (style, rows) => questionPage(question, readable(diagnosis, style.unicode), number)(style, rows);
  const reply = await face.choose(page, {
    message: question.question,
    groups: [replies, waysOn(session)],
    ...(first !== undefined && { first }),
  });
  switch (reply.is) {
    case 'answer':
      return { ...tour, session: withAnswer(session, question.fact, reply.value), place: 'look' };
    case 'type':
      return {
        ...tour,
        session: withAnswer(session, question.fact, await typed(face, question, cannotTell)),
        place: 'look',
      };
    case 'look':
      return letLook(tour, world, question.fact);
    case 'skip':
      return { ...tour, session: withSkipped(withoutAnswer(session, question.fact), question.fact), place: 'look' };
    case 'back':
      return { ...tour, session: stepBack(session), place: 'question' };
    case 'more':
      return { ...tour, place: 'more' };
  }
};

/** Asks the question that settles most. */
export const questionStop: Stop = async (tour, world) => {
  const { diagnosis } = await lookAt(tour, world);
  const question = questionNext(tour.session, diagnosis);
  return question === undefined ? { ...tour, place: 'result' } : put(question, tour, diagnosis, world);
};

const callName = (diagnosis: Diagnosis): string => {
  const main = mainFinding(diagnosis);
  const times = (diagnosis.calls ?? 1) > 1 ? ` (${diagnosis.calls} times)` : '';
  return main === undefined ? `${diagnosis.call}${times}` : `${diagnosis.call}${times}: ${main.title}`;
};

const foundWords = (all: readonly Diagnosis[]): string => {
  const calls = all.reduce((sum, diagnosis) => sum + (diagnosis.calls ?? 1), 0);
  return `${calls} failing calls were found${calls > all.length ? `, of ${all.length} kinds` : ''}.`;
};

/** Whether the answer of the call was seen, and nothing is wrong with it: then there is nothing to ask. */
const hasSucceeded = (diagnosis: Diagnosis): boolean =>
  standing(diagnosis) === 'nothing-wrong' && diagnosis.facts['response.status']?.state === 'known';

/** How many signs of a strength speak for a cause, less those against it. What a call reads like is none. */
const signsOf = ({ for: reasons, against }: Finding, strength: Reason['strength']): number => {
  const count = (all: readonly Reason[]): number =>
    all.filter((reason) => reason.strength === strength && !reason.rests.includes('other-calls')).length;
  return count(reasons) - count(against);
};

/** Whether no sign puts the first cause before the second, so that the one that is named first is no better than the other. */
const isContested = ({ conclusion, findings: [first, second] }: Diagnosis): boolean =>
  conclusion.is === 'stops-at' &&
  conclusion.verdict === 'likely' &&
  first?.verdict === second?.verdict &&
  first !== undefined &&
  second !== undefined &&
  (['strong', 'weak'] as const).every((strength) => signsOf(first, strength) <= signsOf(second, strength));

/** Looks at what there is: which of several calls it is about, and whether a question or the result comes next. */
export const lookStop: Stop = async (tour, world) => {
  const { diagnosis, all } = await lookAt(tour, world);
  if (all.length > 1 && tour.session.call === undefined) {
    const face = await world.face;
    const call = await face.choose(sentencePage(foundWords(all)), {
      message: 'Which one first?',
      groups: [all.map((each, value) => ({ value, name: callName(readable(each, true)) }))],
    });
    return { ...tour, session: { ...tour.session, call }, live: NOT_LOOKED, place: 'look' };
  }
  const isOpenStill = diagnosis.conclusion.is === 'unexplained' && !hasSucceeded(diagnosis);
  const isAsked = (isOpenStill || isContested(diagnosis)) && questionNext(tour.session, diagnosis) !== undefined;
  return { ...tour, place: isAsked ? 'question' : 'result' };
};

/** Who can answer, for a menu. */
export const questionName = ({ question, who }: Question): string =>
  who === 'caller' ? question : `${question} (${WHO_WORDS[who]})`;

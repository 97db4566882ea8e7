import type { Question } from '../../model/diagnosis.ts';
import { readable } from '../../report/readable.ts';
import { STATE_WORDS } from '../../report/words.ts';
import { type Choice, type Face, Left, noPage, type Page } from './face.ts';
import { checklistPage, gateStrip, sentencePage } from './pages.ts';
import { put, questionName } from './question-stop.ts';
import { answerInWords, questionFor, questionsOfGate } from './questions.ts';
import { lookAt, type Stop, type Tour, type World } from './tour.ts';

type Way = 'checklist' | 'answers' | 'skipped' | 'paste' | 'result' | 'back' | 'leave';

const NAMES: Readonly<Record<Way, string>> = {
  checklist: 'See the checklist, or go to one of its steps',
  answers: 'Change an earlier answer',
  skipped: 'Questions that were skipped',
  paste: 'Paste more',
  result: 'See what is known so far',
  back: 'Back',
  leave: 'Leave, and go on another time',
};

const MOST_QUESTIONS = 6;

const askedFrom = async (
  questions: readonly Question[],
  message: string,
  name: (question: Question) => string,
  face: Face,
  page: Page = noPage,
): Promise<Question | null> => {
  const choices = questions.map((question): Choice<Question | null> => ({ value: question, name: name(question) }));
  return face.choose(page, { message, groups: [choices, [{ value: null, name: 'Back' }]] });
};

/** A step of the checklist, and what can be asked about it. */
const goToGate = async (tour: Tour, world: World): Promise<Tour> => {
  const face = await world.face;
  const { rules } = await world.engine;
  const { diagnosis } = await lookAt(tour, world);
  const gate = await face.choose((style, rows) => checklistPage(readable(diagnosis, style.unicode))(style, rows), {
    message: 'Go to which step?',
    groups: [
      diagnosis.gates.map(({ gate: value, asks, state }) => ({ value, name: `${asks} (${STATE_WORDS[state]})` })),
      [{ value: null, name: 'Back' }],
    ],
  });
  if (gate === null) return { ...tour, place: 'more' };
  const isOpen = (fact: string): boolean => !(fact in diagnosis.facts) && !(fact in tour.session.answers);
  const questions = questionsOfGate(gate, rules, isOpen).slice(0, MOST_QUESTIONS);
  const message = questions.length > 0 ? `What can you find out about ${gate}?` : 'Nothing is left to ask about it.';
  const because = diagnosis.gates.find((each) => each.gate === gate)?.because ?? '';
  const question = await askedFrom(questions, message, questionName, face, sentencePage(because));
  return question === null ? { ...tour, place: 'more' } : put(question, tour, diagnosis, world);
};

const questionsOf = (facts: readonly string[]): readonly Question[] =>
  facts.map(questionFor).filter((question) => question !== undefined);

const changeAnswer = async (tour: Tour, world: World): Promise<Tour> => {
  const { answers } = tour.session;
  const { cannotTell } = await world.engine;
  const name = ({ fact, question }: Question): string => {
    const value = answers[fact] ?? '';
    return `${question} ${value === cannotTell ? 'I cannot tell' : answerInWords(fact, value)}`;
  };
  const question = await askedFrom(questionsOf(Object.keys(answers)), 'Change which answer?', name, await world.face);
  if (question === null) return { ...tour, place: 'more' };
  return put(question, tour, (await lookAt(tour, world)).diagnosis, world);
};

const askSkipped = async (tour: Tour, world: World): Promise<Tour> => {
  const questions = questionsOf(tour.session.skipped);
  const question = await askedFrom(questions, 'Answer which one?', questionName, await world.face);
  if (question === null) return { ...tour, place: 'more' };
  return put(question, tour, (await lookAt(tour, world)).diagnosis, world);
};

/** All that is not an answer: the checklist, earlier answers, more to paste, leaving. */
export const moreStop: Stop = async (tour, world) => {
  const { answers, skipped } = tour.session;
  const face = await world.face;
  const ways: readonly Way[] = [
    'checklist',
    ...(Object.keys(answers).length > 0 ? (['answers'] as const) : []),
    ...(skipped.length > 0 ? (['skipped'] as const) : []),
    'paste',
    'result',
    'leave',
    'back',
  ];
  const { diagnosis } = await lookAt(tour, world);
  const way = await face.choose((style) => [...gateStrip(diagnosis.gates, style), ''], {
    message: 'What do you want to do?',
    groups: [ways.map((value) => ({ value, name: NAMES[value] }))],
  });
  switch (way) {
    case 'checklist':
      return goToGate(tour, world);
    case 'answers':
      return changeAnswer(tour, world);
    case 'skipped':
      return askSkipped(tour, world);
    case 'paste':
      world.room.say(sentencePage('Paste now; then press Enter.'));
      return { ...tour, place: 'paste' };
    case 'leave':
      throw new Left('choice');
    default:
      return { ...tour, place: way === 'result' ? 'result' : 'look' };
  }
};

import type { Conclusion, Diagnosis } from '../../model/diagnosis.ts';
import type { Gate } from '../../model/rule.ts';
import { standing } from '../../report/standing.ts';
import { checkAgain } from './check-again.ts';
import { type Menu, noPage, type Page } from './face.ts';
import { letLook } from './live-stop.ts';
import { below, sentencePage } from './pages.ts';
import { pasteIntro } from './paste-intro.ts';
import { questionNext } from './question-stop.ts';
import { readThrough } from './read-through.ts';
import { partPage, resultPage } from './result-page.ts';
import { newSession, untold } from './session.ts';
import { share } from './share.ts';
import { lookAt, NOT_LOOKED, type Stop, type Tour, type World } from './tour.ts';

type Way = 'question' | 'live' | 'fix' | 'request' | 'why' | 'share' | 'again' | 'more' | 'calls' | 'another' | 'end';

const NAMES: Readonly<Record<Way, string>> = {
  question: 'Answer a question, to be surer',
  live: 'Look live, to be surer',
  fix: 'The fix step by step, with commands to copy',
  request: 'Show the request done right, as a script',
  why: 'Why, what else it could be, and what support needs',
  share: 'Save or send: report, message for the admin, command line',
  again: 'Check again after the fix',
  more: 'Paste more, or change an answer',
  calls: 'Another of the failing calls',
  another: 'Another failure',
  end: 'Done',
};

/** Where the token, or how it was asked for, is at fault; past these gates it was got well. */
const TOKEN_GATES: ReadonlySet<Gate> = new Set(['sign-in', 'token-request', 'credential', 'token', 'audience']);

const isAboutToken = (conclusion: Conclusion): boolean =>
  conclusion.is === 'stops-at' && TOKEN_GATES.has(conclusion.gate);

const offered = (diagnosis: Diagnosis, tour: Tour, calls: number, canLook: boolean): readonly Way[] => [
  ...(questionNext(tour.session, diagnosis) === undefined ? [] : (['question'] as const)),
  ...(canLook ? (['live'] as const) : []),
  ...(diagnosis.conclusion.is === 'stops-at' ? (['fix'] as const) : []),
  ...(isAboutToken(diagnosis.conclusion) ? (['request'] as const) : []),
  'why',
  'share',
  ...(diagnosis.conclusion.is === 'stops-at' ? (['again'] as const) : []),
  'more',
  ...(calls > 1 ? (['calls'] as const) : []),
  'another',
  'end',
];

const nameOf = (way: Way, { conclusion }: Diagnosis): string =>
  way === 'question' && conclusion.is === 'unexplained' ? 'Go on with the questions' : NAMES[way];

const menuFor = (diagnosis: Diagnosis, tour: Tour, calls: number, canLook: boolean): Menu<Way> => ({
  message: 'What next?',
  groups: [offered(diagnosis, tour, calls, canLook).map((value) => ({ value, name: nameOf(value, diagnosis) }))],
});

const stillThere = (before: Conclusion, { conclusion }: Diagnosis): boolean =>
  before.is === 'stops-at' && conclusion.is === 'stops-at' && before.cause === conclusion.cause;

/** What became of a failure after the fix. */
const afterFix = (before: Conclusion, diagnosis: Diagnosis): string => {
  if (stillThere(before, diagnosis)) return 'Checked again: it still stops at the same place, for the same cause.';
  if (standing(diagnosis) === 'nothing-wrong') return 'Checked again: nothing wrong is left in the call.';
  return before.is === 'stops-at' && diagnosis.conclusion.is === 'stops-at'
    ? 'Checked again: what stopped it before is gone. Now it stops at another place.'
    : 'Checked again.';
};

const another = (world: World): Tour => {
  world.room.say(pasteIntro);
  return { session: newSession(world.now()), live: NOT_LOOKED, place: 'paste' };
};

/** What was told was told of the call before. */
const otherCall = (tour: Tour): Tour => ({ ...tour, session: untold(tour.session), live: NOT_LOOKED, place: 'look' });

/** The result, and what can be done with it. */
export const resultStop: Stop = async (tour, world) => {
  const face = await world.face;
  const { diagnosis, all } = await lookAt(tour, world);
  let said: Page = tour.before === undefined ? noPage : sentencePage(afterFix(tour.before, diagnosis));
  let result = resultPage(diagnosis);
  const { chances, chanceToLook } = await import('./chance.ts');
  const canLook = chanceToLook(await chances(tour, world), tour) !== undefined;
  for (;;) {
    const way = await face.choose(below(said, result), menuFor(diagnosis, tour, all.length, canLook));
    said = noPage;
    // What was read out once stays above.
    if (!world.room.redraws) result = noPage;
    switch (way) {
      case 'fix':
      case 'why':
        await readThrough(partPage(way, diagnosis), face, world.room);
        break;
      case 'request': {
        const { showRightRequest } = await import('./right-request.ts');
        said = await showRightRequest(diagnosis, face, world);
        break;
      }
      case 'share':
        said = await share({ diagnosis, all, session: tour.session }, face, world);
        break;
      case 'live':
        return letLook(tour, world);
      case 'again': {
        const next = await checkAgain(diagnosis.conclusion, tour, world);
        if ('place' in next) return next;
        said = next.said;
        break;
      }
      case 'calls':
        return otherCall(tour);
      case 'another':
        return another(world);
      default:
        return { ...tour, place: way };
    }
  }
};

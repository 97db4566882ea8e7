import { FACT_PATHS, type FactPath } from '../facts/catalog.ts';
import { questionOf } from '../facts/question-of.ts';
import type { Question } from '../model/diagnosis.ts';
import type { Situation } from './suspects.ts';
import { bestOf, weigher } from './weigh.ts';

/** A question that is worth less than this is not worth anybody's time. */
const LEAST_GAIN = 0.00035;
/**
 * After this many answers a person tires: then a question must be worth as much as a good first one. Whoever had nothing
 * to paste has more to say.
 */
const PATIENCE = 5;
const PATIENCE_WITHOUT_PASTE = 8;
const LEAST_GAIN_LATER = 0.014;

/**
 * What is asked while nothing speaks for any cause: most other questions rest on who refused. To weigh them all comes to
 * the same, and takes a quarter of the time of such a check.
 */
const OPENING: FactPath = 'call.refused-by';
/** What comes first where a good token is all there is: whoever holds one knows how the call with it ended. */
const OPENING_OF_TOKEN: FactPath = 'response.status';

const isOpen = ({ judgements }: Situation): boolean =>
  judgements.every(({ verdict }) => verdict === 'silent' || verdict === 'ruled-out');

const openingOf = (situation: Situation): FactPath | undefined => {
  if (!isOpen(situation)) return undefined;
  const { evidence } = situation;
  const isAlone = evidence.has('credential.kind') && !evidence.has('evidence.text');
  return isAlone && evidence.has(OPENING) ? OPENING_OF_TOKEN : OPENING;
};

/** Whether the person pasted nothing at all. */
const hasNoPaste = ({ evidence }: Situation): boolean =>
  [...evidence.values()].every(({ state, origin }) => origin.by !== 'read' || state === 'absent');

/** A fact that follows from the answer is asked for itself where that settles nearly as much. */
const NEARLY = 0.8;

/**
 * The question that settles most among the open causes for the least cost, found by supposing each answer and judging
 * again. None where nothing open would move enough, or where a cause is confirmed.
 */
export const nextQuestion = (situation: Situation): Question | undefined => {
  const { judgements, derivations, asked } = situation;
  if (judgements.some(({ verdict }) => verdict === 'confirmed')) return undefined;
  const { candidate, first, score, settles } = weigher(situation);
  const ask = (path: FactPath): Question | undefined => questionOf(path, settles(path).slice(0, 6));
  const opening = openingOf(situation);
  if (opening !== undefined && candidate(opening).length > 0 && settles(opening).length > 0) return ask(opening);
  const patience = hasNoPaste(situation) ? PATIENCE_WITHOUT_PASTE : PATIENCE;
  const least = asked.size < patience ? LEAST_GAIN : LEAST_GAIN_LATER;
  const { best, score: most } = bestOf(FACT_PATHS.flatMap(candidate), score, least);
  if (best === undefined) return undefined;
  const simpler = derivations
    .filter(({ from }) => from.includes(best.path))
    .flatMap(({ gives }) => gives.flatMap(candidate))
    .find((other) => other.most > NEARLY * most && score(other) > NEARLY * most);
  return ask(first(simpler ?? best));
};

import { FACT_PATHS, type FactPath, factSpec, isFactPath } from '../facts/catalog.ts';
import { makesSense } from '../facts/makes-sense.ts';
import { questionOf } from '../facts/question-of.ts';
import type { Question } from '../model/diagnosis.ts';
import type { Cost } from '../model/fact.ts';
import { chanceOf } from './chances.ts';
import { indexOf } from './conditions.ts';
import { gainOf, mostGain } from './gain.ts';
import { affectedBy, suppositions } from './suppose.ts';
import { type Situation, suspectsOf } from './suspects.ts';

/** What an answer costs a person, in units of knowing it already. */
const COST: Readonly<Record<Cost, number>> = { know: 1, 'look-up': 1.6, command: 1.6, 'ask-admin': 6, wait: 12 };

/** A question that is worth less than this is not worth anybody's time. */
const LEAST_GAIN = 0.00035;
/**
 * After this many answers a person tires: then a question must be worth as much as a good first one. Whoever had nothing
 * to paste has more to say.
 */
const PATIENCE = 5;
const PATIENCE_WITHOUT_PASTE = 8;
const LEAST_GAIN_LATER = 0.014;

/** Whether the person pasted nothing at all. */
const hasNoPaste = ({ evidence }: Situation): boolean =>
  [...evidence.values()].every(({ state, origin }) => origin.by !== 'read' || state === 'absent');

/** What a question rests on is asked first unless it is as good as certain. */
const AS_GOOD_AS_CERTAIN = 0.7;

const costOf = (path: FactPath): number => COST[factSpec(path).ask?.cost ?? 'wait'];

/** A fact that a question rests on, and the values of it with which the question makes sense. */
type Premise = readonly [path: FactPath, values: readonly string[]];

/** What has yet to be known for a question to make sense; undefined where nothing is left to ask, or it makes none. */
const openPremises = (path: FactPath, { evidence, asked }: Situation): readonly Premise[] | undefined => {
  const { ask } = factSpec(path);
  if (!ask || evidence.has(path) || asked.has(path)) return undefined;
  if (!makesSense(path, (fact) => evidence.get(fact))) return undefined;
  return Object.entries(ask.only ?? {}).filter(
    (premise): premise is [FactPath, readonly string[]] =>
      isFactPath(premise[0]) &&
      !evidence.has(premise[0]) &&
      !asked.has(premise[0]) &&
      factSpec(premise[0]).ask !== undefined,
  );
};

/** Remembers what was found for each key. */
const remembering = <K, V>(find: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
};

/** A fact that could be asked for, and more than asking for it can be worth for its cost. */
interface Candidate {
  readonly path: FactPath;
  readonly premises: readonly Premise[];
  readonly most: number;
}

/** Weighs the questions of one situation: what each is worth, and what is to be asked first for it. */
const weigher = (situation: Situation) => {
  const index = indexOf(situation.rules);
  const suspects = suspectsOf(situation, index);
  const supposed = remembering((path: FactPath) => suppositions(path, situation, suspects, index));
  const gain = remembering((path: FactPath) => gainOf(path, supposed(path), suspects));
  const candidate = (path: FactPath): readonly Candidate[] => {
    const premises = openPremises(path, situation);
    if (premises === undefined) return [];
    const most = mostGain(path, affectedBy(path, situation, suspects, index), suspects) / costOf(path);
    return [{ path, premises, most }];
  };
  /** What is asked first for a question: what it rests on, where that is doubtful. */
  const first = ({ path, premises }: Candidate): FactPath =>
    premises.find(([needed, values]) => chanceOf(values, supposed(needed)) < AS_GOOD_AS_CERTAIN)?.[0] ?? path;
  return { gain, candidate, first, score: ({ path }: Candidate): number => gain(path).value / costOf(path) };
};

/** A fact that follows from the answer is asked for itself where that settles nearly as much. */
const NEARLY = 0.8;

/** The best of the candidates; of equals the one that comes first. Those that cannot be better are not weighed. */
const bestOf = (
  candidates: readonly Candidate[],
  score: (candidate: Candidate) => number,
  least: number,
): { readonly best?: Candidate; readonly score: number } => {
  let found: { best?: Candidate; score: number } = { score: least };
  for (const candidate of candidates.toSorted((a, b) => b.most - a.most)) {
    if (candidate.most < found.score) break;
    const own = score(candidate);
    const isFirst = found.best !== undefined && candidates.indexOf(candidate) < candidates.indexOf(found.best);
    if (own > found.score || (own === found.score && isFirst)) found = { best: candidate, score: own };
  }
  return found;
};

/**
 * The question that settles most among the open causes for the least cost, found by supposing each answer and judging
 * again. None where nothing open would move enough, or where a cause is confirmed.
 */
export const nextQuestion = (situation: Situation): Question | undefined => {
  const { judgements, derivations, asked } = situation;
  if (judgements.some(({ verdict }) => verdict === 'confirmed')) return undefined;
  const { gain, candidate, first, score } = weigher(situation);
  const patience = hasNoPaste(situation) ? PATIENCE_WITHOUT_PASTE : PATIENCE;
  const least = asked.size < patience ? LEAST_GAIN : LEAST_GAIN_LATER;
  const { best, score: most } = bestOf(FACT_PATHS.flatMap(candidate), score, least);
  if (best === undefined) return undefined;
  const simpler = derivations
    .filter(({ from }) => from.includes(best.path))
    .flatMap(({ gives }) => gives.flatMap(candidate))
    .find((other) => other.most > NEARLY * most && score(other) > NEARLY * most);
  const path = first(simpler ?? best);
  return questionOf(path, gain(path).settles.slice(0, 6));
};

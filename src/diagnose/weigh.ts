import { type FactPath, factSpec, isFactPath } from '../facts/catalog.ts';
import { makesSense } from '../facts/makes-sense.ts';
import type { Cost } from '../model/fact.ts';
import { chanceOf } from './chances.ts';
import { byPath, indexOf } from './conditions.ts';
import { gainOf, mostGain, settledBy } from './gain.ts';
import { affectedBy, answersTo, suppositions } from './suppose.ts';
import { type Situation, suspectsOf } from './suspects.ts';

/** What an answer costs a person, in units of knowing it already. */
const COST: Readonly<Record<Cost, number>> = { know: 1, 'look-up': 1.6, command: 1.6, 'ask-admin': 6, wait: 12 };

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

/** A fact that could be asked for, and more than asking for it can be worth for its cost. */
export interface Candidate {
  readonly path: FactPath;
  readonly premises: readonly Premise[];
  readonly most: number;
}

/** Weighs the questions of one situation: what each is worth, and what is to be asked first for it. */
export const weigher = (situation: Situation) => {
  const index = indexOf(situation.rules);
  const suspects = suspectsOf(situation, index);
  const supposed = byPath((path: FactPath) => suppositions(path, situation, suspects, index));
  const gain = byPath((path: FactPath) => gainOf(path, supposed(path), suspects));
  const candidate = (path: FactPath): readonly Candidate[] => {
    const premises = openPremises(path, situation);
    if (premises === undefined) return [];
    const affected = affectedBy(path, situation, suspects, index);
    const most = mostGain(path, affected, answersTo(path, index).length, suspects) / costOf(path);
    return [{ path, premises, most }];
  };
  /** What is asked first for a question: what it rests on, where that is doubtful. */
  const first = ({ path, premises }: Candidate): FactPath =>
    premises.find(([needed, values]) => chanceOf(values, supposed(needed)) < AS_GOOD_AS_CERTAIN)?.[0] ?? path;
  const score = ({ path }: Candidate): number => gain(path) / costOf(path);
  const settles = (path: FactPath): readonly string[] => settledBy(supposed(path));
  return { gain, settles, candidate, first, score };
};

/** The best of the candidates; of equals the one that comes first. Those that cannot be better are not weighed. */
export const bestOf = (
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

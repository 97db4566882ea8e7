import { type FactPath, factSpec } from '../facts/catalog.ts';
import type { Cost } from '../model/fact.ts';
import { shareOf, sumOf } from './shares.ts';
import type { Supposed, Suppositions } from './suppose.ts';
import type { Suspect, Suspects } from './suspects.ts';

/** One answer makes a cause at most this many times as likely as it was. */
const MOST_TELLING = 20;
/** A cause that answers speak for gives one of them at least this often, however many other answers there are. */
const NAMED = 0.5;
/** How often a person can tell a fact that has nothing to do with the true cause. */
const TELLS: Readonly<Record<Cost, number>> = { know: 0.9, 'look-up': 0.3, command: 0.2, 'ask-admin': 0.1, wait: 0.05 };

const tellsOf = (path: FactPath): number => TELLS[factSpec(path).ask?.cost ?? 'wait'];

const squaresOf = (suspects: readonly Suspect[]): number => sumOf(suspects.map(({ weight }) => weight ** 2));

/** The answers that move a cause elsewhere than the others do, and where to. */
type Moves = readonly (readonly [answer: Supposed, now: number])[];

/** What becomes of a cause: where most answers leave it, and those that move it elsewhere. */
interface Course {
  readonly suspect: Suspect;
  readonly usually: number;
  readonly moves: Moves;
}

/** The causes that answers move. */
const coursesOf = ({ answers, usually }: Suppositions): readonly Course[] => {
  const moves = new Map<Suspect, (readonly [Supposed, number])[]>();
  for (const suspect of usually.keys()) moves.set(suspect, []);
  for (const answer of answers) {
    for (const [suspect, now] of answer.moved) {
      const others = moves.get(suspect);
      if (others === undefined) moves.set(suspect, [[answer, now]]);
      else others.push([answer, now]);
    }
  }
  return [...moves].map(([suspect, own]) => ({
    suspect,
    usually: usually.get(suspect) ?? suspect.weight,
    moves: own,
  }));
};

/** How common the answers are together, and the same by the share of each on all suspicion. */
interface Common {
  readonly usual: number;
  readonly shares: number;
}

const commonOf = (answers: readonly Supposed[]): Common => ({
  usual: sumOf(answers.map(({ usual }) => usual)),
  shares: sumOf(answers.map(({ share }) => share)),
});

/**
 * The share of all suspicion that lies on a cause once the question is answered, expected if it is the true one. How
 * probable an answer is then is read off what the answer does to the suspicion on it.
 */
const expectedShare = (
  { suspect: { weight }, usually, moves }: Course,
  answers: readonly Supposed[],
  all: Common,
): number | undefined => {
  let [named, namedShare, other, otherShare] = [0, 0, 0, 0];
  const count = (now: number, usual: number, shares: number): void => {
    const times = Math.min(MOST_TELLING, now / weight);
    if (now > weight) {
      named += usual * times;
      namedShare += shares * times * now;
    } else {
      other += usual * times;
      otherShare += shares * times * now;
    }
  };
  let { usual, shares } = all;
  for (const [answer, now] of moves) {
    count(now, answer.usual, answer.share);
    usual -= answer.usual;
    shares -= answer.share;
  }
  if (moves.length < answers.length) count(usually, usual, shares);
  if (named + other === 0) return undefined;
  const byName = named === 0 ? 0 : Math.max(NAMED, named / (named + other));
  return byName * shareOf(namedShare, named) + (1 - byName) * shareOf(otherShare, other);
};

/**
 * The share of all suspicion that lies on the true cause once the question is answered, less what lies on it now,
 * expected over the causes that can be the true one.
 */
const expectedGain = (
  path: FactPath,
  { affected, answers }: Suppositions,
  courses: readonly Course[],
  { weight: whole, squares }: Suspects,
): number => {
  const all = commonOf(answers);
  const moved = courses.map((course) => {
    const { weight } = course.suspect;
    const now = weight / whole;
    return weight * ((expectedShare(course, answers, all) ?? now) - now);
  });
  const isMoved = new Set(courses.map(({ suspect }) => suspect));
  const unmoved = affected.filter((suspect) => !isMoved.has(suspect));
  const elsewhere = squaresOf(unmoved) + tellsOf(path) * (squares - squaresOf(affected));
  return (sumOf(moved) + elsewhere * (all.shares / all.usual - 1 / whole)) / whole;
};

/** What asking for a fact is worth. */
export const gainOf = (path: FactPath, suppositions: Suppositions, suspects: Suspects): number =>
  suppositions.answers.length === 0 ? 0 : expectedGain(path, suppositions, coursesOf(suppositions), suspects);

/** The causes that the answers to a question move, those that they move most first. */
export const settledBy = (suppositions: Suppositions): readonly string[] =>
  coursesOf(suppositions)
    .map(({ suspect: { judgement, weight }, usually, moves }) => {
      const ends = [...(moves.length < suppositions.answers.length ? [usually] : []), ...moves.map(([, now]) => now)];
      return { id: judgement.rule.id, by: Math.max(...ends.map((now) => Math.abs(now - weight))) };
    })
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

/** The largest weights together, as many as there are answers: one answer cannot leave all suspicion on two causes. */
const largestOf = (affected: readonly Suspect[], answers: number): number => {
  const weights = affected.map(({ weight }) => weight);
  return sumOf(weights.length <= answers ? weights : weights.sort((a, b) => b - a).slice(0, answers));
};

/**
 * More than asking for a fact can be worth, whatever its answers do: that each answer settles a cause of those that it
 * affects, and that the others share what lay on these.
 */
export const mostGain = (
  path: FactPath,
  affected: readonly Suspect[],
  answers: number,
  { weight: whole, squares }: Suspects,
): number => {
  const left = whole - sumOf(affected.map(({ weight }) => weight));
  // Where all causes are affected, what is left is the rounding of sums, which must not make the bound a loss.
  const elsewhere = tellsOf(path) * Math.max(0, squares - squaresOf(affected));
  return (largestOf(affected, answers) + (left > 0 ? elsewhere * (1 / left - 1 / whole) : 0)) / whole;
};

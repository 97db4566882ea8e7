import { adam } from './adam.ts';

/** A call whose cause is known: the marks it has, and as how many calls it counts. */
export interface Example {
  readonly cause: string;
  readonly marks: ReadonlySet<string>;
  readonly times: number;
}

/** What was learned, as `rules/resemblance.json` holds it: weights and rarities in tenths. */
export interface Learned {
  readonly causes: readonly string[];
  /** How usual each cause is. */
  readonly usual: readonly number[];
  /** Each a mark, a tab, and numbers: its rarity, then causes by their number, each with its weight. */
  readonly marks: readonly string[];
}

/** A mark that one or two examples have tells more of them than of their cause. */
const FEWEST = 3;
const ROUNDS = 120;
/** How much a large weight costs, against what it explains. */
const RESTRAINT = 0.05;
/** A weight below this changes no order, and is left out. */
const SMALLEST = 1.05;

const tenths = (n: number): number => Math.round(n * 10) || 0;

/** A mark that several examples have, with how rare it is. */
interface Mark {
  readonly name: string;
  readonly rarity: number;
}

const marksIn = (examples: readonly Example[]): readonly Mark[] => {
  const counts = new Map<string, number>();
  for (const { marks } of examples) for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= FEWEST)
    .map(([name, count]) => ({ name, rarity: Math.log((examples.length + 1) / (count + 1)) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** An example in numbers: where the weights of its marks begin, what each mark counts, its cause, and how much it counts. */
interface Vector {
  readonly rows: Uint32Array;
  readonly shares: Float64Array;
  readonly cause: number;
  readonly times: number;
}

const toVectors = (
  examples: readonly Example[],
  known: readonly Mark[],
  causes: readonly string[],
): readonly Vector[] => {
  const places = new Map(known.map(({ name }, at) => [name, at]));
  return examples.map(({ marks, cause, times }) => {
    const at = [...marks].flatMap((mark) => places.get(mark) ?? []);
    const rarities = at.map((place) => known[place]?.rarity ?? 0);
    const length = Math.hypot(...rarities) || 1;
    return {
      rows: Uint32Array.from(at, (place) => place * causes.length),
      shares: Float64Array.from(rarities, (rarity) => rarity / length),
      cause: causes.indexOf(cause),
      times,
    };
  });
};

/** How probable each cause is by the weights, less 1 for the one that it is: what the weights have to give way to. */
const errorOf = ({ rows, shares, cause }: Vector, weights: Float64Array, usual: Float64Array): Float64Array => {
  const scores = Float64Array.from(usual);
  rows.forEach((row, i) => {
    const share = shares[i] as number;
    for (let c = 0; c < scores.length; c += 1) scores[c] = (scores[c] as number) + share * (weights[row + c] as number);
  });
  const highest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const whole = odds.reduce((sum, odd) => sum + odd, 0);
  return odds.map((odd, c) => odd / whole - (c === cause ? 1 : 0));
};

/** Adds what an example says of the weights of its marks, as its share of the whole. */
const addSlope = ({ rows, shares, times }: Vector, error: Float64Array, slope: Float64Array, whole: number): void => {
  rows.forEach((row, i) => {
    const share = (times * (shares[i] as number)) / whole;
    for (let c = 0; c < error.length; c += 1)
      slope[row + c] = (slope[row + c] as number) + share * (error[c] as number);
  });
};

/**
 * Learns which marks go with which cause: softmax regression over all examples at once, from weights of nothing, so that
 * the same examples give the same weights.
 */
export const learn = (examples: readonly Example[]): Learned => {
  const causes = [...new Set(examples.map(({ cause }) => cause))].sort();
  const known = marksIn(examples);
  const vectors = toVectors(examples, known, causes);
  const whole = vectors.reduce((sum, { times }) => sum + times, 0);
  const [own, usual] = [adam(known.length * causes.length), adam(causes.length)];
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = own.weights.map((weight) => (RESTRAINT * weight) / whole);
    const usualSlope = new Float64Array(causes.length);
    for (const vector of vectors) {
      const error = errorOf(vector, own.weights, usual.weights);
      addSlope(vector, error, slope, whole);
      addSlope({ ...vector, rows: Uint32Array.of(0), shares: Float64Array.of(1) }, error, usualSlope, whole);
    }
    own.follow(slope);
    usual.follow(usualSlope);
  }
  const weightsOf = (at: number): readonly number[] =>
    causes.flatMap((_, c) => {
      const weight = own.weights[at * causes.length + c] as number;
      return Math.abs(weight) < SMALLEST ? [] : [c, tenths(weight)];
    });
  return {
    causes,
    usual: [...usual.weights].map(tenths),
    marks: known.map(({ name, rarity }, at) => `${name}\t${[tenths(rarity), ...weightsOf(at)].join(' ')}`),
  };
};

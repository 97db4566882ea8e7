import { shareOf, sumOf } from './shares.ts';
import type { Suppositions } from './suppose.ts';

/**
 * How probable it is, from 0 to 1, that a fact has one of these values and none of its others: by the suspicion that a
 * value leaves on causes that something speaks for. Several values that fit count no more than one.
 */
export const chanceOf = (values: readonly string[], { affected, usually, answers }: Suppositions): number => {
  const spokenFor = affected.filter(({ judgement }) => judgement.verdict !== 'silent');
  const weightsOf = (fits: boolean): readonly number[] =>
    answers
      .filter(({ value }) => values.includes(String(value)) === fits)
      .map(({ moved }) =>
        sumOf(spokenFor.map((suspect) => moved.get(suspect) ?? usually.get(suspect) ?? suspect.weight)),
      );
  const fitting = weightsOf(true);
  const one = shareOf(sumOf(fitting), fitting.length);
  return shareOf(one, one + sumOf(weightsOf(false)));
};

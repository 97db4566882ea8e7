/** The sum of numbers. */
export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** A part as a share of the whole, from 0 to 1. */
export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

import { diagnose } from '../src/index.ts';
import { ADVERSARIAL } from '../test/support/adversarial-texts.ts';
import { plainLog } from './big-input.ts';
import { cpuTimeOf, leastTime } from './measure.ts';

const NOW = '2026-03-01T12:00:00Z';
const SIZES = [1_000, 10_000, 100_000, 1_000_000] as const;
const UNIT = 100_000;

/** Milliseconds to diagnose a text of each size. */
const timesOf = (make: (length: number) => string): readonly number[] =>
  SIZES.map((size) => {
    const text = make(size);
    return leastTime(
      () =>
        cpuTimeOf(() => {
          diagnose([{ text }], { now: NOW });
        }),
      30,
    );
  });

/** How one family of hostile texts does against ordinary text of the same size. */
export interface Family {
  readonly name: string;
  /** Milliseconds by size, from 1 kB to 1 MB. */
  readonly milliseconds: readonly number[];
  /** The most milliseconds that 100 kB of it took above what 100 kB of a log takes, at 100 kB and more. */
  readonly above: number;
  /** What ten times the text took, at the most: 10 is linear. */
  readonly tenfold: number;
}

interface Trend {
  readonly start: number;
  readonly each: number;
}

/** The line through the times of a log: what a run costs, and what each 100 kB costs. */
const trendOf = (times: readonly number[]): Trend => {
  const [least = 0] = times;
  const most = times.at(-1) ?? 0;
  const last = SIZES.at(-1) ?? 0;
  return { start: least, each: ((most - least) / (last - SIZES[0])) * UNIT };
};

const familyOf = (name: string, milliseconds: readonly number[], { start, each }: Trend): Family => {
  const big = SIZES.map((size, at) => ({ size, time: milliseconds[at] ?? Number.NaN })).filter(
    ({ size }) => size >= UNIT,
  );
  const above = Math.max(...big.map(({ size, time }) => ((time - start) * UNIT) / size - each));
  const [small, large] = big.map(({ time }) => Math.max(1, time - start));
  return { name, milliseconds: milliseconds.map(Math.round), above, tenfold: (large ?? 0) / (small ?? 1) };
};

/** Every family of hostile texts, the slowest first, and the milliseconds that 100 kB of a log take. */
export const adversarial = (): { readonly families: readonly Family[]; readonly trend: Trend } => {
  timesOf(plainLog);
  const trend = trendOf(timesOf(plainLog));
  const families = Object.entries(ADVERSARIAL).map(([name, make]) => familyOf(name, timesOf(make), trend));
  return { families: families.sort((a, b) => b.above - a.above), trend };
};

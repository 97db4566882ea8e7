import { diagnose } from '../src/index.ts';
import { ADVERSARIAL } from '../test/support/adversarial-texts.ts';
import { plainLog } from './big-input.ts';
import { cpuTimeOf, leastTime } from './measure.ts';

const NOW = '2026-03-01T12:00:00Z';
const SMALL = 100_000;
const LARGE = 1_000_000;
/** The least of so many runs counts: the first compiles what the family needs, and others on the machine only ever add time. */
const RUNS = 3;

/** Milliseconds to diagnose a text. */
const timeOf = (text: string): number =>
  leastTime(
    () =>
      cpuTimeOf(() => {
        diagnose([{ text }], { now: NOW });
      }),
    0,
    RUNS,
  );

/** Milliseconds of one kind of text at both sizes. */
interface Times {
  readonly small: number;
  readonly large: number;
}

const timesOf = (make: (length: number) => string): Times => ({
  small: timeOf(make(SMALL)),
  large: timeOf(make(LARGE)),
});

/** Milliseconds that each further 100 kB takes. */
const slopeOf = ({ small, large }: Times): number => ((large - small) * SMALL) / (LARGE - SMALL);

/** How one family of hostile texts does against ordinary text of the same size. */
export interface Family extends Times {
  readonly name: string;
  /** Milliseconds that each further 100 kB of it takes above what they take of a log. */
  readonly above: number;
  /** What ten times the text took: 10 is linear. */
  readonly tenfold: number;
}

/** Every family of hostile texts, the slowest first, and the milliseconds that 100 kB of a log take. */
export const adversarial = (): { readonly families: readonly Family[]; readonly trend: number } => {
  // What all texts go through is compiled before anything is measured.
  timesOf(plainLog);
  const trend = slopeOf(timesOf(plainLog));
  const families = Object.entries(ADVERSARIAL).map(([name, make]): Family => {
    const times = timesOf(make);
    return { name, ...times, above: slopeOf(times) - trend, tenfold: times.large / Math.max(1, times.small) };
  });
  return { families: families.sort((a, b) => b.above - a.above), trend };
};

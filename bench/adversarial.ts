import { spawnSync } from 'node:child_process';
import { ADVERSARIAL } from '../test/support/adversarial-texts.ts';

/** The sizes of a text are 100 kB and so many times that. */
const TIMES = 10;

/** Milliseconds of one kind of text at both sizes. */
interface Times {
  readonly small: number;
  readonly large: number;
}

/**
 * Each kind has a process of its own, as each paste of a person has: V8 compiles an expression for the text that it
 * meets, so what other texts made of it would be measured too.
 */
const timesOf = (...name: readonly string[]): Times => {
  const args = [...process.execArgv, 'bench/adversarial-family.ts', ...name];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return JSON.parse(stdout);
};

/** Milliseconds that each further 100 kB takes. */
const slopeOf = ({ small, large }: Times): number => (large - small) / (TIMES - 1);

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
  const trend = slopeOf(timesOf());
  const families = Object.keys(ADVERSARIAL).map((name): Family => {
    const times = timesOf(name);
    return { name, ...times, above: slopeOf(times) - trend, tenfold: times.large / Math.max(1, times.small) };
  });
  return { families: families.sort((a, b) => b.above - a.above), trend };
};

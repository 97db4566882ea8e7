import { performance } from 'node:perf_hooks';

/**
 * Ratios, not times: machines differ and are shared. What is compared is measured in turn in one run.
 */
const RUNS = 9;

/** The value in the middle. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds that some work takes. */
export const timeOf = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** Milliseconds of the processor that some work takes: on a shared machine others do not count. */
export const cpuTimeOf = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

const ratioBy =
  (measure: (work: () => void) => number) =>
  (work: () => void, against: () => void): number => {
    work();
    against();
    return median(Array.from({ length: RUNS }, () => measure(work) / measure(against)));
  };

/** The median of the ratios of two pieces of work, run in turn. */
export const ratio = ratioBy(timeOf);

/** The same for work that this process does itself. */
export const cpuRatio = ratioBy(cpuTimeOf);

/** Milliseconds that some work takes when nothing else gets in its way: the least of as many runs as fit, and of some. */
export const leastTime = (work: () => number, enough = 150, some = 1): number => {
  let least = work();
  for (let spent = least, runs = 1; runs < some || (spent < enough && runs < 20); runs += 1) {
    const time = work();
    least = Math.min(least, time);
    spent += time;
  }
  return least;
};

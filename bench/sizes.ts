import { diagnose, type EntryKind, followEntries } from '../src/index.ts';
import { bigHar, bigLog, bigPlainLog, MEGABYTE, plainLog } from './big-input.ts';
import { cpuTimeOf, leastTime } from './measure.ts';

const NOW = '2026-03-01T12:00:00Z';
/** Megabytes of the largest input; a paste is read whole up to a megabyte. */
const LARGEST = { HAR: 100, 'JSON lines': 100, 'plain log': 100, paste: 1 } as const;
/** Below this, what every run costs hides what the size costs. */
const SMALLEST_OF_INTEREST = 0.1;
const SMALL_ENTRY = 400;
/** At least so many runs of each size. */
const RUNS = 5;

/** What it takes to follow a stream; the texts are made before. */
const following = (kind: EntryKind, made: Iterable<string>) => {
  const texts = [...made];
  return (): number => {
    const { push, end } = followEntries(kind);
    return cpuTimeOf(() => {
      for (const text of texts) for (const _ of push(text));
      for (const _ of end());
    });
  };
};

const TIMES: Readonly<Record<keyof typeof LARGEST, (megabytes: number) => () => number>> = {
  HAR: (megabytes) => following('har', bigHar(megabytes, SMALL_ENTRY)),
  'JSON lines': (megabytes) => following('json-lines', bigLog(megabytes)),
  'plain log': (megabytes) => following('log', bigPlainLog(megabytes)),
  paste: (megabytes) => {
    const text = plainLog(megabytes * MEGABYTE);
    return () =>
      cpuTimeOf(() => {
        diagnose([{ text }], { now: NOW });
      });
  },
};

/** How time grows with size for one kind of input. */
export interface Growth {
  /** Milliseconds by megabytes, each size twice the one before. */
  readonly milliseconds: Readonly<Record<string, number>>;
  /** The most that twice the input took, times the half, from 100 kB on. */
  readonly worstDoubling: number;
  /** The doubling that took most, in megabytes. */
  readonly at: number;
}

/** Down to a kilobyte. */
const sizesTo = (largest: number): readonly number[] =>
  Array.from({ length: Math.ceil(Math.log2(largest * 1024)) + 1 }, (_, half) => largest / 2 ** half).toReversed();

const growthOf = (name: keyof typeof LARGEST): Growth => {
  // The first runs compile what the others run.
  leastTime(TIMES[name](1), 1000);
  const times = sizesTo(LARGEST[name]).map((megabytes) => ({
    megabytes,
    time: leastTime(TIMES[name](megabytes), 150, RUNS),
  }));
  const doublings = times.slice(1).map(({ megabytes, time }, index) => ({
    megabytes,
    factor: time / (times[index]?.time ?? Number.NaN),
  }));
  const worst = doublings
    .filter(({ megabytes }) => megabytes / 2 >= SMALLEST_OF_INTEREST)
    .reduce((a, b) => (b.factor > a.factor ? b : a));
  return {
    milliseconds: Object.fromEntries(
      times.map(({ megabytes, time }) => [megabytes.toPrecision(3), Number(time.toFixed(2))]),
    ),
    worstDoubling: worst.factor,
    at: worst.megabytes,
  };
};

/** Time as a function of size, from a kilobyte up. */
export const growths = (): Readonly<Record<string, Growth>> => ({
  HAR: growthOf('HAR'),
  'JSON lines': growthOf('JSON lines'),
  'plain log': growthOf('plain log'),
  paste: growthOf('paste'),
});

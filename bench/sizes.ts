import { diagnose, type EntryKind, followEntries } from '../src/index.ts';
import { bigHar, bigLog, bigPlainLog, MEGABYTE, plainLog } from './big-input.ts';
import { cpuTimeOf } from './measure.ts';

const NOW = '2026-03-01T12:00:00Z';
const KILOBYTE = 1024;
/** As a file is read. */
const CHUNK = 64 * KILOBYTE;
const SMALL_ENTRY = 400;
/** Every size is measured so often, and the least counts. */
const ROUNDS = 7;
/** Milliseconds that a measurement takes at least: what is shorter is done again and again, and a clock shows too little of it. */
const SHORTEST = 10;
/** Milliseconds of work before anything is measured: until then it is compiled. */
const WARM = 1500;

/** An input of so many bytes, as work to be measured. */
type WorkOf = (bytes: number) => () => void;

/** A stream in chunks, each a text of its own and no part of another. */
const chunksOf = (made: Iterable<string>, bytes: number): readonly string[] => {
  const chunks: string[] = [];
  let rest = '';
  for (const text of made) {
    rest += text;
    for (; rest.length >= CHUNK; rest = rest.slice(CHUNK)) chunks.push(Buffer.from(rest.slice(0, CHUNK)).toString());
    if (chunks.length * CHUNK >= bytes) break;
  }
  return chunks;
};

/** The beginning of a stream: every size has the same kind of entries, as it is a part of the next. */
const beginningOf = (chunks: readonly string[], bytes: number): readonly string[] => {
  const whole = Math.floor(bytes / CHUNK);
  const rest = chunks[whole]?.slice(0, bytes - whole * CHUNK) ?? '';
  return [...chunks.slice(0, whole), rest];
};

const following = (kind: EntryKind, made: Iterable<string>, most: number): WorkOf => {
  const chunks = chunksOf(made, most);
  return (bytes) => {
    const texts = beginningOf(chunks, bytes);
    return () => {
      const { push, end } = followEntries(kind);
      for (const text of texts) for (const _ of push(text));
      for (const _ of end());
    };
  };
};

interface Input {
  /** Megabytes; a paste is read whole up to one. */
  readonly largest: number;
  readonly workOf: (most: number) => WorkOf;
}

const INPUTS: Readonly<Record<string, Input>> = {
  HAR: { largest: 100, workOf: (most) => following('har', bigHar(150, SMALL_ENTRY), most) },
  'JSON lines': { largest: 100, workOf: (most) => following('json-lines', bigLog(150), most) },
  'plain log': { largest: 100, workOf: (most) => following('log', bigPlainLog(150), most) },
  paste: {
    largest: 1,
    workOf: (most) => {
      const text = plainLog(most);
      return (bytes) => () => {
        diagnose([{ text: text.slice(0, bytes) }], { now: NOW });
      };
    },
  },
};

/** How time grows with size for one kind of input. */
export interface Growth {
  /** Milliseconds by megabytes, each size twice the one before. */
  readonly milliseconds: Readonly<Record<string, number>>;
  /** The most that twice the input took, times the half. */
  readonly worstDoubling: number;
  /** The doubling that took most, in megabytes. */
  readonly at: number;
}

/** Down to a kilobyte, in bytes. */
const sizesTo = (most: number): readonly number[] =>
  Array.from({ length: Math.floor(Math.log2(most / KILOBYTE)) + 1 }, (_, half) =>
    Math.round(most / 2 ** half),
  ).toReversed();

/** Milliseconds of work, done as often as a measurement needs. */
const measuring = (work: () => void): (() => number) => {
  const once = cpuTimeOf(work);
  const times = Math.max(1, Math.ceil(SHORTEST / once));
  return () =>
    cpuTimeOf(() => {
      for (let time = 0; time < times; time += 1) work();
    }) / times;
};

/**
 * The least milliseconds of each size. Others on the machine, the compiler and the garbage collector only ever add time,
 * so the least of some runs is nearest to what the work takes; the sizes take turns, so that a bad while meets all of them.
 */
const leastTimes = (works: readonly (() => void)[]): readonly number[] => {
  const measured = works.map(measuring);
  const rounds = Array.from({ length: ROUNDS }, () => measured.map((measure) => measure()));
  return works.map((_, index) => Math.min(...rounds.map((round) => round[index] ?? Number.NaN)));
};

const warmUp = (work: () => void): void => {
  for (let spent = 0; spent < WARM; ) spent += cpuTimeOf(work);
};

const growthOf = ({ largest, workOf }: Input): Growth => {
  const sizes = sizesTo(largest * MEGABYTE);
  const work = workOf(largest * MEGABYTE);
  warmUp(work(MEGABYTE));
  const times = leastTimes(sizes.map(work)).map((time, index) => ({
    megabytes: (sizes[index] ?? Number.NaN) / MEGABYTE,
    time,
  }));
  const worst = times
    .slice(1)
    .map(({ megabytes, time }, index) => ({ megabytes, factor: time / (times[index]?.time ?? Number.NaN) }))
    .reduce((a, b) => (b.factor > a.factor ? b : a));
  return {
    milliseconds: Object.fromEntries(
      times.map(({ megabytes, time }) => [megabytes.toPrecision(3), Number(time.toFixed(3))]),
    ),
    worstDoubling: worst.factor,
    at: worst.megabytes,
  };
};

/** Time as a function of size, from a kilobyte up. */
export const growths = (): Readonly<Record<string, Growth>> =>
  Object.fromEntries(Object.entries(INPUTS).map(([name, input]) => [name, growthOf(input)]));

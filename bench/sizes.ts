import { diagnose, type EntryKind, followEntries } from '../src/index.ts';
import { expiredCall, expiredToken, goodCall, harText } from '../test/support/recording.ts';
import { jsonLine, MEGABYTE, plainLine } from './big-input.ts';
import { cpuTimeOf, leastTime } from './measure.ts';

const NOW = '2026-03-01T12:00:00Z';
/** As a file is read. */
const CHUNK = 64 * 1024;
/** Every size is measured in so many rounds, and the worst doubling so often again. */
const ROUNDS = 4;
const AGAIN = 10;
/** Milliseconds of work before anything is measured: until then it is compiled. */
const WARM = 1500;

/**
 * An input of a unit that is repeated, about a kilobyte with one refused call: so twice the text holds twice as much of
 * everything, at any size. The ids differ and are of the same length.
 */
interface Input {
  readonly unit: (n: number) => string;
  /** What stands before the units. */
  readonly start: string;
  /** How often the size is doubled: to 100 MB, or to the megabyte up to which a paste is read whole. */
  readonly doublings: number;
  readonly work: (texts: readonly string[]) => () => void;
}

const following =
  (kind: EntryKind) =>
  (texts: readonly string[]): (() => void) =>
  () => {
    const { push, end } = followEntries(kind);
    for (const text of texts) for (const _ of push(text));
    for (const _ of end());
  };

const diagnosing = (texts: readonly string[]): (() => void) => {
  const text = texts.join('');
  return () => {
    diagnose([{ text }], { now: NOW });
  };
};

const FIRST_ID = 1_000_000;
const token = expiredToken();
const [harStart = ''] = harText([]);
const harUnit = (n: number): string =>
  [goodCall(FIRST_ID + n, 100), expiredCall(n, token)].map((entry) => `${JSON.stringify(entry)},\n`).join('');

/** Lines of which the first tells of a refused call. */
const linesOf = (line: (n: number, isRefused: boolean) => string, many: number) => (n: number) =>
  Array.from({ length: many }, (_, at) => `${line(FIRST_ID + n * many + at, at === 0)}\n`).join('');

const log = { unit: linesOf(plainLine, 11), start: '' };

const INPUTS: Readonly<Record<string, Input>> = {
  HAR: { unit: harUnit, start: harStart, doublings: 16, work: following('har') },
  'JSON lines': { unit: linesOf(jsonLine, 4), start: '', doublings: 17, work: following('json-lines') },
  'plain log': { ...log, doublings: 17, work: following('log') },
  paste: { ...log, doublings: 9, work: diagnosing },
};

/** The whole of an input in chunks, each a text of its own and no part of another. */
const chunksOf = ({ unit, start, doublings }: Input): readonly string[] => {
  const chunks: string[] = [];
  let rest = start;
  for (let n = 0; n < 2 ** doublings; n += 1) {
    rest += unit(n);
    for (; rest.length >= CHUNK; rest = rest.slice(CHUNK)) chunks.push(Buffer.from(rest.slice(0, CHUNK)).toString());
  }
  return [...chunks, rest];
};

/** The first characters of a text in chunks. */
const beginningOf = (chunks: readonly string[], length: number): readonly string[] => {
  const whole = Math.floor(length / CHUNK);
  return [...chunks.slice(0, whole), chunks[whole]?.slice(0, length % CHUNK) ?? ''];
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

/** The index of the size that took most, times the half of it. */
const worstOf = (times: readonly number[]): number => {
  const factors = times.map((time, index) => time / (times[index - 1] ?? Number.POSITIVE_INFINITY));
  return factors.indexOf(Math.max(...factors));
};

/**
 * The least milliseconds of each size. Others on the machine, the compiler and the garbage collector only ever add time,
 * so the least of some runs is nearest to what the work takes; the sizes take turns, so that a bad while meets all of
 * them. The doubling that seems worst is measured again, both sizes of it: what was a bad while does not stay.
 */
const leastTimes = (works: readonly (() => void)[]): readonly number[] => {
  const times = works.map(() => Number.POSITIVE_INFINITY);
  const measure = (index: number): void => {
    const time = leastTime(() => cpuTimeOf(works[index] ?? (() => {})), 60);
    times[index] = Math.min(times[index] ?? time, time);
  };
  for (let round = 0; round < ROUNDS; round += 1) for (const index of works.keys()) measure(index);
  for (let again = 0; again < AGAIN; again += 1) {
    const worst = worstOf(times);
    measure(worst - 1);
    measure(worst);
  }
  return times;
};

const warmUp = (work: () => void): void => {
  for (let spent = 0; spent < WARM; ) spent += cpuTimeOf(work);
};

const growthOf = (input: Input): Growth => {
  const { unit, start, doublings, work } = input;
  const chunks = chunksOf(input);
  const sizes = Array.from({ length: doublings + 1 }, (_, times) => start.length + 2 ** times * unit(0).length);
  const works = sizes.map((size) => work(beginningOf(chunks, size)));
  warmUp(works[Math.min(doublings, 10)] ?? (() => {}));
  const times = leastTimes(works);
  const megabytes = sizes.map((size) => size / MEGABYTE);
  const worst = worstOf(times);
  return {
    milliseconds: Object.fromEntries(
      times.map((time, index) => [megabytes[index]?.toPrecision(3), Number(time.toFixed(3))]),
    ),
    worstDoubling: (times[worst] ?? Number.NaN) / (times[worst - 1] ?? Number.NaN),
    at: megabytes[worst] ?? Number.NaN,
  };
};

/** Time as a function of size, from a kilobyte up. */
export const growths = (): Readonly<Record<string, Growth>> =>
  Object.fromEntries(Object.entries(INPUTS).map(([name, input]) => [name, growthOf(input)]));

import { counted } from '../report/words.ts';
import type { Io } from './io.ts';
import { showsUnicode } from './painter.ts';

/** Shows on a terminal how far a long reading has come. */
export interface Progress {
  readonly show: (bytes: number, failures: number) => void;
  /** Takes the line away, so that something else can be written. */
  readonly clear: () => void;
}

const EVERY = 100;
const EVERY_PLAIN = 10_000;
/** A rate says nothing before. */
const SETTLED = 1000;
const LONGEST_BAR = 24;
const SHORTEST_BAR = 8;

const MEGABYTE = 1024 * 1024;

/** Bytes in words: `412 MB`. */
const sizeInWords = (bytes: number): string =>
  bytes < MEGABYTE ? `${Math.ceil(bytes / 1024)} KB` : `${Math.round(bytes / MEGABYTE).toLocaleString('en')} MB`;

/** How far a reading has come: `412 MB of 960 MB`. */
export const bytesInWords = (bytes: number, total: number | undefined): string =>
  total === undefined ? sizeInWords(bytes) : `${sizeInWords(bytes)} of ${sizeInWords(total)}`;

const timeLeft = (bytes: number, total: number | undefined, elapsed: number): string => {
  if (total === undefined || elapsed < SETTLED || bytes === 0) return '';
  const seconds = Math.ceil((elapsed * Math.max(0, total - bytes)) / bytes / 1000);
  return seconds < 100 ? `${seconds} s left` : `${Math.round(seconds / 60)} min left`;
};

const bar = (share: number, room: number, unicode: boolean): string => {
  const length = Math.min(LONGEST_BAR, room);
  if (length < SHORTEST_BAR) return '';
  const full = Math.round(share * length);
  const [done, open] = unicode ? ['█', '░'] : ['#', '-'];
  return done.repeat(full) + open.repeat(length - full);
};

/** How far a reading has come, in numbers. */
interface Mark {
  readonly bytes: number;
  readonly total: number | undefined;
  readonly failures: number;
  /** Milliseconds. */
  readonly elapsed: number;
}

const wordsOf = ({ bytes, total, failures, elapsed }: Mark): readonly string[] =>
  [bytesInWords(bytes, total), counted(failures, 'failing call'), timeLeft(bytes, total, elapsed)].filter(
    (word) => word !== '',
  );

/** The line as it stands on the terminal, never wider than it. */
export const progressLine = (mark: Mark, columns: number, unicode: boolean): string => {
  const { bytes, total } = mark;
  const share = total === undefined || total === 0 ? undefined : Math.min(1, bytes / total);
  const percent = share === undefined ? [] : [`${Math.floor(share * 100)} %`.padStart(5)];
  const text = [...percent, ...wordsOf(mark)].join('  ');
  const front = share === undefined ? '' : bar(share, columns - text.length - 2, unicode);
  return (front === '' ? text.trimStart() : `${front} ${text}`).slice(0, columns - 1);
};

const SILENT: Progress = { show: () => undefined, clear: () => undefined };

/**
 * The progress of one reading: a line that is written over on a terminal, a line now and then for screen readers and
 * terminals that cannot move the cursor, nothing in pipes.
 */
export const progressOf = (io: Io, total: number | undefined, plain: boolean): Progress => {
  if (!io.stderrIsTty) return SILENT;
  const still = plain || io.env['TERM'] === 'dumb';
  const unicode = showsUnicode(io);
  const start = performance.now();
  let shown = start;
  let isThere = false;
  return {
    show: (bytes, failures) => {
      const now = performance.now();
      if (now - shown < (still ? EVERY_PLAIN : EVERY)) return;
      shown = now;
      isThere = !still;
      const mark = { bytes, total, failures, elapsed: now - start };
      io.err(
        still ? `Read ${wordsOf(mark).join(', ')}\n` : `\r${progressLine(mark, io.stderrColumns(), unicode)}\x1b[K`,
      );
    },
    clear: () => {
      if (isThere) io.err('\r\x1b[K');
      isThere = false;
    },
  };
};

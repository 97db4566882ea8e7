import { fstatSync } from 'node:fs';
import { isatty } from 'node:tty';

/** The signals that tell a process to end. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
export type EndSignal = (typeof ENDING)[number];

/** The terminal itself, for those who talk with the person. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** Calls `end` in place of ending when the process is told to; what it gives takes that back. */
  readonly onEnd: (end: (signal: EndSignal) => void) => () => void;
}

/** The outside world as the commands see it. Tests give one of their own. */
export interface Io {
  /** Data: the report. */
  readonly out: (text: string) => void;
  /** Talk: notes and errors. */
  readonly err: (text: string) => void;
  /** Waits until stdout takes more; false when its reader has gone. */
  readonly outIsReady: () => Promise<boolean>;
  /**
   * Stdin as it comes; nothing where there is none. With `patience` it gives up when no byte came within so many
   * milliseconds, so that a pipe that nobody ever closes does not hang the command.
   */
  readonly readStdin: (patience?: number) => AsyncIterable<Uint8Array>;
  /** Bytes of stdin, where it is a file. */
  readonly stdinSize: number | undefined;
  readonly stdinIsTty: boolean;
  readonly stdoutIsTty: boolean;
  readonly stderrIsTty: boolean;
  /** Calls `stop` at the first Ctrl-C in place of ending; what it gives takes that back. A second Ctrl-C ends as ever. */
  readonly onInterrupt: (stop: () => void) => () => void;
  readonly columns: number;
  /** Columns of the terminal that the talk goes to; it may be made narrower meanwhile. */
  readonly stderrColumns: () => number;
  /** Opens stdin and stdout as a terminal. */
  readonly terminal: () => Terminal;
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The time, as an ISO 8601 text. */
  readonly now: () => string;
}

/** Whether descriptor 0 can hold text: /dev/null is a character device, and a closed stdin has no descriptor. */
const stdinHoldsText = (): boolean => {
  try {
    return !fstatSync(0).isCharacterDevice();
  } catch {
    return false;
  }
};

const sizeOfStdin = (): number | undefined => {
  try {
    const stats = fstatSync(0);
    return stats.isFile() ? stats.size : undefined;
  } catch {
    return undefined;
  }
};

const chunksOf = async function* (stream: NodeJS.ReadStream, patience: number | undefined): AsyncGenerator<Uint8Array> {
  const timer = patience === undefined ? undefined : setTimeout(() => stream.destroy(), patience);
  try {
    for await (const chunk of stream) {
      clearTimeout(timer);
      yield chunk as Buffer;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  } finally {
    clearTimeout(timer);
  }
};

const nothing = async function* (): AsyncGenerator<Uint8Array> {};

const isReady = (stream: NodeJS.WriteStream): Promise<boolean> => {
  if (stream.destroyed || stream.errored) return Promise.resolve(false);
  if (!stream.writableNeedDrain) return Promise.resolve(true);
  return new Promise((resolve) => {
    stream.once('drain', () => resolve(true));
    stream.once('close', () => resolve(false));
  });
};

/** Ends quietly when the reader of stdout or stderr has gone, as in `check file | head`. */
const endQuietlyOnClosedPipe = (stream: NodeJS.WriteStream): void => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
};

const openTerminal = (): Terminal => ({
  input: process.stdin,
  output: process.stdout,
  onEnd: (end) => {
    for (const signal of ENDING) process.on(signal, end);
    return () => {
      for (const signal of ENDING) process.off(signal, end);
    };
  },
});

/** The world of this process. */
export const processIo = (): Io => {
  const { stdout, stderr, env, platform } = process;
  endQuietlyOnClosedPipe(stdout);
  endQuietlyOnClosedPipe(stderr);
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    outIsReady: () => isReady(stdout),
    readStdin: (patience) => (stdinHoldsText() ? chunksOf(process.stdin, patience) : nothing()),
    stdinSize: sizeOfStdin(),
    stdinIsTty: isatty(0),
    stdoutIsTty: stdout.isTTY === true,
    stderrIsTty: stderr.isTTY === true,
    onInterrupt: (stop) => {
      // A pipe that brings nothing would keep the reading waiting.
      const end = (): void => {
        stop();
        if (stdinHoldsText()) process.stdin.destroy();
      };
      process.once('SIGINT', end);
      return () => process.off('SIGINT', end);
    },
    columns: stdout.columns ?? 80,
    stderrColumns: () => stderr.columns ?? 80,
    terminal: openTerminal,
    platform,
    env,
    now: () => new Date().toISOString(),
  };
};

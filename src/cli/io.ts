import type { Stats } from 'node:fs';
import { readAtOnce, statsOf, takesBytes } from './at-once.ts';
import { type Outlet, outlet } from './outlet.ts';
import { tool } from './tool.ts';

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

const isNpmStart = process.env['npm_lifecycle_event'] === 'start' && process.env['npm_package_name'] === tool.name;

/**
 * What is typed before a command where `npm start` of this package runs it, as npm tells its scripts; undefined elsewhere.
 * In PowerShell `npm` is a script, which loses the `--`: https://github.com/npm/cli/issues/3136
 */
export const NPM_START = isNpmStart ? `${process.platform === 'win32' ? 'npm.cmd' : 'npm'} start -s --` : undefined;

/** Whether descriptor 0 can hold text: /dev/null is a character device, and a closed stdin has no descriptor. */
const holdsText = (stdin: Stats | undefined): boolean => stdin !== undefined && !stdin.isCharacterDevice();

const streamed = async function* (stream: NodeJS.ReadStream, patience: number | undefined): AsyncGenerator<Uint8Array> {
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

/**
 * Stdin as it comes: at once while `mayWait` says that nothing else is to happen meanwhile, and the rest by its stream,
 * for which Node loads more than a short paste takes to read.
 */
const chunksOfStdin = async function* (
  patience: number | undefined,
  mayWait: () => boolean,
): AsyncGenerator<Uint8Array> {
  while (patience === undefined && mayWait()) {
    const bytes = readAtOnce(0);
    if (bytes === undefined) break;
    if (bytes.length === 0) return;
    yield bytes;
  }
  yield* streamed(process.stdin, patience);
};

const nothing = async function* (): AsyncGenerator<Uint8Array> {};

const openTerminal = (stdout: Outlet): Terminal => ({
  input: process.stdin,
  output: stdout.stream(),
  onEnd: (end) => {
    for (const signal of ENDING) process.on(signal, end);
    return () => {
      for (const signal of ENDING) process.off(signal, end);
    };
  },
});

/** The stream of a terminal; that of a pipe or a file is not opened for this. */
const terminalAt = ({ stream, isDirect }: Outlet): NodeJS.WriteStream | undefined => {
  if (isDirect) return undefined;
  return stream().isTTY ? stream() : undefined;
};

/** The world of this process. */
export const processIo = (): Io => {
  const { env, platform } = process;
  const stdin = statsOf(0);
  // Ctrl-C is heard between two turns of the event loop: where somebody listens for it, nothing may wait within one.
  let isListening = false;
  const mayWait = (): boolean => !isListening;
  const stdout = outlet({ fd: 1, platform }, () => process.stdout, mayWait);
  const stderr = outlet({ fd: 2, platform }, () => process.stderr, mayWait);
  return {
    out: stdout.write,
    err: stderr.write,
    outIsReady: stdout.isReady,
    readStdin: (patience) =>
      holdsText(stdin) ? chunksOfStdin(patience, () => mayWait() && takesBytes(0, platform)) : nothing(),
    stdinSize: stdin?.isFile() ? stdin.size : undefined,
    stdinIsTty: stdin?.isCharacterDevice() === true && process.getBuiltinModule('node:tty').isatty(0),
    stdoutIsTty: terminalAt(stdout) !== undefined,
    stderrIsTty: terminalAt(stderr) !== undefined,
    onInterrupt: (stop) => {
      isListening = true;
      // A pipe that brings nothing would keep the reading waiting.
      const end = (): void => {
        stop();
        if (holdsText(stdin)) process.stdin.destroy();
      };
      process.once('SIGINT', end);
      return () => process.off('SIGINT', end);
    },
    columns: terminalAt(stdout)?.columns ?? 80,
    stderrColumns: () => terminalAt(stderr)?.columns ?? 80,
    terminal: () => openTerminal(stdout),
    platform,
    env,
    now: () => new Date().toISOString(),
  };
};

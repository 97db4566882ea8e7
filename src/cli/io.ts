import { fstatSync } from 'node:fs';
import { isatty } from 'node:tty';
import { MAX_INPUT_BYTES } from './limits.ts';

/** The outside world as the commands see it. Tests give one of their own. */
export interface Io {
  /** Data: the report. */
  readonly out: (text: string) => void;
  /** Talk: notes and errors. */
  readonly err: (text: string) => void;
  /**
   * All of stdin, at most one byte over the limit; empty where there is none. With `patience` it gives up when no
   * byte came within so many milliseconds, so that a pipe that nobody ever closes does not hang the command.
   */
  readonly readStdin: (patience?: number) => Promise<Uint8Array>;
  readonly stdinIsTty: boolean;
  readonly stdoutIsTty: boolean;
  readonly columns: number;
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

const readAll = (stream: NodeJS.ReadStream, patience: number | undefined): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stop = (): void => {
      clearTimeout(timer);
      stream.destroy();
      resolve(Buffer.concat(chunks));
    };
    const timer = patience === undefined ? undefined : setTimeout(stop, patience);
    stream.on('data', (chunk: Buffer) => {
      clearTimeout(timer);
      chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_INPUT_BYTES) stop();
    });
    stream.on('end', stop);
    stream.on('error', reject);
  });

/** Ends quietly when the reader of stdout or stderr has gone, as in `check file | head`. */
const endQuietlyOnClosedPipe = (stream: NodeJS.WriteStream): void => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
};

/** The world of this process. */
export const processIo = (): Io => {
  const { stdout, stderr, env, platform } = process;
  endQuietlyOnClosedPipe(stdout);
  endQuietlyOnClosedPipe(stderr);
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    readStdin: async (patience) => (stdinHoldsText() ? readAll(process.stdin, patience) : new Uint8Array()),
    stdinIsTty: isatty(0),
    stdoutIsTty: stdout.isTTY === true,
    columns: stdout.columns ?? 80,
    platform,
    env,
    now: () => new Date().toISOString(),
  };
};

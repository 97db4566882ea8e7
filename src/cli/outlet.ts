import { takesBytes, writeAtOnce } from './at-once.ts';

/** Where the tool writes to. */
export interface Outlet {
  readonly write: (text: string) => void;
  /** Waits until it takes more; false when its reader has gone. */
  readonly isReady: () => Promise<boolean>;
  /** Whether it is a file or a pipe, which needs no stream. */
  readonly isDirect: boolean;
  /** The stream of it, from now on for all that is written. */
  readonly stream: () => NodeJS.WriteStream;
}

const isStreamReady = (stream: NodeJS.WriteStream): Promise<boolean> => {
  if (stream.destroyed || stream.errored) return Promise.resolve(false);
  if (!stream.writableNeedDrain) return Promise.resolve(true);
  return new Promise((resolve) => {
    stream.once('drain', () => resolve(true));
    stream.once('close', () => resolve(false));
  });
};

/** Ends quietly when the reader of stdout or stderr has gone, as in `check file | head`. */
const quiet = (stream: NodeJS.WriteStream): NodeJS.WriteStream =>
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

/**
 * Writes to a file or a pipe at once, while `mayWait` says that nothing else is to happen meanwhile: what Node loads for
 * a stream takes longer than a short report. A terminal, a pipe that does not take all at once, and what is written
 * after that go to the stream.
 */
export const outlet = (
  { fd, platform }: { readonly fd: number; readonly platform: string },
  open: () => NodeJS.WriteStream,
  mayWait: () => boolean,
): Outlet => {
  let opened: NodeJS.WriteStream | undefined;
  let isGone = false;
  const isDirect = takesBytes(fd, platform);
  const stream = (): NodeJS.WriteStream => {
    opened ??= quiet(open());
    return opened;
  };
  const write = (text: string): void => {
    if (isGone) return;
    if (!isDirect || opened !== undefined || !mayWait()) {
      stream().write(text);
      return;
    }
    const left = writeAtOnce(fd, text);
    isGone = left === undefined;
    if (left !== undefined && left.length > 0) stream().write(left);
  };
  const isReady = (): Promise<boolean> => (opened === undefined ? Promise.resolve(!isGone) : isStreamReady(opened));
  return { write, isReady, isDirect, stream };
};

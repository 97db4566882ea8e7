import { fstatSync, readSync, type Stats, writeSync } from 'node:fs';

/** What is read of a pipe at a time; it brings no more at once. */
const CHUNK = 64 * 1024;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** What stands behind a descriptor; undefined where it is closed. */
export const statsOf = (fd: number): Stats | undefined => {
  try {
    return fstatSync(fd);
  } catch {
    return undefined;
  }
};

/**
 * Whether a descriptor can be read and written at once. What is shown on a terminal is not only bytes, and Windows may
 * have opened a pipe in a way that only its stream knows.
 */
export const takesBytes = (fd: number, platform: string): boolean => {
  const stats = platform === 'win32' ? undefined : statsOf(fd);
  return stats !== undefined && (stats.isFile() || stats.isFIFO() || stats.isSocket());
};

/** The next bytes, none at the end. It waits for them; undefined where the pipe is one that nobody may wait for. */
export const readAtOnce = (fd: number): Uint8Array | undefined => {
  const bytes = Buffer.allocUnsafe(CHUNK);
  try {
    return bytes.subarray(0, readSync(fd, bytes));
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') return undefined;
    throw error;
  }
};

/**
 * Writes as much as is taken, and waits for that. It gives what is left, where the pipe is one that nobody may wait for;
 * undefined where its reader has gone.
 */
export const writeAtOnce = (fd: number, text: string): Uint8Array | undefined => {
  const bytes = Buffer.from(text);
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(fd, bytes, written);
  } catch (error) {
    if (codeOf(error) === 'EPIPE') return undefined;
    if (codeOf(error) !== 'EAGAIN') throw error;
  }
  return bytes.subarray(written);
};

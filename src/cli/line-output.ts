import { type FileHandle, open, rm } from 'node:fs/promises';
import type { Io } from './io.ts';
import { outputFailure, refuseOthers } from './output.ts';

/** Takes whole lines as they come. */
export interface LineOutput {
  /** False: nobody reads on, so the rest need not be made. */
  readonly write: (line: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

const openFile = async (file: string, force: boolean): Promise<FileHandle> => {
  await refuseOthers(file);
  try {
    // A new file has the rights of a new file, and is none that a symbolic link leads to.
    if (force) await rm(file, { force: true });
    return await open(file, 'wx', 0o600);
  } catch (error) {
    throw outputFailure(file, error);
  }
};

const toFile = async (file: string, force: boolean): Promise<LineOutput> => {
  const handle = await openFile(file, force);
  return {
    write: async (line) => {
      await handle.write(line);
      return true;
    },
    close: () => handle.close(),
  };
};

/** Lines to stdout, or to a file of which every line is whole whenever the run ends. */
export const lineOutput = async (file: string | undefined, force: boolean, io: Io): Promise<LineOutput> => {
  if (file !== undefined) return toFile(file, force);
  return {
    write: async (line) => {
      io.out(line);
      return io.outIsReady();
    },
    close: async () => undefined,
  };
};

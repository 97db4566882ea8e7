import { existsSync } from 'node:fs';
import { constants, copyFile, link, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { outputFailure } from './output.ts';

/** A file that is written bit by bit and takes its name only when it is whole. */
export interface DraftOutput {
  readonly write: (text: string) => Promise<void>;
  /** Gives the file its name. */
  readonly keep: () => Promise<void>;
  /** Leaves nothing behind, unless the file was kept. */
  readonly drop: () => Promise<void>;
}

const takeName = async (draft: string, file: string, force: boolean): Promise<void> => {
  if (force) return rename(draft, file);
  try {
    await link(draft, file);
  } catch (error) {
    // File systems without links copy, which takes no name that is in use either.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    await copyFile(draft, file, constants.COPYFILE_EXCL);
  }
};

/** Begins a file that only its owner may read. A name in use is refused before anything is done, unless `force` is given. */
export const draftOutput = async (file: string, force: boolean): Promise<DraftOutput> => {
  if (!force && existsSync(file)) throw outputFailure(file, { code: 'EEXIST' });
  const draft = join(dirname(file), `.${basename(file)}.${crypto.randomUUID()}`);
  const failing = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw outputFailure(file, error);
    }
  };
  const handle = await failing(() => open(draft, 'wx', 0o600));
  return {
    write: (text) => failing(() => handle.writeFile(text)),
    keep: () =>
      failing(async () => {
        await handle.close();
        await takeName(draft, file, force);
      }),
    drop: async () => {
      await handle.close().catch(() => undefined);
      await unlink(draft).catch(() => undefined);
    },
  };
};

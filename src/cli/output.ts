import { link, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { TOOL, UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { shellWord, shown } from './quote.ts';

/** Why a file cannot be written, as a person can put it right. */
export const outputFailure = (file: string, error: unknown): UsageError => {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EEXIST') {
    return new UsageError(
      'OUTPUT_EXISTS',
      `${shown(file)} exists already and was left as it is.`,
      `${TOOL} check ... --output ${shellWord(file)} --force`,
    );
  }
  return new UsageError(
    'OUTPUT_NOT_WRITABLE',
    `${shown(file)} cannot be written${code === undefined ? '' : ` (${code})`}.`,
    `${TOOL} check ... --output OTHER-FILE`,
  );
};

const NO_LINKS: readonly (string | undefined)[] = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'];

/** Gives the draft its name where that is free. File systems without links get a plain exclusive write. */
const takeFreeName = async (draft: string, file: string, text: string): Promise<void> => {
  try {
    await link(draft, file);
  } catch (error) {
    if (!NO_LINKS.includes((error as NodeJS.ErrnoException).code)) throw error;
    await writeFile(file, text, { mode: 0o600, flag: 'wx' });
  }
};

/** Nothing but a file is replaced: a name such as /dev/null or that of a folder is no place for a report. */
export const refuseOthers = async (file: string): Promise<void> => {
  const there = await stat(file).catch(() => undefined);
  if (there !== undefined && !there.isFile()) throw outputFailure(file, { code: 'not a file' });
};

/**
 * Writes a file that only its owner may read. It is whole or not there: the text goes to a new file beside it, which
 * then takes the name. A link takes a name only where it is free, so nothing is overwritten unless `force` is given; a
 * symbolic link is replaced then, and what it leads to stays as it is.
 */
export const writeOutput = async (file: string, text: string, force: boolean): Promise<void> => {
  await refuseOthers(file);
  const draft = join(dirname(file), `.${basename(file)}.${crypto.randomUUID()}`);
  try {
    await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
    if (force) await rename(draft, file);
    else await takeFreeName(draft, file, text);
  } catch (error) {
    throw outputFailure(file, error);
  } finally {
    await unlink(draft).catch(() => undefined);
  }
};

/** Prints or saves the report. Ctrl-C waits until the file is whole and no draft of it is left. */
export const deliver = async (
  report: string,
  { output, force }: { readonly output?: string; readonly force: boolean },
  io: Io,
): Promise<void> => {
  if (output === undefined) {
    io.out(report);
    return;
  }
  const release = io.onInterrupt(() => undefined);
  await writeOutput(output, report, force).finally(release);
};

import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { fakeIo } from './fake-io.ts';

/** Runs a command line with this text on stdin, and tells all that came of it; `flat` is what was printed, as running text. */
export const ran = async (argv: readonly string[], stdin?: string | Uint8Array, changes: Partial<Io> = {}) => {
  const io = fakeIo(stdin, changes);
  const code = await run(argv, io);
  return { code, ...io.said, flat: io.said.out.replace(/\s+/g, ' ') };
};

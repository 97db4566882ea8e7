import { processIo } from './io.ts';
import { run } from './run.ts';

/** Runs one command line in this process and gives its exit code. */
export const runProcess = (argv: readonly string[]): Promise<number> => run(argv, processIo());

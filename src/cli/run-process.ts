import { processIo } from './io.ts';
import { optimizeLate } from './optimize-late.ts';
import { run } from './run.ts';

/** Runs one command line in this process and gives its exit code. */
export const runProcess = (argv: readonly string[]): Promise<number> => {
  const io = processIo();
  optimizeLate(process);
  return run(argv, io);
};

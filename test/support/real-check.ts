import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { fakeIo } from './fake-io.ts';

/** Runs `check` with the engine and the rules that come with the tool. */
export const checkForReal = async (argv: readonly string[], stdin?: string, changes?: Partial<Io>) => {
  const io = fakeIo(stdin, changes);
  const code = await run(['check', ...argv], io);
  return { code, ...io.said };
};

/** The documents of JSON lines, each of which must be whole. */
export const linesOf = (out: string): readonly { readonly conclusion: object; readonly call: string }[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

import type { Io } from '../../src/cli/io.ts';
import { ran } from './ran.ts';

/** Runs `check` with the engine and the rules that come with the tool. */
export const checkForReal = (argv: readonly string[], stdin?: string, changes?: Partial<Io>) =>
  ran(['check', ...argv], stdin, changes);

/** The documents of JSON lines, each of which must be whole. */
export const linesOf = (out: string): readonly { readonly conclusion: object; readonly call: string }[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

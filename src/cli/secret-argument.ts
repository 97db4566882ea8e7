import { clipboardCommand } from './clipboard.ts';
import { UsageError } from './errors.ts';

/**
 * Shapes that only secrets have: JWTs and encrypted tokens, Entra client secrets, opaque codes and refresh tokens,
 * and anything behind "Bearer". Narrow on purpose: a file name must never be taken for a secret.
 */
const SECRET_SHAPES: readonly RegExp[] = [
  /eyJ[\w-]{16}/,
  /[\w.~-]{3}\dQ~[\w.~-]{20}/,
  /(?:^|[=\s"'])[01]\.A[\w-]{40}/,
  /(?:^|[=\s"'])M\.[CR]\d{1,4}_[\w.!*$-]{20}/,
  /bearer\s+[\w.~+/-]{24}/i,
];

const LONGEST_LOOKED_AT = 100_000;

/** Whether a text looks as if it held a secret. */
export const looksSecret = (argument: string): boolean => {
  const text = argument.slice(0, LONGEST_LOOKED_AT);
  return SECRET_SHAPES.some((shape) => shape.test(text));
};

/**
 * Refuses a secret that was typed as an argument: the shell history and the process list hold it already, and reading
 * it would teach people to do it again.
 */
export const refuseSecrets = (argv: readonly string[], platform: string): void => {
  if (!argv.some(looksSecret)) return;
  throw new UsageError(
    'SECRET_IN_ARGUMENT',
    'An argument looks like a token or a secret. Arguments end up in the shell history and the process list, so it was not read. Remove it from the history, and pass the text by stdin or in a file.',
    clipboardCommand(platform),
  );
};

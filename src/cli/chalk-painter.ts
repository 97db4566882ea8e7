import { Chalk } from 'chalk';
import type { Painter } from '../report/style.ts';

/**
 * The painter with the sixteen colours that every terminal and every theme has. Chalk prints all its arguments, so each
 * function hands on the text alone: `lines.map(dim)` would print the index too.
 */
export const chalkPainter = (): Painter => {
  const chalk = new Chalk({ level: 1 });
  return {
    strong: (text) => chalk.bold(text),
    good: (text) => chalk.green(text),
    bad: (text) => chalk.red(text),
    warn: (text) => chalk.yellow(text),
    dim: (text) => chalk.dim(text),
    code: (text) => chalk.cyan(text),
  };
};

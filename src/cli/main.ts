#!/usr/bin/env node
import { keepCompiled } from './compile-cache.ts';
import { tool } from './tool.ts';

/** Exit codes of runs that read what was pasted to the end. */
const READ = [0, 1, 3];

/** Such a run compiles what the next one needs; help and look-ups compile little of it. */
const readsPaste = (argv: readonly string[]): boolean =>
  (argv.length === 0 || argv[0] === 'check') && !argv.includes('--help');

const start = async (argv: readonly string[]): Promise<void> => {
  keepCompiled(process, import.meta.dirname, (exitCode) => READ.includes(exitCode) && readsPaste(argv));
  const { runProcess } = await import('./run-process.ts');
  process.exitCode = await runProcess(argv);
};

const argv = process.argv.slice(2);
// What scripts ask for most often needs nothing else.
if (argv.length === 1 && argv[0] === '--version') process.stdout.write(`${tool.version}\n`);
else void start(argv);

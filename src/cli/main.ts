#!/usr/bin/env node
import { tool } from './tool.ts';

const argv = process.argv.slice(2);
// What scripts ask for most often needs nothing else.
if (argv.length === 1 && argv[0] === '--version') process.stdout.write(`${tool.version}\n`);
else {
  const { runProcess } = await import('./run-process.ts');
  process.exitCode = await runProcess(argv);
}

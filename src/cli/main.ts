#!/usr/bin/env node
import { keepCompiled } from './compile-cache.ts';
import { optimizeLate } from './optimize-late.ts';
import { tool } from './tool.ts';

const argv = process.argv.slice(2);
// What scripts ask for most often needs nothing else.
if (argv.length === 1 && argv[0] === '--version') process.stdout.write(`${tool.version}\n`);
else {
  optimizeLate(process);
  keepCompiled(process);
  const { runProcess } = await import('./run-process.ts');
  process.exitCode = await runProcess(argv);
}

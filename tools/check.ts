import { spawn } from 'node:child_process';

/**
 * Everything that must hold before a change lands; cases, closure and architecture are among the tests. The tests have
 * both cores of a small machine to themselves, the other steps run two at a time. `--tested`: the tests ran just before.
 */
const STEPS: Readonly<Record<string, string>> = {
  types: 'tsc -p tsconfig.json',
  'core without Node and DOM': 'tsc -p tsconfig.core.json',
  'format and lint': 'biome check --error-on-warnings .',
  'unused code': 'knip',
  rules: 'tsx tools/check-rules.ts',
  'regular expressions': 'tsx tools/regex-check.ts',
  'generated files are fresh': 'tsx tools/generate.ts --check',
  bundle: 'tsx tools/build.ts && tsx tools/build-types.ts',
};

const TESTS = ['tests', 'vitest run --reporter=dot'] as const;

interface Done {
  readonly name: string;
  readonly passed: boolean;
  readonly output: string;
  readonly seconds: number;
}

const run = (name: string, command: string): Promise<Done> =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text) => {
      output += text;
    });
    child.stderr.on('data', (text) => {
      output += text;
    });
    child.on('close', (code) =>
      resolve({ name, passed: code === 0, output, seconds: (performance.now() - started) / 1000 }),
    );
  });

const waiting = Object.entries(STEPS);
const done: Done[] = [];
const report = (result: Done): void => {
  done.push(result);
  process.stdout.write(`${result.passed ? 'passed' : 'FAILED'}  ${result.name} (${result.seconds.toFixed(1)} s)\n`);
  if (!result.passed) process.stdout.write(`${result.output.trimEnd()}\n\n`);
};
const work = async (): Promise<void> => {
  for (let step = waiting.shift(); step; step = waiting.shift()) report(await run(...step));
};
await Promise.all([work(), work()]);
if (!process.argv.includes('--tested')) report(await run(...TESTS));

const failed = done.filter(({ passed }) => !passed).length;
process.stdout.write(`${done.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

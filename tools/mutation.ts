import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

/**
 * How many small defects the tests next to the code would find: `npm run mutation -- match`, a folder of src/, or
 * `npm run mutation -- diagnose/judge.ts`, one file of it. `npm run mutation -- redact 10` takes ten lines of each
 * hundred, for folders that would take a day. It fails under the bar.
 */
const [place = 'match', every = '1', ...more] = process.argv.slice(2);
const STEP = Number(every);
const BAR = 80;

/** Folders whose tests do not all stand in them. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  redact: ['test/redaction', 'test/encodings.test.ts'],
};

if (!existsSync(`src/${place}`) || more.length > 0 || !(STEP >= 1))
  throw new Error(`There is no src/${place}: name one folder or file, and which part of it.`);

const filesIn = (path: string): readonly string[] =>
  path.endsWith('.ts')
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => join(path, name));

const STRETCH = 10;

/** The lines of a file that are taken, in stretches, as Stryker has them in the names of files. */
const stretchesOf = (file: string): readonly string[] => {
  const lines = readFileSync(file, 'utf8').split('\n').length;
  return Array.from({ length: Math.ceil(lines / (STRETCH * STEP)) }, (_, index) => index * STRETCH * STEP).map(
    (before) => `${file}:${before + 1}-${Math.min(lines, before + STRETCH)}`,
  );
};

const files = filesIn(`src/${place}`);
const folder = place.replace(/\/.*/, '');
process.env['NEAR'] = [`src/${folder}`, ...(ALSO[folder] ?? [])].join(',');
rmSync('.stryker-tmp', { recursive: true, force: true });
await new Stryker({
  mutate: STEP === 1 ? [...files] : files.flatMap(stretchesOf),
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 20_000,
  // Stryker would read it with the API of another TypeScript.
  tsconfigFile: 'none.json',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { logTests: false, allowColor: false },
  jsonReporter: { fileName: `coverage/mutation-${folder}.json` },
  thresholds: { high: BAR, low: BAR, break: BAR },
}).runMutationTest();

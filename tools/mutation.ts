import { existsSync, rmSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';

/**
 * How many small defects the tests next to the code would find: `npm run mutation -- match`, a folder of src/, or
 * `npm run mutation -- diagnose/judge.ts`, one file of it. It fails under the bar.
 */
const [place = 'match', ...more] = process.argv.slice(2);
const BAR = 80;

/** Folders whose tests do not all stand in them. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  redact: ['test/redaction', 'test/encodings.test.ts'],
};

if (!existsSync(`src/${place}`) || more.length > 0)
  throw new Error(`There is no src/${place}: name one folder or file.`);
const folder = place.replace(/\/.*/, '');
process.env['NEAR'] = [`src/${folder}`, ...(ALSO[folder] ?? [])].join(',');
rmSync('.stryker-tmp', { recursive: true, force: true });
await new Stryker({
  mutate: [place.endsWith('.ts') ? `src/${place}` : `src/${place}/**/*.ts`, '!src/**/*.test.ts'],
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

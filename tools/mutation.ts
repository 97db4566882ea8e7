import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

/**
 * How many small defects the tests next to the code would find: `npm run mutation -- match`, a folder of src/, or
 * `npm run mutation -- diagnose/judge.ts`, one file of it. `npm run mutation -- redact 10` takes ten lines of each
 * hundred, for folders that would take a day, and `npm run mutation -- redact 100 static` what it leaves out otherwise.
 * It fails under the bar, and says what it left out.
 */
const [place = 'match', every = '1', which = '', ...more] = process.argv.slice(2);
const STEP = Number(every);
const BAR = 80;

/** Folders whose tests do not all stand in them. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  redact: ['test/redaction', 'test/encodings.test.ts'],
};

/** Tests that take seconds by themselves: what they alone would find counts as not found. */
const SLOW: readonly string[] = [
  'src/diagnose/question.test.ts',
  'src/diagnose/recording.test.ts',
  'test/redaction/no-secret-leaves.test.ts',
  'test/redaction/scanner.test.ts',
];

/**
 * Folders whose mutants in what is made when a module loads are left out unless they are asked for: there they are three
 * in four, most of them in regular expressions, and for each of them all tests run
 * (https://stryker-mutator.io/docs/mutation-testing-elements/static-mutants/).
 */
const WITHOUT_STATIC: readonly string[] = ['redact'];

if (!existsSync(`src/${place}`) || !(STEP >= 1) || !['', 'static'].includes(which) || more.length > 0)
  throw new Error(`There is no src/${place}: name one folder or file, and which part of it.`);

const filesIn = (path: string): readonly string[] =>
  path.endsWith('.ts')
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => join(path, name));

const STRETCH = 10;

/** The lines of a file in stretches, as Stryker has them in the names of files. */
const stretchesOf = (file: string): readonly string[] => {
  const lines = readFileSync(file, 'utf8').split('\n').length;
  return Array.from({ length: Math.ceil(lines / STRETCH) }, (_, index) => index * STRETCH).map(
    (before) => `${file}:${before + 1}-${Math.min(lines, before + STRETCH)}`,
  );
};

const files = filesIn(`src/${place}`);
const folder = place.replace(/\/.*/, '');
const near = [`src/${folder}`, ...(ALSO[folder] ?? [])];
const slow = SLOW.filter((test) => near.some((place) => test.startsWith(`${place}/`)));
process.env['NEAR'] = near.join(',');
process.env['SLOW'] = slow.join(',');
rmSync('.stryker-tmp', { recursive: true, force: true });
const mutants = await new Stryker({
  mutate: STEP === 1 ? [...files] : files.flatMap(stretchesOf).filter((_, index) => index % STEP === 0),
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: which === '' && WITHOUT_STATIC.includes(folder),
  concurrency: 1,
  timeoutMS: 20_000,
  // Stryker would read it with the API of another TypeScript.
  tsconfigFile: 'none.json',
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { logTests: false, allowColor: false },
  jsonReporter: { fileName: `coverage/mutation-${folder}.json` },
  thresholds: { high: BAR, low: BAR, break: BAR },
}).runMutationTest();

const ignored = mutants.filter(({ status }) => status === 'Ignored').length;
const leftOut = [
  ...(STEP === 1 ? [] : [`all but ${STRETCH} lines of each ${STRETCH * STEP}`]),
  ...slow,
  ...(ignored === 0 ? [] : [`${ignored} of ${mutants.length} mutants, in what is made when a module loads`]),
];
console.log(`Left out: ${leftOut.join('; ') || 'nothing'}.`);

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { NODE_LINES } from './node-lines.ts';

/**
 * Runs the tests on every line of Node that the package promises, one after the other, and prints a line for each.
 * `npm run test:matrix -- --node 24 src/match`: on one line, those files only. The programs are packages of the
 * registry, kept in a cache.
 */
const CACHE = join('node_modules', '.cache', 'node-lines');

const PLATFORMS: Readonly<Record<string, string>> = { win32: 'win' };

/** The program of a line of Node, fetched where it is not there yet. */
const programOf = (line: string): string => {
  const name = `node-${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const folder = resolve(CACHE, line);
  mkdirSync(folder, { recursive: true });
  const args = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--silent', `${name}@${line}`];
  const { status, stderr } = spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm install ${name}@${line} failed: ${stderr}`);
  return join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
};

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** What failed: tests, and files that could not be run. */
const failures = ({ testResults }: Results): readonly string[] =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName, failureMessages: [first = ''] }) => `${fullName}: ${first.split('\n')[0]}`);
    return tests.length > 0 || status !== 'failed' ? tests : [`${name}: ${message.split('\n')[0]}`];
  });

const run = (line: string, files: readonly string[], folder: string): boolean => {
  const program = programOf(line);
  const output = join(folder, `${line}.json`);
  const version = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const started = performance.now();
  const { status, stderr } = spawnSync(
    program,
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json', `--outputFile=${output}`, ...files],
    // Whatever a test starts by name is of the same line.
    { encoding: 'utf8', env: { ...process.env, PATH: `${dirname(program)}${delimiter}${process.env['PATH']}` } },
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const read = (): Results | undefined => {
    try {
      return JSON.parse(readFileSync(output, 'utf8'));
    } catch {
      return undefined;
    }
  };
  const results = read();
  if (results === undefined) {
    process.stdout.write(`Node ${version}: no tests were run\n${stderr}\n`);
    return false;
  }
  const { numPassedTests, numFailedTests, numPendingTests } = results;
  const leftOut = numPendingTests === 0 ? '' : `, ${numPendingTests} left out`;
  process.stdout.write(
    `Node ${version}: ${numPassedTests} passed, ${numFailedTests} failed${leftOut} (${seconds} s)\n`,
  );
  process.stdout.write(
    failures(results)
      .map((each) => `  ${each}\n`)
      .join(''),
  );
  return status === 0 && numPassedTests > 0;
};

const words = process.argv.slice(2);
const asked = words.flatMap((word, at) => (word === '--node' ? (words[at + 1] ?? []) : []));
const files = words.filter((word, at) => word !== '--node' && words[at - 1] !== '--node');
const folder = mkdtempSync(join(tmpdir(), 'matrix-'));
const failed = (asked.length > 0 ? asked : NODE_LINES).filter((line) => !run(line, files, folder));
rmSync(folder, { recursive: true });
process.exitCode = failed.length > 0 ? 1 : 0;

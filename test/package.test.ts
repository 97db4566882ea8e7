import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Everything that goes into the package beside what is built. */
const PACKED = ['package.json', 'README.md', 'LICENSE', 'NOTICE', 'docs/report.schema.json', 'rules/schema.json'];
const NAME = 'fabric-auth-doctor';
const MEGABYTE = 1e6;

const folder = mkdtempSync(join(tmpdir(), 'package-'));
const stage = join(folder, 'stage');
const project = join(folder, 'project');
const installed = join(project, 'node_modules', NAME);
let tarball = '';

const run = (file: string, args: readonly string[], cwd = '.'): string =>
  execFileSync(file, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Packs what is built from this tree, and unpacks it alone into an empty project: no other package is there. */
beforeAll(() => {
  for (const each of PACKED) cpSync(each, join(stage, each));
  run(process.execPath, ['--import', 'tsx', 'tools/build.ts', join(stage, 'dist')]);
  run('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json', '--outDir', join(stage, 'dist/types')]);
  tarball = join(stage, run('npm', ['pack', '--silent', '--ignore-scripts'], stage).trim().split('\n').at(-1) ?? '');
  mkdirSync(installed, { recursive: true });
  run('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed]);
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = (): readonly string[] =>
  readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(installed, name)).isFile(),
  );

describe('the package, unpacked alone into an empty project', () => {
  it('is small, and brings nothing of the tests and tools', () => {
    const unpacked = files().reduce((sum, name) => sum + statSync(join(installed, name)).size, 0);
    expect(statSync(tarball).size).toBeLessThan(1.5 * MEGABYTE);
    expect(unpacked).toBeLessThan(5 * MEGABYTE);
    expect(files().filter((name) => /\.test\.|fixtures|\.ya?ml$|(?<!\.d)\.ts$/.test(name))).toEqual([]);
  });

  it('runs as a command, with nothing else installed', () => {
    const main = join(installed, 'dist/cli/main.js');
    const answer = 'GET https://api.fabric.microsoft.com/v1/workspaces\n\nHTTP/1.1 401 Unauthorized\n';
    const of = (args: readonly string[]) =>
      spawnSync(process.execPath, [main, ...args], { input: answer, encoding: 'utf8' });
    expect(of(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(of(['--help']).stdout).toContain('Usage: ');
    expect(of(['check', '-']).stdout).toContain('401');
    expect(of(['explain', 'AADSTS50011']).stderr).toBe('');
    expect(of(['demo', '--list']).status).toBe(0);
  });

  it('is imported as a library, and its types fit', () => {
    const code = `import { diagnose, type Diagnosis } from '${NAME}';
const found: readonly Diagnosis[] = diagnose([{ text: 'HTTP/1.1 401 Unauthorized' }], { now: '2026-03-01T12:00:00Z' });
export const calls: number = found.length;
`;
    writeFileSync(join(project, 'use.ts'), code);
    const tsc = join(process.cwd(), 'node_modules/.bin/tsc');
    run(tsc, ['--module', 'NodeNext', '--target', 'ES2023', '--strict', 'use.ts'], project);
    writeFileSync(
      join(project, 'call.js'),
      "import { calls } from './use.js';\nprocess.stdout.write(String(calls));\n",
    );
    expect(run(process.execPath, ['call.js'], project)).toBe('1');
  });

  it('lists the licence of every package that is in it', () => {
    const text = run('cat', [join(installed, 'dist/LICENSES.txt')]);
    for (const name of ['chalk', 'inquirer', 'undici', 'jose', 'yargs', 'yaml']) {
      expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((?:MIT|ISC)\\)$`, 'm'));
    }
  });
});

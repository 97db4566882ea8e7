import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { scratchFolder } from './support/scratch-folder.ts';

/** Everything that goes into the package beside what is built. */
const PACKED = ['package.json', 'README.md', 'LICENSE', ...packageJson.files.filter((name) => name !== 'dist')];
const NAME = packageJson.name;
const MEGABYTE = 1e6;
/** There npm is a script of the shell. */
const IS_WINDOWS = process.platform === 'win32';

interface Component {
  readonly type: 'library' | 'data';
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
  readonly hashes?: readonly { readonly content: string }[];
}

const folder = scratchFolder('package');
const stage = folder.at('stage');
const project = folder.at('project');
const installed = join(project, 'node_modules', NAME);
let tarball = '';

const run = (file: string, args: readonly string[], cwd = '.'): string =>
  execFileSync(file, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], shell: IS_WINDOWS });

/** Packs what is built from this tree, and installs it into an empty project as a person would, without a registry. */
beforeAll(() => {
  for (const each of PACKED) cpSync(each, join(stage, each));
  for (const tool of ['tools/build.ts', 'tools/build-types.ts'])
    run(process.execPath, ['--import', 'tsx', tool, join(stage, 'dist')]);
  tarball = join(stage, run('npm', ['pack', '--silent', '--ignore-scripts'], stage).trim().split('\n').at(-1) ?? '');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], project);
}, 120_000);

const files = (): readonly string[] =>
  readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(installed, name)).isFile(),
  );

describe('the package, installed into an empty project', { timeout: 120_000 }, () => {
  it('is one package, small, and brings nothing of the tests and tools', () => {
    const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));
    expect(Object.keys(lock.packages)).toEqual(['', `node_modules/${NAME}`]);
    expect(lock.packages[`node_modules/${NAME}`].hasInstallScript).toBeUndefined();
    const unpacked = files().reduce((sum, name) => sum + statSync(join(installed, name)).size, 0);
    expect(statSync(tarball).size).toBeLessThan(1.5 * MEGABYTE);
    expect(unpacked).toBeLessThan(5 * MEGABYTE);
    expect(files().filter((name) => /\.test\.|fixtures|\.ya?ml$|(?<!\.d)\.ts$/.test(name))).toEqual([]);
    expect([...new Set(files().map((name) => name.split('/')[0]))].sort()).toEqual(
      [...new Set(['dist', ...PACKED.map((name) => name.split('/')[0])])].sort(),
    );
  });

  it('runs as a command, with nothing else installed', () => {
    const answer = 'GET https://api.fabric.microsoft.com/v1/workspaces\n\nHTTP/1.1 401 Unauthorized\n';
    const bin = join(project, 'node_modules/.bin', NAME);
    const of = (args: readonly string[]) =>
      spawnSync(bin, args, { input: answer, encoding: 'utf8', shell: IS_WINDOWS });
    expect(of(['--version']).stdout).toBe(`${packageJson.version}\n`);
    expect(of(['--help']).stdout).toContain('Usage: ');
    expect(of(['check', '-']).stdout).toContain('401');
    expect(of(['explain', 'AADSTS50011']).stderr).toBe('');
    expect(of(['completion', 'bash']).stdout).toContain('complete -F');
    expect(of(['demo', '--list']).status).toBe(0);
    const demo = of(['demo', '--seed', '1']);
    expect([demo.status, demo.stderr, demo.stdout.includes('Stops at')]).toEqual([0, '', true]);
  });

  it('is imported as a library, and its types fit under NodeNext and for bundlers, whatever else is installed', () => {
    const code = `import { diagnose, type Diagnosis } from '${NAME}';
const found: readonly Diagnosis[] = diagnose([{ text: 'HTTP/1.1 401 Unauthorized' }], { now: '2026-03-01T12:00:00Z' });
export const calls: number = found.length;
`;
    writeFileSync(join(project, 'use.ts'), code);
    const tsc = join(process.cwd(), 'node_modules/.bin/tsc');
    // Without types of Node or of a browser, and looking into the declarations too.
    const strict = [
      '--strict',
      '--exactOptionalPropertyTypes',
      '--noUncheckedIndexedAccess',
      '--skipLibCheck',
      'false',
    ];
    const common = ['--target', 'ES2023', '--lib', 'ES2023', '--types', '', ...strict, 'use.ts'];
    run(tsc, ['--module', 'ESNext', '--moduleResolution', 'bundler', '--noEmit', ...common], project);
    run(tsc, ['--module', 'NodeNext', ...common], project);
    writeFileSync(
      join(project, 'call.js'),
      "import { calls } from './use.js';\nprocess.stdout.write(String(calls));\n",
    );
    expect(run(process.execPath, ['call.js'], project)).toBe('1');
    expect(() => run(tsc, ['--module', 'NodeNext', ...common.with(-1, 'wrong.ts')], project)).toThrow();
  });

  it('has a manual page', () => {
    expect(existsSync(join(installed, packageJson.man))).toBe(true);
  });

  it('passes publint, which finds what a package says of itself and does not keep', async () => {
    const { messages } = await publint({ pkgDir: installed, strict: true });
    expect(messages).toEqual([]);
    writeFileSync(join(project, 'package.json'), '{"name":"wrong","version":"1.0.0","exports":"./missing.js"}');
    const wrong = await publint({ pkgDir: project, strict: true });
    expect(wrong.messages.map(({ code }) => code)).toContain('FILE_DOES_NOT_EXIST');
  });

  it('passes are-the-types-wrong for ES modules and bundlers; there is no CommonJS in it', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
    const kinds = analysis.types ? analysis.problems : undefined;
    // An old resolution that knows no "exports", and require() of an ES module, which Node does since 20.19.
    const old = ['node10', 'node16-cjs'];
    const left = kinds?.filter((problem) => !('resolutionKind' in problem && old.includes(problem.resolutionKind)));
    expect(left).toEqual([]);
  });

  it('lists every package that is in it, with its licence and what the registry gave, and no other', () => {
    const text = readFileSync(join(installed, 'dist/LICENSES.txt'), 'utf8');
    const licensed = [...text.matchAll(/^(\S+) (\d+\.\d+\.\d+\S*) \((\S+)\)$/gm)].map(([, ...each]) => each);
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const bill = JSON.parse(readFileSync(join(installed, 'dist/sbom.cdx.json'), 'utf8'));
    expect([bill.bomFormat, bill.metadata.component.version]).toEqual(['CycloneDX', packageJson.version]);
    const components: readonly Component[] = bill.components;
    const libraries = components.filter(({ type }) => type === 'library');
    expect(libraries.map((one) => [one.name, one.version, one.licenses[0]?.license.id])).toEqual(licensed);
    const notice = readFileSync(join(installed, 'NOTICE'), 'utf8');
    const data = components.filter(({ type }) => type === 'data');
    expect(data.map(({ name }) => notice.includes(name))).toEqual([true, true]);
    const names = licensed.map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(['chalk', 'inquirer', 'undici', 'jose', 'yargs']));
    expect(names).not.toContain('vitest');
    for (const { name, hashes, purl, version } of libraries) {
      const sha512 = Buffer.from(hashes?.[0]?.content ?? '', 'hex').toString('base64');
      const locked = Object.entries<{ integrity?: string }>(packages).filter(([path]) =>
        path.endsWith(`node_modules/${name}`),
      );
      expect(locked.map(([, { integrity }]) => integrity)).toContain(`sha512-${sha512}`);
      expect(purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`);
    }
  });

  it('has no part whose licence asks for more than to be named', () => {
    const text = readFileSync(join(installed, 'dist/LICENSES.txt'), 'utf8');
    const used = new Set([...text.matchAll(/^\S+ \d+\.\d+\.\d+\S* \((.*)\)$/gm)].map(([, licence]) => licence));
    expect([...used].filter((licence) => !['MIT', 'ISC', 'BSD-3-Clause'].includes(licence ?? ''))).toEqual([]);
  });
});

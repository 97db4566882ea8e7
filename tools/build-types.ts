import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

// TypeScript writes declarations of every file that it reads. What those of the library do not lead to is of no use to
// anybody, and is most of it.
const OUT = join(process.argv[2] ?? 'dist', 'types');
const IMPORT = /(?:from |import\()['"](\.[^'"]+)\.ts['"]/g;

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, name]) => normalize(join(dirname(file), `${name}.d.ts`)));

const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', OUT];
execFileSync(process.execPath, tsc, { stdio: 'inherit' });

const reached = new Set([normalize(join(OUT, 'index.d.ts'))]);
// The walk through a set goes on to what is added on the way.
for (const file of reached) for (const next of importsOf(file)) reached.add(next);

const written = readdirSync(OUT, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.d.ts'));
for (const name of written) if (!reached.has(normalize(join(OUT, name)))) rmSync(join(OUT, name));

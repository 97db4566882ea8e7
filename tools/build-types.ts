import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';

// TypeScript writes declarations of every file that it reads. What those of the library do not lead to is of no use to
// anybody, and is most of it.
const OUT = join(process.argv[2] ?? 'dist', 'types');
const IMPORT = /(?:from |import\()['"](\.[^'"]+)\.ts['"]/g;

const all = mkdtempSync(join(tmpdir(), 'types-'));
const importsOf = (name: string): readonly string[] =>
  [...readFileSync(join(all, 'src', name), 'utf8').matchAll(IMPORT)].map(([, imported]) =>
    normalize(join(dirname(name), `${imported}.d.ts`)),
  );

try {
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', all];
  execFileSync(process.execPath, tsc, { stdio: 'inherit' });
  const reached = new Set(['index.d.ts']);
  // The walk through a set goes on to what is added on the way.
  for (const name of reached) for (const next of importsOf(name)) reached.add(next);
  rmSync(OUT, { recursive: true, force: true });
  for (const name of reached) {
    mkdirSync(dirname(join(OUT, name)), { recursive: true });
    copyFileSync(join(all, 'src', name), join(OUT, name));
  }
} finally {
  rmSync(all, { recursive: true });
}

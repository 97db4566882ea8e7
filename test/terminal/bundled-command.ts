import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { build } from 'esbuild';

const BUNDLES = join('node_modules', '.cache', 'fabric-auth-doctor');

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Bundles of runs that are over. A run cannot remove its own: its threads end without a word. */
const removeOldBundles = (): void => {
  const names = existsSync(BUNDLES) ? readdirSync(BUNDLES) : [];
  for (const name of names.filter((each) => !isAlive(Number(each.split('-')[0])))) {
    rmSync(join(BUNDLES, name), { recursive: true, force: true });
  }
};

/** The command as it is shipped, bundled once for all tests of a run: it starts at once on a busy machine too. */
const bundle = async (): Promise<string> => {
  removeOldBundles();
  const outdir = join(BUNDLES, `${process.pid}-${threadId}`);
  await build({
    entryPoints: { main: 'src/cli/main.ts', simulated: 'test/terminal/simulated.ts' },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  return join(process.cwd(), outdir);
};

let bundled: Promise<string> | undefined;

const bundleFolder = (): Promise<string> => {
  bundled ??= bundle();
  return bundled;
};

/** The file of the command. */
export const mainFile = async (): Promise<string> => join(await bundleFolder(), 'main.js');

/** The file that starts the wizard with its live checks going to a port of this machine. */
export const simulatedFile = async (): Promise<string> => join(await bundleFolder(), 'simulated.js');

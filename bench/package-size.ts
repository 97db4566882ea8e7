import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Megabytes of the package, packed and unpacked, and how many packages an installation of it brings in all. */
export const packageSize = (): { readonly packed: number; readonly unpacked: number; readonly packages: number } => {
  const [pack] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--silent'], { encoding: 'utf8' }),
  );
  const lock: { packages: Record<string, { dev?: boolean; devOptional?: boolean; optional?: boolean }> } = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  );
  const installed = Object.values(lock.packages).filter((one) => !(one.dev || one.devOptional));
  return { packed: pack.size / 1e6, unpacked: pack.unpackedSize / 1e6, packages: installed.length };
};

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A generated file that is not as it should be: its text differs, or nothing makes it any more. */
export interface Stale {
  readonly file: string;
  readonly is: 'other' | 'left';
}

/** Compares generated files with what is on the disk. All files of `folders` are generated. */
export const staleFiles = (files: ReadonlyMap<string, string>, folders: readonly string[]): readonly Stale[] => {
  const there = folders.filter(existsSync).flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  return [
    ...[...files]
      .filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text)
      .map(([file]) => ({ file, is: 'other' }) as const),
    ...there.filter((file) => !files.has(file)).map((file) => ({ file, is: 'left' }) as const),
  ];
};

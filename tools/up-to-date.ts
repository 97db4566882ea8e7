import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const under = (path: string): readonly string[] =>
  statSync(path).isDirectory() ? [path, ...readdirSync(path).flatMap((name) => under(join(path, name)))] : [path];

/**
 * Whether `made` is there and younger than everything that it is made from, files and folders. A folder counts too:
 * its time tells of a file that was taken away.
 */
export const isUpToDate = (made: string, sources: readonly string[]): boolean => {
  if (!existsSync(made)) return false;
  const { mtimeMs } = statSync(made);
  return sources.flatMap(under).every((path) => statSync(path).mtimeMs <= mtimeMs);
};

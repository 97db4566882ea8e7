import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder for what a suite writes; it goes with the suite. */
export const scratchFolder = (name: string) => {
  const path = mkdtempSync(join(tmpdir(), `${name}-`));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  const at = (file: string): string => join(path, file);
  return {
    path,
    at,
    /** Writes a file, with the folders above it, and tells where it lies. */
    write: (file: string, content: string | Uint8Array): string => {
      mkdirSync(dirname(at(file)), { recursive: true });
      writeFileSync(at(file), content);
      return at(file);
    },
  };
};

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program is; undefined, and said, where it is not installed. `tools/shells.sh` installs those of the tests. */
export const programPath = (name: string): string | undefined => {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const path = folders.map((folder) => join(folder, name)).find(existsSync);
  if (path === undefined)
    process.stderr.write(`${name} is not installed, so nothing is tried in it. Run tools/shells.sh\n`);
  return path;
};

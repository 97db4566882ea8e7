import { mkdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { scratchFolder } from '../test/support/scratch-folder.ts';
import { isUpToDate } from './up-to-date.ts';

describe('what was built', () => {
  const folder = scratchFolder('up-to-date');
  const made = () => folder.at('made.js');
  const at = (seconds: number, ...names: readonly string[]): void => {
    for (const name of names) utimesSync(folder.at(name), seconds, seconds);
  };
  const built = () => isUpToDate(made(), [folder.at('src'), folder.at('package.json')]);

  beforeEach(() => {
    mkdirSync(folder.at('src/room'), { recursive: true });
    for (const name of ['src/room/a.ts', 'src/room/b.ts', 'package.json', 'made.js']) folder.write(name, '');
    at(1_000, 'src/room/a.ts', 'src/room/b.ts', 'src/room', 'src', 'package.json');
    at(1_001, 'made.js');
  });

  it('is used again while nothing that it is made from is younger', () => {
    expect(built()).toBe(true);
  });

  it('is made again after a change in any folder, a file that is gone, or when it is missing', () => {
    at(1_002, 'src/room/b.ts');
    expect(built()).toBe(false);
    at(1_000, 'src/room/b.ts');
    expect(built()).toBe(true);

    rmSync(folder.at('src/room/b.ts'));
    expect(built()).toBe(false);

    rmSync(made());
    expect(built()).toBe(false);
  });

  it('is what npm start looks at before it builds', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(scripts.start).toBe('(tsx tools/is-built.ts || npm run -s build) && node dist/cli/main.js');
  });
});

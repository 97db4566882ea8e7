import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../test/support/scratch-folder.ts';
import { staleFiles } from './fresh.ts';

describe('what is generated', () => {
  const folder = scratchFolder('fresh');

  it('is stale where a text differs, a file is missing, or a file is left that nothing makes', () => {
    for (const name of ['same.md', 'other.md', 'left.md']) folder.write(name, 'old');
    const wanted = new Map(
      ['same.md', 'other.md', 'new.md'].map((name) => [folder.at(name), name === 'same.md' ? 'old' : 'new']),
    );
    expect(staleFiles(wanted, [folder.path])).toEqual([
      { file: folder.at('other.md'), is: 'other' },
      { file: folder.at('new.md'), is: 'other' },
      { file: folder.at('left.md'), is: 'left' },
    ]);
  });

  it('is checked before a change lands, by a step that writes nothing first', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(readFileSync('tools/check.ts', 'utf8')).toContain('tools/generate.ts --check');
    expect(scripts.check).toContain('tools/generate-code.ts');
    expect(scripts.test).toContain('tools/generate-code.ts');
  });
});

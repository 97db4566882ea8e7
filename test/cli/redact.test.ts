import { readdir, readFile, stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ran } from '../support/ran.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const SECRET = 'k7Qz3Bm9x'.repeat(5);
const TEXT = `client_secret=${SECRET}\nfrom ada@contoso.com in 8f49a868-987f-4716-80fd-600edd835419\n`;

const redact = (argv: readonly string[], stdin?: string) => ran(['redact', ...argv], stdin);

describe('redact', () => {
  const folder = scratchFolder('redact');
  const file = folder.write('a.txt', TEXT);

  it('prints the text without secrets and says beside it what it replaced', async () => {
    const { code, out, err } = await redact(['-'], TEXT);
    expect(code).toBe(0);
    expect(out).toBe(
      'client_secret=secret-1_client-secret_45-characters\nfrom mail-1 in 8f49a868-987f-4716-80fd-600edd835419\n',
    );
    expect(err).toContain('client secret: 1 value in 1 place');
  });

  it('keeps personal data and masks ids where that is wanted', async () => {
    const { out } = await redact(['--include-personal', '--mask-ids', file]);
    expect(out).toContain('from ada@contoso.com in id-1');
  });

  it('saves a file that only its owner reads, and never over another one', async () => {
    const saved = folder.at('clean.txt');
    expect((await redact([file, '--output', saved])).code).toBe(0);
    expect((await stat(saved)).mode & 0o777).toBe(0o600);
    expect(await readFile(saved, 'utf8')).not.toContain(SECRET);
    expect(await redact([file, '--output', saved])).toMatchObject({ code: 2, out: '' });
    expect((await redact([file, '--output', saved, '--force'])).code).toBe(0);
    expect((await readdir(folder.path)).sort()).toEqual(['a.txt', 'clean.txt']);
  });

  it('leaves nothing behind where the input cannot be read', async () => {
    const { code, err } = await redact([folder.at('none.txt'), '--output', folder.at('b.txt')]);
    expect([code, err]).toEqual([2, expect.stringContaining('INPUT_NOT_FOUND')]);
    expect(await readdir(folder.path)).not.toContain('b.txt');
  });
});

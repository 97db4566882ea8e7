import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { fakeIo } from '../support/fake-io.ts';

const SECRET = 'k7Qz3Bm9x'.repeat(5);
const TEXT = `client_secret=${SECRET}\nfrom ada@contoso.com in 8f49a868-987f-4716-80fd-600edd835419\n`;

const redact = async (argv: readonly string[], stdin?: string) => {
  const io = fakeIo(stdin);
  return { code: await run(['redact', ...argv], io), ...io.said };
};

describe('redact', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'redact-'));
    await writeFile(join(folder, 'a.txt'), TEXT);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('prints the text without secrets and says beside it what it replaced', async () => {
    const { code, out, err } = await redact(['-'], TEXT);
    expect(code).toBe(0);
    expect(out).toBe(
      'client_secret=secret-1_client-secret_45-characters\nfrom mail-1 in 8f49a868-987f-4716-80fd-600edd835419\n',
    );
    expect(err).toContain('client secret: 1 value in 1 place');
  });

  it('keeps personal data and masks ids where that is wanted', async () => {
    const { out } = await redact(['--include-personal', '--mask-ids', join(folder, 'a.txt')]);
    expect(out).toContain('from ada@contoso.com in id-1');
  });

  it('saves a file that only its owner reads, and never over another one', async () => {
    const file = join(folder, 'clean.txt');
    expect((await redact([join(folder, 'a.txt'), '--output', file])).code).toBe(0);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).not.toContain(SECRET);
    expect(await redact([join(folder, 'a.txt'), '--output', file])).toMatchObject({ code: 2, out: '' });
    expect((await redact([join(folder, 'a.txt'), '--output', file, '--force'])).code).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(['a.txt', 'clean.txt']);
  });

  it('leaves nothing behind where the input cannot be read', async () => {
    const { code, err } = await redact([join(folder, 'none.txt'), '--output', join(folder, 'b.txt')]);
    expect([code, err]).toEqual([2, expect.stringContaining('INPUT_NOT_FOUND')]);
    expect(await readdir(folder)).not.toContain('b.txt');
  });
});

import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, inputFolder } from '../support/check-run.ts';

let folder: Awaited<ReturnType<typeof inputFolder>>;
beforeAll(async () => {
  folder = await inputFolder();
});
afterAll(() => folder.remove());
const file = (name: string): string => folder.file(name);

describe('--output', () => {
  it('writes the report for its owner only, and leaves no draft beside it', async () => {
    const { out, err, code } = await check(['check', file('call.txt'), '--format', 'json', '--output', file('r.json')]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('r.json');
    expect(JSON.parse(await readFile(file('r.json'), 'utf8')).version).toBe(1);
    expect((await stat(file('r.json'))).mode & 0o777).toBe(0o600);
    expect((await readdir(folder.path)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('overwrites nothing unless forced', async () => {
    await writeFile(file('mine.txt'), 'mine');
    const refused = await check(['check', file('call.txt'), '--output', file('mine.txt')]);
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/^OUTPUT_EXISTS: .*\nTry: .*--force\n$/)]);
    expect(await readFile(file('mine.txt'), 'utf8')).toBe('mine');
    const forced = await check(['check', file('call.txt'), '--output', file('mine.txt'), '--force']);
    expect(forced.code).toBe(1);
    expect(await readFile(file('mine.txt'), 'utf8')).toMatch(/^✗ Stops at/);
  });

  it('says so when the folder is not there', async () => {
    const { code, err } = await check(['check', file('call.txt'), '--output', file('nowhere/r.txt')]);
    expect([code, err]).toEqual([2, expect.stringMatching(/^OUTPUT_NOT_WRITABLE/)]);
  });
});

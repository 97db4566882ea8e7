import { execFileSync } from 'node:child_process';
import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { check, inputFolder } from '../support/check-run.ts';
import { fakeIo } from '../support/fake-io.ts';

const file = inputFolder();

describe('--output', () => {
  it('writes the report for its owner only, and leaves no draft beside it', async () => {
    const { out, err, code } = await check(['check', file('call.txt'), '--format', 'json', '--output', file('r.json')]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('r.json');
    expect(JSON.parse(await readFile(file('r.json'), 'utf8')).version).toBe(1);
    expect((await stat(file('r.json'))).mode & 0o777).toBe(0o600);
    expect((await readdir(file('.'))).filter((name) => name.startsWith('.'))).toEqual([]);
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

  it.each([
    ['r.txt', /^✗ Stops at: credential/],
    ['r.md', /^# ✗ Stops at credential: /],
    ['R.MARKDOWN', /^# ✗ Stops at credential: /],
    ['r.html', /^<!doctype html>/],
    ['r2.json', /^{\n {2}"version": 1,/],
    ['r.jsonl', /^{"version":1,.*}\n$/],
    ['r.report', /^✗ Stops at: credential/],
  ])('takes the format from the ending of %s', async (name, start) => {
    const { code } = await check(['check', file('call.txt'), '--output', file(name)]);
    expect(code).toBe(1);
    expect(await readFile(file(name), 'utf8')).toMatch(start);
    expect((await stat(file(name))).mode & 0o777).toBe(0o600);
  });

  it('takes the format that is named rather than that of the ending', async () => {
    await check(['check', file('call.txt'), '--format', 'markdown', '--output', file('named.json')]);
    expect(await readFile(file('named.json'), 'utf8')).toMatch(/^# ✗/);
  });

  it.each(['named.md', 'named.jsonl'])(
    'replaces a link to a file when forced, never what it leads to: %s',
    async (name) => {
      await writeFile(file(`${name}.target`), 'mine');
      await chmod(file(`${name}.target`), 0o644);
      await symlink(file(`${name}.target`), file(name));
      const refused = await check(['check', file('call.txt'), '--output', file(name)]);
      expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/^OUTPUT_EXISTS/)]);
      expect((await check(['check', file('call.txt'), '--output', file(name), '--force'])).code).toBe(1);
      expect(await readFile(file(`${name}.target`), 'utf8')).toBe('mine');
      const there = await lstat(file(name));
      expect([there.isFile(), there.mode & 0o777]).toEqual([true, 0o600]);
    },
  );

  it.each(['json', 'jsonl'])(
    'replaces nothing but files, even when forced: no device and no folder, as %s',
    async (format) => {
      for (const place of ['/dev/null', file('logs')]) {
        const { code, err } = await check([
          'check',
          file('call.txt'),
          '--format',
          format,
          '--output',
          place,
          '--force',
        ]);
        expect([code, err]).toEqual([2, expect.stringMatching(/^OUTPUT_NOT_WRITABLE: .*\(not a file\)/)]);
      }
      expect((await stat('/dev/null')).isFile()).toBe(false);
    },
  );

  it('leaves neither a part of the report nor a draft where the disk is full', () => {
    const report = `import { writeOutput } from './src/cli/output.ts';
      process.on('SIGXFSZ', () => undefined);
      await writeOutput(${JSON.stringify(file('full.md'))}, 'x'.repeat(100_000), false).catch(({ code }) => console.log(code));`;
    const script = `ulimit -f 8; exec "$0" --import tsx --input-type=module -e "$1"`;
    const said = execFileSync('bash', ['-c', script, process.execPath, report], { encoding: 'utf8' });
    expect(said).toBe('OUTPUT_NOT_WRITABLE\n');
    const left = execFileSync('ls', ['-A', file('.')], { encoding: 'utf8' });
    expect(left).not.toMatch(/full\.md/);
  });

  it('lets Ctrl-C wait until the file is whole', async () => {
    const held: string[] = [];
    const onInterrupt = () => {
      held.push('held');
      return () => held.push('let go');
    };
    await check(['check', file('call.txt'), '--output', file('whole.md')], fakeIo(undefined, { onInterrupt }));
    expect(held).toEqual(['held', 'let go']);
    await check(['check', file('call.txt'), '--output', file('nowhere/x.md')], fakeIo(undefined, { onInterrupt }));
    expect(held).toEqual(['held', 'let go', 'held', 'let go']);
  });
});

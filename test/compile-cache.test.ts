import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from './support/scratch-folder.ts';
import { buildToken } from './support/token.ts';

const IS_WINDOWS = process.platform === 'win32';
const folder = scratchFolder('compile-cache');
const dist = folder.at('dist');

const TENANT = '5eb1c0de-0000-4000-8000-00000000beef';
const token = buildToken({ aud: 'https://graph.microsoft.com', tid: TENANT, upn: 'somebody@nowhere.example' });

/** Runs the built command with a folder of caches; what it says is all that a person notices of it. */
const run = (caches: string, args: readonly string[] = ['check', '-', '--now', '2026-03-01T12:00:00Z'], more = {}) => {
  const { NODE_DISABLE_COMPILE_CACHE: _, ...env } = process.env;
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(dist, 'cli/main.js'), ...args], {
    input: token,
    encoding: 'utf8',
    env: { ...env, XDG_CACHE_HOME: caches, LOCALAPPDATA: caches, HOME: caches, ...more },
  });
  return { stdout, stderr, status };
};

const keptIn = (caches: string): readonly string[] =>
  existsSync(caches)
    ? readdirSync(caches, { recursive: true, encoding: 'utf8' })
        .map((name) => join(caches, name))
        .filter((name) => statSync(name).isFile())
    : [];

let expected: ReturnType<typeof run>;

/** A folder of caches after one run, and the one file in it. */
const keptBy = (name: string): { readonly caches: string; readonly file: string } => {
  const caches = folder.at(name);
  run(caches);
  return { caches, file: keptIn(caches).find((each) => each.includes('check-')) ?? '' };
};

beforeAll(() => {
  execFileSync(process.execPath, ['--import', 'tsx', 'tools/build.ts', dist], { stdio: 'pipe' });
  expected = run(folder.at('none'), undefined, { NODE_DISABLE_COMPILE_CACHE: '1' });
}, 120_000);

describe('compiled code that is kept for the next run', { timeout: 60_000 }, () => {
  it('changes nothing of what is said, and is used as it is from then on', () => {
    const { caches, file } = keptBy('used');
    const { ino, mtimeMs } = statSync(file);
    expect(expected.stdout).toContain('Access token');
    expect(run(caches)).toEqual(expected);
    expect(statSync(file)).toMatchObject({ ino, mtimeMs });
  });

  it('is for its owner alone', () => {
    const { file } = keptBy('owner');
    if (!IS_WINDOWS) expect(statSync(file).mode & 0o777).toBe(0o600);
    if (!IS_WINDOWS) expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
  });

  it('holds nothing of what was pasted', () => {
    const { caches } = keptBy('secrets');
    const kept = keptIn(caches).map((each) => readFileSync(each, 'latin1'));
    const twoBytes = (text: string): string => Buffer.from(text, 'utf16le').toString('latin1');
    expect(kept.join('').includes('What was read')).toBe(true);
    for (const part of [...token.split('.'), TENANT, 'nowhere.example'])
      for (const text of [part, twoBytes(part)]) expect(kept.filter((each) => each.includes(text))).toEqual([]);
  });

  it.each([
    ['damaged in one byte', (bytes: Buffer) => bytes.fill(bytes.readUInt8(90_000) ^ 1, 90_000, 90_001)],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 100_000)],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('no code'.repeat(20_000))],
  ])('is left aside and replaced where it is %s', (what, spoil) => {
    const { caches, file } = keptBy(`spoilt ${what}`);
    const spoilt = spoil(readFileSync(file));
    writeFileSync(file, spoilt);
    expect(run(caches)).toEqual(expected);
    expect(readFileSync(file).equals(spoilt)).toBe(false);
    const { mtimeMs } = statSync(file);
    expect(run(caches)).toEqual(expected);
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
  });

  it.skipIf(IS_WINDOWS)('is left aside and replaced where others could have written it', () => {
    const { caches, file } = keptBy('others');
    chmodSync(file, 0o666);
    expect(run(caches)).toEqual(expected);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is missed by nobody where there is no place for it', () => {
    for (const place of [folder.write('a-file', ''), '/proc/nowhere', '']) expect(run(place)).toEqual(expected);
  });

  it('takes the place of what another version kept', () => {
    const { caches, file } = keptBy('older');
    const older = file.replace(/check-.*$/, 'check-older.js.0.0.1.1');
    writeFileSync(older, '');
    writeFileSync(file, '');
    run(caches);
    expect([existsSync(older), existsSync(file)]).toEqual([false, true]);
  });

  it('is kept of no run that reads nothing, and of none where that is turned off', () => {
    const caches = folder.at('off');
    run(caches, ['check', '--help']);
    run(caches, ['check', folder.at('no-such-file')]);
    run(caches, ['explain', 'AADSTS50011']);
    run(caches, undefined, { NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(keptIn(caches)).toEqual([]);
  });
});

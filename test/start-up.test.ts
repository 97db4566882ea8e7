import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from './support/scratch-folder.ts';
import { buildToken } from './support/token.ts';

/** Words that stand in the code of a package and nowhere else: its files have no names of their own in the bundle. */
const WORDS_OF = {
  inquirer: 'AbortPromptError',
  undici: 'UND_ERR_',
  yaml: 'YAMLParseError',
  yargs: 'strictOptions',
  simulator: 'made-up tenant',
} as const;

const folder = scratchFolder('start-up');
const dist = folder.at('dist');

const built = (): readonly string[] =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(dist, name));

/** The files of the bundle that a command line loads: what Node counts coverage of. */
const loadedBy = (args: readonly string[], input: string): readonly string[] => {
  const coverage = mkdtempSync(folder.at('coverage-'));
  const env = { ...process.env, NODE_V8_COVERAGE: coverage, NODE_DISABLE_COMPILE_CACHE: '1' };
  try {
    execFileSync(process.execPath, [join(dist, 'cli/main.js'), ...args], { input, env, stdio: 'pipe' });
  } catch {
    // The exit code says what was found.
  }
  return readdirSync(coverage)
    .flatMap((name) => {
      const { result }: { result: readonly { url: string }[] } = JSON.parse(readFileSync(join(coverage, name), 'utf8'));
      return result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
    })
    .map((url) => fileURLToPath(url));
};

const holding = (files: readonly string[], words: string): readonly string[] =>
  files.filter((file) => readFileSync(file, 'utf8').includes(words));

beforeAll(() => {
  execFileSync(process.execPath, ['--import', 'tsx', 'tools/build.ts', dist], { stdio: 'pipe' });
}, 120_000);

describe('the built command', { timeout: 60_000 }, () => {
  it('loads no prompts, network, YAML, help or simulator to check a token', () => {
    const loaded = loadedBy(['check', '-'], buildToken({ aud: 'https://graph.microsoft.com' }));
    expect(loaded.length).toBeGreaterThan(1);
    for (const words of Object.values(WORDS_OF)) {
      expect(holding(built(), words), words).not.toEqual([]);
      expect(holding(loaded, words), words).toEqual([]);
    }
  });

  it('loads the readers of other texts for other texts only', () => {
    const readersFor = (input: string) =>
      loadedBy(['check', '-'], input).filter((file) => basename(file).startsWith('readers-'));
    expect(readersFor(buildToken({ aud: 'https://graph.microsoft.com' }))).toEqual([]);
    expect(readersFor('HTTP/1.1 401 Unauthorized')).toHaveLength(1);
  });

  it.each(['operations', 'resemblance', 'wordSigns_table'])('reads the table %s for other texts only', (table) => {
    const file = join(dist, 'tables', `${table}.js`);
    const checked = (input: string) =>
      spawnSync(process.execPath, [join(dist, 'cli/main.js'), 'check', '-'], { input });
    renameSync(file, `${file}.away`);
    try {
      expect(checked(buildToken({ aud: 'https://graph.microsoft.com' })).status).toBeLessThan(4);
      expect(checked('GET https://api.fabric.microsoft.com/v1/workspaces\nHTTP/1.1 401 Unauthorized').status).toBe(70);
    } finally {
      renameSync(`${file}.away`, file);
    }
  });

  it('says nothing on stderr beside the report of a token', () => {
    const { stderr, stdout } = spawnSync(process.execPath, [join(dist, 'cli/main.js'), 'check', '-'], {
      input: buildToken({ aud: 'https://graph.microsoft.com' }),
      encoding: 'utf8',
    });
    expect([stderr, stdout.includes('Access token')]).toEqual(['', true]);
  });

  it('loads two small files to say its version', () => {
    const loaded = loadedBy(['--version'], '');
    expect(loaded).toHaveLength(2);
    for (const file of loaded) expect(readFileSync(file).length).toBeLessThan(5000);
  });

  it('is written in ASCII, which Node reads as it is', () => {
    expect(built().filter((file) => readFileSync(file).some((byte) => byte > 0x7f))).toEqual([]);
  });
});

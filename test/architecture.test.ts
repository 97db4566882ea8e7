import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleFiles } from '../src/cli/rule-files.ts';

/** What each room of src/ may import, beside itself. Imports run one way. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  facts: ['model'],
  redact: ['model'],
  generated: ['model', 'simulator'],
  match: ['model', 'facts'],
  read: ['model', 'facts', 'redact'],
  knowledge: ['model', 'facts'],
  diagnose: ['model', 'facts', 'redact', 'match', 'read', 'knowledge'],
  recipe: ['model', 'facts', 'knowledge'],
  report: ['model', 'facts', 'redact', 'knowledge', 'recipe'],
  'index.ts': ['model', 'facts', 'redact', 'match', 'knowledge', 'diagnose', 'report', 'generated'],
  live: ['model', 'facts', 'redact', 'knowledge', 'index.ts'],
  simulator: ['model', 'facts', 'knowledge', 'live'],
  cli: [
    'model',
    'facts',
    'redact',
    'match',
    'knowledge',
    'report',
    'index.ts',
    'live',
    'simulator',
    'generated',
    'recipe',
  ],
};

/** The folders of rooms that have some, each built on those before it. `.` is what lies in the room itself. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  redact: ['text', 'origin', 'prepare', 'personal', 'find', '.'],
  read: [
    'text',
    'syntax',
    'token-request',
    'entra',
    'answer',
    'calls',
    'http',
    'tools',
    'entries',
    'said',
    'observe',
    '.',
  ],
  knowledge: ['.', 'derive'],
};

const MAY_USE_PACKAGES = ['cli', 'live', 'simulator'];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => join('src', name));

/** The text without comments, which may speak of anything. */
const codeOf = (file: string): string => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

const roomOf = (file: string): string => relative('src', file).split('/')[0] ?? '';
const IMPORTS = [
  /^(?:import|export)\b[^;']*?\bfrom\s+'([^']+)'/gm,
  /^import\s+'([^']+)'/gm,
  /\bimport\(\s*'([^']+)'\s*\)/g,
] as const;

const importsOf = (file: string): readonly string[] =>
  IMPORTS.flatMap((pattern) => [...codeOf(file).matchAll(pattern)].map(([, name]) => name ?? ''));

describe('imports', () => {
  it('every file lies in a room that the table knows', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect([...new Set(sources.map(roomOf))].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  it('run one way: no room imports one that is built on it', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        // package.json and what was learned for the rules lie beside src/, in no room.
        .filter((name) => name.startsWith('.') && !/\/\.\.\/(?:package|rules\/resemblance)\.json$/.test(name))
        .map((name) => roomOf(relative('.', resolve(dirname(file), name))))
        .filter((room) => room !== roomOf(file) && !MAY_IMPORT[roomOf(file)]?.includes(room))
        .map((room) => `${file} imports ${room}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(FOLDERS))('run one way within src/%s too', (room, folders) => {
    const rank = (file: string): number => folders.indexOf(relative(`src/${room}`, dirname(file)) || '.');
    const within = sources.filter((file) => roomOf(file) === room);
    expect(within.filter((file) => rank(file) === -1)).toEqual([]);
    const wrong = within.flatMap((file) =>
      importsOf(file)
        .map((name) => join(dirname(file), name))
        .filter((name) => roomOf(name) === room && name.endsWith('.ts') && rank(name) > rank(file))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('only the command and the live checks touch Node or a package', () => {
    const wrong = sources
      .filter((file) => !MAY_USE_PACKAGES.includes(roomOf(file)))
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => !name.startsWith('.'))
          .map((name) => `${file} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it('console and process occur in the two files that meet the terminal, and nowhere else', () => {
    const allowed = ['src/cli/main.ts', 'src/cli/io.ts'];
    const wrong = sources.filter((file) => !allowed.includes(file) && /\b(?:console|process)\.\w/.test(codeOf(file)));
    expect(wrong).toEqual([]);
  });
});

it('no source file names a cause: rules are found by folder', () => {
  const ids = ruleFiles('rules').map((file) => basename(file, '.yaml'));
  expect(ids.length).toBeGreaterThan(10);
  // One word that is also an everyday word of HTTP.
  const telling = ids.filter((id) => id.includes('-'));
  const wrong = sources
    .filter((file) => roomOf(file) !== 'generated')
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return telling
        .filter((id) => text.includes(`'${id}'`) || text.includes(`"${id}"`))
        .map((id) => `${file} names ${id}`);
    });
  expect(wrong).toEqual([]);
});

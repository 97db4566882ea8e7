import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRules } from '../../src/cli/rule-files.ts';
import { apiOf } from '../../src/knowledge/apis.ts';

/** A link that says where a fact comes from, and the file that names it. */
export interface Cited {
  readonly file: string;
  readonly url: string;
}

const KNOWLEDGE = 'src/knowledge/data';

/** Whole addresses: none that code goes on with. */
const urlsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(https?:\/\/\w[^\s'"`<>()[\]{}|\\$]*)(\$?)/g)]
    .filter(([, , more]) => more === '')
    .map(([, url = '']) => url.replace(/[.,;:]+$/, ''));

/** Addresses that are called, and those of examples. */
const isCalled = (url: string): boolean => {
  const { hostname, pathname } = new URL(url);
  return apiOf(hostname, pathname).api !== 'other' || /^(?:localhost|127\.|169\.254\.|.*\.example$)/.test(hostname);
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !/\.test\.ts$|^generated/.test(name))
    .map((name) => join(folder, name));

const commentsOf = (code: string): string => [...code.matchAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm)].join('\n');

const codeOf = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, '');

const citing = (file: string, urls: readonly string[]): readonly Cited[] => urls.map((url) => ({ file, url }));

/** Comments name sources, code only those on hosts that are known to hold some: other addresses are called. */
const inCode = (hosts: ReadonlySet<string>): readonly Cited[] =>
  filesIn('src', '.ts').flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const known = urlsIn(codeOf(text)).filter((url) => hosts.has(hostOf(url)));
    return citing(file, [...urlsIn(commentsOf(text)).filter((url) => !isCalled(url)), ...known]);
  });

/** The values of `source` and `sources` anywhere in JSON. */
const sourcesIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    /^sources?$/.test(name) ? [inner].flat().map(String) : sourcesIn(inner),
  );
};

const inKnowledge = (): readonly Cited[] =>
  filesIn(KNOWLEDGE, '.json')
    .filter((file) => !file.endsWith('/sources.json'))
    .flatMap((file) => citing(file, sourcesIn(JSON.parse(readFileSync(file, 'utf8')))));

const inRules = (): readonly Cited[] =>
  loadRules('rules').flatMap(({ id, gate, sources }) => citing(`rules/${gate}/${id}.yaml`, sources));

/** What is written by hand for people: links on hosts that hold sources. */
const inGuides = (hosts: ReadonlySet<string>): readonly Cited[] =>
  ['README.md', 'CONTRIBUTING.md', 'docs/how-it-works.md', 'docs/rule-language.md'].flatMap((file) =>
    citing(
      file,
      urlsIn(readFileSync(file, 'utf8')).filter((url) => hosts.has(hostOf(url))),
    ),
  );

/** The kinds of source, each with its addresses. */
export type Listed = Readonly<Record<string, readonly string[]>>;

/** The list of sources that the knowledge keeps. */
export const listedSources = (): Listed => JSON.parse(readFileSync(join(KNOWLEDGE, 'sources.json'), 'utf8')).sources;

/** Every source that rules, knowledge, code, recipes and guides name. */
export const citedSources = (listed: Listed): readonly Cited[] => {
  const hosts = new Set(
    Object.values(listed)
      .flat()
      .map((url) => new URL(url).host),
  );
  return [...inRules(), ...inKnowledge(), ...inCode(hosts), ...inGuides(hosts)];
};

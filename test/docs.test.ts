import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../src/cli/rule-files.ts';
import { entraCodes } from '../src/knowledge/entra-codes.ts';
import { serviceCodes } from '../src/knowledge/service-codes.ts';
import { GRANT_TABLE, GRANTS } from '../src/recipe/grants.ts';
import { FLOWS, LANGUAGES, RECIPE_APIS } from '../src/recipe/model.ts';
import { FLOW_TABLE } from '../src/recipe/recipe.ts';
import { generalFinding } from '../src/report/general-finding.ts';
import { accessPage } from '../tools/docs/access-page.ts';
import { causePage } from '../tools/docs/cause-page.ts';
import { knownCodes } from '../tools/docs/known-codes.ts';
import { recipesPage } from '../tools/docs/recipes-page.ts';
import { symptomsOf } from '../tools/docs/symptoms.ts';
import { symptomsPage } from '../tools/docs/symptoms-page.ts';
import { RUN_LANGUAGES } from './support/run-script.ts';

const rules = loadRules('rules');
const codes = knownCodes(rules);
const pages = new Map(rules.map((rule) => [rule.id, causePage(rule, rules, codes)]));
const index = symptomsPage(rules, codes);

const ruleOf = (id: string) => rules.find((rule) => rule.id === id) ?? expect.fail(`there is no rule ${id}`);

/** Every page that people read, generated or not. */
const markdown = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

const prose = (file: string): string => readFileSync(file, 'utf8').replaceAll(/^ *(`{3,})[\s\S]*?\n *\1$/gm, '');

/** The anchor that a heading gets. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');

const anchorsOf = (file: string): readonly string[] =>
  [...prose(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));

const brokenLinks = (file: string): readonly string[] =>
  [...prose(file).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^https:\/\//.test(target))
    .filter((target) => {
      const [path = '', anchor] = target.split('#');
      const other = path === '' ? file : join(dirname(file), path);
      return !existsSync(other) || (anchor !== undefined && !anchorsOf(other).includes(anchor));
    });

describe('the links of the pages', () => {
  it('lead to files and headings that exist', () => {
    expect(markdown.length).toBeGreaterThan(rules.length);
    const wrong = markdown.flatMap((file) => brokenLinks(file).map((target) => `${file}: ${target}`));
    expect(wrong).toEqual([]);
  });

  it('that leave the project are well-formed and use https', () => {
    const addresses = markdown.flatMap((file) =>
      [...prose(file).matchAll(/<(https?:[^>\s]*)>/g)].map(([, url]) => url),
    );
    expect(addresses.length).toBeGreaterThan(rules.length);
    const wrong = addresses.filter((url = '') => !URL.canParse(url) || new URL(url).protocol !== 'https:');
    expect(wrong).toEqual([]);
  });
});

describe('the page of a cause', () => {
  it('is there for every rule, and says how it looks, why, how it shows, what to do and who says so', () => {
    for (const [id, page] of pages) {
      const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
      expect([id, ...headings]).toEqual(expect.arrayContaining([id, 'What you see', 'Why', 'How to fix it']));
      expect([
        id,
        headings.some((heading) => /^(?:Documented at|Seen in public threads)$/.test(heading ?? '')),
      ]).toEqual([id, true]);
    }
  });

  it('names at least one source, and each once', () => {
    const wrong = rules.filter(({ sources }) => sources.length === 0 || new Set(sources).size < sources.length);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('holds every sign, every step, every command and every source of the rule', () => {
    for (const rule of rules) {
      const page = pages.get(rule.id) ?? '';
      const { for: signs, against, fix } = generalFinding(rule);
      expect([rule.id, page.match(/^- \*\*(?:Proof|Strong sign|Weak sign)\*\*: /gm)?.length]).toEqual([
        rule.id,
        signs.length + against.length,
      ]);
      expect([rule.id, page.match(/^\d+\. /gm)?.length]).toEqual([rule.id, fix.length]);
      const commands = fix.flatMap(({ command }) => Object.values(command ?? {}));
      const lines = commands.flatMap((text) => text.trimEnd().split('\n'));
      expect(lines.filter((line) => !page.includes(line))).toEqual([]);
      expect(rule.sources.filter((url) => !page.includes(`<${url}>`))).toEqual([]);
    }
  });

  it('says what proves that the cause is mended, in sentences', () => {
    const proofs = [...pages].map(
      ([id, page]) =>
        [id, [...page.matchAll(/^ +- \*\*Done when\*\*: (.*)$/gm)].map(([, words = '']) => words)] as const,
    );
    expect(proofs.filter(([, words]) => words.length === 0).map(([id]) => id)).toEqual([]);
    const odd = proofs.flatMap(([id, words]) =>
      words
        .filter((each) => /^(?:the answer to "|whether)|: "|\[object|\b(?:true|false)\b/.test(each))
        .map((each) => [id, each]),
    );
    expect(odd).toEqual([]);
  });

  it('leaves no slot open and no path of a fact in a sentence', () => {
    const gaps = [...pages].flatMap(([id, page]) =>
      [...page.matchAll(/[<{][a-z-]+\.[a-z-]+[>}]/g)].map(([gap]) => `${id}: ${gap}`),
    );
    expect(gaps).toEqual([]);
  });

  it('names the codes that a sign looks for in its sentence', () => {
    expect(pages.get('wrong-audience')).toContain('Entra ID refused the assertion (AADSTS240002, 500136 or 500137).');
  });

  it('says of a code what explain says of it', () => {
    const page = pages.get('expired-client-secret') ?? '';
    const code = entraCodes().find(({ number }) => number === 7000222);
    expect(page).toContain(`AADSTS7000222 ${code?.name}`);
    expect(page).toContain(code?.means);
  });

  it('tells documentation from threads of people', () => {
    const page = pages.get('wrong-audience') ?? '';
    const [, documented = '', threads = ''] = page.split(/^## (?:Documented at|Seen in public threads)$/m);
    expect(documented).toContain('https://learn.microsoft.com/');
    expect(documented).not.toContain('/issues/');
    expect(threads).toContain('/issues/');
  });
});

describe('the index of symptoms', () => {
  it('leads to every cause', () => {
    expect(rules.filter(({ id }) => !index.includes(`(causes/${id}.md)`)).map(({ id }) => id)).toEqual([]);
  });

  it('holds every status and code that a sign looks for, with the cause in its row', () => {
    const rows = index.split('\n').filter((line) => line.startsWith('|'));
    const missing = rules.flatMap((rule) => [
      ...symptomsOf(rule, 'status').map(({ value }) => [`| ${value} |`, rule.id] as const),
      ...symptomsOf(rule, 'oauth-error').map(({ value }) => [`| \`${value}\` |`, rule.id] as const),
      ...symptomsOf(rule, 'entra-code')
        .filter(({ strength }) => strength !== 'weak')
        .map(({ value }) => [`| AADSTS${value} `, rule.id] as const),
    ]);
    expect(missing.length).toBeGreaterThan(300);
    const lost = missing.filter(([start, id]) => !rows.some((row) => row.startsWith(start) && row.includes(`[${id}]`)));
    expect(lost).toEqual([]);
  });

  it('names each header that carries a code', () => {
    const headers = new Set(serviceCodes().flatMap((code) => code.headers));
    expect(headers.size).toBeGreaterThan(2);
    expect([...headers].filter((header) => !index.includes(`| \`${header}\` |`))).toEqual([]);
  });
});

describe('the pages of recipes and of access', () => {
  const recipes = recipesPage();
  const access = accessPage();

  it('name every API with the scope to ask for, and every flow with its parameters', () => {
    const missing = RECIPE_APIS.filter((api) => !recipes.includes(`| \`${api}\` | the public cloud |`));
    expect(missing).toEqual([]);
    for (const flow of FLOWS) {
      const [, section = ''] = recipes.split(`\n### ${flow}\n`);
      const { parameters, mistakes } = FLOW_TABLE[flow];
      const [own = ''] = section.split('\n### ');
      expect([flow, parameters.filter(({ name }) => !own.includes(`| \`${name}\` |`))]).toEqual([flow, []]);
      expect([flow, mistakes.length > 0, own.includes('Documented at <https://')]).toEqual([flow, true, true]);
    }
  });

  it('say which languages are run, and which are not', () => {
    const rows = recipes.split('\n').filter((line) => /^\| `[\w-]+` \| .* the tests of this tool /.test(line));
    expect(rows).toHaveLength(LANGUAGES.length);
    const run = rows.filter((row) => row.includes('run every one')).map((row) => /^\| `([\w-]+)`/.exec(row)?.[1]);
    expect(run.sort()).toEqual([...RUN_LANGUAGES].sort());
  });

  it('say of every kind of access who may give it, how, and what proves it', () => {
    for (const id of GRANTS) {
      const [, section = ''] = access.split(`\n## ${id}\n`);
      const [own = ''] = section.split('\n## ');
      for (const part of ['**Who may**: ', '**By hand:**', '**By request:**', '**It worked when:**', 'Documented at']) {
        expect([id, own.includes(part)]).toEqual([id, true]);
      }
      expect([id, GRANT_TABLE[id].requests.length > 0]).toEqual([id, true]);
    }
  });
});

it('the page of a cause is short enough to read', () => {
  const long = [...pages].filter(([, page]) => page.length > 16_000).map(([id]) => id);
  expect(long).toEqual([]);
  expect(ruleOf('wrong-audience').signs.length).toBeGreaterThan(10);
});

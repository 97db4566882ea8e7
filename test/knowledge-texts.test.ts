import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../src/cli/rule-files.ts';
import { FACT_PATHS, factSpec } from '../src/facts/catalog.ts';
import { claimEntries } from '../src/knowledge/claims.ts';
import { entraEntries } from '../src/knowledge/entra-codes.ts';
import { scopeEntries } from '../src/knowledge/scopes.ts';
import { serviceEntries } from '../src/knowledge/service-codes.ts';
import { settingEntries } from '../src/knowledge/settings.ts';
import { termEntries } from '../src/knowledge/terms.ts';

const DATA = 'src/knowledge/data';
const rules = loadRules('rules');

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

const data = readdirSync(DATA).map((name) => ({ name, text: readFileSync(join(DATA, name), 'utf8') }));

/** Sentences of the sources that people read: looked at in the report folder, where words are made. */
const reportTexts = readdirSync('src/report')
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join('src/report', name), 'utf8'));

/** Everything that the tool can tell somebody. What signs look for in a pasted text is no claim of its own. */
const told = [
  ...rules.flatMap(({ title, explain, signs, fix, 'counter-signs': counter = [] }) =>
    textsOf([
      title,
      explain,
      fix.map(({ do: what, where }) => [what, where]),
      [...signs, ...counter].map((sign) => sign.because),
    ]),
  ),
  ...data.filter(({ name }) => name !== 'operations.json').flatMap(({ text }) => textsOf(JSON.parse(text))),
  ...FACT_PATHS.flatMap((path) => textsOf(factSpec(path))),
  ...reportTexts,
];

/**
 * Common advice that is wrong, each with what would give it away and a sentence that must be caught, so that no pattern is
 * blunt. What is true instead stands in the pages that the answers link.
 */
const WRONG: readonly (readonly [claim: string, pattern: RegExp, caught: string])[] = [
  [
    'apps need application permissions',
    /(?:service principals?|apps?|applications?) (?:also )?(?:needs?|requires?|must (?:have|hold|be given)) (?!no\b|none\b)(?:(?!\bno\b)[^.]){0,60}(?:application permission|(?:Tenant|Dataset|Workspace)\.Read)/i,
    'A service principal needs application permissions such as Tenant.Read.All.',
  ],
  [
    'application permissions of these names exist',
    /(?:add|grant|give|assign)[^.]{0,60}(?:Dataset|Workspace|Report|Item)\.Read[\w.]{0,20}[^.]{0,40}application permission/i,
    'Grant Dataset.Read.All as application permission.',
  ],
  [
    'admin APIs want Tenant.Read.All on the app',
    /(?:add|grant|give|assign)[^.]{0,20}\b(?:app|service principal)\b[^.]{0,40}Tenant\.Read/i,
    'For the admin APIs give the app Tenant.Read.All and admin consent.',
  ],
  ['401 means sign in again', /\b401\b(?: always)? means[^.]{0,30}(?:log|sign) ?in again/i, '401 means log in again.'],
  [
    '403 means missing permission',
    /\b403\b(?: always)? means[^.]{0,30}(?:missing|lack)/i,
    '403 means missing permission.',
  ],
  [
    'only one of the two audiences works',
    /(?:only (?:accepts|takes)|accepts only|takes only)[^.]{0,20}(?:Fabric|Power BI) (?:audience|token)/i,
    'The Fabric API only accepts a Fabric audience.',
  ],
  [
    'named scopes do not work',
    /(?:individual|named) scopes (?:do not|don't|cannot) work/i,
    'Individual scopes do not work.',
  ],
  ['only .default works for users', /only \.default works/i, 'Here only .default works.'],
  ['.default gives no scopes', /\.default (?:gives|returns|brings|has) no scopes/i, '.default gives no scopes.'],
  [
    'a token proves access',
    /(?:getting|having|getting hold of) a token proves|token proves that/i,
    'Getting a token proves that the app has access.',
  ],
  [
    'not accessible for application is about permissions',
    /not accessible for application[^.]{0,60}(?:missing|lacks?)[^.]{0,20}API permission/i,
    'API is not accessible for application means missing API permissions.',
  ],
  [
    'apps cannot use whole families of APIs',
    /service principals? (?:cannot|can not|can't) (?:use|call)[^.]{0,20}(?:dashboard|admin|Git) APIs?/i,
    'Service principals cannot use admin APIs at all.',
  ],
  [
    'one setting is enough',
    /(?:that|this|the) setting is on,? everything works/i,
    'Once that setting is on, everything works.',
  ],
  [
    'the object id of the registration is granted',
    /(?:put|add|enter|use) the (?:object id of the app registration|app registration's object id)/i,
    "Put the app registration's object ID into the group.",
  ],
  [
    'OneLake has a scope of its own',
    /onelake\.dfs\.fabric\.microsoft\.com\/\.default/i,
    'Use https://onelake.dfs.fabric.microsoft.com/.default.',
  ],
  ['700213 is about SAML', /700213[^.]{0,80}(?:SAML|NameID)/i, 'AADSTS700213 is a SAML NameID problem.'],
  [
    'passwords for automation',
    /(?:use|take|try) (?:ROPC|the (?:user ?name|password))[^.]{0,60}automation/i,
    'Use ROPC for automation.',
  ],
  [
    'verify the signature of Graph tokens',
    /verify the (?:Graph )?token's signature/i,
    "Verify the Graph token's signature.",
  ],
  [
    'decoders on the web',
    /jwt\.(?:ms|io)|(?:paste|put)[^.]{0,20}token[^.]{0,30}(?:online|web site|website)/i,
    'Paste the token in an online decoder.',
  ],
  ['a Fabric host of US Government', /api\.fabric\.microsoft\.us/i, 'Use api.fabric.microsoft.us for GCC.'],
  [
    'Viewer is enough for executeQueries',
    /Viewer[^.]{0,30}(?:is enough|suffices|will do)[^.]{0,40}(?:executeQueries|quer)/i,
    'A Viewer role is enough for executeQueries.',
  ],
  ['encode the ~', /(?:encode|escape)[^.]{0,20}~/i, 'Encode the `~` in the client secret.'],
  ['700022 always means the scope', /70002[23][^.]{0,20}always/i, 'AADSTS700022 always means a bad scope.'],
];

describe('common advice that is wrong', () => {
  for (const [claim, pattern, caught] of WRONG) {
    it(`is not given: ${claim}`, () => {
      expect(caught).toMatch(pattern);
      expect(told.filter((text) => pattern.test(text)).map((text) => text.slice(0, 300))).toEqual([]);
    });
  }

  it('is not given: the old name of the setting for apps alone, without a word of the new one', () => {
    const old = /Allow service principals to use Power BI APIs/i;
    const wrong = told.filter(
      (text) => old.test(text) && text.length > 60 && !/Service principals can call Fabric public APIs/i.test(text),
    );
    expect(wrong).toEqual([]);
  });
});

describe('every answer of the knowledge', () => {
  const entries = [
    ...entraEntries(rules),
    ...serviceEntries(rules),
    ...settingEntries(rules),
    ...termEntries(),
    ...claimEntries(rules),
    ...scopeEntries(),
  ];

  it('says what it rests on and how old it is', () => {
    const wrong = entries
      .map(({ explain }) => explain())
      .filter(({ basis, asOf }) => basis.length === 0 || !/^\d{4}-\d\d-\d\d$/.test(asOf ?? ''));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('links a page over HTTPS where it rests on documentation', () => {
    const wrong = entries
      .map(({ explain }) => explain())
      .filter(
        ({ basis, sources }) =>
          (basis.includes('documented') && sources.length === 0) || sources.some((url) => !url.startsWith('https://')),
      );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('names no two things of one kind alike', () => {
    const keys = entries.map(({ kind, id }) => `${kind} ${id}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
});

it('rules name no code of Entra ID that the list lacks', () => {
  const known = new Set(entraEntries([]).map(({ id }) => id));
  const named = rules.flatMap(({ signs, 'counter-signs': counter = [] }) =>
    [...signs, ...counter].flatMap(({ when }) =>
      [when].flat().flatMap((block) =>
        Object.entries(block)
          .filter(([path]) => path === 'entra.code' || path === 'entra.codes')
          .flatMap(([, test]) => JSON.stringify(test).match(/\d{4,}/g) ?? []),
      ),
    ),
  );
  expect(named.length).toBeGreaterThan(50);
  expect([...new Set(named)].filter((number) => !known.has(`AADSTS${number}`))).toEqual([]);
});

it('all knowledge together takes less than 400 kB over the wire', () => {
  // As the package holds it: without line breaks and indentation.
  const learned: unknown = JSON.parse(readFileSync('rules/resemblance.json', 'utf8'));
  const tables = [...data.map(({ text }): unknown => JSON.parse(text)), rules, learned];
  const size = gzipSync(tables.map((table) => JSON.stringify(table)).join('\n')).length;
  expect(size).toBeLessThan(400_000);
});

it('is loaded by the look-ups alone: neither the library nor a check pays for it', () => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.endsWith('.ts')) return;
    const names = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b(?! type\b)[^;]*?from '(\.[^']+)'/gm)];
    for (const [, name = ''] of names) visit(join(dirname(file), name));
  };
  visit('src/index.ts');
  visit('src/cli/main.ts');
  visit('src/cli/commands/check.ts');
  expect([...seen].filter((file) => file.startsWith(DATA))).toEqual([`${DATA}/operations.json`]);
});

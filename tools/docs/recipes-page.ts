import { API_TABLE } from '../../src/knowledge/apis.ts';
import { CLOUD_TABLE } from '../../src/knowledge/clouds.ts';
import { terms } from '../../src/knowledge/terms.ts';
import { LANGUAGE_TABLE, written } from '../../src/recipe/languages.ts';
import {
  FLOWS,
  type Flow,
  LANGUAGES,
  type Language,
  type Mistake,
  type Parameter,
  RECIPE_APIS,
  RECIPE_CLOUDS,
  type RecipeApi,
} from '../../src/recipe/model.ts';
import { absenceOf, FLOW_TABLE, recipeFor } from '../../src/recipe/recipe.ts';
import { fenced, inline, inlineCode } from '../../src/report/markdown-text.ts';
import { TESTED_WORDS } from '../../src/report/recipe.ts';
import { capital, WHO_WORDS } from '../../src/report/words.ts';
import { type Lines, sourceLines, table } from './markdown.ts';

const entraLink = (code: number): string => `[AADSTS${code}](symptoms.md#error-code-of-entra-id)`;

const WORDS = ['bearer token', 'access token', 'authorization code', 'refresh token', 'id token', 'scope'] as const;

/** What people take for one another, as `explain` says it. */
const wordLines = (): Lines => {
  const known = terms().filter(({ term }) => WORDS.some((word) => word === term));
  if (known.length !== WORDS.length) throw new Error('a word that people ask for is no term of the knowledge');
  return table(
    ['word', 'what it is', 'what it is not'],
    known.map(({ term, means, confused }) => [`**${term}**`, inline(means), inline(confused)]),
  );
};

const scopeRow = (api: RecipeApi): readonly Lines[] =>
  RECIPE_CLOUDS.map((cloud) => {
    const recipe = recipeFor({ api, flow: 'client-secret', cloud });
    const person = recipeFor({ api, flow: 'device-code', cloud });
    if (recipe === undefined || person === undefined) return undefined;
    const host = recipe.variables.find(({ name }) => name === 'API')?.value;
    return [
      inlineCode(api),
      inline(CLOUD_TABLE[cloud].name),
      inlineCode(new URL(recipe.tokenUrl.replace('{tenant}', 'x')).origin),
      inlineCode(recipe.scope),
      inlineCode(person.scope),
      host === undefined ? 'its own' : inlineCode(host),
    ];
  }).filter((cells) => cells !== undefined);

const absenceLines = (): Lines => {
  const all = RECIPE_APIS.flatMap((api) => absenceOf({ api, flow: 'client-secret', cloud: 'china' }) ?? []);
  return [...new Set(all.map(({ says }) => says))].flatMap((says) => {
    const own = all.filter((absence) => absence.says === says);
    const names = own.map(({ apiName }) => capital(apiName)).join(', ');
    const sources = [...new Set(own.flatMap((absence) => absence.sources))];
    return [`**${inline(names)}**: ${inline(says)} ${sourceLines(sources)[0]}`, ''];
  });
};

const SHOWN_FROM = { text: '', variable: '$', step: '' } as const;

const parameterRow = ({ name, value, from, explains }: Parameter): Lines => [
  inlineCode(name),
  from === 'step'
    ? 'made on the way'
    : inlineCode(
        SHOWN_FROM[from] + value.replace('{scope}', '<scope>').replace('{resource}', '<scope without /.default>'),
      ),
  inline(explains),
];

const mistakeRow = ({ do: does, gives, codes, instead }: Mistake): Lines => [
  inline(does),
  [inline(gives), ...codes.map(entraLink)].join(', '),
  inline(instead),
];

const flowLines = (flow: Flow): Lines => {
  const { name, caller, about, grant, parameters, setUp, mistakes, sources } = FLOW_TABLE[flow];
  const steps = setUp.map(({ do: does, who, where }, i) => {
    const place = where === undefined ? '' : ` Where: ${inline(where)}.`;
    return `${i + 1}. ${inline(does)} (${WHO_WORDS[who]})${place}`;
  });
  return [
    `### ${flow}`,
    '',
    `**${capital(name)}**, as ${caller === 'app' ? 'an app' : 'a person'}. ${inline(about)}`,
    '',
    ...(flow === 'password' ? [] : [`Grant type: ${inlineCode(grant)}`, '']),
    ...(parameters.length === 0 ? [] : table(['parameter', 'value', 'what it is'], parameters.map(parameterRow))),
    ...(steps.length === 0 ? [] : ['What must be in place:', '', ...steps, '']),
    ...table(['mistake', 'what it gives', 'in its place'], mistakes.map(mistakeRow)),
    ...sourceLines(sources),
  ];
};

const LANGUAGE_OF: Readonly<Partial<Record<Language, string>>> = { curl: 'shell', python: 'python' };

const exampleLines = (language: Language): Lines => {
  const recipe = recipeFor({ api: 'fabric', flow: 'client-secret', cloud: 'public' });
  const result = recipe && written(recipe, language);
  if (result === undefined || !('code' in result)) throw new Error(`no example in ${language}`);
  return [...fenced(result.code, LANGUAGE_OF[language] ?? ''), ''];
};

/** The page of token requests: which scope, which flow, what each parameter is, and how the code is tested. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one page, from its top to its end.
export const recipesPage = (): string =>
  [
    '# The token request done right',
    '',
    'Which URL, which scope, which grant type, and what else a token request to Entra ID needs, for the APIs around Microsoft Fabric and Power BI. `fabric-auth-doctor recipe fabric client-secret --as python` writes any of them as a script; `recipe --for failing-call.txt` fills in what a failure tells, but for secrets. How access is given beside the token: [access.md](access.md).',
    '',
    '## The words',
    '',
    ...wordLines(),
    '## Address, scope and host',
    '',
    'An app asks for everything that it was given (`/.default`); a person for single permissions, of which this shows one. The token URL is the address with `/<tenant id>/oauth2/v2.0/token` behind it.',
    '',
    ...table(
      ['API', 'cloud', 'sign-in', 'scope of an app', 'scope of a person', 'host'],
      RECIPE_APIS.flatMap(scopeRow),
    ),
    ...absenceLines(),
    '## The flows',
    '',
    ...table(
      ['flow', 'as', 'for'],
      FLOWS.map((flow) => [
        `[${flow}](#${flow})`,
        FLOW_TABLE[flow].caller === 'app' ? 'an app' : 'a person',
        inline(FLOW_TABLE[flow].about),
      ]),
    ),
    ...FLOWS.flatMap(flowLines),
    '## The languages, and what was run',
    '',
    ...table(
      ['`--as`', 'language', 'how it is tested'],
      LANGUAGES.map((language) => {
        const { name, tested, only } = LANGUAGE_TABLE[language];
        const flows = only === undefined ? '' : `; ${inlineCode(only.flows.join(', '))} alone: ${inline(only.because)}`;
        return [inlineCode(language), inline(name), inline(TESTED_WORDS[tested]) + flows];
      }),
    ),
    `The same in two of them, for ${API_TABLE.fabric.name} and an app with a secret:`,
    '',
    ...exampleLines('curl'),
    ...exampleLines('python'),
    'This page is generated by `npm run generate` from the recipes.',
    '',
  ].join('\n');

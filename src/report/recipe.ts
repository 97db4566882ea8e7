import { CLOUD_TABLE } from '../knowledge/clouds.ts';
import { LANGUAGE_TABLE, type Written } from '../recipe/languages.ts';
import type { Absence, Language, Mistake, Parameter, Recipe } from '../recipe/model.ts';
import { titleOf } from '../recipe/script.ts';
import { command, indent, type Lines, labelled, paragraph, section, stack } from './layout.ts';
import { printed } from './printed.ts';
import type { Style } from './style.ts';
import { capital, WHO_WORDS } from './words.ts';

/** A recipe in one language. */
export interface RecipeAnswer {
  readonly recipe: Recipe;
  readonly language: Language;
  readonly written: Written;
}

/** How the code of a recipe is tested, in words. */
export const TESTED_WORDS = {
  run: 'the tests of this tool run every one',
  compiled: 'the tests of this tool compile it; they do not run it',
  parsed: 'the tests of this tool parse it; they do not run it',
} as const;

const SHOWN_FROM = { text: '', variable: '$', step: 'made: ' } as const;

const parameterLines = ({ name, value, from, explains }: Parameter, style: Style): Lines => [
  ...paragraph(`${name} = ${SHOWN_FROM[from]}${value}`, style, 4).map(style.colour.code),
  ...paragraph(capital(explains), style, 6),
];

const requestLines = ({ tokenUrl, flow, parameters }: Recipe, style: Style): Lines => [
  ...command(`${flow === 'managed-identity' ? 'GET' : 'POST'} ${tokenUrl}`, style, 2),
  ...(flow === 'managed-identity' ? [] : command('Content-Type: application/x-www-form-urlencoded', style, 2)),
  ...parameters.flatMap((parameter) => parameterLines(parameter, style)),
];

const setUpLines = ({ setUp }: Recipe, style: Style): Lines =>
  setUp.flatMap(({ do: does, who, where }, i) => [
    ...paragraph(`${does} (${WHO_WORDS[who]})`, style, 2, `${i + 1}. `),
    ...(where === undefined ? [] : labelled('Where', where, style, 5)),
  ]);

const environmentLines = ({ variables }: Recipe, style: Style): Lines =>
  variables
    .filter(({ value }) => value === undefined)
    .flatMap(({ name, means, isSecret }) => labelled(isSecret ? `${name} (secret)` : name, capital(means), style));

const callLines = ({ call, shows }: Recipe, style: Style): Lines => [
  ...(call === undefined ? [] : command(`${call.method} ${call.path}`, style, 2)),
  ...(call === undefined ? [] : command('Authorization: Bearer <access_token of the answer>', style, 2)),
  ...paragraph(shows, style),
];

const codesWords = (codes: Mistake['codes']): string => codes.map((code) => `AADSTS${code}`).join(', ');

const mistakeLines = ({ do: does, gives, codes, instead }: Mistake, style: Style): Lines => [
  ...paragraph(`${does}: ${[gives, codesWords(codes)].filter((words) => words !== '').join(', ')}`, style, 2, '- '),
  ...paragraph(instead, style, 4),
];

const mistakesSection = ({ mistakes }: Recipe, style: Style): Lines => {
  const [code] = mistakes.flatMap(({ codes }) => codes);
  return section(
    'Usual mistakes',
    [
      ...mistakes.flatMap((mistake) => mistakeLines(mistake, style)),
      ...(code === undefined ? [] : paragraph(`More of a code: fabric-auth-doctor explain AADSTS${code}`, style)),
    ],
    style,
  );
};

const codeSection = ({ recipe, language, written }: RecipeAnswer, style: Style): Lines => {
  const { name, tested } = LANGUAGE_TABLE[language];
  if ('not' in written) {
    return recipe.flow === 'password'
      ? []
      : section(`In ${name}`, paragraph(`Not possible: ${written.not}`, style), style);
  }
  const words = `--as ${language} prints nothing but this; ${TESTED_WORDS[tested]}.`;
  return section(`In ${name}`, [...paragraph(words, style), '', ...command(written.code, style, 0)], style);
};

/** A recipe in lines: the request, what it needs, the code, the call after it and the usual mistakes. */
export const recipeLines = (answer: RecipeAnswer, style: Style): Lines => {
  const { recipe } = answer;
  const head = [...paragraph(titleOf(recipe), style, 0).map(style.colour.strong), ...paragraph(recipe.about, style)];
  const sources = recipe.sources.map((source) => indent(2, style) + source);
  if (recipe.flow === 'password')
    return stack([head, mistakesSection(recipe, style), section('Sources', sources, style)]);
  return stack([
    head,
    section('The request', requestLines(recipe, style), style),
    section('What must be in place', setUpLines(recipe, style), style),
    section('The environment', environmentLines(recipe, style), style),
    codeSection(answer, style),
    section('The call after it', callLines(recipe, style), style),
    mistakesSection(recipe, style),
    section('Sources', sources, style),
  ]);
};

/** A recipe as text for a terminal. */
export const recipeReport = (answer: RecipeAnswer, wanted: Style): string =>
  printed(wanted, (style) => recipeLines(answer, style));

/** Why there is no recipe in a cloud, what documents that, and what there is. */
export const absenceReport = (
  { apiName, cloud, says, clouds, sources }: Absence,
  next: string,
  wanted: Style,
): string =>
  printed(wanted, (style) => {
    const title = `${capital(apiName)} has no documented address in ${CLOUD_TABLE[cloud].name}`;
    const there = `There are recipes for ${apiName} in ${clouds.map((each) => CLOUD_TABLE[each].name).join(' and ')}.`;
    return stack([
      [...paragraph(title, style, 0).map(style.colour.strong), ...paragraph(says, style), ...paragraph(there, style)],
      section('What there is', command(next, style, 2), style),
      section(
        'Sources',
        sources.map((source) => indent(2, style) + source),
        style,
      ),
    ]);
  });

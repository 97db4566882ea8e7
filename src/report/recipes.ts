import { API_TABLE } from '../knowledge/apis.ts';
import { CLOUD_TABLE } from '../knowledge/clouds.ts';
import { LANGUAGE_TABLE } from '../recipe/languages.ts';
import { FLOWS, LANGUAGES, RECIPE_APIS, RECIPE_CLOUDS } from '../recipe/model.ts';
import { cloudsOf, FLOW_TABLE } from '../recipe/recipe.ts';
import { type Lines, paragraph, section, stack } from './layout.ts';
import { printed } from './printed.ts';
import type { Style } from './style.ts';
import { padTo } from './wrap.ts';

/** Every recipe that there is, by its words. */
export const recipeWords = () => ({
  apis: RECIPE_APIS.map((id) => ({ id, name: API_TABLE[id].name, clouds: cloudsOf(id, RECIPE_CLOUDS) })),
  flows: FLOWS.map((id) => ({
    id,
    name: FLOW_TABLE[id].name,
    caller: FLOW_TABLE[id].caller,
    about: FLOW_TABLE[id].about,
  })),
  clouds: RECIPE_CLOUDS.map((id) => ({ id, name: CLOUD_TABLE[id].name })),
  languages: LANGUAGES.map((id) => ({ id, name: LANGUAGE_TABLE[id].name, tested: LANGUAGE_TABLE[id].tested })),
});

const COLUMN = 20;

const row = (id: string, words: string, style: Style): Lines =>
  paragraph(words, style, 2, style.plain ? `${id}: ` : padTo(id, COLUMN));

/** The list of what there are recipes for, with a line to copy. */
export const recipesReport = (
  wanted: Style,
  grants: readonly { readonly id: string; readonly title: string }[],
): string =>
  printed(wanted, (style) => {
    const { apis, flows, clouds, languages } = recipeWords();
    const rows = (all: readonly { readonly id: string; readonly name: string }[]): Lines =>
      all.flatMap(({ id, name }) => row(id, name, style));
    const about = flows.flatMap(({ id, caller, name }) =>
      row(id, `${name} (as ${caller === 'app' ? 'an app' : 'a person'})`, style),
    );
    return stack([
      paragraph('fabric-auth-doctor recipe fabric client-secret --as python', style, 0).map(style.colour.code),
      section('API', rows(apis), style),
      section('Flow', about, style),
      section('--cloud', rows(clouds), style),
      section('--as', rows(languages), style),
      section(
        'recipe grant',
        grants.flatMap(({ id, title }) => row(id, title, style)),
        style,
      ),
      paragraph('recipe --for FILE takes everything but secrets from a failure that you paste.', style, 0),
    ]);
  });

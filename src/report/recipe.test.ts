import { describe, expect, it } from 'vitest';
import { style } from '../../test/support/report-style.ts';
import { written } from '../recipe/languages.ts';
import { FLOWS, LANGUAGES, RECIPE_APIS, type Recipe } from '../recipe/model.ts';
import { recipeFor } from '../recipe/recipe.ts';
import { recipeReport } from './recipe.ts';

const recipes = RECIPE_APIS.flatMap((api) => FLOWS.flatMap((flow) => recipeFor({ api, flow, cloud: 'public' }) ?? []));

const reportOf = (recipe: Recipe, language: (typeof LANGUAGES)[number] = 'curl'): string =>
  recipeReport({ recipe, language, written: written(recipe, language) }, style());

describe('the report of a recipe', () => {
  it('shows every request as it is sent: a GET on the machine for a managed identity, else a form that is posted', () => {
    expect(recipes.length).toBeGreaterThan(50);
    for (const recipe of recipes.filter(({ flow }) => flow !== 'password')) {
      const [posts, gets] = [`POST ${recipe.tokenUrl}`, `GET ${recipe.tokenUrl}`].map((line) =>
        reportOf(recipe).includes(line),
      );
      const isLocal = recipe.flow === 'managed-identity';
      expect([recipe.api, recipe.flow, posts, gets]).toEqual([recipe.api, recipe.flow, !isLocal, isLocal]);
      expect(reportOf(recipe).includes('Content-Type: application/x-www-form-urlencoded')).toBe(!isLocal);
    }
  });

  it('marks what is secret, and shows a call with the token only where the API is called by HTTP', () => {
    for (const recipe of recipes.filter(({ flow }) => flow !== 'password')) {
      const text = reportOf(recipe);
      for (const { name, isSecret, value } of recipe.variables) {
        if (value === undefined) expect(text.includes(`${name} (secret)`)).toBe(isSecret);
      }
      expect(text.includes('Authorization: Bearer <access_token of the answer>')).toBe(recipe.call !== undefined);
    }
  });

  it('says of the password grant why not, and gives no code for it in any language', () => {
    for (const recipe of recipes.filter(({ flow }) => flow === 'password')) {
      for (const language of LANGUAGES) {
        const text = reportOf(recipe, language);
        expect(text).not.toMatch(/The request|--as|grant_type/);
        expect(text).toContain('Usual mistakes');
      }
    }
  });

  it('says why a language cannot do a flow', () => {
    const refused = recipes
      .filter(({ flow }) => flow !== 'password')
      .flatMap((recipe) =>
        LANGUAGES.map((language) => [written(recipe, language), reportOf(recipe, language)] as const),
      )
      .filter(([result]) => 'not' in result);
    expect(refused.length).toBeGreaterThan(0);
    for (const [, text] of refused) expect(text).toContain('Not possible: ');
  });

  it('names the command that tells more of the first code of the usual mistakes, where one is known', () => {
    for (const recipe of recipes) {
      const [code] = recipe.mistakes.flatMap(({ codes }) => codes);
      expect(/explain AADSTS(\d+)/.exec(reportOf(recipe))?.[1]).toBe(code === undefined ? undefined : String(code));
    }
  });
});

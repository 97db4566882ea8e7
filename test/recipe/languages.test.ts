import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_TABLE, written } from '../../src/recipe/languages.ts';
import { FLOWS, LANGUAGES, type Language, RECIPE_APIS, RECIPE_CLOUDS, type Recipe } from '../../src/recipe/model.ts';
import { recipeFor } from '../../src/recipe/recipe.ts';
import { PARSED, parserFor } from '../support/parse-code.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const recipes: readonly Recipe[] = RECIPE_APIS.flatMap((api) =>
  FLOWS.flatMap((flow) => RECIPE_CLOUDS.flatMap((cloud) => recipeFor({ api, flow, cloud }) ?? [])),
);
const all = recipes.flatMap((recipe) =>
  LANGUAGES.flatMap((language) => {
    const result = written(recipe, language);
    return 'code' in result ? [{ recipe, language, code: result.code }] : [];
  }),
);
const codesIn = (language: Language): readonly string[] =>
  all.filter((each) => each.language === language).map(({ code }) => code);

describe('recipes in every language', () => {
  const folder = scratchFolder('recipe-msal');

  it('exist for every API and flow but the password, in all languages but M', () => {
    expect(recipes.length).toBeGreaterThan(RECIPE_APIS.length * FLOWS.length);
    const missing = recipes
      .filter(({ flow }) => flow !== 'password')
      .flatMap((recipe) => LANGUAGES.map((language) => [language, written(recipe, language)] as const))
      .filter(([language, result]) => language !== 'm' && 'not' in result);
    expect(missing).toEqual([]);
  });

  it.each(PARSED)('parse in %s', async (language) => {
    const parse = await parserFor(language);
    const codes = codesIn(language);
    expect([LANGUAGE_TABLE[language].tested, codes.length > 10]).toEqual(['parsed', true]);
    const wrong = await Promise.all(codes.map((code) => parse(code)));
    expect(wrong.filter((each) => each !== undefined)).toEqual([]);
  });

  it.each(PARSED)('would not parse in %s with a quote less, or a bracket that nobody closes', async (language) => {
    const parse = await parserFor(language);
    const [code = ''] = codesIn(language);
    const lessAQuote = code.replace(/^([^#/'"\n]*)"/m, '$1');
    for (const broken of [lessAQuote, `${code}(`]) {
      expect([broken === code, (await parse(broken)) === undefined]).toEqual([false, false]);
    }
  });

  it('compile in Python with msal', () => {
    const files = codesIn('python-msal').map((code, i) => folder.write(`recipe_${i}.py`, code));
    expect(files.length).toBeGreaterThan(60);
    execFileSync('python3', ['-m', 'py_compile', ...files]);
    const broken = folder.write('broken.py', codesIn('python-msal')[0]?.replace(')', '') ?? '');
    expect(() => execFileSync('python3', ['-m', 'py_compile', broken], { stdio: 'ignore' })).toThrow();
  });

  it('name the scope of the recipe, and of no other API or cloud', () => {
    const scopes = new Set(recipes.map(({ scope }) => scope.replace(/\/[^/]*$/, '')));
    for (const { recipe, code } of all) {
      const own = recipe.scope.replace(/\/[^/]*$/, '');
      const named = [...scopes].filter((scope) => code.includes(`${scope}/`) && !own.includes(scope));
      const hosts = recipe.variables.map(({ value }) => value ?? '');
      expect([recipe.api, recipe.cloud, named.filter((scope) => !hosts.includes(scope))]).toEqual([
        recipe.api,
        recipe.cloud,
        [],
      ]);
      expect(code).toContain(own);
    }
  });

  it('take every secret from outside, and nothing that a variable needs from elsewhere', () => {
    const isSecret = (recipe: Recipe) => recipe.variables.filter((variable) => variable.isSecret);
    expect(recipes.flatMap(isSecret).filter(({ value }) => value !== undefined)).toEqual([]);
    expect(
      all.filter(({ recipe, code, language }) =>
        isSecret(recipe).some(({ name }) => language !== 'm' && !code.includes(name)),
      ),
    ).toEqual([]);
  });
});

import type { Diagnosis } from '../../model/diagnosis.ts';
import { GRANT_TABLE, GRANTS } from '../../recipe/grants.ts';
import { type Told, toldBy, usableIn } from '../../recipe/known.ts';
import { written } from '../../recipe/languages.ts';
import {
  FLOWS,
  type Flow,
  LANGUAGES,
  type Language,
  RECIPE_APIS,
  RECIPE_CLOUDS,
  type RecipeApi,
} from '../../recipe/model.ts';
import { absenceOf, recipeFor, type Wanted } from '../../recipe/recipe.ts';
import { TOOL, UsageError } from '../errors.ts';
import { EXIT } from '../exit.ts';
import { readInputs } from '../input.ts';
import type { Io } from '../io.ts';
import { nearest } from '../nearest.ts';
import { shown } from '../quote.ts';
import { type LookUpOptions, printLookUp } from './print-look-up.ts';

/** What `recipe` was asked for. */
export interface RecipeOptions extends LookUpOptions {
  readonly cloud?: string;
  readonly as?: string;
  /** The file with the failure that values are taken from. */
  readonly for?: string;
}

/** Words that people have for the same. */
const ALSO: Readonly<Record<string, RecipeApi | Flow>> = {
  'power-bi': 'powerbi',
  pbi: 'powerbi',
  storage: 'onelake',
  azure: 'arm',
  pkce: 'authorization-code',
  'auth-code': 'authorization-code',
  interactive: 'authorization-code',
  'client-credentials': 'client-secret',
  secret: 'client-secret',
  'service-principal': 'client-secret',
  obo: 'on-behalf-of',
  msi: 'managed-identity',
  'refresh-token': 'refresh',
  ropc: 'password',
};

const isIn = <T extends string>(among: readonly T[], word: string): word is T => among.some((each) => each === word);

const unknownWord = (word: string, among: readonly string[], next: (near: string) => string): UsageError => {
  const near = nearest(word, among);
  const hint = near === undefined ? ` There are ${among.join(', ')}.` : ` Did you mean ${near}?`;
  return new UsageError(
    'OPTION_BAD_VALUE',
    `recipe knows no ${shown(word)}.${hint}`,
    near === undefined ? `${TOOL} recipe` : next(near),
  );
};

/** An option that must be one of a list. */
const chosen = <T extends string>(among: readonly T[], option: string, word: string | undefined): T | undefined => {
  if (word === undefined || isIn(among, word)) return word;
  throw unknownWord(word, among, (near) => `${TOOL} recipe fabric client-secret --${option} ${near}`);
};

interface Words {
  readonly api?: RecipeApi;
  readonly flow?: Flow;
}

/** API and flow among the words, in any order. */
const wordsOf = (words: readonly string[]): Words => {
  const found: { api?: RecipeApi; flow?: Flow } = {};
  for (const word of words) {
    const plain = ALSO[word.toLowerCase()] ?? word.toLowerCase();
    if (isIn(RECIPE_APIS, plain) && found.api === undefined) found.api = plain;
    else if (isIn(FLOWS, plain) && found.flow === undefined) found.flow = plain;
    else
      throw unknownWord(
        word,
        [...RECIPE_APIS, ...FLOWS, 'grant', ...Object.keys(ALSO)],
        (near) => `${TOOL} recipe ${near}`,
      );
  }
  return found;
};

/** The diagnosis of a failure as it is, and as it may be printed. */
const diagnosisOf = async (
  file: string,
  options: RecipeOptions,
  io: Io,
): Promise<{ readonly found: Diagnosis; readonly printable: Diagnosis }> => {
  const pastes = await readInputs([file], io);
  const [{ diagnose }, { diagnosisMasker }] = await Promise.all([
    import('../../index.ts'),
    import('../../report/mask-diagnosis.ts'),
  ]);
  const [first] = diagnose(pastes, { now: io.now() });
  if (first === undefined) throw new UsageError('INPUT_EMPTY', 'No call was found in it.', `${TOOL} recipe`);
  const { diagnosis } = diagnosisMasker({ personal: !options.includePersonal, ids: options.maskIds });
  return { found: first, printable: diagnosis(first) };
};

const toldIn = async (file: string | undefined, options: RecipeOptions, io: Io): Promise<Told> => {
  if (file === undefined) return { known: {} };
  const { found, printable } = await diagnosisOf(file, options, io);
  const told = toldBy(printable);
  const { path, ...others } = told.known;
  // A path with a mask in it is no call any more.
  return path === toldBy(found).known['path'] ? told : { ...told, known: others };
};

const list = async (options: RecipeOptions, io: Io): Promise<number> => {
  const { recipesReport, recipeWords } = await import('../../report/recipes.ts');
  const grants = GRANTS.map((id) => ({ id, title: GRANT_TABLE[id].title }));
  await printLookUp({ ...recipeWords(), grants }, async (style) => recipesReport(style, grants), options, io);
  return EXIT.nothingWrong;
};

const grant = async (word: string | undefined, options: RecipeOptions, io: Io): Promise<number> => {
  if (word === undefined) return list(options, io);
  if (!isIn(GRANTS, word)) throw unknownWord(word, GRANTS, (near) => `${TOOL} recipe grant ${near}`);
  const { grantReport } = await import('../../report/grant.ts');
  const entry = GRANT_TABLE[word];
  await printLookUp({ grant: { id: word, ...entry } }, async (style) => grantReport(entry, style), options, io);
  return EXIT.nothingWrong;
};

/** Says that there is nothing to write, and why; a script that waits for code gets an error in its place. */
const printAbsence = async (wanted: Wanted, options: RecipeOptions, io: Io): Promise<number> => {
  const absence = absenceOf(wanted);
  if (absence === undefined) throw new Error(`no recipe for ${wanted.api} in ${wanted.cloud}`);
  const next = `${TOOL} recipe ${absence.instead ?? wanted.api} ${wanted.flow}${absence.instead ? ` --cloud ${wanted.cloud}` : ''}`;
  if (options.as !== undefined && options.format === 'text')
    throw new UsageError('OPTION_BAD_VALUE', absence.says, next);
  const { absenceReport } = await import('../../report/recipe.ts');
  await printLookUp({ absence }, async (style) => absenceReport(absence, next, style), options, io);
  return EXIT.nothingWrong;
};

const print = async (wanted: Required<Words> & Told, options: RecipeOptions, io: Io): Promise<number> => {
  const cloud = chosen(RECIPE_CLOUDS, 'cloud', options.cloud) ?? wanted.cloud ?? 'public';
  const asked = chosen(LANGUAGES, 'as', options.as);
  const language: Language = asked ?? wanted.language ?? 'curl';
  const known = usableIn(language, wanted.known);
  const recipe = recipeFor({ api: wanted.api, flow: wanted.flow, cloud }, known);
  if (recipe === undefined) return printAbsence({ api: wanted.api, flow: wanted.flow, cloud }, options, io);
  const result = written(recipe, language);
  const code = { language, ...result };
  if (asked !== undefined && options.format === 'text' && 'code' in result) {
    io.out(result.code);
    return EXIT.nothingWrong;
  }
  const { recipeReport } = await import('../../report/recipe.ts');
  const answer = { recipe, language, written: result };
  await printLookUp({ recipe, ...code }, async (style) => recipeReport(answer, style), options, io);
  return EXIT.nothingWrong;
};

/** Prints a token request done right, a way to give access, or what there is of both. */
export const runRecipe = async (options: RecipeOptions, io: Io): Promise<number> => {
  const [first, ...more] = options.words;
  if (first === 'grant') return grant(more[0], options, io);
  if (first === undefined && options.for === undefined) return list(options, io);
  const words = wordsOf(options.words);
  const told = await toldIn(options.for, options, io);
  const api = words.api ?? told.api;
  const flow = words.flow ?? told.flow;
  if (api !== undefined && flow !== undefined) return print({ ...told, api, flow }, options, io);
  const missing = api === undefined ? 'an API' : 'a flow';
  const hint = (api === undefined ? RECIPE_APIS : FLOWS).join(', ');
  throw new UsageError(
    'INPUT_MISSING',
    options.for === undefined
      ? `recipe needs ${missing}: ${hint}.`
      : `The paste does not tell ${missing}. Name one: ${hint}.`,
    `${TOOL} recipe ${api ?? 'fabric'} ${flow ?? 'client-secret'}${options.for === undefined ? '' : ` --for ${shown(options.for)}`}`,
  );
};

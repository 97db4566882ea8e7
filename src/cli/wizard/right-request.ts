import { API_TABLE } from '../../knowledge/apis.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { type Told, toldBy, usableIn } from '../../recipe/known.ts';
import { LANGUAGE_TABLE, written } from '../../recipe/languages.ts';
import { FLOWS, type Flow, LANGUAGES, type Language, RECIPE_APIS, type RecipeApi } from '../../recipe/model.ts';
import { absenceOf, FLOW_TABLE, recipeFor } from '../../recipe/recipe.ts';
import { stack } from '../../report/layout.ts';
import { readable } from '../../report/readable.ts';
import { type RecipeAnswer, recipeLines } from '../../report/recipe.ts';
import { requestSides } from '../../report/request-sides.ts';
import { capital } from '../../report/words.ts';
import { type Face, noPage, type Page } from './face.ts';
import { sentencePage } from './pages.ts';
import { readThrough } from './read-through.ts';
import { saveText } from './share.ts';
import type { World } from './tour.ts';

const askApi = (face: Face): Promise<RecipeApi> =>
  face.choose(noPage, {
    message: 'Which API is the token for?',
    groups: [RECIPE_APIS.map((value) => ({ value, name: capital(API_TABLE[value].name) }))],
  });

const flowName = (flow: Flow): string => {
  const { name, caller } = FLOW_TABLE[flow];
  return `${capital(name)} (as ${caller === 'app' ? 'an app' : 'a person'})`;
};

/** A password is no way to do it right: what stands above says why. */
const askFlow = (told: Flow | undefined, face: Face): Promise<Flow> =>
  face.choose(told === undefined ? noPage : sentencePage(FLOW_TABLE[told].about), {
    message: 'How is the token to be got?',
    groups: [FLOWS.filter((flow) => flow !== 'password').map((value) => ({ value, name: flowName(value) }))],
  });

type Wanted = Required<Pick<Told, 'api' | 'flow' | 'cloud' | 'known'>>;

const answerIn = (language: Language, { known, ...wanted }: Wanted): RecipeAnswer | undefined => {
  const recipe = recipeFor(wanted, usableIn(language, known));
  return recipe && { recipe, language, written: written(recipe, language) };
};

const askLanguage = (
  answers: readonly RecipeAnswer[],
  told: Language | undefined,
  face: Face,
): Promise<RecipeAnswer> => {
  const first = answers.find(({ language }) => language === told);
  return face.choose(noPage, {
    message: 'In which language?',
    groups: [answers.map((value) => ({ value, name: LANGUAGE_TABLE[value.language].name }))],
    ...(first && { first }),
  });
};

const rightPage =
  (diagnosis: Diagnosis, answer: RecipeAnswer): Page =>
  (style) => [...stack([requestSides(readable(diagnosis, style.unicode), style), recipeLines(answer, style)]), ''];

const ALSO = [
  { value: 'save', name: 'Save the script' },
  { value: 'language', name: 'In another language' },
] as const;

/** Shows what was sent beside the same done right, and a script that does it; gives what to say at the result. */
export const showRightRequest = async (diagnosis: Diagnosis, face: Face, world: World): Promise<Page> => {
  const { api = await askApi(face), flow, cloud = 'public', language, known } = toldBy(diagnosis);
  const isUsable = flow !== undefined && flow !== 'password';
  const wanted = { api, flow: isUsable ? flow : await askFlow(flow, face), cloud, known };
  const answers = LANGUAGES.flatMap((each) => answerIn(each, wanted) ?? []).filter((each) => 'code' in each.written);
  if (answers.length === 0) return sentencePage(absenceOf(wanted)?.says ?? '');
  for (;;) {
    const answer = await askLanguage(answers, language, face);
    const way = await readThrough(rightPage(diagnosis, answer), face, world.room, ALSO);
    if (way === 'back') return noPage;
    const code = 'code' in answer.written ? answer.written.code : '';
    if (way === 'save')
      return saveText(LANGUAGE_TABLE[answer.language].file, 'File to save it to', async () => code, face);
  }
};

import type { Diagnosis } from '../model/diagnosis.ts';

/** The tools seen in a paste, or the language of its code, that speak the language of a command. */
const SPOKEN_BY: Readonly<Record<string, readonly string[]>> = {
  az: ['azure-cli'],
  curl: ['curl'],
  powershell: ['powershell', 'powershell-az', 'powershell-graph', 'powershell-powerbi', 'powershell-rest', 'fabricps'],
  python: ['python', 'python-requests', 'notebook', 'semantic-link', 'airflow'],
};
/** Libraries that several languages have: they speak Python where the paste shows no language. */
const OF_SEVERAL: readonly string[] = ['msal', 'azure-identity'];
const LANGUAGES: readonly string[] = ['javascript', 'python', 'csharp', 'java', 'go', 'powershell'];

const known = (facts: Diagnosis['facts'], path: string): readonly string[] => {
  const fact = facts[path];
  return fact?.state === 'known' ? [fact.value].flat().map(String) : [];
};

/** What tells the language that the person uses: that of the code, and the tools that the paste names. */
export const toolsOf = ({ facts }: Pick<Diagnosis, 'facts'>): readonly string[] => [
  ...known(facts, 'client.language'),
  ...known(facts, 'client.tools'),
];

/** The commands of a step, split into those to show and the names of the rest. */
export interface OwnCommands {
  readonly shown: readonly (readonly [tool: string, text: string])[];
  readonly left: readonly string[];
}

const speaks = (tool: string, tools: readonly string[]): boolean => {
  const byAny = SPOKEN_BY[tool]?.some((name) => tools.includes(name)) === true;
  const hasLanguage = tools.some((name) => LANGUAGES.includes(name));
  return byAny || (tool === 'python' && !hasLanguage && OF_SEVERAL.some((name) => tools.includes(name)));
};

/**
 * The commands in the language that the person uses, as the paste shows it; all of them where it shows none, but those
 * in another language than that of the code. Three ways to say the same thing push the rest of the answer off the screen.
 */
export const ownCommands = (commands: Readonly<Record<string, string>>, tools: readonly string[]): OwnCommands => {
  const all = Object.entries(commands);
  const own = all.filter(([tool]) => speaks(tool, tools));
  const hasLanguage = tools.some((name) => LANGUAGES.includes(name));
  const near = own.length > 0 ? own : all.filter(([tool]) => !hasLanguage || !LANGUAGES.includes(tool));
  const shown = near.length === 0 ? all : near;
  return { shown, left: all.filter((each) => !shown.includes(each)).map(([tool]) => tool) };
};

/** The tools seen in a paste that speak the language of a command. */
const SPOKEN_BY: Readonly<Record<string, readonly string[]>> = {
  az: ['azure-cli'],
  curl: ['curl'],
  powershell: ['powershell-az', 'powershell-graph', 'powershell-powerbi', 'powershell-rest', 'fabricps'],
  python: ['python-requests', 'msal', 'azure-identity', 'notebook', 'semantic-link', 'airflow'],
};

/** The commands of a step, split into those to show and the names of the rest. */
export interface OwnCommands {
  readonly shown: readonly (readonly [tool: string, text: string])[];
  readonly left: readonly string[];
}

/**
 * The commands in the language that the person uses, as the paste shows it; all of them where it shows none. Three
 * ways to say the same thing push the rest of the answer off the screen.
 */
export const ownCommands = (commands: Readonly<Record<string, string>>, tools: readonly string[]): OwnCommands => {
  const all = Object.entries(commands);
  const own = all.filter(([tool]) => SPOKEN_BY[tool]?.some((name) => tools.includes(name)));
  if (own.length === 0) return { shown: all, left: [] };
  return { shown: own, left: all.filter((each) => !own.includes(each)).map(([tool]) => tool) };
};

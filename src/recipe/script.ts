import { CLOUD_TABLE } from '../knowledge/clouds.ts';
import type { Flow, Parameter, Recipe } from './model.ts';

/** Lines of a script. */
export type Lines = readonly string[];

/** The part of a script that gets the token, for each way to get one. */
export type Steps = Readonly<Record<Exclude<Flow, 'password'>, (recipe: Recipe) => Lines>>;

/** What differs from language to language where the requests are written out: the rest of the steps follows. */
export interface Parts {
  readonly request: (recipe: Recipe) => Lines;
  readonly signIn: (recipe: Recipe) => Lines;
  /** Makes an assertion and signs it with the key of the certificate. */
  readonly sign: Lines;
  /** Reads the assertion that somebody else issued. */
  readonly readAssertion: Lines;
  readonly poll: (recipe: Recipe) => Lines;
  /** Asks the endpoint of the machine for a token for this resource. */
  readonly askMachine: (resource: string) => Lines;
}

/** The steps of a language that writes its requests out. */
export const stepsOf = ({ request, signIn, sign, readAssertion, poll, askMachine }: Parts): Steps => ({
  'client-secret': request,
  'on-behalf-of': request,
  refresh: request,
  'authorization-code': (recipe) => [...signIn(recipe), ...request(recipe)],
  certificate: (recipe) => [...sign, ...request(recipe)],
  federated: (recipe) => [...readAssertion, ...request(recipe)],
  'device-code': poll,
  'managed-identity': ({ parameters: [resource] }) => askMachine(resource?.value ?? ''),
});

/** The first words of a script, without comment marks. */
export const titleOf = ({ apiName, flowName, cloud }: Recipe): string =>
  `A token for ${apiName} in ${CLOUD_TABLE[cloud].name}: ${flowName}`;

/** The path of the call with its variables as the language writes them. */
export const pathWith = (path: string, write: (name: string) => string): string =>
  path.replace(/\$([A-Z_]+)/g, (_, name: string) => write(name));

/** Whether the value of a field must stay out of sight. */
export const isHidden = ({ from, value }: Parameter, { variables }: Recipe): boolean =>
  from === 'step' || (from === 'variable' && variables.some(({ name, isSecret }) => isSecret && name === value));

/** The scope that the sign-in of a person asks for. */
export const signInScope = ({ scope }: Recipe): string => `${scope} offline_access`;

/** The steps of a flow; a password has none. */
export const stepsFor = (steps: Steps, recipe: Recipe): Lines =>
  recipe.flow === 'password' ? [] : steps[recipe.flow](recipe);

/** A name such as `device_code` from one such as `deviceCode`. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

import type { Cloud } from '../knowledge/clouds.ts';
import type { Who } from '../model/fact.ts';

/** The APIs that there are recipes for. */
export const RECIPE_APIS = ['powerbi', 'fabric', 'graph', 'arm', 'onelake', 'sql', 'kusto', 'devops'] as const;
export type RecipeApi = (typeof RECIPE_APIS)[number];

/** The ways to get a token. `password` is there to say why not. */
export const FLOWS = [
  'authorization-code',
  'client-secret',
  'certificate',
  'federated',
  'device-code',
  'on-behalf-of',
  'managed-identity',
  'refresh',
  'password',
] as const;
export type Flow = (typeof FLOWS)[number];

/** The clouds that a token can be asked for in. */
export const RECIPE_CLOUDS = ['public', 'gcc', 'gcc-high', 'dod', 'china'] as const satisfies readonly Cloud[];
export type RecipeCloud = (typeof RECIPE_CLOUDS)[number];

/** The languages that a recipe is written in. */
export const LANGUAGES = ['curl', 'powershell', 'python', 'python-msal', 'javascript', 'csharp', 'm'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Something that the person fills in. A secret never has a value in a recipe: it comes from the environment. */
export interface Variable {
  readonly name: string;
  readonly means: string;
  readonly isSecret: boolean;
  /** What stands unless the environment says otherwise. */
  readonly value?: string;
}

/** A field of a request: a text as it is, the value of a variable, or what an earlier step of the script made. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly from: 'text' | 'variable' | 'step';
  readonly explains: string;
}

/** Something that must be in place before. */
export interface SetUp {
  readonly do: string;
  readonly who: Who;
  readonly where?: string;
}

/** What people often do, what it gives, and what to do in its place. `codes` are numbers of Entra ID. */
export interface Mistake {
  readonly do: string;
  readonly gives: string;
  readonly codes: readonly number[];
  readonly instead: string;
}

/** The call that the token is for. `path` holds `$NAMES` of variables. */
export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>>;
}

/** Why there is no recipe: the cloud has no documented address of the API. */
export interface Absence {
  readonly api: RecipeApi;
  readonly apiName: string;
  readonly cloud: RecipeCloud;
  readonly says: string;
  /** The clouds that have it. */
  readonly clouds: readonly RecipeCloud[];
  /** What there is in its place. */
  readonly instead?: RecipeApi;
  readonly sources: readonly string[];
}

/** A token request with everything around it, as data: every language writes the same one. */
export interface Recipe {
  readonly api: RecipeApi;
  readonly apiName: string;
  readonly flow: Flow;
  readonly flowName: string;
  readonly cloud: RecipeCloud;
  readonly about: string;
  /** Where the token comes from, with `{tenant}` in it. */
  readonly tokenUrl: string;
  readonly grant: string;
  readonly scope: string;
  readonly variables: readonly Variable[];
  readonly parameters: readonly Parameter[];
  readonly setUp: readonly SetUp[];
  /** Undefined where the API is not called by HTTP: `shows` says what takes the token. */
  readonly call: Call | undefined;
  readonly shows: string;
  readonly mistakes: readonly Mistake[];
  readonly sources: readonly string[];
}

import type { Absence, Call, Mistake, RecipeCloud, SetUp, Variable } from './model.ts';

/** One API: what is asked for, and the call that shows that the token is good. */
export interface Target {
  /** The clouds that have it, with its host; none where the address is one's own, a variable. */
  readonly hosts: Readonly<Partial<Record<RecipeCloud, string | undefined>>>;
  /** What is documented of the other clouds. */
  readonly elsewhere?: Pick<Absence, 'says' | 'instead' | 'sources'>;
  /** The permission that a person's token is asked for with. */
  readonly permission: string;
  /** The call of an app, and of a person where it is another one. */
  readonly call?: Call;
  readonly personCall?: Call;
  /** The same where the workspace is known. */
  readonly workspaceCall?: Call;
  readonly shows: string;
  readonly variables: readonly Variable[];
  readonly appSetUp: readonly SetUp[];
  readonly mistakes: readonly Mistake[];
  readonly sources: readonly string[];
}

/** A call that reads. */
export const get = (path: string, headers: Readonly<Record<string, string>> = {}): Call => ({
  method: 'GET',
  path,
  headers,
});

/** A variable that is no secret and that belongs to one API. */
export const needed = (name: string, means: string): Variable => ({ name, means, isSecret: false });

/** The mistake that every API knows, and what this one answers to it. */
export const wrongToken = (gives: string): Mistake => ({
  do: 'A token of another API is sent, such as one of Microsoft Graph',
  gives,
  codes: [],
  instead: 'Ask with the scope above; a token serves one API.',
});

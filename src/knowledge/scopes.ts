import data from './data/scopes.json' with { type: 'json' };
import { detail, type Entry, type Explanation } from './explain-model.ts';
import { allOperations, type Operation } from './operation-catalog.ts';

/** A published description of operations that the catalog was made from. */
export interface CatalogSource {
  readonly repo: string;
  readonly commit: string;
  readonly committed: string;
  readonly covers: string;
}

/** The descriptions that the catalog of operations and scopes was made from, with their dates. */
export const CATALOG_SOURCES: readonly CatalogSource[] = data.catalogs;

/** The day of the newest of those descriptions. */
const SCOPES_AS_OF = data.asOf;

/** The two permissions that Power BI offers to apps as well. */
const APPLICATION: readonly string[] = data.application;

const VERBS: Readonly<Record<string, string>> = data.verbs;
const SPECIAL: Readonly<Record<string, string>> = data.special;

const THINGS: Readonly<Record<string, string>> = data.things;

const plural = (words: string): string => (words.endsWith('y') ? `${words.slice(0, -1)}ies` : `${words}s`);

/** `DataPipeline` as "data pipelines"; what is all capitals, such as KQL, stays. */
const inWords = (thing: string): string =>
  THINGS[thing] ??
  plural(
    thing
      .replace(/([a-z])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3 $2')
      .split(' ')
      .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
      .join(' '),
  );

/** What a scope lets a user's token do, in a sentence; undefined where the name does not tell. */
export const scopeWords = (scope: string): string | undefined => {
  const special = Object.entries(SPECIAL).find(([name]) => name.toLowerCase() === scope.toLowerCase());
  if (special) return special[1];
  const [thing = '', verb = ''] = scope.split('.');
  const words = VERBS[verb];
  return words === undefined ? undefined : `${words} ${inWords(thing)}, as far as the user may.`;
};

type Usage = ReadonlyMap<string, readonly Operation[]>;

const groupByScope = (): Usage => {
  const usage = new Map<string, Operation[]>();
  for (const operation of allOperations()) {
    const named = new Set((operation.scopes ?? []).flat());
    for (const scope of named) usage.set(scope, [...(usage.get(scope) ?? []), operation]);
  }
  return usage;
};

const EXAMPLES = 3;

/** Operations that show what a scope opens: those that need it, reading ones and short ones first. */
const examplesOf = (scope: string, operations: readonly Operation[]): string =>
  [...operations]
    .sort(
      (a, b) =>
        Number(b.scopes?.every((parts) => parts.includes(scope))) -
          Number(a.scopes?.every((parts) => parts.includes(scope))) ||
        Number(b.method === 'GET') - Number(a.method === 'GET') ||
        a.path.length - b.path.length,
    )
    .slice(0, EXAMPLES)
    .map(({ method, path }) => `${method} ${path}`)
    .join('; ');

const kindOf = (scope: string): string =>
  APPLICATION.includes(scope)
    ? 'delegated (for users, in scp), and offered as application permission too (in roles). An app that calls read-only admin APIs as itself must not have the latter'
    : "delegated: it stands in scp of a user's token. There is no application permission of this name, and an app that acts as itself needs none";

const explain = (scope: string, operations: readonly Operation[]): Explanation => ({
  kind: 'scope',
  id: scope,
  title: scope,
  means: scopeWords(scope) ?? 'A scope that operations of the catalog name.',
  details: [
    ...detail('Kind', kindOf(scope)),
    ...detail('Opens', operations.length === 0 ? '' : `${operations.length} operations of the catalog`),
    ...detail('Examples', examplesOf(scope, operations)),
  ],
  causes: [],
  basis: operations.length === 0 ? ['inferred'] : ['catalog', 'documented', 'threads'],
  sources: [
    'https://learn.microsoft.com/rest/api/fabric/articles/scopes',
    ...(APPLICATION.includes(scope)
      ? ['https://learn.microsoft.com/fabric/admin/enable-service-principal-admin-apis']
      : []),
  ],
  asOf: SCOPES_AS_OF,
});

/** Every scope of the catalog, to be looked up by its name, with or without the API in front. */
export const scopeEntries = (): readonly Entry[] =>
  [...groupByScope(), ['user_impersonation', []] as const]
    .filter(([scope]) => !scope.startsWith('{'))
    .map(([scope, operations]) => ({
      kind: 'scope',
      id: scope,
      names: [scope],
      explain: () => explain(scope, operations),
    }));

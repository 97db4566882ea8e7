import { apiOf } from './apis.ts';
import { nearest } from './nearest-operations.ts';
import { allOperations, type Operation } from './operation-catalog.ts';
import { canonical, segmentsOf, splitUrl, withJobType } from './operation-path.ts';
import { matchSegments, trie } from './operation-trie.ts';

/** What the published descriptions know of a call. */
export type OperationMatch =
  | {
      readonly found: 'yes';
      readonly methods: readonly string[];
      readonly path: string;
      /** Undefined where the method is not known and the path has several. */
      readonly operation?: Operation;
      /** The same operation with `/groups/{groupId}` in its path. */
      readonly inWorkspace?: Operation;
    }
  | { readonly found: 'other-method'; readonly methods: readonly string[]; readonly path: string }
  | { readonly found: 'no'; readonly nearest: readonly Operation[] };

const ROUTED = ['powerbi', 'fabric', 'fabric-myorg'];

/**
 * Words of routes that exist but are no REST operation of the descriptions: MCP, GraphQL, Livy, functions, agents.
 * Of them nothing is said, rather than that they do not exist. See
 * https://learn.microsoft.com/fabric/data-engineering/get-started-api-livy-session and
 * https://learn.microsoft.com/fabric/data-engineering/connect-apps-api-graphql
 */
const NOT_DESCRIBED = [
  '.default',
  '.well-known',
  'mcp',
  'graphql',
  'livyapi',
  'functions',
  'aiassistant',
  '__private',
  'metadata',
];

const isDescribable = (segments: readonly string[]): boolean =>
  segments.length > 0 && !segments.some((segment) => NOT_DESCRIBED.includes(segment));

const withoutParameters = (path: string): string => path.replaceAll(/\{\w+\}/g, '*').toLowerCase();

/** The Power BI route of the same operation inside a workspace, where there is one. */
export const inWorkspaceOf = ({ method, path }: Operation): Operation | undefined => {
  const rest = /^\/v1\.0\/myorg\/(?!groups\/|admin\/)(.+)$/.exec(path)?.[1];
  if (rest === undefined) return undefined;
  const wanted = withoutParameters(`/v1.0/myorg/groups/{groupId}/${rest}`);
  return allOperations().find((other) => other.method === method && withoutParameters(other.path) === wanted);
};

/** Of variants that differ in their query, the one that the query names; else the one that needs none. */
const variant = (operations: readonly Operation[], query: string): Operation | undefined => {
  const given = query.toLowerCase().split('&');
  return (
    operations.find((operation) => operation.query !== '' && given.includes(operation.query.toLowerCase())) ??
    operations.find((operation) => operation.query === '') ??
    operations[0]
  );
};

const choose = (
  paths: readonly (readonly Operation[])[],
  method: string | undefined,
  query: string,
): OperationMatch | undefined => {
  const operations = paths.find((path) => path.some((operation) => operation.method === method)) ?? paths[0];
  const path = operations?.[0]?.path;
  if (operations === undefined || path === undefined) return undefined;
  const methods = [...new Set(operations.map((operation) => operation.method))];
  const wanted = method ?? (methods.length === 1 ? methods[0] : undefined);
  if (wanted === undefined) return { found: 'yes', methods, path };
  const operation = variant(
    operations.filter((candidate) => candidate.method === wanted),
    query,
  );
  if (operation === undefined) return { found: 'other-method', methods, path };
  const inWorkspace = inWorkspaceOf(operation);
  return { found: 'yes', methods, path, operation, ...(inWorkspace && { inWorkspace }) };
};

/**
 * Finds the operation of a call by its path template. It forgives what the services forgive or what people mask: letter
 * case, doubled and trailing slashes, `/v1.0/{tenantId}` for `/v1.0/myorg`, masks in the place of ids, and Fabric routes on
 * the Power BI host. Undefined where the host is neither Power BI nor Fabric, or the route is none of the descriptions'.
 */
export const findOperation = (method: string | undefined, url: string): OperationMatch | undefined => {
  const { host, path, query, scheme } = splitUrl(url);
  if (!ROUTED.includes(apiOf(host, path, scheme).api)) return undefined;
  const all = trie();
  const isWord = (segment: string): boolean => all.words.has(segment);
  const name = method?.toUpperCase();
  const written = withJobType(segmentsOf(path), query);
  const collapsed = canonical(
    written.filter((segment) => segment !== ''),
    isWord,
  );
  for (const segments of [canonical(written, isWord), collapsed]) {
    const match = choose(matchSegments(all, segments), name, query);
    if (match !== undefined) return match;
  }
  if (!isDescribable(collapsed)) return undefined;
  return { found: 'no', nearest: nearest(allOperations(), all.words, collapsed, name) };
};

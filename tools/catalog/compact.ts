import type { CatalogRow } from './row.ts';

/**
 * What operations have in common, shared by index:
 * scopes, user, service principal, condition, role, item permission, resource roles, flags, settings, limits, constraints.
 * Flags: a admin, c capacity, p preview.
 */
type Profile = readonly unknown[];

/** Method, operation id, profile, and the query that picks this variant where there is one. */
type Entry = readonly [string, string, number, string?];

/** The catalog as it is shipped. `src/knowledge/operation-catalog.ts` reads it. */
export interface CompactCatalog {
  readonly profiles: readonly Profile[];
  readonly paths: readonly (readonly [string, readonly Entry[]])[];
}

const flags = (row: CatalogRow): string => `${row.admin ? 'a' : ''}${row.capacity ? 'c' : ''}${row.preview ? 'p' : ''}`;

const profileOf = (row: CatalogRow): Profile => [
  row.scopes,
  row.user,
  row.servicePrincipal,
  row.condition,
  row.role,
  row.itemPermission,
  row.resourceRoles,
  flags(row),
  row.settings,
  row.limits,
  row.constraints,
];

/** Groups rows by path and shares what they have in common. */
export const compact = (rows: readonly CatalogRow[]): CompactCatalog => {
  const profiles = new Map<string, number>();
  const paths = new Map<string, Entry[]>();
  for (const row of rows) {
    const profile = JSON.stringify(profileOf(row));
    const index = profiles.get(profile) ?? profiles.size;
    profiles.set(profile, index);
    const entry: Entry = [
      row.method,
      row.operationId,
      index,
      ...(row.query === '' ? ([] as const) : ([row.query] as const)),
    ];
    paths.set(row.path, [...(paths.get(row.path) ?? []), entry]);
  }
  return { profiles: [...profiles.keys()].map((text) => JSON.parse(text) as Profile), paths: [...paths] };
};

/** One profile or path a line, so that a refresh shows as a readable difference. */
export const print = ({ profiles, paths }: CompactCatalog): string => {
  const lines = (list: readonly unknown[]): string => list.map((value) => JSON.stringify(value)).join(',\n');
  return `{"profiles":[\n${lines(profiles)}\n],"paths":[\n${lines(paths)}\n]}\n`;
};

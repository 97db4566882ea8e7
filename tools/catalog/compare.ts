import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from './describe.ts';
import { readFabricSpecs, readPowerBiSpec } from './read-specs.ts';
import type { CatalogRow } from './row.ts';

/**
 * Compares the generated rows with a catalog that somebody else read from the same sources, field by field:
 * `tsx tools/catalog/compare.ts <catalog folder> <Fabric folder> <Power BI folder>`. Prints the differences.
 */
interface OtherRow {
  readonly workload: string;
  readonly operationId: string;
  readonly [field: string]: unknown;
}

const sorted = (value: unknown): string =>
  JSON.stringify(
    Array.isArray(value)
      ? value
          .map((part) => (Array.isArray(part) ? [...part].sort() : part))
          .map((part) => JSON.stringify(part))
          .sort()
      : value,
  );

const settingSlugs = (row: OtherRow): readonly string[] =>
  (row['requiredTenantSettings'] as readonly { slug: string }[]).map(({ slug }) => slug);
const identity = (row: OtherRow, name: string): unknown => (row['identities'] as Record<string, unknown>)[name];

const FIELDS: readonly (readonly [string, (row: CatalogRow) => unknown, (row: OtherRow) => unknown])[] = [
  ['method', (a) => a.method, (b) => b['method']],
  ['path', (a) => a.path, (b) => b['path']],
  ['scopes', (a) => a.scopes, (b) => b['delegatedScopes']],
  ['user', (a) => a.user, (b) => identity(b, 'user')],
  ['servicePrincipal', (a) => a.servicePrincipal, (b) => identity(b, 'servicePrincipal')],
  ['condition', (a) => a.condition, (b) => identity(b, 'condition') ?? ''],
  ['role', (a) => a.role, (b) => b['minimumWorkspaceRole']],
  ['itemPermission', (a) => a.itemPermission, (b) => b['itemPermission']],
  ['resourceRoles', (a) => a.resourceRoles, (b) => b['resourceRoles'] ?? []],
  ['admin', (a) => a.admin, (b) => b['adminApi']],
  ['settings', (a) => a.settings, settingSlugs],
  ['capacity', (a) => a.capacity, (b) => b['capacityRequired']],
  ['preview', (a) => a.preview, (b) => b['preview']],
  ['limits', (a) => Object.entries(a.limits), (b) => Object.entries(b['limits'] as object)],
  ['constraints', (a) => a.constraints, (b) => b['constraints'] ?? []],
];

const keyOf = (row: { workload: string; operationId: string; method?: unknown; path?: unknown }): string =>
  `${row.workload}/${row.operationId}/${String(row.method)} ${String(row.path)}`;

const compare = (name: string, rows: readonly CatalogRow[], others: readonly OtherRow[]): void => {
  const byKey = new Map(others.map((row) => [keyOf(row), row]));
  for (const row of rows) {
    const other = byKey.get(keyOf(row));
    if (other === undefined) {
      console.log(`${name}\tmissing there\t${keyOf(row)}`);
      continue;
    }
    byKey.delete(keyOf(row));
    for (const [field, ours, theirs] of FIELDS) {
      if (sorted(ours(row)) === sorted(theirs(other))) continue;
      console.log([name, field, keyOf(row), JSON.stringify(ours(row)), JSON.stringify(theirs(other))].join('\t'));
    }
  }
  for (const key of byKey.keys()) console.log(`${name}\tmissing here\t${key}`);
};

const [catalog = '', fabric = '', powerBi = ''] = process.argv.slice(2);
const load = (file: string): readonly OtherRow[] =>
  (JSON.parse(readFileSync(join(catalog, file), 'utf8')) as { operations: readonly OtherRow[] }).operations;
compare('fabric', readFabricSpecs(fabric).map(describe), load('fabric.json'));
compare('powerbi', readPowerBiSpec(powerBi).map(describe), load('powerbi.json'));

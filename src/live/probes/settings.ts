import { type FactPath, isFactPath } from '../../facts/catalog.ts';
import { tenantSettings } from '../../knowledge/settings.ts';
import { isGood, isRefusal, type Row, rowsOf } from '../answered.ts';
import { getWith } from '../known.ts';
import type { Looked, Probe } from '../probe.ts';

/** The fact of each setting by its name in the API: https://learn.microsoft.com/rest/api/fabric/admin/tenants/list-tenant-settings */
const FACTS: ReadonlyMap<string, FactPath> = new Map(
  tenantSettings().flatMap(({ fact, internal }) =>
    fact !== undefined && isFactPath(fact)
      ? (internal ?? '').split(', ').map((name): [string, FactPath] => [name, fact])
      : [],
  ),
);

const idsIn = (groups: unknown): readonly string[] =>
  Array.isArray(groups)
    ? groups.flatMap(({ graphId }: { readonly graphId?: unknown }) =>
        typeof graphId === 'string' ? [graphId.toLowerCase()] : [],
      )
    : [];

/** Whom a setting covers, where it is not limited to groups. */
const coverage = (row: Row): string | undefined => {
  if (row['enabled'] === false) return 'off';
  return limitsOf(row).length === 0 && idsIn(row['excludedSecurityGroups']).length === 0 ? 'covers-caller' : undefined;
};

const limitsOf = (row: Row): readonly string[] => idsIn(row['enabledSecurityGroups']);

const read = (rows: readonly Row[]): Looked => {
  const facts: Record<string, string> = {};
  const allowedGroups: Partial<Record<FactPath, readonly string[]>> = {};
  for (const row of rows) {
    const path = FACTS.get(String(row['settingName']));
    if (path === undefined) continue;
    const covers = coverage(row);
    if (covers !== undefined) facts[path] = covers;
    else if (limitsOf(row).length > 0) allowedGroups[path] = limitsOf(row);
  }
  return { facts, seen: { allowedGroups } };
};

/** Reads the tenant settings, which only Fabric administrators, and apps with the admin setting, may. */
export const settings: Probe = {
  id: 'tenant-settings',
  does: 'reads the tenant settings, if the caller may',
  settles: [...new Set(FACTS.values())],
  plan: (situation) => getWith(situation, 'fabric', '/v1/admin/tenantsettings'),
  read: (received) => {
    const list = isGood(received) ? rowsOf(received) : undefined;
    if (list) return read(list.rows);
    const why = isRefusal(received) ? ': that takes an administrator' : '';
    return { unchecked: `The tenant settings could not be read${why}.` };
  },
};

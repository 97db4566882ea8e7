import { type FactPath, isFactPath } from '../../facts/catalog.ts';
import { tenantSettings } from '../../knowledge/settings.ts';
import type { Answers } from '../../model/diagnosis.ts';
import { getWith, isGood, rowsOf } from '../known.ts';
import type { Looked, Probe, Seen } from '../probe.ts';

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

type Row = Readonly<Record<string, unknown>>;

/** Whom a setting covers. With groups it takes the groups of the caller to tell; only direct members count. */
const coverage = (row: Row, { directGroups }: Seen): string | undefined => {
  if (row['enabled'] === false) return 'off';
  const [allowed, excluded] = [idsIn(row['enabledSecurityGroups']), idsIn(row['excludedSecurityGroups'])];
  if (allowed.length === 0 && excluded.length === 0) return 'covers-caller';
  if (directGroups === undefined) return undefined;
  if (excluded.some((id) => directGroups.includes(id))) return 'other-groups';
  return allowed.length === 0 || allowed.some((id) => directGroups.includes(id)) ? 'covers-caller' : 'other-groups';
};

const isNested = (row: Row, { directGroups = [], allGroups = [] }: Seen): boolean =>
  idsIn(row['enabledSecurityGroups']).some((id) => allGroups.includes(id) && !directGroups.includes(id));

const factsOf = (rows: readonly Row[], seen: Seen): Answers => {
  const facts: Record<string, string> = {};
  for (const row of rows) {
    const path = FACTS.get(String(row['settingName']));
    const covers = path && coverage(row, seen);
    if (path === undefined || covers === undefined) continue;
    facts[path] = covers;
    if (path === 'setting.sp-public-apis' && covers === 'other-groups' && isNested(row, seen)) {
      facts['setting.group-member'] = 'nested-group';
    }
  }
  return facts;
};

/** Reads the tenant settings, which only Fabric administrators, and apps with the admin setting, may. */
export const settings: Probe = {
  id: 'tenant-settings',
  does: 'reads the tenant settings, if the caller may',
  settles: [...new Set(FACTS.values())],
  plan: (situation) => getWith(situation, 'fabric', '/v1/admin/tenantsettings'),
  read: (received, { seen }): Looked => {
    const list = isGood(received) ? rowsOf(received) : undefined;
    return list
      ? { facts: factsOf(list.rows, seen) }
      : { unchecked: 'The tenant settings could not be read: that takes an administrator.' };
  },
};

import { allOperations } from '../../knowledge/operation-catalog.ts';
import { isGood, rowsOf } from '../answered.ts';
import { getOfApp } from '../known.ts';
import type { Probe } from '../probe.ts';

/** Tenant.Read.All and Tenant.ReadWrite.All: all that Power BI offers to apps. https://learn.microsoft.com/fabric/admin/enable-service-principal-admin-apis */
const TENANT_PERMISSIONS = ['654b31ae-d941-4e22-8798-7add8fdf049f', '28379fa9-8596-4fd9-869e-cb60a93b5d84'];

/** The scopes that operations of Power BI and Fabric take. */
const scopes = (): ReadonlySet<string> => new Set(allOperations().flatMap(({ scopes: named }) => (named ?? []).flat()));

/** The application permissions that were consented to. */
export const appPermissions: Probe = {
  id: 'app-permissions',
  does: 'lists the application permissions that an administrator consented to for the app',
  settles: ['app.consented-permissions'],
  plan: (situation) => getOfApp(situation, 'appRoleAssignments?$top=999'),
  read: (received) => {
    const list = isGood(received) ? rowsOf(received) : undefined;
    if (list?.rows.some(({ appRoleId }) => TENANT_PERMISSIONS.includes(String(appRoleId).toLowerCase()))) {
      return { facts: { 'app.consented-permissions': 'tenant-permissions' } };
    }
    return list?.isWhole
      ? { seen: { hasAppPermissions: false } }
      : { unchecked: 'The permissions of the app could not be read.' };
  },
};

/** The delegated permissions that were consented to, once it is known that there are no others. */
export const delegatedPermissions: Probe = {
  id: 'delegated-permissions',
  does: 'lists the delegated permissions that were consented to for the app',
  settles: ['app.consented-permissions'],
  plan: (situation) =>
    situation.seen.hasAppPermissions === false ? getOfApp(situation, 'oauth2PermissionGrants?$top=999') : undefined,
  read: (received) => {
    const list = isGood(received) ? rowsOf(received) : undefined;
    if (!list?.isWhole) return { unchecked: 'The consents of the app could not be read.' };
    const granted = list.rows.flatMap(({ scope }) => (typeof scope === 'string' ? scope.split(' ') : []));
    const all = scopes();
    const holds = granted.some((scope) => all.has(scope));
    return { facts: { 'app.consented-permissions': holds ? 'delegated-only' : 'none' } };
  },
};

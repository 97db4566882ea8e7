import { ROLES } from '../../facts/catalog/operation.ts';
import { asGuid } from '../../facts/guid.ts';
import { isGood, objectOf, type Row, rowsOf, sameId } from '../answered.ts';
import { claimOf, getOfCalled, getWith, known, tokenFor, workspaceOf } from '../known.ts';
import type { Looked, Probe, Situation } from '../probe.ts';

/** The principal of a row: Fabric nests it, Power BI does not. */
const principalOf = (row: Row): string => {
  const nested = row['principal'] as { readonly id?: unknown } | undefined;
  return String(nested?.id ?? row['graphId'] ?? row['identifier'] ?? row['id'] ?? '').toLowerCase();
};

const roleOf = (row: Row): string => {
  const nested = row['workspaceAccessDetails'] as { readonly workspaceRole?: unknown } | undefined;
  return String(nested?.workspaceRole ?? row['groupUserAccessRight'] ?? '').toLowerCase();
};

const typeOf = (row: Row): string => {
  const nested = row['principal'] as { readonly type?: unknown } | undefined;
  return String(nested?.type ?? row['principalType']);
};

const NONE = { 'workspace.role': 'none' } as const;

const read = (rows: readonly Row[], isWhole: boolean, situation: Situation, caller: string): Looked => {
  const role = roleOf(rows.find((row) => sameId(principalOf(row), caller)) ?? {});
  if (ROLES.some((each) => each === role)) return { facts: { 'workspace.role': role } };
  if (rows.some((row) => typeOf(row) === 'Group'))
    return { unchecked: 'The caller may have a role by one of the groups.' };
  if (!isWhole) return { unchecked: 'The list of roles goes on.' };
  const granted = rows.filter((row) => typeOf(row) !== 'User').map(principalOf);
  // One of these may be the app registration of the caller: that is looked at before the role is called missing.
  return granted.length > 0 && mayAskGraph(situation) ? { seen: { granted } } : { facts: NONE };
};

const mayAskGraph = (situation: Situation): boolean =>
  known(situation, 'caller.kind') !== 'user' &&
  (tokenFor(situation, 'graph') ?? situation.credentials.proof) !== undefined;

/** Reads who has a role in the workspace as an administrator does, which takes no role there. */
export const adminRoles: Probe = {
  id: 'admin-roles',
  does: 'reads by the admin API who has a role in the workspace, if the caller may',
  settles: ['workspace.role', 'setting.group-member'],
  plan: (situation) => {
    const id = workspaceOf(situation);
    return id === undefined
      ? undefined
      : getOfCalled(situation, `admin/workspaces/${id}/users`, `admin/groups/${id}/users`);
  },
  read: (received, situation) => {
    const list = isGood(received) ? rowsOf(received) : undefined;
    const caller = claimOf(tokenFor(situation, 'powerbi'), 'oid');
    return list === undefined || caller === undefined
      ? { unchecked: 'The roles of the workspace could not be read by the admin API: that takes an administrator.' }
      : read(list.rows, list.isWhole, situation, caller);
  },
};

const clientOf = (situation: Situation): string | undefined => {
  const token = tokenFor(situation, 'powerbi');
  return asGuid(claimOf(token, 'appid') ?? claimOf(token, 'azp'));
};

/** Compares what was granted with the app registration of the caller, whose id is the one that is easily mistaken. */
export const registration: Probe = {
  id: 'app-registration',
  does: 'reads the object id of the app registration, and looks whether a role was given to it by mistake',
  settles: ['setting.group-member', 'workspace.role'],
  plan: (situation) => {
    const client = clientOf(situation);
    const isOfUse = situation.seen.granted !== undefined && known(situation, 'caller.kind') !== 'user';
    if (!isOfUse || client === undefined) return undefined;
    return getWith(situation, 'graph', `/v1.0/applications(appId='${client}')?$select=id`);
  },
  read: (received, { seen }) => {
    const id = isGood(received) ? objectOf(received)?.['id'] : undefined;
    if (typeof id !== 'string')
      return { unchecked: 'The app registration could not be read; it may be in another tenant.' };
    const isMistaken = seen.granted?.includes(id.toLowerCase()) === true;
    return { facts: isMistaken ? { ...NONE, 'setting.group-member': 'app-registration' } : NONE };
  },
};

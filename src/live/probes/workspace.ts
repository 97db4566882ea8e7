import { ROLES } from '../../facts/catalog/operation.ts';
import type { Answers } from '../../model/diagnosis.ts';
import { isGood, isRefusal, objectOf, type Row, rowsOf, sameId } from '../answered.ts';
import { claimOf, getOfCalled, getWith, known, tokenFor, workspaceOf } from '../known.ts';
import type { Probe, Seen } from '../probe.ts';

const KINDS: Readonly<Record<string, string>> = {
  Workspace: 'modern',
  Group: 'classic',
  Personal: 'personal',
  PersonalGroup: 'personal',
};

const workspaceFacts = (row: Row): Answers => {
  const kind = KINDS[String(row['type'])];
  const dedicated = row['isOnDedicatedCapacity'];
  const isOnCapacity = typeof row['capacityId'] === 'string' && row['capacityId'] !== '';
  return {
    ...(kind !== undefined && { 'workspace.kind': kind }),
    ...((dedicated === false || (dedicated === undefined && !isOnCapacity)) && { 'workspace.capacity': 'none' }),
  };
};

const capacitySeen = (row: Row): Seen => {
  const id = row['capacityId'];
  return typeof id === 'string' && id !== '' ? { capacity: id } : {};
};

/** Lists the workspaces that the token sees: whether any answer comes, and whether this one is among them. */
export const listWorkspaces: Probe = {
  id: 'list-workspaces',
  does: 'lists the workspaces that the token sees, and looks for this one',
  settles: ['observed.list-workspaces', 'workspace.kind', 'workspace.capacity', 'capacity.state'],
  plan: (situation) => getOfCalled(situation, 'workspaces', 'groups'),
  read: (received, situation) => {
    if (isRefusal(received)) return { facts: { 'observed.list-workspaces': 'refused' } };
    const list = isGood(received) ? rowsOf(received) : undefined;
    const id = workspaceOf(situation);
    if (list === undefined) return { unchecked: 'The list of workspaces could not be read.' };
    if (id === undefined) return { unchecked: 'Workspaces can be listed, but the call names none to look for.' };
    const row = list.rows.find((candidate) => sameId(candidate['id'], id));
    if (row) {
      const facts = { 'observed.list-workspaces': 'with-this-one', ...workspaceFacts(row) };
      return { facts, seen: capacitySeen(row) };
    }
    return list.isWhole
      ? { facts: { 'observed.list-workspaces': 'without-this-one' } }
      : { unchecked: 'The workspace is not on the first page of the list.' };
  },
};

/** Reads in the same workspace. */
export const readItems: Probe = {
  id: 'read-items',
  does: 'lists the items of the workspace',
  settles: ['observed.reads'],
  plan: (situation) => {
    const id = workspaceOf(situation);
    return id === undefined ? undefined : getOfCalled(situation, `workspaces/${id}/items`, `groups/${id}/datasets`);
  },
  read: (received) => {
    if (isGood(received) && rowsOf(received)) return { facts: { 'observed.reads': 'works' } };
    return isRefusal(received)
      ? { facts: { 'observed.reads': 'fails' } }
      : { unchecked: 'The items could not be read.' };
  },
};

/** Reads the role of the caller. Only members and admins may; who is in by a group is not told. */
export const role: Probe = {
  id: 'role',
  does: 'reads the role of the caller in the workspace',
  settles: ['workspace.role'],
  plan: (situation) => {
    const id = workspaceOf(situation);
    return id === undefined
      ? undefined
      : getOfCalled(situation, `workspaces/${id}/roleAssignments`, `groups/${id}/users`);
  },
  read: (received, situation) => {
    const list = isGood(received) ? rowsOf(received) : undefined;
    const caller = claimOf(tokenFor(situation, 'powerbi'), 'oid');
    if (list === undefined || caller === undefined)
      return { unchecked: 'The roles of the workspace could not be read.' };
    const row = list.rows.find((one) =>
      [one['id'], one['identifier'], one['graphId']].some((id) => sameId(id, caller)),
    );
    const name = String(row?.['role'] ?? row?.['groupUserAccessRight'] ?? '').toLowerCase();
    return ROLES.some((each) => each === name)
      ? { facts: { 'workspace.role': name } }
      : { unchecked: 'The caller is not named among the roles; it may be in one of the groups.' };
  },
};

/** Reads the workspace itself: its kind and whether it is on a capacity. */
export const workspace: Probe = {
  id: 'workspace',
  does: 'reads the workspace: its kind, and whether it is on a capacity',
  settles: ['workspace.kind', 'workspace.capacity', 'capacity.state'],
  plan: (situation) => {
    const id = workspaceOf(situation);
    const isSeen = situation.seen.capacity !== undefined && known(situation, 'workspace.kind') !== undefined;
    return id === undefined || isSeen ? undefined : getWith(situation, 'fabric', `/v1/workspaces/${id}`);
  },
  read: (received) => {
    const object = isGood(received) ? objectOf(received) : undefined;
    return object
      ? { facts: workspaceFacts(object), seen: capacitySeen(object) }
      : { unchecked: 'The workspace could not be read.' };
  },
};

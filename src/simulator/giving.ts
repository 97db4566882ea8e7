import type { Called } from './called.ts';
import { EMBED_TOKEN, given, type Reply } from './exchange.ts';
import type { Gives } from './route.ts';
import type { Item, Shared, Workspace } from './tenant.ts';

const titled = (role: string): string => role.charAt(0).toUpperCase() + role.slice(1);

const listed = ({ api }: Called, rows: readonly unknown[]): Reply =>
  given(
    api === 'fabric'
      ? { value: rows }
      : { '@odata.context': 'http://api.powerbi.com/v1.0/myorg/$metadata', value: rows },
  );

const workspaceRow = ({ api, state }: Called, { id, name, kind, capacity }: Workspace) => {
  const capacityId = state.world.capacities[capacity]?.id;
  return api === 'fabric'
    ? { id, displayName: name, description: '', type: 'Workspace', ...(capacityId && { capacityId }) }
    : {
        id,
        name,
        type: kind === 'classic' ? 'Group' : 'Workspace',
        isReadOnly: false,
        isOnDedicatedCapacity: capacityId !== undefined,
        ...(capacityId && { capacityId }),
      };
};

const itemRow = ({ api }: Called, { id, name, type, hasRowSecurity, owner }: Item, workspaceId: string) => {
  if (api === 'fabric') return { id, displayName: name, description: '', type, workspaceId };
  return type === 'SemanticModel'
    ? {
        id,
        name,
        configuredBy: owner,
        isEffectiveIdentityRequired: hasRowSecurity,
        isEffectiveIdentityRolesRequired: hasRowSecurity,
        addRowsAPIEnabled: false,
      }
    : { id, name, datasetId: '', webUrl: '' };
};

const visible = (called: Called): readonly Workspace[] => {
  const all = Object.values(called.state.world.workspaces);
  if (called.caller?.isForeign === true) return [];
  return called.route?.isAdmin ? all : all.filter(({ roles }) => roles[called.caller?.id ?? ''] !== undefined);
};

const itemsOf = ({ state, workspace, route }: Called): readonly Item[] =>
  Object.values(state.world.items).filter(
    (item) =>
      !item.isDeleted &&
      state.world.workspaces[item.workspace] === workspace &&
      (route?.type === undefined || item.type === route.type),
  );

const kindOf = ({ state }: Called, id: string): 'User' | 'Group' | 'ServicePrincipal' => {
  if (Object.values(state.world.users).some((user) => user.id === id)) return 'User';
  return Object.values(state.world.groups).some((group) => group.id === id) ? 'Group' : 'ServicePrincipal';
};

const nameOf = ({ state }: Called, id: string): string => {
  const { users, groups, apps } = state.world;
  const all = [...Object.values(users), ...Object.values(groups)].find((one) => one.id === id);
  return all?.name ?? Object.values(apps).find(({ principalId }) => principalId === id)?.name ?? id;
};

const roleRow = (called: Called, [id, role]: readonly [string, string]) =>
  called.api === 'fabric'
    ? { id, principal: { id, displayName: nameOf(called, id), type: kindOf(called, id) }, role: titled(role) }
    : {
        identifier: id,
        groupUserAccessRight: titled(role),
        principalType: kindOf(called, id) === 'ServicePrincipal' ? 'App' : kindOf(called, id),
        displayName: nameOf(called, id),
      };

/** By the admin API: https://learn.microsoft.com/rest/api/fabric/admin/workspaces/list-workspace-access-details */
const accessRow = (called: Called, [id, role]: readonly [string, string]) => ({
  principal: { id, displayName: nameOf(called, id), type: kindOf(called, id) },
  workspaceAccessDetails: { type: 'Workspace', workspaceRole: titled(role) },
});

const sharedRows = <T extends Shared>(called: Called, all: Readonly<Record<string, T>>): readonly T[] =>
  Object.values(all).filter(({ roles }) => roles[called.caller?.id ?? ''] !== undefined);

const sharedRow = ({ api }: Called, { id, name }: Shared) =>
  api === 'fabric' ? { id, displayName: name } : { id, name };

const settingRows = ({ state: { world } }: Called) =>
  Object.entries(world.settings).map(([settingName, { title, isOn, groups }]) => ({
    settingName,
    title,
    enabled: isOn,
    canSpecifySecurityGroups: true,
    tenantSettingGroup: 'Developer settings',
    ...(groups.length > 0 && {
      enabledSecurityGroups: groups.map((key) => ({ graphId: world.groups[key]?.id, name: world.groups[key]?.name })),
    }),
  }));

const GIVERS: Readonly<Record<Gives, (called: Called) => Reply>> = {
  workspaces: (called) =>
    listed(
      called,
      visible(called).map((workspace) => workspaceRow(called, workspace)),
    ),
  workspace: (called) => given(called.workspace ? workspaceRow(called, called.workspace) : {}),
  items: (called) =>
    listed(
      called,
      called.route?.isMine ? [] : itemsOf(called).map((item) => itemRow(called, item, called.workspace?.id ?? '')),
    ),
  item: (called) => given(called.item ? itemRow(called, called.item, called.workspace?.id ?? '') : {}),
  roles: (called) =>
    listed(
      called,
      Object.entries(called.workspace?.roles ?? {}).map((entry) => roleRow(called, entry)),
    ),
  access: (called) => {
    const entries = Object.entries(called.workspace?.roles ?? {});
    return called.api === 'fabric'
      ? given({ accessDetails: entries.map((entry) => accessRow(called, entry)) })
      : listed(
          called,
          entries.map((entry) => roleRow(called, entry)),
        );
  },
  capacities: (called) =>
    listed(
      called,
      sharedRows(called, called.state.world.capacities).map(({ id, name, sku, region, state, roles }) => {
        const isActive = state === 'Active';
        return called.api === 'fabric'
          ? { id, displayName: name, sku, region, state: isActive ? 'Active' : 'Inactive' }
          : {
              id,
              displayName: name,
              sku,
              region,
              state: isActive ? 'Active' : 'Suspended',
              capacityUserAccessRight: roles[called.caller?.id ?? ''] === 'admin' ? 'Admin' : 'Assign',
            };
      }),
    ),
  connections: (called) =>
    listed(
      called,
      sharedRows(called, called.state.world.connections).map((one) => sharedRow(called, one)),
    ),
  connection: (called) => given(called.connection ? sharedRow(called, called.connection) : {}),
  gateways: (called) =>
    listed(
      called,
      sharedRows(called, called.state.world.gateways).map((one) => sharedRow(called, one)),
    ),
  gateway: (called) => given(called.gateway ? sharedRow(called, called.gateway) : {}),
  settings: (called) => given({ tenantSettings: settingRows(called) }),
  nothing: () => given({}, 201),
  rows: (called) =>
    called.heard.method === 'POST' ? given({ results: [{ tables: [{ rows: [] }] }] }) : listed(called, []),
  'embed-token': () => given({ token: EMBED_TOKEN, tokenId: '1d77673b-1ef2-4e5d-93a0-be0ce84da29c' }),
};

/** What a call is given that nothing refuses. */
export const give = (called: Called): Reply => GIVERS[called.route?.gives ?? 'nothing'](called);

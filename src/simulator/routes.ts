import type { AnsweringApi, WorkspaceRole } from './world.ts';

/** What a route gives to whoever may have it: see src/simulator/given.ts. */
export type Gives =
  | 'workspaces'
  | 'workspace'
  | 'items'
  | 'item'
  | 'roles'
  | 'access'
  | 'capacities'
  | 'connections'
  | 'connection'
  | 'gateways'
  | 'gateway'
  | 'settings'
  | 'nothing'
  | 'rows'
  | 'embed-token';

/** One operation: what it takes, and what it gives. `{w}` and `{i}` stand for a workspace and an item. */
export interface Route {
  readonly api: Exclude<AnsweringApi, 'graph'>;
  readonly method: string;
  readonly path: string;
  readonly gives: Gives;
  readonly role?: WorkspaceRole;
  /** Delegated scopes, one of which is enough. */
  readonly scopes?: readonly string[];
  readonly isAdmin?: true;
  /** Apps are refused. */
  readonly isForUsers?: true;
  /** It acts on My workspace, which apps do not have. */
  readonly isMine?: true;
  /** The check of the setting that it takes, and whom that setting is about. */
  readonly setting?: { readonly check: string; readonly name: string; readonly of: 'everybody' | 'apps' | 'users' };
  readonly needs?: 'build' | 'owner' | 'identity' | 'app-in-workspace' | 'gateway' | 'connection' | 'capacity';
  /** It reads what stands on the capacity, which must be running. */
  readonly isContent?: true;
  readonly type?: string;
}

const WORKSPACE = ['Workspace.Read.All', 'Workspace.ReadWrite.All'];
const ITEM = ['Item.Read.All', 'Item.ReadWrite.All'];
const DATASET = ['Dataset.Read.All', 'Dataset.ReadWrite.All'];
const REPORT = ['Report.Read.All', 'Report.ReadWrite.All'];
const TENANT = ['Tenant.Read.All', 'Tenant.ReadWrite.All'];
const MYORG = '/v1.0/myorg';

const fabric: readonly Omit<Route, 'api'>[] = [
  { method: 'GET', path: '/v1/workspaces', gives: 'workspaces', scopes: WORKSPACE },
  {
    method: 'POST',
    path: '/v1/workspaces',
    gives: 'nothing',
    scopes: ['Workspace.ReadWrite.All'],
    setting: { check: 'create-workspaces', name: 'ServicePrincipalAccessGlobalAPIs', of: 'apps' },
  },
  { method: 'GET', path: '/v1/workspaces/{w}', gives: 'workspace', role: 'viewer', scopes: WORKSPACE },
  { method: 'GET', path: '/v1/workspaces/{w}/roleAssignments', gives: 'roles', role: 'member', scopes: WORKSPACE },
  { method: 'GET', path: '/v1/workspaces/{w}/items', gives: 'items', role: 'viewer', scopes: WORKSPACE },
  {
    method: 'POST',
    path: '/v1/workspaces/{w}/items',
    gives: 'nothing',
    role: 'contributor',
    scopes: ['Item.ReadWrite.All'],
    setting: { check: 'fabric-items', name: 'FabricGAWorkloads', of: 'users' },
    needs: 'capacity',
  },
  { method: 'GET', path: '/v1/workspaces/{w}/items/{i}', gives: 'item', role: 'viewer', scopes: ITEM, isContent: true },
  {
    method: 'GET',
    path: '/v1/workspaces/{w}/lakehouses',
    gives: 'items',
    role: 'viewer',
    scopes: ITEM,
    type: 'Lakehouse',
  },
  {
    method: 'GET',
    path: '/v1/workspaces/{w}/lakehouses/{i}',
    gives: 'item',
    role: 'viewer',
    scopes: ITEM,
    isContent: true,
    type: 'Lakehouse',
  },
  {
    method: 'GET',
    path: '/v1/workspaces/{w}/semanticModels',
    gives: 'items',
    role: 'viewer',
    scopes: ITEM,
    type: 'SemanticModel',
  },
  {
    method: 'POST',
    path: '/v1/workspaces/{w}/assignToCapacity',
    gives: 'nothing',
    role: 'admin',
    scopes: ['Capacity.ReadWrite.All'],
  },
  {
    method: 'GET',
    path: '/v1/capacities',
    gives: 'capacities',
    scopes: ['Capacity.Read.All', 'Capacity.ReadWrite.All'],
  },
  {
    method: 'GET',
    path: '/v1/connections',
    gives: 'connections',
    scopes: ['Connection.Read.All', 'Connection.ReadWrite.All'],
  },
  {
    method: 'GET',
    path: '/v1/connections/{c}',
    gives: 'connection',
    scopes: ['Connection.Read.All', 'Connection.ReadWrite.All'],
    needs: 'connection',
  },
  { method: 'GET', path: '/v1/gateways', gives: 'gateways', scopes: ['Gateway.Read.All', 'Gateway.ReadWrite.All'] },
  { method: 'GET', path: '/v1/admin/tenantsettings', gives: 'settings', scopes: TENANT, isAdmin: true },
  { method: 'GET', path: '/v1/admin/workspaces', gives: 'workspaces', scopes: TENANT, isAdmin: true },
  { method: 'GET', path: '/v1/admin/workspaces/{aw}/users', gives: 'access', scopes: TENANT, isAdmin: true },
];

const powerbi: readonly Omit<Route, 'api'>[] = [
  { method: 'GET', path: `${MYORG}/groups`, gives: 'workspaces', scopes: WORKSPACE },
  { method: 'GET', path: `${MYORG}/groups/{w}`, gives: 'workspace', role: 'viewer', scopes: WORKSPACE },
  { method: 'GET', path: `${MYORG}/groups/{w}/users`, gives: 'roles', role: 'member', scopes: WORKSPACE },
  {
    method: 'POST',
    path: `${MYORG}/groups/{w}/users`,
    gives: 'nothing',
    role: 'member',
    scopes: ['Workspace.ReadWrite.All'],
    needs: 'app-in-workspace',
  },
  {
    method: 'GET',
    path: `${MYORG}/groups/{w}/datasets`,
    gives: 'items',
    role: 'viewer',
    scopes: DATASET,
    type: 'SemanticModel',
  },
  {
    method: 'GET',
    path: `${MYORG}/groups/{w}/datasets/{i}`,
    gives: 'item',
    role: 'viewer',
    scopes: DATASET,
    isContent: true,
    type: 'SemanticModel',
  },
  {
    method: 'GET',
    path: `${MYORG}/groups/{w}/datasets/{i}/refreshes`,
    gives: 'rows',
    role: 'viewer',
    scopes: DATASET,
    isContent: true,
    type: 'SemanticModel',
  },
  {
    method: 'GET',
    path: `${MYORG}/groups/{w}/reports`,
    gives: 'items',
    role: 'viewer',
    scopes: REPORT,
    type: 'Report',
  },
  {
    method: 'GET',
    path: `${MYORG}/groups/{w}/reports/{i}`,
    gives: 'item',
    role: 'viewer',
    scopes: REPORT,
    isContent: true,
    type: 'Report',
  },
  {
    method: 'POST',
    path: `${MYORG}/groups/{w}/datasets/{i}/executeQueries`,
    gives: 'rows',
    role: 'viewer',
    scopes: DATASET,
    setting: { check: 'execute-queries', name: 'DatasetExecuteQueries', of: 'everybody' },
    needs: 'build',
    isContent: true,
    type: 'SemanticModel',
  },
  {
    method: 'POST',
    path: `${MYORG}/groups/{w}/reports/{i}/GenerateToken`,
    gives: 'embed-token',
    role: 'contributor',
    scopes: REPORT,
    setting: { check: 'embed', name: 'Embedding', of: 'everybody' },
    needs: 'identity',
    isContent: true,
    type: 'Report',
  },
  {
    method: 'POST',
    path: `${MYORG}/groups/{w}/datasets/{i}/Default.UpdateParameters`,
    gives: 'nothing',
    role: 'contributor',
    scopes: ['Dataset.ReadWrite.All'],
    needs: 'owner',
    isContent: true,
    type: 'SemanticModel',
  },
  { method: 'GET', path: `${MYORG}/datasets`, gives: 'items', scopes: DATASET, isMine: true, type: 'SemanticModel' },
  { method: 'GET', path: `${MYORG}/datasets/{i}`, gives: 'item', scopes: DATASET, isMine: true, type: 'SemanticModel' },
  { method: 'GET', path: `${MYORG}/reports`, gives: 'items', scopes: REPORT, isMine: true, type: 'Report' },
  { method: 'GET', path: `${MYORG}/reports/{i}`, gives: 'item', scopes: REPORT, isMine: true, type: 'Report' },
  { method: 'GET', path: `${MYORG}/apps`, gives: 'rows', scopes: ['App.Read.All'], isForUsers: true },
  { method: 'GET', path: `${MYORG}/capacities`, gives: 'capacities', scopes: ['Capacity.Read.All'] },
  { method: 'GET', path: `${MYORG}/gateways`, gives: 'gateways', scopes: DATASET },
  { method: 'GET', path: `${MYORG}/gateways/{g}`, gives: 'gateway', scopes: DATASET, needs: 'gateway' },
  { method: 'GET', path: `${MYORG}/admin/groups`, gives: 'workspaces', scopes: TENANT, isAdmin: true },
  { method: 'GET', path: `${MYORG}/admin/groups/{aw}/users`, gives: 'access', scopes: TENANT, isAdmin: true },
  { method: 'GET', path: `${MYORG}/admin/capacities`, gives: 'capacities', scopes: TENANT, isAdmin: true },
];

/** Every operation of Power BI and Fabric that the simulator answers. */
export const ROUTES: readonly Route[] = [
  ...fabric.map((route) => ({ ...route, api: 'fabric' as const })),
  ...powerbi.map((route) => ({ ...route, api: 'powerbi' as const })),
];

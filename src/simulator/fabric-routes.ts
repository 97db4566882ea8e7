import { type Route, TENANT, WORKSPACE } from './route.ts';

const ITEM = ['Item.Read.All', 'Item.ReadWrite.All'];

/** The operations of Fabric. */
export const FABRIC_ROUTES: readonly Omit<Route, 'api'>[] = [
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

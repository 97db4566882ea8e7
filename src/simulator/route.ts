import type { WorkspaceRole } from './tenant.ts';
import type { AnsweringApi } from './world.ts';

/** What a route gives to whoever may have it: see giving.ts. */
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

/** One operation: what it takes, and what it gives. Ids: `{w}` a workspace (`{aw}` for administrators), `{i}` an item, `{g}` a gateway, `{c}` a connection. */
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

/** The scopes that let read workspaces. */
export const WORKSPACE = ['Workspace.Read.All', 'Workspace.ReadWrite.All'];

/** The scopes of the admin APIs. */
export const TENANT = ['Tenant.Read.All', 'Tenant.ReadWrite.All'];

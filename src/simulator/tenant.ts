import type { ROLES } from '../facts/catalog/operation.ts';

/** An API whose tokens the simulator issues. */
export type Audience = 'powerbi' | 'fabric' | 'graph' | 'arm';

/** The role of a caller in a workspace. */
export type WorkspaceRole = (typeof ROLES)[number];

/** An app: its registration and the enterprise application that it has in the tenant. */
export interface App {
  readonly name: string;
  readonly clientId: string;
  readonly registrationId: string;
  /** The object id of the enterprise application, which holds roles and is a member of groups. */
  readonly principalId: string;
  readonly isEnabled: boolean;
  readonly isKnownHere: boolean;
  readonly isMultiTenant: boolean;
  readonly isPublic: boolean;
  readonly isFirstParty: boolean;
  readonly platform: 'web' | 'spa' | 'mobile-desktop';
  readonly redirect: string;
  readonly secret: { readonly id: string; readonly ends: string };
  readonly hasCertificate: boolean;
  readonly federated: { readonly issuer: string; readonly subject: string };
  /** The APIs under API permissions. */
  readonly lists: readonly Audience[];
  /** Delegated permissions that were consented to. */
  readonly consents: readonly string[];
  readonly needsAdminConsent: boolean;
  readonly needsAssignment: boolean;
  /** Application permissions with admin consent. */
  readonly permissions: { readonly graph: readonly string[]; readonly powerbi: readonly string[] };
}

/** A person of the tenant, or a guest. */
export interface User {
  readonly name: string;
  readonly id: string;
  readonly isEnabled: boolean;
  readonly isGuest: boolean;
  readonly isFabricAdmin: boolean;
  readonly isAssigned: boolean;
  readonly method: 'password-only' | 'multi-factor';
  readonly licence: 'none' | 'free' | 'pro';
}

/** A security group; `members` are object ids. */
export interface Group {
  readonly name: string;
  readonly id: string;
  readonly members: readonly string[];
}

/** A tenant setting, by its name in the admin API. Without groups it holds for everybody. */
export interface Setting {
  readonly title: string;
  readonly isOn: boolean;
  readonly groups: readonly string[];
}

/** A workspace; `roles` by object id. `isOpen`: no inbound rule denies calls from the internet. */
export interface Workspace {
  readonly name: string;
  readonly id: string;
  readonly kind: 'modern' | 'classic';
  /** Empty: on no capacity. */
  readonly capacity: string;
  readonly isOpen: boolean;
  readonly roles: Readonly<Record<string, WorkspaceRole>>;
}

/** An item of a workspace. */
export interface Item {
  readonly name: string;
  readonly id: string;
  readonly type: 'SemanticModel' | 'Lakehouse' | 'Report';
  readonly workspace: string;
  readonly hasRowSecurity: boolean;
  readonly owner: string;
  readonly isDeleted: boolean;
}

/** A gateway or a connection; `roles` by object id. */
export interface Shared {
  readonly name: string;
  readonly id: string;
  readonly roles: Readonly<Record<string, string>>;
}

/** A capacity. */
export interface Capacity extends Shared {
  /** Whether refusals say that it is paused. */
  readonly isNamed: boolean;
  readonly sku: string;
  readonly region: string;
  readonly state: 'Active' | 'Paused';
}

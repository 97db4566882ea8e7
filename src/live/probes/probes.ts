import type { Probe } from '../probe.ts';
import { askToken, getToken } from './ask-token.ts';
import { callAgain } from './call-again.ts';
import { capacity } from './capacity.ts';
import { appPermissions, delegatedPermissions } from './consents.ts';
import { adminRoles, registration } from './granted.ts';
import { askGraphToken, directGroups, licence, nestedGroups } from './graph.ts';
import { model } from './item.ts';
import { reach } from './reach.ts';
import { settings } from './settings.ts';
import { signature } from './signature.ts';
import { tenant } from './tenant.ts';
import { listWorkspaces, readItems, role, workspace } from './workspace.ts';

/** What is read with the token of the caller. */
const reads: readonly Probe[] = [
  callAgain,
  listWorkspaces,
  readItems,
  workspace,
  role,
  capacity,
  adminRoles,
  model,
  settings,
];

/** Every probe in its natural order: what failed is repeated first; then, of those that settle as much, the first of these. */
export const probes: readonly Probe[] = [
  askToken,
  getToken(reads.flatMap(({ settles }) => settles)),
  callAgain,
  reach,
  listWorkspaces,
  tenant,
  readItems,
  workspace,
  capacity,
  role,
  adminRoles,
  model,
  signature,
  askGraphToken,
  directGroups,
  nestedGroups,
  registration,
  appPermissions,
  delegatedPermissions,
  licence,
  settings,
];

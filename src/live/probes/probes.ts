import type { Probe } from '../probe.ts';
import { askToken } from './ask-token.ts';
import { callAgain } from './call-again.ts';
import { askGraphToken, directGroups, licence, nestedGroups } from './graph.ts';
import { model } from './item.ts';
import { settings } from './settings.ts';
import { signature } from './signature.ts';
import { tenant } from './tenant.ts';
import { listWorkspaces, readItems, role, workspace } from './workspace.ts';

/** Every probe in its natural order: what failed is repeated first; then, of those that settle as much, the first of these. */
export const probes: readonly Probe[] = [
  askToken,
  callAgain,
  listWorkspaces,
  tenant,
  readItems,
  workspace,
  role,
  model,
  signature,
  askGraphToken,
  directGroups,
  nestedGroups,
  licence,
  settings,
];

import type { FactSpec } from '../../model/fact.ts';
import { ROLES } from './operation.ts';
import { OUTSIDE_WORKSPACES } from './outside-workspaces.ts';

/** What the caller may do in the workspace, and the capacity that it is on. */
export const workspaceFacts = {
  'workspace.role': {
    type: ['none', ...ROLES],
    group: 'access',
    meaning: 'the role of the caller in the workspace',
    ask: {
      question: 'Which role does the caller have in the workspace?',
      why: 'A tenant setting only lets an app in; what it may do is decided by its role.',
      where: 'Fabric portal > the workspace > Manage access (an app is listed by its name).',
      who: 'workspace-admin',
      cost: 'ask-admin',
      only: { 'call.refused-by': ['api'] },
      unless: { 'observed.list-workspaces': ['refused'], ...OUTSIDE_WORKSPACES },
      answers: {
        none: 'None: it is not listed',
        viewer: 'Viewer',
        contributor: 'Contributor',
        member: 'Member',
        admin: 'Admin',
      },
    },
  },
  'workspace.kind': {
    type: ['modern', 'classic', 'personal'],
    group: 'access',
    meaning: 'the kind of the workspace',
    ask: {
      question: 'What kind of workspace is it?',
      why: 'Classic workspaces and My workspace lack many operations, and apps cannot use My workspace.',
      where:
        'GET https://api.powerbi.com/v1.0/myorg/groups: type is Workspace for a modern one, Group for a classic one.',
      who: 'workspace-admin',
      cost: 'look-up',
      only: { 'call.refused-by': ['api'] },
      answers: {
        modern: 'A workspace',
        classic: 'A classic workspace (a Microsoft 365 group)',
        personal: 'My workspace of a person',
      },
    },
  },
  'workspace.capacity': {
    type: ['none', 'premium-per-user', 'capacity', 'trial'],
    group: 'access',
    meaning: 'the capacity that the workspace is on',
    ask: {
      question: 'Is the workspace on a capacity?',
      why: 'Fabric items and some Power BI operations need one.',
      where:
        'GET https://api.fabric.microsoft.com/v1/workspaces/<workspace id>: capacityId; or Workspace settings > Workspace type.',
      who: 'workspace-admin',
      cost: 'look-up',
      only: { 'call.refused-by': ['api'] },
      answers: {
        none: 'No (shared, Pro)',
        'premium-per-user': 'Premium Per User',
        capacity: 'A Fabric or Premium capacity (F or P)',
        trial: 'A trial capacity',
      },
    },
  },
  'capacity.state': {
    type: ['active', 'paused', 'deleted', 'other-region'],
    group: 'access',
    meaning: 'the state of that capacity',
    ask: {
      question: 'Is the capacity running?',
      why: 'A paused capacity answers with errors on everything in its workspaces.',
      where: 'Azure portal > Microsoft Fabric capacities > the capacity; or Admin portal > Capacity settings.',
      who: 'capacity-admin',
      cost: 'ask-admin',
      only: { 'call.refused-by': ['api'] },
      answers: {
        active: 'Active',
        paused: 'Paused',
        deleted: 'Deleted',
        'other-region': 'Of another kind or in another region',
      },
    },
  },
  'capacity.role': {
    type: ['none', 'contributor', 'admin'],
    group: 'access',
    meaning: 'the role of the caller on the capacity',
    ask: {
      question: 'Which role does the caller have on the capacity?',
      why: 'Assigning a workspace takes a role on the capacity.',
      where: 'Admin portal > Capacity settings > the capacity > Contributor and Admin permissions.',
      who: 'capacity-admin',
      cost: 'ask-admin',
      only: { 'call.refused-by': ['api'] },
      unless: { 'call.api': ['arm'] },
      answers: { none: 'None', contributor: 'Contributor', admin: 'Admin' },
    },
  },
  'portal.workspace-id': {
    type: 'text',
    group: 'access',
    meaning: 'the workspace that a link of the portal leads to',
  },
  'portal.tenant-id': {
    type: 'text',
    group: 'access',
    meaning: 'the tenant in which a link opens the portal: ctid, which owns the workspace that the link leads to',
  },
} as const satisfies Record<string, FactSpec>;

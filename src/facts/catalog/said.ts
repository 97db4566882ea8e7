import type { FactSpec } from '../../model/fact.ts';
import { ROLES } from './operation.ts';

/** What can be said to be set up, or to be missing. */
const GRANTS = [
  'workspace-role',
  'security-group',
  'tenant-setting',
  'api-permissions',
  'tenant-permissions',
  'fabric-admin',
  'gateway-role',
  'licence',
] as const;

/** What the person says in plain words around what was pasted. It weighs less than what a token or an answer shows. */
export const saidFacts = {
  'said.caller': {
    type: ['user', 'service-principal', 'managed-identity'],
    group: 'said',
    meaning: 'who calls, in the words of the person',
  },
  'said.caller-alone': {
    type: 'flag',
    group: 'said',
    meaning: 'nothing but the words of the person says who calls: neither a token nor a request nor an answer',
  },
  'said.guest': {
    type: 'flag',
    group: 'said',
    meaning: 'the caller is a guest in the tenant, by the words of the person or by the name that the tenant gave it',
  },
  'said.role': {
    type: ROLES,
    group: 'said',
    meaning: 'the workspace role that the caller is said to have',
  },
  'said.done': {
    type: 'list',
    group: 'said',
    meaning: `what is said to be set up: ${GRANTS.join(', ')}`,
  },
  'said.missing': {
    type: 'list',
    group: 'said',
    meaning: `what is said to be missing: ${GRANTS.join(', ')}`,
  },
  'said.permissions': {
    type: 'list',
    group: 'said',
    meaning: 'the delegated permissions of Power BI that the app registration is said to list, or the token to hold',
    otherwise: 'other permissions',
  },
  'said.group-member': {
    type: ['nested-group', 'wrong-kind-of-group', 'owner-only'],
    group: 'said',
    meaning:
      'how the app is said to stand in the allowed group: by another group, in one of another kind, as its owner',
  },
  'said.settings-off': {
    type: 'list',
    group: 'said',
    meaning:
      'tenant settings that are said to be off: embed, execute-queries, export, fabric-items, admin-metadata, sp-profiles, sp-create, sp-admin-read, sp-public-apis, datamarts, guests',
  },
  'said.works': {
    type: 'list',
    group: 'said',
    meaning:
      'what is said, or shown by a log, to work: list-workspaces, portal, other-workspace, other-items, reads, other-account',
  },
  'said.cloud': {
    type: ['gcc', 'gcc-high', 'dod', 'china'],
    group: 'said',
    meaning: 'the national cloud that the tenant is said to be in, or that the portal of the paste belongs to',
    otherwise: 'the one that it was made in',
  },
  'said.told-cloud': {
    type: ['public', 'us-government', 'china'],
    group: 'said',
    meaning: 'the cloud that commands, settings or constants of a library were told, or take where they are told none',
  },
  'said.audience-refused': {
    type: 'text',
    group: 'said',
    meaning: 'the audience that an error refuses, beside those that it says are taken',
  },
  'said.audiences-taken': {
    type: 'list',
    group: 'said',
    meaning: 'the audiences that an error says are taken, beside the one that it refuses',
  },
  'said.audience-of-other-cloud': {
    type: 'flag',
    group: 'said',
    meaning: 'the audience that an error refuses, or that was asked for, is the one of the same API in another cloud',
  },
  'said.failed-key': {
    type: ['known', 'nonce'],
    group: 'said',
    meaning:
      'that the signature fails under the very key that the token names, or that its header has a nonce, as in tokens for Microsoft Graph',
  },
  'said.audience': {
    type: 'text',
    group: 'said',
    meaning: 'the audience that the token is said to have',
  },
  'said.credential': {
    type: ['authorization-code', 'id-token', 'refresh-token', 'client-secret'],
    group: 'said',
    meaning: 'what the person says to have sent as the bearer',
  },
  'said.unattended': {
    type: 'flag',
    group: 'said',
    meaning: 'the program runs where nobody can sign in: a build server, a container, a function',
  },
  'said.empty': {
    type: 'list',
    group: 'said',
    meaning:
      'what came back as an empty list, by an answer or as is said: workspaces, pipelines, gateways, capacities, connections',
  },
} as const satisfies Record<string, FactSpec>;

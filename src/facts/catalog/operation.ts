import type { FactSpec } from '../../model/fact.ts';

/** Workspace roles, lowest first. */
export const ROLES = ['viewer', 'contributor', 'member', 'admin'] as const;

const accepts = ['yes', 'no', 'conditional', 'unstated'] as const;

/** What the published API descriptions say of the operation that was called. */
export const operationFacts = {
  'operation.found': {
    type: ['yes', 'other-method', 'no'],
    group: 'operation',
    meaning: 'whether the published descriptions know an operation with this method and path',
  },
  'operation.id': {
    type: 'text',
    group: 'operation',
    meaning: 'its id in those descriptions',
    otherwise: 'this operation',
  },
  'operation.path': { type: 'text', group: 'operation', meaning: 'its path template' },
  'operation.methods': {
    type: 'list',
    group: 'operation',
    meaning: 'the methods that the path takes',
    general: '<methods>',
  },
  'operation.nearest': {
    type: 'list',
    group: 'operation',
    meaning: 'the nearest operations, where none fits',
    general: '<operations>',
  },
  'operation.in-workspace': {
    type: 'text',
    group: 'operation',
    meaning: 'the same operation with /groups/{workspaceId} in its path',
    otherwise: 'the route with /groups/{workspaceId}',
  },
  'operation.my-workspace': {
    type: 'flag',
    group: 'operation',
    meaning: 'the route works on My workspace: it lacks /groups/{workspaceId}',
  },
  'operation.admin': {
    type: 'flag',
    group: 'operation',
    meaning: 'an admin operation',
  },
  'operation.writes': { type: 'flag', group: 'operation', meaning: 'it changes something' },
  'operation.user': { type: accepts, group: 'operation', meaning: 'whether it takes users' },
  'operation.service-principal': {
    type: accepts,
    group: 'operation',
    meaning: 'whether it takes service principals',
    ask: {
      question: 'Does the page of the operation say that it takes service principals?',
      why: 'Some operations take people only, whatever is switched on.',
      where:
        'https://learn.microsoft.com/rest/api/fabric or /power-bi: "Microsoft Entra supported identities", or "Permissions".',
      who: 'caller',
      cost: 'look-up',
      only: { 'call.refused-by': ['api'], 'caller.kind': ['service-principal', 'managed-identity'] },
      answers: { yes: 'Yes', no: 'No, users only' },
    },
  },
  'operation.identity-condition': {
    type: 'text',
    group: 'operation',
    meaning: 'the condition under which it takes apps',
    general: '<condition>',
  },
  'operation.scopes': {
    type: 'list',
    group: 'operation',
    meaning: 'delegated scopes, one alternative each',
    otherwise: 'the scope that the page of the operation names',
  },
  'operation.scopes-met': {
    type: 'flag',
    group: 'operation',
    meaning: 'whether scp of the token holds a scope that the operation takes',
    ask: {
      question: 'Does scp of the token name a permission that the page of the operation asks for?',
      why: 'A person needs the right in the service and the permission in the token: one without the other is refused.',
      where: 'fabric-auth-doctor token shows scp; the page of the operation has "Required delegated scopes".',
      who: 'caller',
      cost: 'look-up',
      only: { 'call.refused-by': ['api'], 'caller.kind': ['user'] },
    },
  },
  'operation.asked-scopes-met': {
    type: 'flag',
    group: 'operation',
    meaning: 'the named scopes that were asked for hold one of those alternatives, where the token does not tell',
  },
  'operation.listed-scopes-met': {
    type: 'flag',
    group: 'operation',
    meaning: 'the delegated permissions that the app is said to list hold one of those alternatives',
  },
  'operation.minimum-role': {
    type: ROLES,
    group: 'operation',
    meaning: 'the lowest workspace role that it takes',
    otherwise: 'Contributor',
  },
  'operation.role-name': {
    type: 'text',
    group: 'operation',
    meaning: 'that role as the APIs write it',
    otherwise: 'Contributor',
  },
  'operation.role-met': {
    type: 'flag',
    group: 'operation',
    meaning: 'the workspace role of the caller is high enough',
  },
  'operation.item-permission': {
    type: 'list',
    group: 'operation',
    meaning: 'the permission on the item that it takes',
  },
  'operation.resource-roles': {
    type: 'list',
    group: 'operation',
    meaning: 'roles on a capacity, gateway, connection, domain or pipeline',
  },
  'operation.settings': { type: 'list', group: 'operation', meaning: 'tenant settings that it names' },
  'operation.capacity': { type: 'flag', group: 'operation', meaning: 'it needs a capacity' },
  'operation.preview': { type: 'flag', group: 'operation', meaning: 'it is in preview' },
  'operation.limit': { type: 'text', group: 'operation', meaning: 'how often it may be called' },
  'operation.constraints': { type: 'list', group: 'operation', meaning: 'other things its page says, as keywords' },
} as const satisfies Record<string, FactSpec>;

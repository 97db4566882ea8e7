import type { FactSpec } from '../../model/fact.ts';

/** Who calls. */
export const callerFacts = {
  'caller.kind': {
    type: ['user', 'service-principal', 'managed-identity'],
    group: 'caller',
    meaning: 'who calls: a person, an app as itself, or a managed identity',
    ask: {
      question: 'Who makes the call: a person, an app as itself, or a managed identity?',
      why: 'Apps are let in by tenant settings and roles, people by scopes, licences and roles.',
      where: 'The token says it: idtyp is app for an app, scp is there for a person.',
      who: 'caller',
      cost: 'know',
      answers: {
        user: 'A person (signed in with a browser, device code or password)',
        'service-principal': 'An app as itself (client id with secret, certificate or federated credential)',
        'managed-identity': 'A managed identity or workspace identity',
      },
    },
  },
  'caller.guest': {
    type: 'flag',
    group: 'caller',
    meaning: 'the caller is a guest in the tenant that owns the workspace',
    ask: {
      question: 'Is the account a guest in the tenant that owns the workspace?',
      why: 'A guest must sign in at that tenant; /common and /organizations give a token of the home tenant.',
      where: 'Entra admin center > Users: User type, or #EXT# in the user name.',
      who: 'caller',
      cost: 'look-up',
      only: { 'caller.kind': ['user'] },
    },
  },
  'caller.label': { type: 'text', group: 'caller', meaning: 'the caller in words', otherwise: 'the caller' },
  'caller.object-id': {
    type: 'text',
    group: 'caller',
    meaning: 'the object id to grant rights to',
    otherwise: '<object id of the enterprise application>',
  },
  'caller.app-id': {
    type: 'text',
    group: 'caller',
    meaning: 'the application (client) id',
    otherwise: '<application (client) id>',
  },
  'caller.tenant-id': { type: 'text', group: 'caller', meaning: 'the tenant of the caller', otherwise: '<tenant id>' },
} as const satisfies Record<string, FactSpec>;

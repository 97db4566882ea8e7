import type { FactSpec } from '../../model/fact.ts';
import { CLOUDS, RESOURCES } from './token.ts';

/** What a request can name as its tenant. */
export const TENANT_KINDS = ['common', 'organizations', 'consumers', 'named', 'placeholder', 'missing'] as const;
const idShapes = ['guid', 'placeholder', 'masked', 'other'] as const;

/** How the token was asked for. */
export const tokenRequestFacts = {
  'token-request.grant': {
    type: [
      'authorization-code',
      'client-credentials',
      'refresh-token',
      'password',
      'device-code',
      'on-behalf-of',
      'managed-identity',
      'implicit',
      'interactive',
      'other',
    ],
    group: 'token-request',
    meaning: 'the grant that the token was asked for with',
    ask: {
      question: 'How do you get the token?',
      why: 'Each grant has its own scope and its own mistakes.',
      where: 'grant_type of the token request, or the call of your library.',
      who: 'caller',
      cost: 'know',
      only: { 'call.refused-by': ['entra'] },
      answers: {
        'client-credentials': 'Client id with secret or certificate (client credentials)',
        'authorization-code': 'Browser sign-in with a redirect (authorization code)',
        'device-code': 'Device code',
        password: 'User name and password',
        'refresh-token': 'Refresh token',
        'on-behalf-of': 'On behalf of a user',
        'managed-identity': 'Managed identity',
      },
    },
  },
  'token-request.endpoint': {
    type: ['v1', 'v2', 'discovery', 'managed-identity', 'other'],
    group: 'token-request',
    meaning: 'the version of the token endpoint',
  },
  'token-request.status': {
    type: 'number',
    group: 'token-request',
    meaning: 'the HTTP status that the authority answered with, where it names no AADSTS code',
    otherwise: 'an error',
    general: '<status>',
  },
  'token-request.host': { type: 'text', group: 'token-request', meaning: 'the host of the authority' },
  'token-request.cloud': {
    type: CLOUDS,
    group: 'token-request',
    meaning: 'the cloud of the authority',
    general: '<cloud of the authority>',
  },
  'token-request.method': { type: 'text', group: 'token-request', meaning: 'the HTTP method' },
  'token-request.tenant': {
    type: 'text',
    group: 'token-request',
    meaning: 'the tenant in the authority',
    otherwise: '<tenant id>',
  },
  'token-request.tenant-kind': {
    type: TENANT_KINDS,
    group: 'token-request',
    meaning: 'what kind of tenant the authority names',
    ask: {
      question: 'Which tenant does the address of the token request name?',
      why: 'An app signs in at its own tenant; /common and /organizations are for people.',
      where: 'The part behind login.microsoftonline.com/, or tenant and authority in the configuration.',
      who: 'caller',
      cost: 'know',
      only: { 'call.refused-by': ['entra'] },
      answers: {
        named: 'The id or a domain of the tenant',
        common: '/common, or none is set',
        organizations: '/organizations',
        consumers: '/consumers',
      },
    },
  },
  'token-request.names': { type: 'list', group: 'token-request', meaning: 'the names of all parameters' },
  'token-request.client-id': { type: 'text', group: 'token-request', meaning: 'client_id', otherwise: '<client id>' },
  'token-request.client-id-shape': {
    type: idShapes,
    group: 'token-request',
    meaning: 'whether client_id looks like an application id',
  },
  'token-request.client-is-tenant': {
    type: 'flag',
    group: 'token-request',
    meaning: 'client_id is the id of a tenant',
  },
  'token-request.client-is-object': {
    type: 'flag',
    group: 'token-request',
    meaning: 'the text names the client id as the object id of something',
  },
  'token-request.client-credential': {
    type: ['secret', 'assertion', 'none'],
    group: 'token-request',
    meaning: 'how the client proves itself',
  },
  'token-request.secret-shape': {
    type: ['value', 'guid', 'masked', 'encoded', 'empty', 'other'],
    group: 'token-request',
    meaning: 'the shape of client_secret',
  },
  'token-request.body-format': {
    type: ['form', 'json', 'query', 'empty'],
    group: 'token-request',
    meaning: 'how the parameters were sent',
  },
  'token-request.redirect-uri': {
    type: 'text',
    group: 'token-request',
    meaning: 'redirect_uri',
    otherwise: '<redirect URI>',
  },
  'token-request.scope': {
    type: 'list',
    group: 'token-request',
    meaning: 'the scopes that were asked for',
    otherwise: 'the scope',
    general: '<scope>',
  },
  'token-request.resource': { type: 'text', group: 'token-request', meaning: 'the v1 parameter resource' },
  'token-request.scope-form': {
    type: [
      'default',
      'bare-default',
      'no-resource',
      'named',
      'several-resources',
      'percent-encoded',
      'default-and-named',
      'resource-and-scope',
      'empty',
    ],
    group: 'token-request',
    meaning: 'the form of the scope',
    ask: {
      question: 'Which scope did the token request name?',
      why: 'A scope without its resource asks for Microsoft Graph.',
      where: 'scope= of the token request, or the scopes list of your library.',
      who: 'caller',
      cost: 'look-up',
      answers: {
        default: '<resource>/.default',
        'bare-default': '.default alone',
        'no-resource': 'Names without a resource, such as User.Read or Dataset.Read.All',
        named: '<resource>/<permission>',
        'several-resources': 'Scopes of two APIs',
      },
    },
  },
  'token-request.listed-apis': {
    type: ['one', 'several'],
    group: 'token-request',
    meaning: 'whether all scopes that the code or the error lists are of one API',
  },
  'token-request.asked-resource': {
    type: RESOURCES,
    group: 'token-request',
    meaning: 'the API that the scope or resource belongs to',
  },
  'token-request.asked-name': {
    type: 'text',
    group: 'token-request',
    meaning: 'the name of that API',
    otherwise: 'another API',
    general: '<API of the token request>',
  },
  'token-request.asked-other-host': {
    type: 'flag',
    group: 'token-request',
    meaning: 'whether that API is another host of a service each of whose hosts takes tokens for itself alone',
  },
  'token-request.first-asked': { type: RESOURCES, group: 'token-request', meaning: 'the first of several APIs' },
  'token-request.asked-cloud': { type: CLOUDS, group: 'token-request', meaning: 'the cloud of that resource' },
  'token-request.sent-as-refresh-token': {
    type: ['jwt', 'opaque', 'code', 'masked'],
    group: 'token-request',
    meaning: 'the shape of refresh_token',
  },
  'token-request.sent-as-code': {
    type: ['jwt', 'opaque', 'refresh-token', 'masked'],
    group: 'token-request',
    meaning: 'the shape of code',
  },
} as const satisfies Record<string, FactSpec>;

import type { FactSpec } from '../../model/fact.ts';

/**
 * The APIs that tokens are issued for and calls go to. `own-app`: the audience is the app that asked; `other-service`: one
 * of Microsoft that nothing here calls.
 */
export const RESOURCES = [
  'powerbi',
  'fabric',
  'graph',
  'arm',
  'storage',
  'sql',
  'kusto',
  'devops',
  'analysis-services',
  'key-vault',
  'azure-ad-graph',
  'data-lake',
  'other-service',
  'own-app',
  'custom-api',
  'unknown',
] as const;

/** The clouds that are told apart. */
export const CLOUDS = ['public', 'gcc', 'gcc-high', 'dod', 'us-government', 'china', 'germany', 'us-secret'] as const;

/**
 * The claims of the access token. Meanings follow
 * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
export const tokenFacts = {
  'token.aud': {
    type: 'text',
    group: 'token',
    meaning: 'aud: the API that the token was issued for',
    general: '<audience>',
  },
  'token.iss': { type: 'text', group: 'token', meaning: 'iss: who issued it' },
  'token.tid': { type: 'text', group: 'token', meaning: 'tid: the tenant it is for' },
  'token.ver': { type: 'text', group: 'token', meaning: 'ver: 1.0 or 2.0' },
  'token.idtyp': { type: 'text', group: 'token', meaning: 'idtyp: app for an app-only token' },
  'token.app-id': {
    type: 'text',
    group: 'token',
    meaning: 'appid or azp: the client that asked for the token',
    otherwise: 'the app',
  },
  'token.app-name': { type: 'text', group: 'token', meaning: 'app_displayname: the name of that client' },
  'token.app-auth': {
    type: 'text',
    group: 'token',
    meaning: 'appidacr or azpacr: 0 public client, 1 secret, 2 certificate',
  },
  'token.oid': {
    type: 'text',
    group: 'token',
    meaning: 'oid: the object id of the caller; for an app, of its enterprise application',
  },
  'token.sub': { type: 'text', group: 'token', meaning: 'sub: the subject; equal to oid in an app-only token' },
  'token.scp': {
    type: 'list',
    group: 'token',
    meaning: 'scp: the delegated scopes of a user token',
    general: '<scopes>',
  },
  'token.granted-scopes': {
    type: 'list',
    group: 'token',
    meaning: 'the scopes that the answer with the token names',
    general: '<scopes>',
  },
  'token.roles': { type: 'list', group: 'token', meaning: 'roles: application permissions', general: '<permissions>' },
  'token.wids': { type: 'list', group: 'token', meaning: 'wids: template ids of directory roles' },
  'token.acct': { type: 'text', group: 'token', meaning: 'acct: 0 member, 1 guest' },
  'token.idp': { type: 'text', group: 'token', meaning: 'idp: the identity provider, where it is not the issuer' },
  'token.amr': { type: 'list', group: 'token', meaning: 'amr: how the user signed in' },
  'token.xms-cc': { type: 'list', group: 'token', meaning: 'xms_cc: cp1 when the client can take claims challenges' },
  'token.managed-identity': {
    type: 'text',
    group: 'token',
    meaning: 'xms_mirid: the Azure resource of the managed identity',
  },
  'token.exp': { type: 'time', group: 'token', meaning: 'exp: the end of its life', general: '<time>' },
  'token.nbf': { type: 'time', group: 'token', meaning: 'nbf: the start of its life' },
  'token.checked-at': { type: 'time', group: 'token', meaning: 'the clock of the library that looked at the token' },
  'token.iat': { type: 'time', group: 'token', meaning: 'iat: when it was issued' },
  'token.uti': { type: 'text', group: 'token', meaning: 'uti: the id of the token in the sign-in log' },
  'token.alg': { type: 'text', group: 'token', meaning: 'alg: how it is signed', general: '<algorithm>' },
  'token.typ': { type: 'text', group: 'token', meaning: 'typ: JWT, or something else' },
  'token.kid': { type: 'text', group: 'token', meaning: 'kid: the signing key' },
  'token.bound': { type: 'flag', group: 'token', meaning: 'cnf: the token is bound to a key or device' },
  'token.names': { type: 'list', group: 'token', meaning: 'the names of all claims' },

  'token.resource': { type: RESOURCES, group: 'token', meaning: 'the API that the audience belongs to' },
  'token.resource-name': {
    type: 'text',
    group: 'token',
    meaning: 'the name of that API',
    otherwise: 'another API',
    general: '<API of the token>',
  },
  'token.cloud': {
    type: CLOUDS,
    group: 'token',
    meaning: 'the cloud of audience and issuer',
    general: '<cloud of the token>',
  },
  'token.lifetime': {
    type: ['valid', 'expired', 'not-yet-valid'],
    group: 'token',
    meaning: 'where the time of the call lies in the life of the token',
    ask: {
      question: 'Had the token expired when you called?',
      why: 'An expired token is refused whatever else is right.',
      where: 'fabric-auth-doctor token shows exp in UTC and in your time; compare it with the time of the call.',
      who: 'caller',
      cost: 'look-up',
      only: { 'call.refused-by': ['api'] },
      answers: {
        valid: 'No, it was minutes old',
        expired: 'Yes, or it was more than an hour old',
        'not-yet-valid': 'Its start (nbf) lies ahead',
      },
    },
  },
  'token.lifetime-words': {
    type: 'text',
    group: 'token',
    meaning: 'its life in words, such as "expired 3 hours before the call"',
    general: 'was not in time',
  },
  'token.signature': {
    type: ['verified', 'broken', 'not-verifiable'],
    group: 'token',
    meaning: 'whether the signature was made with a key of the issuer',
    ask: {
      question: 'Does the signature of the token verify?',
      why: 'A token that was edited, or stuck together from two, is refused though its claims look right.',
      where:
        'A JWT library with the keys of https://login.microsoftonline.com/common/discovery/v2.0/keys; never a web page. Tokens for Microsoft Graph cannot be verified by others.',
      who: 'caller',
      cost: 'command',
      only: { 'call.refused-by': ['api'] },
      answers: {
        verified: 'It verifies',
        broken: 'It does not verify, and the token is not for Microsoft Graph',
        'not-verifiable': 'The token is for Microsoft Graph',
      },
    },
  },
  'token.tenant': {
    type: ['expected', 'another'],
    group: 'token',
    meaning: 'whether the token comes from the tenant that owns the workspace',
    ask: {
      question: 'Is tid of the token the tenant that owns the workspace?',
      why: 'A token of another tenant sees nothing of this one: the API answers as if it were not there.',
      where:
        'fabric-auth-doctor token shows tid; compare it with Entra admin center > Overview > Tenant ID of that tenant.',
      who: 'caller',
      cost: 'look-up',
      answers: { expected: 'Yes', another: 'No, it is another tenant' },
    },
  },
  'token.portal-tenant': {
    type: ['same', 'another'],
    group: 'token',
    meaning: 'whether the token comes from the tenant in which a link opens the portal',
  },
  'token.directory-admin': {
    type: 'flag',
    group: 'token',
    meaning: 'wids holds Fabric Administrator or Global Administrator',
  },
  'token.issued-to-microsoft-client': {
    type: 'flag',
    group: 'token',
    meaning: 'the client is one of Microsoft, which gets user_impersonation',
  },
} as const satisfies Record<string, FactSpec>;

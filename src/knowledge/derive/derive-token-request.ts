import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';
import { isGuid } from '../../facts/guid.ts';
import type { Evidence } from '../../model/evidence.ts';
import { cloudOfAuthority } from '../clouds.ts';
import { resourceName, sameApplication } from '../resources.ts';
import { resourceAskedBy } from './derive-token.ts';

/** The cloud of the authority, from its host. */
export const authorityCloud: Derivation = {
  from: ['token-request.host'],
  gives: ['token-request.cloud'],
  derive: (evidence) => {
    const host = valueOf(evidence, 'token-request.host');
    const cloud = host === undefined ? undefined : cloudOfAuthority(host);
    return cloud === undefined ? {} : { 'token-request.cloud': cloud };
  },
};

/** Whether two ids are one; undefined where one of them is none, such as a domain or a mask. */
const sameId = (a: string | undefined, b: string | undefined): boolean | undefined =>
  a === undefined || b === undefined || !isGuid(a) || !isGuid(b) ? undefined : a.toLowerCase() === b.toLowerCase();

const OF_TENANT = '(?:azure ad |entra |azure )?(?:tenant|directory)[ _-]?id';
const OF_APP = '(?:client|application|app)[ _-]?id';
/** A person says that the id of the tenant stands for that of the app, or that both of its names were filled in. */
const TENANT_SENT: readonly RegExp[] = [
  new RegExp(
    `(?<!\\bnot )\\b(?:put|used?|using|pasted?|copied|entered|enter|sent|filled in|took) (?:the |my |our |their )?${OF_TENANT} (?:as|for|in(?:to)?|in place of|instead of) (?:the |my |our |their )?(?:field )?${OF_APP}\\b`,
  ),
  /\b(?:put in|used|pasted|copied|entered|filled in|typed in|gave|provided) (?:the |my |our |their )?(?:tenant[ _-]?id and (?:the |my |our |their )?(?:azure ad |entra |azure )?directory|(?:azure ad |entra |azure )?directory[ _-]?id and (?:the |my |our |their )?tenant)[ _-]?id\b(?!,? (?:and|as well as|plus))/,
];

/** Whether the text names this id as that of a tenant, or says that such an id was sent. */
const saysTenant = (text: string, client: string | undefined): boolean => {
  if (TENANT_SENT.some((words) => words.test(text))) return true;
  if (client === undefined || !isGuid(client)) return false;
  return new RegExp(`\\b(?:tenant|directory)[ _-]?id["' \\t:=|()]{1,12}${client.toLowerCase()}`).test(text);
};

/** Whether the id of the tenant was sent as that of the app, by the request, by what Entra says of it, or in words. */
export const clientIsTenant: Derivation = {
  from: ['token-request.client-id', 'token-request.tenant', 'entra.app-id', 'entra.directory', 'evidence.text'],
  gives: ['token-request.client-is-tenant'],
  derive: (evidence) => {
    const client = valueOf(evidence, 'token-request.client-id') ?? valueOf(evidence, 'entra.app-id');
    const tenant = valueOf(evidence, 'token-request.tenant') ?? valueOf(evidence, 'entra.directory');
    const same = sameId(client, tenant);
    if (same !== undefined) return { 'token-request.client-is-tenant': same };
    return saysTenant(valueOf(evidence, 'evidence.text') ?? '', client)
      ? { 'token-request.client-is-tenant': true }
      : {};
  },
};

/** The client id under another name elsewhere in the text: `Object ID   d0a1...`, `"objectId": "d0a1..."`. */
export const clientIsObject: Derivation = {
  from: ['token-request.client-id', 'entra.app-id', 'evidence.text'],
  gives: ['token-request.client-is-object'],
  derive: (evidence) => {
    const client = valueOf(evidence, 'entra.app-id') ?? valueOf(evidence, 'token-request.client-id');
    const text = valueOf(evidence, 'evidence.text');
    if (client === undefined || text === undefined || !isGuid(client)) return {};
    const named = new RegExp(`(?:\\bobject[ _-]?id|\\bobjectid|\\boid)["' \\t:=|()]{1,12}${client.toLowerCase()}`);
    return named.test(text) ? { 'token-request.client-is-object': true } : {};
  },
};

/** Scopes of the sign-in itself: they belong to no API. */
const OF_SIGN_IN = ['openid', 'profile', 'email', 'offline_access'];
/** Graph by its application id, which is the same in every cloud. */
const GRAPH = '00000003-0000-0000-c000-000000000000';
/** A permission without the API it belongs to, such as `User.Read` or `.default`. */
const WITHOUT_RESOURCE = /^(?:\.default|user_impersonation|[a-z_]{1,60}(?:\.[a-z_]{1,60}){1,5})$/i;

/** A resource that somebody masked, or a placeholder: it is not known, rather than an unknown API. */
const MASK = /[{}<>[\]*]|x{3}|^[\w.-]*$/i;

/** Scopes of Microsoft Graph, which Entra writes without their API in its answers. */
const OF_GRAPH =
  /^(?:User|Mail|Directory|Calendars|Files|Sites|People|Contacts|Group|GroupMember|Application|Team|Chat)\.(?:Read|Send)[\w.]*$/i;

/** What was asked for, by the scopes of the answer: nothing where the names alone do not tell their API. */
const grantedBy = (evidence: Evidence): readonly string[] => {
  const own = (valueOf(evidence, 'token.granted-scopes') ?? []).filter(
    (scope) => !OF_SIGN_IN.includes(scope.toLowerCase()),
  );
  if (own.every((scope) => scope.includes('://'))) return own;
  return own.every((scope) => OF_GRAPH.test(scope)) ? own.map((scope) => `${GRAPH}/${scope}`) : [];
};

/**
 * The resources that were asked for, as written. A scope without one is taken as Microsoft Graph's:
 * https://learn.microsoft.com/entra/identity-platform/scopes-oidc. The v1 endpoint reads `resource` only.
 */
const askedFor = (evidence: Evidence): readonly string[] => {
  const resource = valueOf(evidence, 'token-request.resource');
  const endpoint = valueOf(evidence, 'token-request.endpoint');
  if (resource !== undefined && endpoint !== 'v2') return [resource];
  if (endpoint === 'v1') return [];
  const scopes = (valueOf(evidence, 'token-request.scope') ?? []).filter(
    (scope) => !OF_SIGN_IN.includes(scope.toLowerCase()),
  );
  if (scopes.length === 0) return resource === undefined ? grantedBy(evidence) : [resource];
  return scopes.map((scope) => (WITHOUT_RESOURCE.test(scope) ? `${GRAPH}/${scope}` : scope));
};

/** The API that the token was asked for; nothing where scopes of several are mixed. */
export const askedResource: Derivation = {
  from: [
    'token-request.scope',
    'token-request.resource',
    'token-request.endpoint',
    'token-request.client-id',
    'token.granted-scopes',
  ],
  gives: [
    'token-request.asked-resource',
    'token-request.asked-name',
    'token-request.asked-cloud',
    'token-request.first-asked',
  ],
  derive: (evidence) => {
    const clientId = valueOf(evidence, 'token-request.client-id');
    const asked = askedFor(evidence);
    const [first, ...others] = asked.map((name) => resourceAskedBy(name, clientId));
    const name = asked[0];
    if (first === undefined || name === undefined || (first.resource === 'unknown' && MASK.test(name))) return {};
    if (others.some((other) => !sameApplication(other.resource, first.resource)))
      return { 'token-request.first-asked': first.resource };
    return {
      'token-request.asked-resource': first.resource,
      'token-request.asked-name': resourceName(first.resource, name),
      ...(first.cloud && { 'token-request.asked-cloud': first.cloud }),
    };
  },
};

/**
 * Scopes of the sign-in alone leave open whether another request named an API. A token for Microsoft Graph beside them shows
 * that none did.
 */
export const scopeOfSignIn: Derivation = {
  from: ['token-request.scope', 'token-request.scope-form', 'token-request.resource', 'token.resource'],
  gives: ['token-request.scope-form'],
  derive: (evidence) => {
    const scopes = valueOf(evidence, 'token-request.scope') ?? [];
    const isOpen = !evidence.has('token-request.scope-form') && !evidence.has('token-request.resource');
    const isOfSignIn = scopes.length > 0 && scopes.every((scope) => OF_SIGN_IN.includes(scope.toLowerCase()));
    return isOpen && isOfSignIn && valueOf(evidence, 'token.resource') === 'graph'
      ? { 'token-request.scope-form': 'no-resource' }
      : {};
  },
};

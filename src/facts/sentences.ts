import { type FactPath, factSpec } from './catalog.ts';

/** Sentences that hold when a fact has a value, for the values that a fix leads to. */
const SENTENCES: Readonly<Partial<Record<FactPath, Readonly<Record<string, string>>>>> = {
  'app.client-id-is': { 'application-id': 'client_id is the application (client) id of the registration' },
  'app.consent': { granted: 'consent was given for the permissions that are asked for' },
  'app.enabled': { yes: 'the enterprise application is enabled for sign-in' },
  'app.lists-permission': { yes: 'the API stands under API permissions of the app registration' },
  'app.public-client': { allowed: '"Allow public client flows" is on' },
  'app.registered-in': { 'this-tenant': 'the app stands under Enterprise apps of the tenant' },
  'app.tenancy': { 'multi-tenant': 'the registration supports accounts of any organization' },
  'call.audience': { right: 'the token is for the API that is called (aud)' },
  'call.clouds': { same: 'authority, audience and host belong to one cloud' },
  'caller.kind': { user: 'a person makes the call' },
  'capacity.state': { active: 'the capacity is active' },
  'credential.integrity': { whole: 'the whole token is sent, unaltered' },
  'credential.kind': { 'access-token': 'what stands behind "Bearer" is the access_token of a token response' },
  'downstream.answer': { accepted: 'the linked system accepts the credentials' },
  'item.owner': { caller: 'the caller owns the semantic model' },
  'item.row-level-security': {
    no: 'the semantic model has neither row-level security nor single sign-on to its source',
  },
  'observed.ids-checked': { right: 'the ids in the URL are those in the address of the item in the portal' },
  'observed.item-seen-by-others': { yes: 'somebody else sees the workspace or item' },
  'observed.list-workspaces': {
    'with-this-one': 'listing the workspaces with the same token gives this one',
    'without-this-one': 'the list comes without it',
  },
  'observed.other-client': { works: 'the same call works with curl and a token of another client' },
  'observed.other-network': { works: 'the call works from another network' },
  'observed.previous-version': { works: 'the previous version of the library or tool works' },
  'operation.found': { yes: 'method and path are those of a documented operation' },
  'operation.my-workspace': { false: 'the route names a workspace (/groups/{workspaceId})' },
  'operation.role-met': { true: 'the role of the caller in the workspace is high enough' },
  'operation.scopes-met': { true: 'scp of the token holds a permission that the operation takes' },
  'pipeline.role': { admin: 'the caller is Admin of the deployment pipeline' },
  'policy.conditional-access': { passes: 'no policy fails on the Conditional Access tab of the sign-in' },
  'reach.outcome': { answered: 'the service answers with a status' },
  'request.authorization': { bearer: 'the header is "Authorization: Bearer", one blank and the token' },
  'service.health': { fine: 'neither service health nor the list of known issues names the failure' },
  'setting.changed': { 'hours-ago': 'the last change is hours or days ago' },
  'setting.group-member': {
    'enterprise-application': 'the enterprise application (service principal) itself is in the group or has the role',
  },
  'sign-in.got-token': { true: 'the answer to the token request holds an access token' },
  'sign-in.returned': { code: 'the sign-in brings back a code', token: 'the sign-in brings back a token' },
  'tenant.used-fabric': { yes: 'somebody of the tenant has signed in to Power BI or Fabric' },
  'token.directory-admin': { true: 'wids of the token holds the role Fabric Administrator or Global Administrator' },
  'token.lifetime': { valid: 'the token is in time (nbf and exp)' },
  'token.signature': { verified: 'the signature of the token verifies' },
  'token-request.body-format': { form: 'the parameters are sent as a form' },
  'token-request.tenant-kind': { named: 'the address of the token request names the tenant' },
  'user.account': { fine: 'other sign-ins of the account work' },
  'user.fabric-admin': { yes: 'the account that makes the call is a Fabric administrator' },
  'workspace.kind': { modern: 'the workspace is of the present kind (its type is Workspace), and not My workspace' },
};

/** What a sentence about the value of a fact starts with. */
const SUBJECTS: Readonly<Partial<Record<FactPath, string>>> = {
  'app.consented-permissions': 'what the app holds with admin consent',
  'app.platform': 'the platform of the redirect URI',
  'capacity.role': 'the role of the caller on the capacity',
  'connection.role': 'the role of the caller on the connection',
  'gateway.role': 'the role of the caller on the gateway',
  'item.permission': 'the permission of the caller on the item',
  'licence.state': 'the licence of the user',
  'response.status': 'the status of the answer',
  'token.roles': 'the claim roles of a new token',
  'workspace.capacity': 'the capacity of the workspace',
  'workspace.role': 'the role of the caller in the workspace',
};

/** A sentence that holds when a fact has a value; undefined where there is none for it. */
export const sentenceOf = (path: FactPath, value: string): string | undefined => {
  const [, setting] = /^Tenant setting ("[^"]+")/.exec(factSpec(path).ask?.question ?? '') ?? [];
  if (setting !== undefined && value === 'covers-caller')
    return `the tenant setting ${setting} is on, for everybody or for a group that holds the caller`;
  return SENTENCES[path]?.[value];
};

/** What a sentence about a value of the fact starts with: words of its own, its question, or what it means. */
export const subjectOf = (path: FactPath): string => {
  const { ask, meaning } = factSpec(path);
  return SUBJECTS[path] ?? (ask ? `the answer to "${ask.question}"` : meaning.replace(/^whether /, ''));
};

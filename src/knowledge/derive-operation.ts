import { ROLES } from '../facts/catalog/operation.ts';
import type { Derivation } from '../facts/derivation.ts';
import { type Facts, valueOf } from '../facts/evidence.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Alternatives, Operation } from './operation-catalog.ts';
import { findOperation, type OperationMatch } from './operations.ts';
import { isPowerBiApplication, resourceOf } from './resources.ts';

const titled = (role: string): string => role.charAt(0).toUpperCase() + role.slice(1);

const joined = (alternatives: Alternatives): readonly string[] =>
  alternatives.map((parts) => parts.join(' and ')).filter(Boolean);

const LIMIT_WORDS: Readonly<Record<string, string>> = {
  requestsPerMinute: 'requests per minute',
  requestsPerHour: 'requests per hour',
  requestsPerDayOnSharedCapacity: 'requests per day on a shared capacity',
  concurrentRequests: 'requests at the same time',
  itemsPerRequest: 'items per request',
};

/** How often it may be called, in words; undefined where no such limit is named. */
const limitInWords = (limits: Operation['limits']): string | undefined => {
  const words = Object.entries(LIMIT_WORDS).flatMap(([name, text]) =>
    name in limits ? [`${limits[name]} ${text}`] : [],
  );
  if (words.length === 0) return undefined;
  const scope = limits['scope'];
  return `${words.join(', ')}${scope === undefined ? '' : ` per ${scope}`}`;
};

/** Calls by POST that only read or hand something out. */
const READS = /_(?:Get|List|Export|Execute|Generate|Test|Search|Score|Check)|^Copilot_|WorkspaceInfo_Post/i;

/** True for My workspace; unknown for routes that have a twin in a workspace but whose page names no workspace. */
const targetsMyWorkspace = (operation: Operation, inWorkspace: Operation | undefined): Facts => {
  if (operation.constraints.includes('targets-my-workspace')) return { 'operation.my-workspace': true };
  return inWorkspace === undefined ? { 'operation.my-workspace': false } : {};
};

const requirements = (operation: Operation): Facts => {
  const { scopes, role, itemPermission, limits } = operation;
  return {
    'operation.user': operation.user,
    'operation.service-principal': operation.servicePrincipal,
    'operation.identity-condition': operation.condition === '' ? null : operation.condition,
    ...(scopes !== null && { 'operation.scopes': joined(scopes) }),
    ...(role !== null && { 'operation.minimum-role': role, 'operation.role-name': titled(role) }),
    ...(itemPermission !== null && { 'operation.item-permission': joined(itemPermission) }),
    'operation.resource-roles': joined(operation.resourceRoles),
    'operation.settings': operation.settings,
    'operation.capacity': operation.capacity,
    'operation.preview': operation.preview,
    'operation.limit': limitInWords(limits) ?? null,
    'operation.constraints': operation.constraints,
  };
};

const described = (operation: Operation, inWorkspace: Operation | undefined): Facts => ({
  'operation.id': operation.id,
  'operation.in-workspace': inWorkspace?.path ?? null,
  ...targetsMyWorkspace(operation, inWorkspace),
  'operation.admin': operation.admin,
  'operation.writes': operation.method !== 'GET' && !READS.test(operation.id),
  ...requirements(operation),
});

/** All that is said of a call: of an unknown path, the nearest operations; of a known one, what it asks for. */
const factsOfMatch = (match: OperationMatch): Facts => {
  if (match.found === 'no') {
    const nearest = match.nearest.map(({ method, path }) => `${method} ${path}`);
    return { 'operation.found': 'no', 'operation.nearest': nearest };
  }
  const where: Facts = {
    'operation.found': match.found,
    'operation.path': match.path,
    'operation.methods': match.methods,
  };
  if (match.found === 'other-method' || match.operation === undefined) return where;
  return { ...where, ...described(match.operation, match.inWorkspace) };
};

const urlOf = (evidence: Evidence): string | undefined => {
  const host = valueOf(evidence, 'request.host');
  const url = valueOf(evidence, 'request.url');
  if (host === undefined || (url?.toLowerCase().includes(host) === true && /^[a-z]+:\/\//i.test(url))) return url;
  const path = valueOf(evidence, 'request.path');
  return path === undefined ? undefined : `https://${host}${path}`;
};

/** What the published descriptions say of the call. Nothing for hosts other than Power BI and Fabric. */
export const operationFacts: Derivation = {
  from: ['request.method', 'request.url', 'request.host', 'request.path'],
  gives: [
    'operation.found',
    'operation.id',
    'operation.path',
    'operation.methods',
    'operation.nearest',
    'operation.in-workspace',
    'operation.my-workspace',
    'operation.admin',
    'operation.writes',
    'operation.user',
    'operation.service-principal',
    'operation.identity-condition',
    'operation.scopes',
    'operation.minimum-role',
    'operation.role-name',
    'operation.item-permission',
    'operation.resource-roles',
    'operation.settings',
    'operation.capacity',
    'operation.preview',
    'operation.limit',
    'operation.constraints',
  ],
  derive: (evidence) => {
    const url = urlOf(evidence);
    const match = url === undefined ? undefined : findOperation(valueOf(evidence, 'request.method'), url);
    return match === undefined ? {} : factsOfMatch(match);
  },
};

/** Prefixes of scopes that belong to no item type, and so do not fill `{itemType}.X`. */
const NO_ITEM_TYPE = /^(?:Workspace|Tenant|Capacity|Gateway|Connection|Pipeline|OneLake|App|Content|UserState)\./i;

/** A scope to write holds the one to read; `Dataset` is the old name of `SemanticModel`, so either may serve for the other. */
const holds = (scp: readonly string[], wanted: string): boolean => {
  const lower = wanted.toLowerCase();
  if (lower.startsWith('{itemtype}')) {
    const rest = lower.slice('{itemtype}'.length);
    const ends = [rest, rest.replace('.read.all', '.readwrite.all')];
    return scp.some((scope) => ends.some((end) => scope.toLowerCase().endsWith(end)) && !NO_ITEM_TYPE.test(scope));
  }
  const enough = [lower, lower.replace('.read.all', '.readwrite.all')];
  const names = enough.flatMap((name) => [
    name,
    name.replace(/^dataset\./, 'semanticmodel.'),
    name.replace(/^semanticmodel\./, 'dataset.'),
  ]);
  return scp.some((scope) => names.includes(scope.toLowerCase()));
};

/** Whether `scp` holds one of the alternatives. `user_impersonation` stands for all rights of the user. */
export const scopesMet = (scp: readonly string[], alternatives: readonly string[]): boolean =>
  scp.includes('user_impersonation') ||
  alternatives.some((alternative) => alternative.split(' and ').every((wanted) => holds(scp, wanted)));

/** Compares `scp` with what the operation takes. Left out for app-only tokens, and for tokens of another API. */
export const operationScopesMet: Derivation = {
  from: ['operation.scopes', 'token.scp', 'token.resource'],
  gives: ['operation.scopes-met'],
  derive: (evidence) => {
    const scp = valueOf(evidence, 'token.scp');
    const alternatives = valueOf(evidence, 'operation.scopes');
    const ofAnotherApi = !isPowerBiApplication(valueOf(evidence, 'token.resource') ?? 'powerbi');
    if (scp === undefined || alternatives === undefined || ofAnotherApi) return {};
    return { 'operation.scopes-met': scopesMet(scp, alternatives) };
  },
};

/** A named permission of Power BI or Fabric with its API in front; undefined for `.default` and for other APIs. */
const ownPermission = (scope: string): string | undefined => {
  const slash = scope.lastIndexOf('/');
  const name = scope.slice(slash + 1);
  const isOwn = slash !== -1 && isPowerBiApplication(resourceOf(scope).resource);
  return isOwn && /^[A-Za-z_]{2,60}(?:\.[A-Za-z.]{2,60})?$/.test(name) ? name : undefined;
};

const OF_SIGN_IN = /^(?:openid|profile|email|offline_access)$/i;

/**
 * Compares the named scopes that were asked for with what the operation takes, where no token shows its own. What was
 * consented before may come with them, so this is less than `scp` tells.
 */
export const operationAskedScopesMet: Derivation = {
  from: ['operation.scopes', 'token-request.scope', 'token.scp', 'caller.kind', 'token-request.grant'],
  gives: ['operation.asked-scopes-met'],
  derive: (evidence) => {
    const alternatives = valueOf(evidence, 'operation.scopes');
    const asked = valueOf(evidence, 'token-request.scope')?.filter((scope) => !OF_SIGN_IN.test(scope)) ?? [];
    const names = asked.map(ownPermission);
    const isTold = evidence.has('token.scp') || valueOf(evidence, 'token-request.grant') === 'client-credentials';
    const ofApp = ['service-principal', 'managed-identity'].includes(valueOf(evidence, 'caller.kind') ?? 'user');
    if (alternatives === undefined || asked.length === 0 || isTold || ofApp) return {};
    const known = names.filter((name) => name !== undefined);
    return known.length < names.length ? {} : { 'operation.asked-scopes-met': scopesMet(known, alternatives) };
  },
};

/** Compares the role of the caller with the lowest that the operation takes. */
export const operationRoleMet: Derivation = {
  from: ['operation.minimum-role', 'workspace.role'],
  gives: ['operation.role-met'],
  derive: (evidence) => {
    const minimum = valueOf(evidence, 'operation.minimum-role');
    const role = valueOf(evidence, 'workspace.role');
    if (minimum === undefined || role === undefined) return {};
    return { 'operation.role-met': role !== 'none' && ROLES.indexOf(role) >= ROLES.indexOf(minimum) };
  },
};

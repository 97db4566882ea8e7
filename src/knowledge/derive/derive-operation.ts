import { ROLES } from '../../facts/catalog/operation.ts';
import type { Derivation } from '../../facts/derivation.ts';
import { type Facts, valueOf } from '../../facts/evidence.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Alternatives, Operation } from '../operation-catalog.ts';
import { findOperation, type OperationMatch } from '../operations.ts';

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

/** The query of a URL, where it is that of the path: it may name the type of a job. */
const queryOf = (url: string | undefined, path: string): string => {
  const at = url?.indexOf('?') ?? -1;
  return url !== undefined && at !== -1 && url.slice(0, at).endsWith(path) ? url.slice(at) : '';
};

/** The URL of the call; of a path without host, with the host that it is one of. */
const urlOf = (evidence: Evidence): string | undefined => {
  const host = valueOf(evidence, 'request.host');
  const url = valueOf(evidence, 'request.url');
  if (host === undefined || (url?.toLowerCase().includes(host) === true && /^[a-z]+:\/\//i.test(url))) return url;
  const path = valueOf(evidence, 'request.path');
  return path === undefined ? undefined : `https://${host}${path}${queryOf(url, path)}`;
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

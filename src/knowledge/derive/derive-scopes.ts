import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';
import type { Evidence } from '../../model/evidence.ts';
import { isPowerBiApplication, resourceOf } from '../resources.ts';

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

/**
 * Compares `scp` with what the operation takes. Left out for app-only tokens, for tokens of another API, and where it
 * looks enough and the API says that it is not.
 */
export const operationScopesMet: Derivation = {
  from: ['operation.scopes', 'token.scp', 'token.resource', 'response.codes'],
  gives: ['operation.scopes-met'],
  derive: (evidence) => {
    const scp = valueOf(evidence, 'token.scp');
    const alternatives = valueOf(evidence, 'operation.scopes');
    const ofAnotherApi = !isPowerBiApplication(valueOf(evidence, 'token.resource') ?? 'powerbi');
    if (scp === undefined || alternatives === undefined || ofAnotherApi) return {};
    const isMet = scopesMet(scp, alternatives);
    const isDoubted = isMet && valueOf(evidence, 'response.codes')?.includes('InsufficientScopes') === true;
    return isDoubted ? {} : { 'operation.scopes-met': isMet };
  },
};

/** Kinds of caller whose tokens have no scopes. */
const isApp = (evidence: Evidence): boolean =>
  ['service-principal', 'managed-identity'].includes(valueOf(evidence, 'caller.kind') ?? 'user');

/**
 * Compares the permissions that the app is said to list with what the operation takes, where no token shows its own. The
 * token may come from another app, so this is a hint.
 */
export const operationListedScopesMet: Derivation = {
  from: ['operation.scopes', 'said.permissions', 'token.scp', 'caller.kind'],
  gives: ['operation.listed-scopes-met'],
  derive: (evidence) => {
    const alternatives = valueOf(evidence, 'operation.scopes');
    const listed = valueOf(evidence, 'said.permissions');
    if (alternatives === undefined || listed === undefined || evidence.has('token.scp') || isApp(evidence)) return {};
    return { 'operation.listed-scopes-met': scopesMet(listed, alternatives) };
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
    if (alternatives === undefined || asked.length === 0 || isTold || isApp(evidence)) return {};
    const known = names.filter((name) => name !== undefined);
    return known.length < names.length ? {} : { 'operation.asked-scopes-met': scopesMet(known, alternatives) };
  },
};

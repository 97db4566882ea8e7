import type { ValueOf } from '../facts/catalog.ts';
import { splitUrl } from './url.ts';

type ScopeForm = ValueOf<'token-request.scope-form'>;

const OPENID = new Set(['openid', 'profile', 'email', 'offline_access', 'address', 'phone']);

/** The scopes in a decoded text; dots that stand for left-out ones are none. */
export const scopesIn = (text: string): readonly string[] =>
  text.split(/[\s,]+/).filter((scope) => scope !== '' && !/^(?:\.{2,}|…)$/.test(scope));

const hasPrefix = (scope: string): boolean =>
  scope.includes('://') || /^api:/i.test(scope) || /^[0-9a-f]{8}-[0-9a-f-]{20,30}\//i.test(scope);

/** What stands before the permission: the resource, without its case and slashes at the end. */
const prefixOf = (scope: string): string => {
  const [first = ''] = scope.split('/', 1);
  return scope.includes('://') ? splitUrl(scope).host : first.toLowerCase();
};

const isDefault = (scope: string): boolean => /(?:^|\/)\.default$/i.test(scope);

/** The form of the scope of a token request; undefined where it has only scopes of OpenID or a mask. */
export const scopeFormOf = (scopes: readonly string[], hasResource: boolean): ScopeForm | undefined => {
  const own = scopes.filter((scope) => !OPENID.has(scope.toLowerCase()));
  if (own.length === 0) return scopes.length === 0 ? 'empty' : undefined;
  if (hasResource) return 'resource-and-scope';
  if (own.some((scope) => /%20|%2B|%2F|%3A/i.test(scope))) return 'percent-encoded';
  if (own.every((scope) => scope.toLowerCase() === '.default')) return 'bare-default';
  const prefixes = new Set(own.filter(hasPrefix).map(prefixOf));
  if (prefixes.size > 1) return 'several-resources';
  const defaults = own.filter(isDefault).length;
  if (defaults > 0) return defaults === own.length ? 'default' : 'default-and-named';
  if (own.some(hasPrefix)) return 'named';
  return own.every((scope) => /^[A-Za-z][\w.-]{2,120}$/.test(scope)) ? 'no-resource' : undefined;
};

import type { ValueOf } from '../../facts/catalog.ts';
import { splitUrl } from '../syntax/url.ts';

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
  return scope.includes('://')
    ? splitUrl(scope).host.replace(/^outlook\.office365\.com$/, 'outlook.office.com')
    : first.toLowerCase();
};

/** Permissions that only Microsoft Graph has: without an API in front Entra takes them for its own. */
const OF_GRAPH =
  /^(?:User|Mail|MailboxSettings|Directory|Calendars|Files|Sites|People|Contacts|Group|GroupMember|Application|Team|Chat|Presence)\.(?:Read|Send)[\w.]{0,60}$/i;
/** The host and the application id of Microsoft Graph. */
const GRAPH =
  /^(?:(?:dod-)?graph\.microsoft\.(?:com|us)|microsoftgraph\.chinacloudapi\.cn|00000003-0000-0000-c000-0{12})$/;

/** A mask or a name in front of `/.default`: some API; a variable may stand for any. */
const maskedApi = (scope: string): string | undefined =>
  hasPrefix(scope) ? undefined : /^([^/<{[$%]{1,100})\/\.default$/i.exec(scope)?.[1]?.toLowerCase();

/** The resources of the scopes; those of Microsoft Graph are one, with and without it in front. */
const resourcesOf = (scopes: readonly string[]): ReadonlySet<string> =>
  new Set(
    scopes.flatMap((scope) => {
      const prefix = hasPrefix(scope) ? prefixOf(scope) : undefined;
      if (prefix !== undefined) return GRAPH.test(prefix) ? ['graph'] : [prefix];
      return OF_GRAPH.test(scope) ? ['graph'] : [];
    }),
  );

/** The APIs that scopes are seen to be of, those behind a mask as well. */
export const apisOf = (scopes: readonly string[]): ReadonlySet<string> =>
  new Set([...resourcesOf(scopes), ...scopes.flatMap((scope) => maskedApi(scope) ?? [])]);

const isDefault = (scope: string): boolean => /(?:^|\/)\.default$/i.test(scope);

/** Whether these are scopes of the sign-in alone: the token that they give opens nothing but the profile at Microsoft Graph. */
export const isOpenIdOnly = (scopes: readonly string[]): boolean =>
  scopes.length > 0 && scopes.every((scope) => OPENID.has(scope.toLowerCase()));

/** The form of the scope of a token request; undefined where it is a mask. */
export const scopeFormOf = (scopes: readonly string[], hasResource: boolean): ScopeForm | undefined => {
  const own = scopes.filter((scope) => !OPENID.has(scope.toLowerCase()));
  if (scopes.length === 0) return 'empty';
  if (own.length === 0) return hasResource ? undefined : 'no-resource';
  if (hasResource) return 'resource-and-scope';
  if (own.some((scope) => /%20|%2B|%2F|%3A/i.test(scope))) return 'percent-encoded';
  if (own.every((scope) => /^\/?\.default$/i.test(scope))) return 'bare-default';
  if (resourcesOf(own).size > 1) return 'several-resources';
  const defaults = own.filter(isDefault).length;
  if (defaults > 0) return defaults === own.length ? 'default' : 'default-and-named';
  if (own.some(hasPrefix)) return 'named';
  return own.every((scope) => /^[A-Za-z][\w.-]{2,120}$/.test(scope)) ? 'no-resource' : undefined;
};

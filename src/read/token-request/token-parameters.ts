import type { Facts } from '../../facts/evidence.ts';
import type { Fields } from '../../model/incident.ts';
import { tenantIn } from '../syntax/sign-in-host.ts';
import { percentDecoded, splitUrl } from '../syntax/url.ts';
import { grantOf } from './grant.ts';
import { isOpenIdOnly, scopeFormOf, scopesIn } from './scope-form.ts';
import { idShapeOf, tenantKindOf } from './tenant-kind.ts';

/** The values of a query or form, decoded once. */
export const decoded = (fields: Fields): Fields =>
  new Map([...fields].map(([name, value]) => [name.trim(), percentDecoded(value.replaceAll('+', ' '))]));

/** What a token is asked for. */
export const scopeFacts = (scope: string | undefined, resource: string | undefined): Facts => {
  const scopes = scope === undefined ? undefined : scopesIn(scope);
  const form = scopes === undefined ? undefined : scopeFormOf(scopes, resource !== undefined);
  return {
    ...(scopes === undefined ? {} : { 'token-request.scope': scopes }),
    ...(resource === undefined ? {} : { 'token-request.resource': resource }),
    ...(form === undefined ? {} : { 'token-request.scope-form': form }),
  };
};

/** Grant, client and redirect URI, as their parameters name them. */
export const plainFacts = (fields: Fields): Facts => {
  const grant = fields.get('grant_type');
  const clientId = fields.get('client_id');
  const redirect = fields.get('redirect_uri');
  return {
    ...(grant === undefined || grant === '' ? {} : { 'token-request.grant': grantOf(grant) }),
    ...(clientId === undefined
      ? {}
      : { 'token-request.client-id': clientId, 'token-request.client-id-shape': idShapeOf(clientId) }),
    ...(redirect === undefined ? {} : { 'token-request.redirect-uri': redirect }),
  };
};

/** What scopes outside of the request for the token tell of it: with those of the sign-in alone it may still name an API. */
export const scopeFactsAhead = (scope: string | undefined, resource: string | undefined): Facts => {
  const { 'token-request.scope-form': form, ...asked } = scopeFacts(scope, resource);
  const isOpen = form === undefined || isOpenIdOnly(asked['token-request.scope'] ?? []);
  return isOpen ? asked : { ...asked, 'token-request.scope-form': form };
};

/** A variable or mask, or a value that was cut: it fills no gap. */
const HIDDEN = /^[<{[$]|(?:\.{3}|…)$/;

/**
 * What the first leg of a sign-in tells of the second: both name the same tenant, client and redirect URI. A request
 * for the token of another grant has nothing to do with it; one that was seen whole says for itself what it names.
 */
export const authorizeFacts = (url: string | undefined, known: Facts): Facts => {
  const grant = known['token-request.grant'];
  if (url === undefined || (grant !== undefined && grant !== 'authorization-code')) return {};
  const { path, query } = splitUrl(url);
  const fields = new Map([...decoded(query)].filter(([, value]) => !HIDDEN.test(value)));
  const segment = tenantIn(path);
  const tenant = segment === undefined || HIDDEN.test(segment) ? undefined : segment;
  const asks = known['token-request.scope'] !== undefined || known['token-request.resource'] !== undefined;
  const named: Facts =
    known['token-request.names'] !== undefined
      ? {}
      : {
          ...plainFacts(new Map([...fields].filter(([name]) => name === 'client_id' || name === 'redirect_uri'))),
          ...(asks ? {} : scopeFactsAhead(fields.get('scope'), fields.get('resource'))),
        };
  // An address of the token endpoint with a variable in it may name another tenant.
  const hasOwn = known['token-request.endpoint'] === 'v1' || known['token-request.endpoint'] === 'v2';
  const tenantKnown =
    hasOwn || known['token-request.tenant'] !== undefined || known['token-request.tenant-kind'] !== undefined;
  return {
    ...(tenantKnown || tenant === undefined
      ? {}
      : { 'token-request.tenant': tenant, 'token-request.tenant-kind': tenantKindOf(tenant) }),
    ...named,
  };
};

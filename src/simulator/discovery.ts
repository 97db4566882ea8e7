import type { Authority } from './authority.ts';
import { given, type Heard, type Reply } from './exchange.ts';
import { refusal } from './refusal.ts';
import { isShared } from './token-request.ts';
import type { World } from './world.ts';

const knownTenant = ({ tenant, foreignTenant }: World, segment: string): string | undefined => {
  if (segment === tenant.domain || segment === tenant.id) return tenant.id;
  if (segment === foreignTenant.domain || segment === foreignTenant.id) return foreignTenant.id;
  return isShared(segment) ? '{tenantid}' : undefined;
};

/** The document of an authority: its endpoints, by tenant and version. */
export const discovery = (authority: Authority, { host, path }: Heard): Reply => {
  const segment = decodeURIComponent(path.split('/')[1] ?? '');
  const tenant = knownTenant(authority.world, segment);
  if (tenant === undefined) return refusal(authority, 90002, { 'tenant-segment': segment });
  const isV2 = path.includes('/v2.0/');
  const base = `https://${host}/${tenant}`;
  const oauth = isV2 ? `${base}/oauth2/v2.0` : `${base}/oauth2`;
  return given({
    token_endpoint: `${oauth}/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: isV2 ? `${base}/discovery/v2.0/keys` : `https://${host}/common/discovery/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: isV2 ? `${base}/v2.0` : `https://sts.windows.net/${tenant}/`,
    authorization_endpoint: `${oauth}/authorize`,
    device_authorization_endpoint: `${oauth}/devicecode`,
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
    msgraph_host: 'graph.microsoft.com',
  });
};

/** MSAL asks which hosts are one cloud before anything else. */
export const instances = ({ host }: Heard): Reply =>
  given({
    tenant_discovery_endpoint: `https://${host}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  });

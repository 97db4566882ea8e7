import { apiOf } from '../knowledge/apis.ts';
import { type Cloud, definitelyDiffer, possibleClouds } from '../knowledge/clouds.ts';
import type { Resource } from '../knowledge/resource-table.ts';
import { isPowerBiApplication, resourceOf, sameApplication } from '../knowledge/resources.ts';

/** An API that a live check may call. */
export type LiveApi = 'entra' | 'powerbi' | 'fabric' | 'graph';

type Hosts = Readonly<Record<Exclude<LiveApi, 'fabric'>, string>> & { readonly fabric?: string };

/**
 * Every host that anything is ever sent to. Nothing that was pasted, and no claim, header or redirect, adds one. Sources:
 * https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud,
 * https://learn.microsoft.com/graph/deployments and
 * https://learn.microsoft.com/power-bi/developer/embedded/embed-sample-for-customers-national-clouds
 */
export const LIVE_HOSTS: Readonly<Partial<Record<Cloud, Hosts>>> = {
  public: {
    entra: 'login.microsoftonline.com',
    powerbi: 'api.powerbi.com',
    fabric: 'api.fabric.microsoft.com',
    graph: 'graph.microsoft.com',
  },
  gcc: { entra: 'login.microsoftonline.com', powerbi: 'api.powerbigov.us', graph: 'graph.microsoft.com' },
  'gcc-high': { entra: 'login.microsoftonline.us', powerbi: 'api.high.powerbigov.us', graph: 'graph.microsoft.us' },
  dod: { entra: 'login.microsoftonline.us', powerbi: 'api.mil.powerbigov.us', graph: 'dod-graph.microsoft.us' },
  china: {
    entra: 'login.partner.microsoftonline.cn',
    powerbi: 'api.powerbi.cn',
    graph: 'microsoftgraph.chinacloudapi.cn',
  },
};

/** What goes along with a request. `proof`: a secret, assertion, code or refresh token, which only Entra ID may see. */
export type Carries =
  | { readonly what: 'nothing' }
  | { readonly what: 'proof'; readonly cloud: Cloud }
  | { readonly what: 'token'; readonly audience: string };

/** Why something is not sent. */
export class NotAllowedError extends Error {
  override readonly name = 'NotAllowedError';
  readonly code: 'HOST_NOT_ALLOWED' | 'URL_NOT_PLAIN' | 'TOKEN_FOR_ANOTHER_API' | 'SECRET_FOR_ANOTHER_CLOUD';

  constructor(code: NotAllowedError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Where a request goes: an exact host of the list. */
export interface Destination {
  readonly api: LiveApi;
  readonly clouds: readonly Cloud[];
}

/** The host of an API in a cloud; undefined where none is listed. */
export const liveHost = (api: LiveApi, cloud: Cloud): string | undefined => LIVE_HOSTS[cloud]?.[api];

const destinations = new Map<string, Destination>();
for (const [cloud, hosts] of Object.entries(LIVE_HOSTS) as [Cloud, Hosts][]) {
  for (const [api, host] of Object.entries(hosts) as [LiveApi, string][]) {
    destinations.set(host, { api, clouds: [...(destinations.get(host)?.clouds ?? []), cloud] });
  }
}

/** Workspace hosts of private links: https://learn.microsoft.com/fabric/security/security-workspace-level-private-links-overview */
const WORKSPACE_HOST = /^[0-9a-f]{32}\.z[0-9a-f]{2}\.w\.api\.fabric\.microsoft\.com$/;

const destinationOf = (host: string): Destination | undefined =>
  destinations.get(host) ?? (WORKSPACE_HOST.test(host) ? { api: 'fabric', clouds: ['public'] } : undefined);

/** Plain: https, no user name or password, no port, no fragment. Everything else is a way to hide where it goes. */
const isPlain = (url: URL): boolean =>
  url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '' && url.hash === '';

const serves = (resource: Resource, api: LiveApi): boolean =>
  api === 'graph' ? sameApplication(resource, 'graph') : api !== 'entra' && isPowerBiApplication(resource);

const allowToken = (audience: string, { api, clouds }: Destination, url: URL): void => {
  const { resource, cloud } = resourceOf(audience);
  const matches = serves(resource, api) && apiOf(url.hostname, url.pathname).api !== 'other';
  const fits =
    cloud === undefined || !definitelyDiffer([possibleClouds(cloud, isPowerBiApplication(resource)), [...clouds]]);
  if (matches && fits) return;
  throw new NotAllowedError(
    'TOKEN_FOR_ANOTHER_API',
    `The token was not issued for ${url.hostname}, so it is not sent there.`,
  );
};

/**
 * Checks one request before it is sent: to an exact host of {@link LIVE_HOSTS}, with a token only where it was issued
 * for, with a secret only to the authority of its cloud.
 *
 * @throws NotAllowedError with a code that says why it is not sent.
 */
export const allow = (url: URL, carries: Carries): Destination => {
  if (!isPlain(url)) throw new NotAllowedError('URL_NOT_PLAIN', 'Only plain https URLs are called.');
  const destination = destinationOf(url.hostname);
  if (destination === undefined) {
    throw new NotAllowedError('HOST_NOT_ALLOWED', `${url.hostname} is not one of the hosts that may be called.`);
  }
  if (carries.what === 'token') allowToken(carries.audience, destination, url);
  if (carries.what === 'proof' && !(destination.api === 'entra' && destination.clouds.includes(carries.cloud))) {
    throw new NotAllowedError(
      'SECRET_FOR_ANOTHER_CLOUD',
      `A secret goes only to the authority of its cloud, not to ${url.hostname}.`,
    );
  }
  return destination;
};

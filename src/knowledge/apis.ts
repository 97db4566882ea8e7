import type { callFacts } from '../facts/catalog/call.ts';
import { type Cloud, cloudOfAuthority } from './clouds.ts';
import { OTHER_SERVICE_HOSTS } from './other-services.ts';
import type { NamedResource } from './resource-table.ts';
import { identifierOf } from './resources.ts';

/** An API that is told apart by host and path. */
export type Api = (typeof callFacts)['call.api']['type'][number];

/** What a host and a path say. */
export interface ApiMatch {
  readonly api: Api;
  readonly cloud?: Cloud;
  /** The resource that the token must be issued for; undefined where none is (sign-in) or nobody knows. */
  readonly resource?: NamedResource;
}

interface ApiEntry {
  readonly name: string;
  readonly resource?: NamedResource;
}

/** Every API: its name for people and the resource that its token must be issued for. */
export const API_TABLE: Readonly<Record<Api, ApiEntry>> = {
  powerbi: { name: 'the Power BI REST API', resource: 'powerbi' },
  fabric: { name: 'the Fabric REST API', resource: 'fabric' },
  'fabric-myorg': { name: 'the Power BI routes on the Fabric host', resource: 'powerbi' },
  onelake: { name: 'OneLake', resource: 'storage' },
  graph: { name: 'Microsoft Graph', resource: 'graph' },
  arm: { name: 'Azure Resource Manager', resource: 'arm' },
  sql: { name: 'the SQL endpoint', resource: 'sql' },
  kusto: { name: 'the Kusto endpoint', resource: 'kusto' },
  devops: { name: 'Azure DevOps', resource: 'devops' },
  xmla: { name: 'the XMLA endpoint', resource: 'powerbi' },
  embedding: { name: 'Power BI embedding', resource: 'powerbi' },
  entra: { name: 'Microsoft Entra ID' },
  storage: { name: 'Azure Storage', resource: 'storage' },
  'key-vault': { name: 'Azure Key Vault', resource: 'key-vault' },
  'other-service': { name: 'another service of Microsoft' },
  other: { name: 'another API' },
};

interface HostRow {
  /** A host; with a leading dot, every host that ends so. */
  readonly host: string;
  readonly api: Api;
  readonly cloud?: Cloud;
  /** In place of the resource of the API; `null`: none is known. */
  readonly resource?: NamedResource | null;
}

const all = (api: Api, cloud: Cloud, ...hosts: readonly string[]): readonly HostRow[] =>
  hosts.map((host) => ({ host, api, cloud }));

/** Every host that is told apart; the first row that fits counts. Exported for the test of the table. */
export const HOSTS: readonly HostRow[] = [
  ...all('powerbi', 'public', 'api.powerbi.com', '.analysis.windows.net', 'msitapi.powerbi.com'),
  ...all('powerbi', 'gcc-high', 'api.high.powerbigov.us', '.high.analysis.usgovcloudapi.net'),
  ...all('powerbi', 'dod', 'api.mil.powerbigov.us', '.mil.analysis.usgovcloudapi.net'),
  ...all('powerbi', 'gcc', 'api.powerbigov.us', 'api.gov.powerbigov.us', '.analysis.usgovcloudapi.net'),
  ...all('powerbi', 'china', 'api.powerbi.cn', '.analysis.chinacloudapi.cn'),
  ...all('powerbi', 'germany', 'api.powerbi.de', '.analysis.cloudapi.de'),
  ...all('powerbi', 'us-secret', 'api.powerbi.microsoft.scloud', 'api.powerbi.eaglex.ic.gov'),
  ...all('embedding', 'public', 'app.powerbi.com', 'embedded.powerbi.com', 'app.fabric.microsoft.com'),
  ...all('embedding', 'gcc-high', 'app.high.powerbigov.us'),
  ...all('embedding', 'dod', 'app.mil.powerbigov.us'),
  ...all('embedding', 'gcc', 'app.powerbigov.us'),
  ...all('embedding', 'china', 'app.powerbi.cn'),
  ...all('embedding', 'germany', 'app.powerbi.de'),
  ...all('onelake', 'public', '.dfs.fabric.microsoft.com', '.blob.fabric.microsoft.com'),
  ...all(
    'onelake',
    'public',
    '.table.fabric.microsoft.com',
    '.onelake.fabric.microsoft.com',
    'onelake.fabric.microsoft.com',
  ),
  ...all('sql', 'public', '.datawarehouse.fabric.microsoft.com', '.database.fabric.microsoft.com'),
  ...all('sql', 'public', '.datamart.fabric.microsoft.com', '.datawarehouse.pbidedicated.windows.net'),
  ...all('sql', 'public', '.database.windows.net'),
  { host: '.pbidedicated.windows.net', api: 'embedding', cloud: 'public', resource: null },
  ...all('sql', 'us-government', '.database.usgovcloudapi.net'),
  ...all('sql', 'china', '.database.chinacloudapi.cn'),
  ...all('kusto', 'public', '.kusto.fabric.microsoft.com', '.kusto.windows.net'),
  ...all('kusto', 'us-government', '.kusto.usgovcloudapi.net'),
  ...all('fabric', 'public', 'api.fabric.microsoft.com', '.api.fabric.microsoft.com', 'msitapi.fabric.microsoft.com'),
  ...all('fabric', 'public', '.graphql.fabric.microsoft.com', '.userdatafunctions.fabric.microsoft.com'),
  ...all('graph', 'public', 'graph.microsoft.com'),
  ...all('graph', 'gcc-high', 'graph.microsoft.us'),
  ...all('graph', 'dod', 'dod-graph.microsoft.us'),
  ...all('graph', 'china', 'microsoftgraph.chinacloudapi.cn'),
  ...all('arm', 'public', 'management.azure.com', 'management.core.windows.net'),
  ...all('arm', 'us-government', 'management.usgovcloudapi.net'),
  ...all('arm', 'china', 'management.chinacloudapi.cn'),
  ...all('devops', 'public', 'dev.azure.com', '.dev.azure.com', '.visualstudio.com'),
  ...all('storage', 'public', '.dfs.core.windows.net', '.blob.core.windows.net', '.table.core.windows.net'),
  ...all('storage', 'us-government', '.dfs.core.usgovcloudapi.net', '.blob.core.usgovcloudapi.net'),
  ...all('storage', 'china', '.dfs.core.chinacloudapi.cn', '.blob.core.chinacloudapi.cn'),
  ...all('key-vault', 'public', '.vault.azure.net'),
  ...all('key-vault', 'us-government', '.vault.usgovcloudapi.net'),
  ...all('key-vault', 'china', '.vault.azure.cn'),
  { host: '.asazure.windows.net', api: 'other', cloud: 'public', resource: 'analysis-services' },
  ...OTHER_SERVICE_HOSTS.map((host): HostRow => ({ host, api: 'other-service' })),
  { host: 'graph.windows.net', api: 'other', cloud: 'public', resource: 'azure-ad-graph' },
];

/** Paths of the web client on the Power BI hosts: what a browser loads for an embedded report. */
const EMBED_PATHS = ['/metadata/', '/explore/', '/reportembed', '/dashboardembed', '/powerbi/metadata/'];

const refine = (api: Api, path: string, scheme: string): Api => {
  if (api === 'powerbi' && scheme === 'powerbi') return 'xmla';
  if (api === 'powerbi' && EMBED_PATHS.some((start) => path.startsWith(start))) return 'embedding';
  if (api === 'powerbi' && path === '/xmla') return 'xmla';
  return api === 'fabric' && /^\/+(?:v1\.0|beta)(?:\/|$)/.test(path) ? 'fabric-myorg' : api;
};

const found = (api: Api, cloud: Cloud | undefined, resource: NamedResource | null | undefined): ApiMatch => {
  const required = resource === null ? undefined : (resource ?? API_TABLE[api].resource);
  return { api, ...(cloud && { cloud }), ...(required && { resource: required }) };
};

/** The API that a host and a path belong to, with its cloud and the resource its token must be issued for. */
export const apiOf = (host: string, path: string, scheme = 'https'): ApiMatch => {
  const [named = ''] = host.toLowerCase().split(':', 1);
  const name = named.replace(/\.$/, '');
  const authority = cloudOfAuthority(name);
  if (authority !== undefined) return found('entra', authority, undefined);
  const row = HOSTS.find((entry) => (entry.host.startsWith('.') ? name.endsWith(entry.host) : name === entry.host));
  if (row === undefined) return { api: 'other' };
  return found(refine(row.api, path.toLowerCase(), scheme.toLowerCase()), row.cloud, row.resource);
};

/** The scope that an app asks for to call a resource. Azure DevOps is named by its application id. */
export const scopeOf = (resource: NamedResource, cloud: Cloud): string | undefined => {
  const identifier = identifierOf(resource, cloud);
  return identifier === undefined ? undefined : `${identifier}/.default`;
};

/** The scope that an app asks for to call an API; undefined where the API has no fixed resource in the cloud. */
export const scopeFor = (api: Api, cloud: Cloud): string | undefined => {
  const { resource } = API_TABLE[api];
  return resource === undefined ? undefined : scopeOf(resource, cloud);
};

import type { RESOURCES } from '../facts/catalog/token.ts';
import type { Cloud } from './clouds.ts';

/** An API that tokens are issued for. */
export type Resource = (typeof RESOURCES)[number];

/** The resources that have a fixed identity; the others are told by the shape of the audience. */
export type NamedResource = Exclude<Resource, 'other-service' | 'own-app' | 'custom-api' | 'unknown'>;

/** An identifier of a resource. Without a cloud it is the same in several. */
export interface Audience {
  /** In lower case, without trailing slash. A leading `*.` stands for any one host name before it. */
  readonly uri: string;
  readonly cloud?: Cloud;
}

interface ResourceEntry {
  readonly name: string;
  /** Application ids. Two resources with one id are one application. */
  readonly appIds: readonly Audience[];
  /** In order of preference: the first of a cloud is the one to ask for. */
  readonly audiences: readonly Audience[];
}

const at = (uri: string, cloud?: Cloud): Audience => (cloud === undefined ? { uri } : { uri, cloud });

const POWER_BI_APPS = [at('00000009-0000-0000-c000-000000000000'), at('fc4979e5-0aa5-429f-b13a-5d1365be5566', 'gcc')];

/**
 * Every resource with all names it is known by. Sources: https://learn.microsoft.com/rest/api/fabric/articles/scopes,
 * https://learn.microsoft.com/power-bi/developer/embedded/embed-sample-for-customers-national-clouds and
 * https://github.com/dirkjanm/ROADtools (firstpartyscopes.json, resourceidentifiers).
 */
export const RESOURCE_TABLE: Readonly<Record<NamedResource, ResourceEntry>> = {
  powerbi: {
    name: 'Power BI',
    appIds: POWER_BI_APPS,
    audiences: [
      at('https://analysis.windows.net/powerbi/api', 'public'),
      at('https://analysis.usgovcloudapi.net/powerbi/api', 'gcc'),
      at('https://high.analysis.usgovcloudapi.net/powerbi/api', 'gcc-high'),
      at('https://mil.analysis.usgovcloudapi.net/powerbi/api', 'dod'),
      at('https://analysis.chinacloudapi.cn/powerbi/api', 'china'),
      at('https://analysis.cloudapi.de/powerbi/api', 'germany'),
      at('https://analysis.microsoft.scloud/powerbi/api', 'us-secret'),
      at('https://analysis.eaglex.ic.gov/powerbi/api', 'us-secret'),
    ],
  },
  fabric: {
    name: 'Microsoft Fabric',
    appIds: POWER_BI_APPS,
    audiences: [at('https://api.fabric.microsoft.com', 'public')],
  },
  graph: {
    name: 'Microsoft Graph',
    appIds: [at('00000003-0000-0000-c000-000000000000')],
    audiences: [
      at('https://graph.microsoft.com', 'public'),
      at('https://graph.microsoft.us', 'gcc-high'),
      at('https://dod-graph.microsoft.us', 'dod'),
      at('https://microsoftgraph.chinacloudapi.cn', 'china'),
    ],
  },
  arm: {
    name: 'Azure Resource Manager',
    appIds: [at('797f4846-ba00-4fd7-ba43-dac1f8f63013')],
    audiences: [
      at('https://management.azure.com', 'public'),
      at('https://management.core.windows.net', 'public'),
      at('https://management.usgovcloudapi.net', 'us-government'),
      at('https://management.core.usgovcloudapi.net', 'us-government'),
      at('https://management.chinacloudapi.cn', 'china'),
      at('https://management.core.chinacloudapi.cn', 'china'),
    ],
  },
  storage: {
    name: 'Azure Storage (OneLake)',
    appIds: [at('e406a681-f3d4-42a8-90b6-c2b029497af1')],
    audiences: [
      at('https://storage.azure.com'),
      at('https://*.blob.core.windows.net'),
      at('https://*.dfs.core.windows.net'),
    ],
  },
  sql: {
    name: 'Azure SQL',
    appIds: [at('022907d3-0f1b-48f7-badc-1ba6abab6d66')],
    audiences: [
      at('https://database.windows.net', 'public'),
      at('https://database.usgovcloudapi.net', 'us-government'),
      at('https://database.chinacloudapi.cn', 'china'),
    ],
  },
  kusto: {
    name: 'Azure Data Explorer (Kusto)',
    appIds: [at('2746ea77-4702-4b45-80ca-3c97e680e8b7')],
    audiences: [
      at('https://kusto.kusto.windows.net', 'public'),
      at('https://*.kusto.windows.net', 'public'),
      at('https://*.kusto.fabric.microsoft.com', 'public'),
      at('https://*.kusto.usgovcloudapi.net', 'us-government'),
      at('https://*.kusto.chinacloudapi.cn', 'china'),
    ],
  },
  devops: {
    name: 'Azure DevOps',
    appIds: [at('499b84ac-1321-427f-aa17-267ca6975798')],
    audiences: [at('https://app.vssps.visualstudio.com', 'public')],
  },
  'analysis-services': {
    name: 'Azure Analysis Services',
    appIds: [at('4ac7d521-0382-477b-b0f8-7e1d95f85ca2')],
    audiences: [at('https://*.asazure.windows.net', 'public')],
  },
  'key-vault': {
    name: 'Azure Key Vault',
    appIds: [at('cfa8b339-82a2-471a-a3c9-0fc0be7a4093')],
    audiences: [
      at('https://vault.azure.net', 'public'),
      at('https://vault.usgovcloudapi.net', 'us-government'),
      at('https://vault.azure.cn', 'china'),
    ],
  },
  'azure-ad-graph': {
    name: 'Azure AD Graph (retired)',
    appIds: [at('00000002-0000-0000-c000-000000000000')],
    audiences: [at('https://graph.windows.net', 'public')],
  },
  'data-lake': {
    name: 'Azure Data Lake Storage Gen1 (retired)',
    appIds: [at('e9f49c6b-5ce5-44c8-925d-015017e9f7ad')],
    audiences: [at('https://datalake.azure.net', 'public')],
  },
};

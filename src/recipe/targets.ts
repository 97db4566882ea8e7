import type { RecipeApi, SetUp } from './model.ts';
import { get, needed, type Target, wrongToken } from './target-model.ts';

const SETTING: SetUp = {
  do: 'Turn on "Service principals can call Fabric public APIs", for a security group that holds the app.',
  who: 'fabric-admin',
  where: 'Fabric portal > Settings > Admin portal > Tenant settings > Developer settings',
};

const ROLE: SetUp = {
  do: 'Give the app a role in the workspace: see "recipe grant workspace-role".',
  who: 'workspace-admin',
  where: 'Fabric portal > the workspace > Manage access',
};

const SCOPES = 'https://learn.microsoft.com/rest/api/fabric/articles/scopes';
const DEVOPS =
  'https://learn.microsoft.com/azure/devops/integrate/get-started/authentication/service-principal-managed-identity';
const STORAGE = 'https://learn.microsoft.com/fabric/onelake/onelake-access-api';

/** Capacities of Fabric are listed for regions of the public cloud alone, and so are its addresses. */
const NO_FABRIC: Target['elsewhere'] = {
  says: 'Microsoft documents Fabric for regions of the public cloud alone, and no address of it anywhere else. Other addresses that stand in code of the community are not confirmed.',
  sources: ['https://learn.microsoft.com/fabric/admin/region-availability'],
};

/** Every API that there are recipes for. */
export const TARGETS: Readonly<Record<RecipeApi, Target>> = {
  powerbi: {
    hosts: {
      public: 'https://api.powerbi.com',
      gcc: 'https://api.powerbigov.us',
      'gcc-high': 'https://api.high.powerbigov.us',
      dod: 'https://api.mil.powerbigov.us',
      china: 'https://api.powerbi.cn',
    },
    permission: 'Workspace.Read.All',
    call: get('/v1.0/myorg/groups'),
    workspaceCall: get('/v1.0/myorg/groups/$WORKSPACE_ID/datasets'),
    shows: 'It lists the workspaces that the caller has a role in; an empty list means a good token and no role.',
    variables: [],
    appSetUp: [SETTING, ROLE],
    mistakes: [
      wrongToken('403 with an empty body'),
      {
        do: 'An app calls a route without /groups/{id}, which acts on My workspace',
        gives: '403, 404 or "API is not accessible for application"',
        codes: [],
        instead: 'Name the workspace in the path: apps have no My workspace.',
      },
    ],
    sources: [SCOPES, 'https://learn.microsoft.com/power-bi/developer/embedded/embed-service-principal'],
  },
  fabric: {
    hosts: { public: 'https://api.fabric.microsoft.com' },
    elsewhere: { ...NO_FABRIC, instead: 'powerbi' },
    permission: 'Workspace.Read.All',
    call: get('/v1/workspaces'),
    workspaceCall: get('/v1/workspaces/$WORKSPACE_ID/items'),
    shows: 'It lists the workspaces that the caller has a role in; an empty list means a good token and no role.',
    variables: [],
    appSetUp: [SETTING, ROLE],
    mistakes: [wrongToken('401 InvalidToken')],
    sources: [SCOPES, 'https://learn.microsoft.com/rest/api/fabric/articles/identity-support'],
  },
  graph: {
    hosts: {
      public: 'https://graph.microsoft.com',
      gcc: 'https://graph.microsoft.com',
      'gcc-high': 'https://graph.microsoft.us',
      dod: 'https://dod-graph.microsoft.us',
      china: 'https://microsoftgraph.chinacloudapi.cn',
    },
    permission: 'User.Read',
    call: get('/v1.0/organization'),
    personCall: get('/v1.0/me'),
    shows: 'It names the tenant or the person; 403 here means a good token without the permission.',
    variables: [],
    appSetUp: [
      {
        do: 'Add an application permission of Microsoft Graph, such as Organization.Read.All, and give admin consent.',
        who: 'entra-admin',
        where: 'Entra admin center > App registrations > the app > API permissions',
      },
    ],
    mistakes: [wrongToken('401 InvalidAuthenticationToken')],
    sources: ['https://learn.microsoft.com/graph/auth-v2-service', 'https://learn.microsoft.com/graph/deployments'],
  },
  arm: {
    hosts: {
      public: 'https://management.azure.com',
      gcc: 'https://management.azure.com',
      'gcc-high': 'https://management.usgovcloudapi.net',
      dod: 'https://management.usgovcloudapi.net',
      china: 'https://management.chinacloudapi.cn',
    },
    permission: 'user_impersonation',
    call: get('/subscriptions/$SUBSCRIPTION_ID/providers/Microsoft.Fabric/capacities?api-version=2023-11-01'),
    shows: 'It lists the Fabric capacities of the subscription.',
    variables: [needed('SUBSCRIPTION_ID', 'the id of the Azure subscription')],
    appSetUp: [
      {
        do: 'Give the app a role on the subscription, the resource group or the capacity; Reader is enough to list.',
        who: 'capacity-admin',
        where: 'Azure portal > the subscription > Access control (IAM)',
      },
    ],
    mistakes: [wrongToken('401 InvalidAuthenticationToken')],
    sources: ['https://learn.microsoft.com/rest/api/microsoftfabric/fabric-capacities'],
  },
  onelake: {
    hosts: { public: 'https://onelake.dfs.fabric.microsoft.com' },
    elsewhere: NO_FABRIC,
    permission: 'user_impersonation',
    call: get('/$WORKSPACE_ID?resource=filesystem&recursive=false', { 'x-ms-version': '2023-11-03' }),
    shows: 'It lists the items of the workspace as folders.',
    variables: [needed('WORKSPACE_ID', 'the id of the workspace: the GUID behind /groups/ in its address')],
    appSetUp: [SETTING, { ...ROLE, do: `${ROLE.do} OneLake reads need Contributor or a data access role.` }],
    mistakes: [
      {
        do: 'A token of Power BI or Fabric is sent to OneLake',
        gives: '401 "Audience validation failed"',
        codes: [],
        instead: 'Ask for Azure Storage: https://storage.azure.com.',
      },
    ],
    sources: [STORAGE],
  },
  sql: {
    hosts: { public: undefined },
    elsewhere: NO_FABRIC,
    permission: 'user_impersonation',
    shows:
      'SQL endpoints speak TDS on port 1433, not HTTP. Give the token to the driver: SqlConnection.AccessToken in .NET, accessToken in JDBC, attribute 1256 in ODBC, tedious "azure-active-directory-access-token".',
    variables: [],
    appSetUp: [SETTING, ROLE],
    mistakes: [
      {
        do: 'A token of Fabric is given to the driver',
        gives: 'Login failed for user <token-identified principal> (18456)',
        codes: [],
        instead: 'Ask for https://database.windows.net.',
      },
    ],
    sources: ['https://learn.microsoft.com/fabric/data-warehouse/entra-id-authentication'],
  },
  kusto: {
    hosts: { public: undefined },
    elsewhere: NO_FABRIC,
    permission: 'user_impersonation',
    call: {
      method: 'POST',
      path: '/v1/rest/query',
      headers: { 'Content-Type': 'application/json' },
      body: { db: '$DATABASE', csl: 'print now()' },
    },
    shows: 'It runs a query that reads nothing: an answer shows that the token and the database role are good.',
    variables: [
      needed('API', 'the query URI of the database, such as https://name.kusto.fabric.microsoft.com'),
      needed('DATABASE', 'the name of the KQL database'),
    ],
    appSetUp: [SETTING, { ...ROLE, do: `${ROLE.do} A role in the database does as well.` }],
    mistakes: [wrongToken('401')],
    sources: ['https://learn.microsoft.com/kusto/api/rest/authentication'],
  },
  devops: {
    hosts: { public: 'https://dev.azure.com', gcc: 'https://dev.azure.com' },
    elsewhere: {
      says: 'Azure DevOps Services is documented at dev.azure.com alone, with accounts of the public cloud. A server of your own (Azure DevOps Server) has other ways to sign in.',
      sources: [DEVOPS],
    },
    permission: 'user_impersonation',
    call: get('/$ORGANIZATION/_apis/projects?api-version=7.1'),
    shows:
      'It lists the projects that the caller sees. A sign-in page with status 203 or 302 means that the token was not taken.',
    variables: [needed('ORGANIZATION', 'the name of the Azure DevOps organization')],
    appSetUp: [
      {
        do: 'Add the app as a user of the organization, with an access level.',
        who: 'app-owner',
        where: 'Azure DevOps > Organization settings > Users > Add users',
      },
    ],
    mistakes: [wrongToken('203 or 302 with a sign-in page')],
    sources: [DEVOPS],
  },
};

import type { Alternatives, Operation, Support } from '../knowledge/operation-catalog.ts';

/** Whether a kind of caller is taken, in words. */
export const SUPPORT_WORDS: Readonly<Record<Support, string>> = {
  yes: 'yes',
  no: 'no',
  conditional: 'only under a condition',
  unstated: 'the description does not say',
};

/** Tenant settings that operations name, by their keyword in the catalog. */
const SETTING_WORDS: Readonly<Record<string, string>> = {
  'external-data-sharing': 'External data sharing',
  'create-workspaces': 'Create workspaces',
  'sp-can-create-workspaces-connections-pipelines':
    'Service principals can create workspaces, connections, and deployment pipelines (for apps)',
  'users-can-accept-external-data-shares': 'Users can accept external data shares',
  'dataset-execute-queries-rest-api': 'Semantic Model Execute Queries REST API',
  'sp-can-use-power-bi-apis':
    'Service principals can call Fabric public APIs (formerly: Allow service principals to use Power BI APIs; for apps)',
  'enhanced-admin-api-metadata': 'Enhance admin APIs responses with detailed metadata',
};

/** Keywords of the catalog that would not explain themselves. */
const CONSTRAINT_WORDS: Readonly<Record<string, string>> = {
  'sp-token-without-these-scopes': 'the scopes are for users; the token of an app must not carry them',
  'sp-app-without-admin-consent-permissions':
    'an app must have no Power BI application permission that needs admin consent',
  'targets-my-workspace': 'it works on My workspace, which an app has not',
  'permission-change-delay': 'a change of permissions takes a while to count',
  'grantee-cannot-be-app': 'the right cannot be given to an app',
  'no-longer-supported': 'it is no longer supported',
  'capacity-only-for-non-power-bi-items': 'a capacity is needed for items other than Power BI items only',
  'license-only-for-power-bi-items': 'a licence is needed for Power BI items only',
  'source-names-workspace-as-permission-target': 'the description speaks of a permission on the workspace',
};

const LIMIT_WORDS: Readonly<Record<string, string>> = {
  requestsPerMinute: 'requests a minute',
  requestsPerHour: 'requests an hour',
  requestsPerDayOnSharedCapacity: 'requests a day on a shared capacity',
  concurrentRequests: 'requests at once',
  recordsPerRequest: 'records a request',
  itemsPerRequest: 'items a request',
  schedulesPerItem: 'schedules an item',
  querySeconds: 'seconds a query',
  callSeconds: 'seconds a call',
  fileMB: 'MB a file',
  requestMB: 'MB a request',
  rowsPerQuery: 'rows a query',
  valuesPerQuery: 'values a query',
  dataMBPerQuery: 'MB of data a query',
};

const words = (keyword: string): string =>
  keyword
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();

/** Alternatives as a sentence: `a; or b and c`. An empty one says that nothing is needed. */
export const alternativesWords = (alternatives: Alternatives): string =>
  alternatives.map((parts) => (parts.length === 0 ? 'none' : parts.join(' and '))).join(', or ');

/** The tenant settings that an operation names. */
export const settingsWords = ({ settings }: Operation): string =>
  settings.map((keyword) => SETTING_WORDS[keyword] ?? words(keyword)).join('; ');

/** What else the description of an operation says. */
export const constraintsWords = ({ constraints }: Operation): string =>
  constraints.map((keyword) => CONSTRAINT_WORDS[keyword] ?? words(keyword)).join('; ');

/** The limits of an operation. */
export const limitsWords = ({ limits }: Operation): string => {
  const { scope, ...numbers } = limits;
  const list = Object.entries(numbers).map(([name, value]) => `${value} ${LIMIT_WORDS[name] ?? words(name)}`);
  return `${list.join(', ')}${scope === undefined || list.length === 0 ? '' : ` (shared by each ${scope})`}`;
};

/** Roles on other things than the workspace: `gateway:admin` is the role admin on the gateway. */
export const resourceRolesWords = (roles: Alternatives): string =>
  roles
    .map((parts) =>
      parts
        .map((part) => {
          const [on = '', role = ''] = part.split(':');
          return `${words(role)} on the ${words(on)}`;
        })
        .join(' and '),
    )
    .join(', or ');

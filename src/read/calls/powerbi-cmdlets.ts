import { onlyOne } from '../text/only-one.ts';

/** The words of a cmdlet that decide its route: whose scope, and whether it names a workspace or an item. */
interface Parameters {
  readonly organization: boolean;
  readonly workspace: boolean;
  readonly id: boolean;
  readonly capacity: boolean;
}

interface Route {
  readonly method: string;
  readonly path: string;
}

const NONE: Parameters = { organization: false, workspace: false, id: false, capacity: false };

type RouteOf = (parameters: Parameters) => Route | undefined;

const W = '{workspaceId}';

const fixed =
  (method: string, path: string): RouteOf =>
  () => ({ method, path });

/** A list or one item of a workspace, of My workspace, or of the whole tenant. */
const items =
  (name: string, mask: string): RouteOf =>
  ({ organization, workspace, id }) => {
    const root = organization ? 'admin/' : '';
    const group = workspace ? `groups/${W}/` : '';
    return { method: 'GET', path: `${root}${group}${name}${id && !organization ? `/${mask}` : ''}` };
  };

/** The parts of one item of a workspace, of My workspace, or of the whole tenant. */
const partsOf =
  (path: string): RouteOf =>
  ({ organization, workspace }) => {
    const inWorkspace = workspace ? `groups/${W}/` : '';
    return { method: 'GET', path: `${organization ? 'admin/' : inWorkspace}${path}` };
  };

/** The same route for a person and, below `admin/`, for the tenant. */
const either =
  (method: string, path: string): RouteOf =>
  ({ organization }) => ({ method, path: `${organization ? 'admin/' : ''}${path}` });

/** A route below `admin/` only. */
const ofTenant =
  (method: string, path: string): RouteOf =>
  ({ organization }) =>
    organization ? { method, path: `admin/${path}` } : undefined;

const inGroup =
  (method: string, path: string): RouteOf =>
  ({ workspace }) => ({ method, path: `${workspace ? `groups/${W}/` : ''}${path}` });

/** One cmdlet changes a workspace of the tenant and moves workspaces to a capacity. */
const ofWorkspace = ofTenant('PATCH', `groups/${W}`);
const toCapacity = ofTenant('POST', 'capacities/AssignWorkspaces');

/**
 * The routes behind the Power BI cmdlets, where their parameters decide them:
 * https://github.com/microsoft/powerbi-powershell (src/Common/Common.Api) and
 * https://learn.microsoft.com/powershell/power-bi/overview
 */
const ROUTES: Readonly<Record<string, RouteOf>> = {
  'get-powerbiworkspace': either('GET', 'groups'),
  'new-powerbiworkspace': fixed('POST', 'groups'),
  'set-powerbiworkspace': (parameters) => (parameters.capacity ? toCapacity : ofWorkspace)(parameters),
  'restore-powerbiworkspace': fixed('POST', `admin/groups/${W}/restore`),
  'add-powerbiworkspaceuser': either('POST', `groups/${W}/users`),
  'remove-powerbiworkspaceuser': either('DELETE', `groups/${W}/users/{user}`),
  'get-powerbidataset': items('datasets', '{datasetId}'),
  'get-powerbireport': items('reports', '{reportId}'),
  'get-powerbidashboard': items('dashboards', '{dashboardId}'),
  'get-powerbidataflow': ({ organization, workspace }) =>
    organization || workspace ? items('dataflows', '{dataflowId}')({ ...NONE, organization, workspace }) : undefined,
  'get-powerbidatasource': partsOf('datasets/{datasetId}/datasources'),
  'get-powerbitile': partsOf('dashboards/{dashboardId}/tiles'),
  'get-powerbiimport': items('imports', '{importId}'),
  'copy-powerbireport': inGroup('POST', 'reports/{reportId}/Clone'),
  'get-powerbitable': inGroup('GET', 'datasets/{datasetId}/tables'),
  'add-powerbidataset': inGroup('POST', 'datasets'),
  'new-powerbireport': inGroup('POST', 'imports'),
  'export-powerbireport': inGroup('GET', 'reports/{reportId}/Export'),
  'remove-powerbireport': inGroup('DELETE', 'reports/{reportId}'),
  'get-powerbicapacity': either('GET', 'capacities'),
  'get-powerbiactivityevent': fixed('GET', 'admin/activityevents'),
};

/** Cmdlets that make one call whatever their parameters are. */
const FIXED: ReadonlySet<string> = new Set([
  'new-powerbiworkspace',
  'restore-powerbiworkspace',
  'get-powerbiactivityevent',
]);

/** The method and path that a cmdlet calls with these words behind it; undefined where they do not decide it. */
export const routeOfCmdlet = (cmdlet: string, words: string): Route | undefined => {
  const name = cmdlet.toLowerCase();
  const scope = /-Scope[ :]{1,3}["']?([$\w]{1,40})/i.exec(words)?.[1]?.toLowerCase();
  const isOpen = (scope !== undefined && scope !== 'organization' && scope !== 'individual') || /\s@\w/.test(words);
  if (isOpen && !FIXED.has(name)) return undefined;
  return ROUTES[name]?.({
    organization: scope === 'organization',
    workspace: /-Workspace(?:Id)?\b/i.test(words),
    id: /\s-(?:Dataset|Report|Dashboard)?Id\b/i.test(words),
    capacity: /\s-CapacityId\b/i.test(words),
  });
};

/** The method that a cmdlet calls with, where it is the same with any parameters. */
export const methodOfCmdlet = (cmdlet: string): string | undefined => {
  const each = [true, false].flatMap((organization) =>
    [true, false].flatMap((workspace) =>
      [true, false].map(
        (capacity) => ROUTES[cmdlet.toLowerCase()]?.({ ...NONE, organization, workspace, capacity })?.method,
      ),
    ),
  );
  return onlyOne(each.filter((method) => method !== undefined));
};

/** Whether a cmdlet makes the same call with any parameters. */
export const isFixedRoute = (cmdlet: string): boolean => FIXED.has(cmdlet.toLowerCase());

/** The hosts of the environments of `Connect-PowerBIServiceAccount -Environment`. */
const HOSTS: Readonly<Record<string, string>> = {
  public: 'api.powerbi.com',
  usgov: 'api.powerbigov.us',
  usgovhigh: 'api.high.powerbigov.us',
  usgovmil: 'api.mil.powerbigov.us',
  china: 'api.powerbi.cn',
  germany: 'api.powerbi.de',
};

const ENVIRONMENT =
  /\b(?:Connect|Login)-PowerBI(?:ServiceAccount)?\b[^\n]{0,300}?-Environment[ :]{1,3}["']?(\w{1,20})/i;

/** Where the paths of the Power BI cmdlets start, by the environment that the text signs in to. */
export const powerBiBase = (text: string): string => {
  const environment = ENVIRONMENT.exec(text)?.[1]?.toLowerCase() ?? 'public';
  return `https://${HOSTS[environment] ?? 'api.powerbi.com'}/v1.0/myorg/`;
};

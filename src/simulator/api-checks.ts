import { ROLES } from '../facts/catalog/operation.ts';
import type { Cloud } from '../knowledge/clouds.ts';
import { resourceOf, sameApplication } from '../knowledge/resources.ts';
import { LIVE_HOSTS } from '../live/destination.ts';
import type { Called } from './called.ts';
import { routesAt } from './routes.ts';
import type { WorkspaceRole } from './tenant.ts';
import type { World } from './world.ts';

type Check = readonly [id: string, applies: (called: Called) => boolean];

const covers = ({ settings, groups }: World, name: string, id: string): boolean => {
  const setting = settings[name];
  if (setting?.isOn !== true) return false;
  return setting.groups.length === 0 || setting.groups.some((key) => groups[key]?.members.includes(id));
};

const isApp = ({ caller }: Called): boolean => caller?.isApp === true;
const isUser = ({ caller }: Called): boolean => caller?.isApp === false;
const isMember = ({ caller, workspace }: Called): boolean => workspace?.roles[caller?.id ?? ''] !== undefined;

const roleOf = ({ caller, workspace }: Called): number =>
  ROLES.indexOf(workspace?.roles[caller?.id ?? ''] as WorkspaceRole);

const isBelow = (called: Called, role: WorkspaceRole): boolean => roleOf(called) < ROLES.indexOf(role);

const claimsOf = ({ token }: Called) => (token.is === 'token' ? token.claims : undefined);

const isHostOf = (cloud: Cloud, host: string): boolean => Object.values(LIVE_HOSTS[cloud] ?? {}).includes(host);

const isForThis = (called: Called): boolean => {
  const audience = claimsOf(called)?.aud;
  const { resource, cloud } = resourceOf(typeof audience === 'string' ? audience : '');
  if (called.api === 'graph') return resource === 'graph';
  return sameApplication(resource, 'powerbi') && (cloud === undefined || isHostOf(cloud, called.heard.host));
};

const lacksSetting = (called: Called, check: string): boolean => {
  const { route, caller, state } = called;
  if (route?.setting?.check !== check || caller === undefined) return false;
  const { name, of } = route.setting;
  if ((of === 'apps' && !caller.isApp) || (of === 'users' && caller.isApp)) return false;
  return !covers(state.world, name, caller.id);
};

const ON_THE_WAY: readonly Check[] = [
  ['down', ({ state }) => state.world.service.isDown],
  [
    'busy',
    ({ state: { world, answered } }) =>
      world.service.isBusy || answered.filter((check) => check === 'busy').length < world.service.busyFor,
  ],
  ['inbound', ({ api, workspace }) => api !== 'graph' && workspace?.isOpen === false],
];

const TOKEN: readonly Check[] = [
  ['no-token', ({ token }) => token.is === 'none'],
  ['not-a-token', ({ token }) => token.is === 'unreadable'],
  ['expired', (called) => (claimsOf(called)?.exp ?? 0) <= called.state.now()],
  ['early', (called) => (claimsOf(called)?.nbf ?? 0) > called.state.now() + 300],
  ['audience', (called) => !isForThis(called)],
  ['signature', ({ token }) => token.is === 'token' && !token.isGenuine],
  // The token names the tenant, so where the tenant lives is known only now.
  ['home-cluster', ({ api, state }) => api === 'powerbi' && state.world.tenant.homeCluster !== ''],
  ['revoked', ({ caller, state }) => state.world.revoked.includes(caller?.id ?? '')],
];

const SETTINGS: readonly Check[] = [
  ['never-used', (called) => isUser(called) && !called.state.world.tenant.isProvisioned],
  [
    'guests',
    ({ caller, state }) =>
      caller?.user?.isGuest === true && !covers(state.world, 'AllowGuestUserToAccessSharedContent', caller.id),
  ],
  [
    'public-apis',
    (called) =>
      isApp(called) &&
      called.caller?.isForeign === false &&
      called.route?.isAdmin !== true &&
      !covers(called.state.world, 'ServicePrincipalAccessPermissionAPIs', called.caller.id),
  ],
  [
    'admin-apis',
    (called) =>
      isApp(called) &&
      called.route?.isAdmin === true &&
      !covers(called.state.world, 'AllowServicePrincipalsUseReadAdminAPIs', called.caller?.id ?? ''),
  ],
  [
    'admin-consented',
    (called) => isApp(called) && called.route?.isAdmin === true && (called.caller?.roles.length ?? 0) > 0,
  ],
  [
    'profiles',
    (called) =>
      isApp(called) &&
      called.heard.headers['x-powerbi-profile-id'] !== undefined &&
      !covers(called.state.world, 'AllowServicePrincipalsCreateAndUseProfiles', called.caller?.id ?? ''),
  ],
  ...['create-workspaces', 'execute-queries', 'embed', 'fabric-items'].map(
    (check): Check => [check, (called) => lacksSetting(called, check)],
  ),
];

const OPERATION: readonly Check[] = [
  [
    'no-route',
    ({ api, route, heard }) => api !== 'graph' && route === undefined && routesAt(api, heard.path).length === 0,
  ],
  [
    'other-method',
    ({ api, route, heard }) => api !== 'graph' && route === undefined && routesAt(api, heard.path).length > 0,
  ],
  ['no-apps', (called) => isApp(called) && called.route?.isForUsers === true],
  ['my-workspace', (called) => isApp(called) && called.route?.isMine === true],
];

const PERMISSION: readonly Check[] = [
  [
    'scopes',
    (called) =>
      isUser(called) &&
      called.route?.scopes !== undefined &&
      !called.route.scopes.some((scope) => called.caller?.scopes.includes(scope)),
  ],
  [
    'not-admin',
    (called) => isUser(called) && called.route?.isAdmin === true && called.caller?.user?.isFabricAdmin !== true,
  ],
];

const isPlace = (called: Called): boolean => called.params['w'] !== undefined;

const WORKSPACE: readonly Check[] = [
  [
    'no-workspace',
    (called) => isPlace(called) && (called.workspace === undefined || called.caller?.isForeign === true),
  ],
  ['no-role', (called) => isPlace(called) && !isMember(called)],
  ['low-role', (called) => isPlace(called) && called.route?.role !== undefined && isBelow(called, called.route.role)],
  ['classic', (called) => called.route?.needs === 'app-in-workspace' && called.workspace?.kind === 'classic'],
];

const needs = ({ route }: Called, what: string): boolean => route?.needs === what;

const holds = (roles: Readonly<Record<string, string>> | undefined, { caller }: Called): boolean =>
  roles?.[caller?.id ?? ''] !== undefined;

const ITEM: readonly Check[] = [
  ['no-item', (called) => called.params['i'] !== undefined && called.item === undefined],
  ['no-build', (called) => needs(called, 'build') && isBelow(called, 'contributor')],
  ['row-security', (called) => needs(called, 'build') && isApp(called) && called.item?.hasRowSecurity === true],
  ['body', (called) => needs(called, 'build') && !/^\s*(?:EVALUATE|DEFINE)\b/i.test(called.query)],
  [
    'no-identity',
    (called) =>
      needs(called, 'identity') && called.model?.hasRowSecurity === true && !called.heard.body.includes('identities'),
  ],
  ['not-owner', (called) => needs(called, 'owner') && called.item?.owner !== called.caller?.id],
  ['gateway', (called) => needs(called, 'gateway') && !holds(called.gateway?.roles, called)],
  ['connection', (called) => needs(called, 'connection') && !holds(called.connection?.roles, called)],
];

const isPaused = ({ route, workspace, state }: Called, isNamed: boolean): boolean => {
  const capacity = state.world.capacities[workspace?.capacity ?? ''];
  const isTouched = route?.isContent === true || route?.needs === 'capacity';
  return isTouched && capacity?.state === 'Paused' && capacity.isNamed === isNamed;
};

const SERVICE: readonly Check[] = [
  ['licence', ({ caller }) => caller?.user?.licence === 'none'],
  ['no-capacity', (called) => needs(called, 'capacity') && called.workspace?.capacity === ''],
  ['capacity', (called) => isPaused(called, true)],
  ['capacity-unnamed', (called) => isPaused(called, false)],
];

/** What the APIs refuse calls for, in the order in which they look: the first that applies counts. */
export const API_CHECKS: readonly Check[] = [
  ...ON_THE_WAY,
  ...TOKEN,
  ...SETTINGS,
  ...OPERATION,
  ...PERMISSION,
  ...WORKSPACE,
  ...ITEM,
  ...SERVICE,
];

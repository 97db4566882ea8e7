import { appOf } from './app-of.ts';
import type { Called } from './called.ts';
import { given, type Reply } from './exchange.ts';
import type { App, Group } from './tenant.ts';

const POWER_BI_PRINCIPAL = '33d0834d-1c64-496e-9a8b-63ca1a2b8b20';
const POWER_BI_APP = '00000009-0000-0000-c000-000000000000';

const principalRow = ({ principalId, clientId, name, isEnabled }: App) => ({
  id: principalId,
  appId: clientId,
  displayName: name,
  accountEnabled: isEnabled,
  servicePrincipalType: 'Application',
});

const groupRow = ({ id, name }: Group) => ({
  '@odata.type': '#microsoft.graph.group',
  id,
  displayName: name,
  securityEnabled: true,
  groupTypes: [],
});

const apps = ({ state }: Called): readonly App[] =>
  Object.values(state.world.apps).filter(({ isKnownHere }) => isKnownHere);
const groups = ({ state }: Called): readonly Group[] => Object.values(state.world.groups);

const directGroups = (called: Called, id: string): readonly Group[] =>
  groups(called).filter(({ members }) => members.includes(id));

const allGroups = (called: Called, id: string, seen: readonly Group[] = []): readonly Group[] => {
  const found = directGroups(called, id).filter((group) => !seen.includes(group));
  return found.reduce<readonly Group[]>((all, group) => allGroups(called, group.id, all), [...seen, ...found]);
};

const rows = (value: readonly unknown[]): Reply =>
  given({ '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata', value });

const notFound = (): Reply => ({
  ...given(
    {
      error: {
        code: 'Request_ResourceNotFound',
        message: 'Resource does not exist or one of its queried reference-property objects are not present.',
      },
    },
    404,
  ),
  check: 'graph.not-found',
});

const one = (app: App | undefined): Reply => (app ? given(principalRow(app)) : notFound());

const filtered = (called: Called): Reply => {
  const id = /appId eq '([^']{1,64})'/.exec(called.heard.query.get('$filter') ?? '')?.[1];
  if (id === POWER_BI_APP) {
    return rows(
      called.state.world.tenant.hasPowerBi
        ? [{ id: POWER_BI_PRINCIPAL, appId: POWER_BI_APP, displayName: 'Power BI Service', accountEnabled: true }]
        : [],
    );
  }
  return rows(
    apps(called)
      .filter(({ clientId }) => id === undefined || clientId === id)
      .map(principalRow),
  );
};

/** The ids of the permissions that Power BI offers to apps. */
const APP_ROLES: Readonly<Record<string, string>> = {
  'Tenant.Read.All': '654b31ae-d941-4e22-8798-7add8fdf049f',
  'Tenant.ReadWrite.All': '28379fa9-8596-4fd9-869e-cb60a93b5d84',
};

/** The app registration: an object of its own, which is no identity. */
const registrationOf = (app: App | undefined): Reply =>
  app ? given({ id: app.registrationId, appId: app.clientId, displayName: app.name }) : notFound();

const assignments = (called: Called, id: string): Reply => {
  const app = apps(called).find(({ principalId }) => principalId === id);
  const roles = app?.permissions.powerbi ?? [];
  return rows(
    roles.map((role) => ({
      principalId: id,
      resourceDisplayName: 'Power BI Service',
      resourceId: POWER_BI_PRINCIPAL,
      appRoleId: APP_ROLES[role] ?? role,
    })),
  );
};

const consented = (called: Called, id: string): Reply => {
  const app = apps(called).find(({ principalId }) => principalId === id);
  return rows([
    {
      clientId: id,
      consentType: 'AllPrincipals',
      resourceId: POWER_BI_PRINCIPAL,
      scope: app?.consents.join(' ') ?? '',
    },
  ]);
};

const membersOf = (called: Called, id: string): Reply => {
  const group = groups(called).find((candidate) => candidate.id === id);
  const nested = new Map(groups(called).map((member) => [member.id, groupRow(member)]));
  return group
    ? rows(
        group.members.map(
          (member) => nested.get(member) ?? { '@odata.type': '#microsoft.graph.servicePrincipal', id: member },
        ),
      )
    : notFound();
};

/** https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference */
const PLANS = { none: [], free: ['BI_AZURE_P0'], pro: ['BI_AZURE_P2'] } as const;

const licences = ({ caller }: Called): Reply =>
  rows(
    PLANS[caller?.user?.licence ?? 'none'].map((servicePlanName) => ({
      servicePlans: [{ servicePlanName, provisioningStatus: 'Success' }],
    })),
  );

const ROUTES: readonly (readonly [RegExp, (called: Called, id: string) => Reply])[] = [
  [/^\/v1\.0\/servicePrincipals$/, filtered],
  [
    /^\/v1\.0\/servicePrincipals\(appId='([^']{1,64})'\)$/,
    (called, id) => one(apps(called).find(({ clientId }) => clientId === id)),
  ],
  [/^\/v1\.0\/applications\(appId='([^']{1,64})'\)$/, (called, id) => registrationOf(appOf(called.state.world, id))],
  [
    /^\/v1\.0\/servicePrincipals\/([0-9a-f-]{36})$/,
    (called, id) => one(apps(called).find(({ principalId }) => principalId === id)),
  ],
  [
    /^\/v1\.0\/(?:servicePrincipals|users|directoryObjects)\/([0-9a-f-]{36})\/memberOf$/,
    (called, id) => rows(directGroups(called, id).map(groupRow)),
  ],
  [
    /^\/v1\.0\/(?:servicePrincipals|users|directoryObjects)\/([0-9a-f-]{36})\/transitiveMemberOf$/,
    (called, id) => rows(allGroups(called, id).map(groupRow)),
  ],
  [/^\/v1\.0\/servicePrincipals\/([0-9a-f-]{36})\/appRoleAssignments$/, assignments],
  [/^\/v1\.0\/servicePrincipals\/([0-9a-f-]{36})\/oauth2PermissionGrants$/, consented],
  [/^\/v1\.0\/groups\/([0-9a-f-]{36})\/members$/, membersOf],
  [/^\/v1\.0\/me\/licenseDetails$/, licences],
  [
    /^\/v1\.0\/organization$/,
    ({ state }) => rows([{ id: state.world.tenant.id, displayName: state.world.tenant.name }]),
  ],
];

/** Answers a call of Microsoft Graph that its token opens. */
export const giveOfGraph = (called: Called): Reply => {
  const path = decodeURIComponent(called.heard.path);
  for (const [pattern, answer] of ROUTES) {
    const found = pattern.exec(path);
    if (found) return answer(called, found[1] ?? '');
  }
  return notFound();
};

import type { JsonObject } from '../model/secret.ts';
import type { App, User } from './tenant.ts';
import type { World } from './world.ts';

/** Who a token is for, by what, and for which API. */
export interface Issue {
  readonly world: World;
  readonly app: App;
  readonly user?: User | undefined;
  readonly audience: string;
  readonly scopes: readonly string[];
  /** Application permissions. */
  readonly roles: readonly string[];
  readonly method: 'secret' | 'certificate' | 'none';
  readonly now: number;
}

/** https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference#all-roles */
const FABRIC_ADMINISTRATOR = 'a9ea8996-122f-4c74-9520-8edcd192826c';
const ORDINARY_MEMBER = 'b79fbf4d-3ef9-4689-8143-76b194e85509';
const APP_ONLY = '0997a1d0-0d1d-4acb-b408-d5ca73121e90';

const METHODS = { none: '0', secret: '1', certificate: '2' } as const;

const ofUser = ({ name, id, isGuest, isFabricAdmin }: User, { world, app, scopes }: Issue): JsonObject => ({
  acct: isGuest ? 1 : 0,
  amr: ['pwd'],
  app_displayname: app.name,
  ...(isGuest && { idp: `https://sts.windows.net/${world.foreignTenant.id}/` }),
  name: name.split('@')[0] ?? name,
  oid: id,
  scp: scopes.join(' '),
  sub: `${id.slice(0, 8)}pairwise`,
  unique_name: name,
  upn: name,
  wids: [...(isFabricAdmin ? [FABRIC_ADMINISTRATOR] : []), ORDINARY_MEMBER],
  xms_cc: ['cp1'],
});

const ofApp = ({ app, world, roles }: Issue): JsonObject => ({
  app_displayname: app.name,
  idp: `https://sts.windows.net/${world.tenant.id}/`,
  idtyp: 'app',
  oid: app.principalId,
  ...(roles.length > 0 && { roles: [...roles] }),
  sub: app.principalId,
  wids: [APP_ONLY],
});

const issuerV2 = ({ tenant }: World): string => `https://login.microsoftonline.com/${tenant.id}/v2.0`;

const ofVersion = ({ world, app, audience, method }: Issue): JsonObject =>
  audience === app.clientId
    ? { iss: issuerV2(world), azp: app.clientId, azpacr: METHODS[method], ver: '2.0' }
    : {
        iss: `https://sts.windows.net/${world.tenant.id}/`,
        appid: app.clientId,
        appidacr: METHODS[method],
        ver: '1.0',
      };

/**
 * The claims of an access token. Power BI, Fabric and Graph get v1 tokens from both endpoints, as in the real world; an
 * app that asks for a token for itself gets a v2 one.
 */
export const accessClaims = (issue: Issue): JsonObject => ({
  aud: issue.audience,
  iat: issue.now - 300,
  nbf: issue.now - 300,
  exp: issue.now + 3600,
  tid: issue.world.tenant.id,
  ...ofVersion(issue),
  ...(issue.user ? ofUser(issue.user, issue) : ofApp(issue)),
});

/** The claims of an id token, which is a v2 token for the client itself. */
export const idClaims = (
  { world, app, now }: Pick<Issue, 'world' | 'app' | 'now'>,
  { id, name }: User,
): JsonObject => ({
  aud: app.clientId,
  iss: issuerV2(world),
  iat: now - 300,
  nbf: now - 300,
  exp: now + 3600,
  name: name.split('@')[0] ?? name,
  nonce: 'f3c1a7',
  oid: id,
  preferred_username: name,
  sub: `${id.slice(0, 8)}pairwise`,
  tid: world.tenant.id,
  ver: '2.0',
});

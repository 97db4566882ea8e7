import { resourceOf } from '../knowledge/resources.ts';
import { appOf } from './app-of.ts';
import { type Assertion, assertionIn } from './assertion.ts';
import type { State } from './authority.ts';
import type { Heard } from './exchange.ts';
import type { App, Audience, User } from './tenant.ts';
import type { Grant } from './vault.ts';
import type { World } from './world.ts';

/** A request to the token endpoint, as far as it can be understood. */
export interface Asked {
  readonly state: State;
  readonly tenant: string;
  readonly version: 'v1' | 'v2';
  readonly field: (name: string) => string;
  readonly has: (name: string) => boolean;
  readonly hasOrigin: boolean;
  readonly grant: string;
  readonly app: App | undefined;
  /** The client assertion, where one was sent that can be read. */
  readonly assertion: Assertion | undefined;
  readonly user: User | undefined;
  /** The code, refresh token or device code of the request, where it was given out here. */
  readonly given: Grant | undefined;
  /** The resources that scope or resource name, as they are written. */
  readonly resources: readonly string[];
  readonly scopes: readonly string[];
}

const OPENID = ['openid', 'profile', 'offline_access', 'email'];

/** The resource in front of a scope: everything before its last part. */
const resourceIn = (scope: string): string => scope.slice(0, Math.max(0, scope.lastIndexOf('/')));

const byName = (world: World, name: string): User | undefined =>
  Object.values(world.users).find((user) => user.name === name || user.id === name);

const STORES = { authorization_code: 'codes', refresh_token: 'refreshTokens' } as const;
const FIELDS = { authorization_code: 'code', refresh_token: 'refresh_token' } as const;

const grantIn = ({ vault }: State, grant: string, field: Asked['field']): Grant | undefined => {
  if (grant === 'authorization_code' || grant === 'refresh_token')
    return vault[STORES[grant]].get(field(FIELDS[grant]));
  return grant.endsWith('device_code') ? vault.deviceCodes.get(field('device_code')) : undefined;
};

/** The tenant segments that stand for any tenant. */
export const isShared = (tenant: string): boolean => ['common', 'organizations', 'consumers'].includes(tenant);

/** Reads a token request. A body that is no form has no fields. */
export const tokenRequest = async (state: State, { path, headers, body }: Heard): Promise<Asked> => {
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  const fields = new URLSearchParams(isForm ? body : '');
  const field = (name: string): string => fields.get(name) ?? '';
  const grant = field('grant_type');
  const given = grantIn(state, grant, field);
  const scope = field('scope') || (given?.scope ?? '');
  const scopes = scope.split(' ').filter((scope) => scope !== '' && !OPENID.includes(scope));
  const app = appOf(state.world, field('client_id'));
  const named = [field('resource'), ...scopes.map(resourceIn)].filter((resource) => resource !== '');
  return {
    state,
    tenant: decodeURIComponent(path.split('/')[1] ?? ''),
    version: path.includes('/v2.0/') ? 'v2' : 'v1',
    field,
    has: (name) => fields.has(name) && field(name) !== '',
    hasOrigin: headers['origin'] !== undefined,
    grant,
    app,
    assertion: await assertionIn(field('client_assertion'), state.vault.certificatesOf(app?.clientId ?? '')),
    user: byName(state.world, grant === 'password' ? field('username') : (given?.user ?? '')),
    given,
    resources: [...new Set(named)],
    scopes,
  };
};

/** The API that a token is asked for, where it is one that the simulator knows. */
export const askedAudience = ({ resources: [first = ''] }: Asked): Audience | undefined => {
  const { resource } = resourceOf(first);
  return resource === 'powerbi' || resource === 'fabric' || resource === 'graph' || resource === 'arm'
    ? resource
    : undefined;
};

import { compactVerify, createLocalJWKSet, decodeJwt, type JWTPayload } from 'jose';
import type { Signer } from './signer.ts';
import type { User } from './tenant.ts';
import type { World } from './world.ts';

/** The token of a call, as far as the API can make use of it. */
export type Presented =
  | { readonly is: 'none' }
  | { readonly is: 'unreadable' }
  | { readonly is: 'token'; readonly claims: JWTPayload; readonly isGenuine: boolean };

/** Reads the header Authorization. */
export const presented = async (authorization: string | undefined, { keys }: Signer): Promise<Presented> => {
  if (authorization === undefined || /^\s*(?:bearer\s*)?$/i.test(authorization)) return { is: 'none' };
  const token = /^bearer (\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) return { is: 'unreadable' };
  let claims: JWTPayload;
  try {
    claims = decodeJwt(token);
  } catch {
    return { is: 'unreadable' };
  }
  try {
    await compactVerify(token, createLocalJWKSet({ keys: [...keys] }), { algorithms: ['RS256'] });
    return { is: 'token', claims, isGenuine: true };
  } catch {
    return { is: 'token', claims, isGenuine: false };
  }
};

/** Who calls. A caller of another tenant is nobody here. */
export interface Caller {
  readonly id: string;
  readonly isApp: boolean;
  readonly isForeign: boolean;
  readonly user: User | undefined;
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** The caller that claims name. */
export const callerOf = (claims: JWTPayload, world: World): Caller => {
  const { tenant, users } = world;
  const id = String(claims['oid'] ?? claims.sub ?? '');
  const scp = claims['scp'];
  return {
    id,
    isApp: claims['idtyp'] === 'app' || typeof scp !== 'string',
    isForeign: claims['tid'] !== tenant.id,
    user: Object.values(users).find((user) => user.id === id),
    scopes: typeof scp === 'string' ? scp.split(' ') : [],
    roles: texts(claims['roles']),
  };
};

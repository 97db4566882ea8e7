import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Authority } from './authority.ts';
import { idClaims } from './claims.ts';
import { EMBED_TOKEN } from './exchange.ts';
import { newGrant } from './new-grant.ts';
import type { App, User } from './tenant.ts';
import { challengeOf, type OwnKey } from './vault.ts';
import type { Client } from './world.ts';

const SCOPE = 'https://api.fabric.microsoft.com/.default offline_access';

/** Where the build that asks for tokens runs. */
const GITHUB = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:contoso/reports:ref:refs/heads/main',
};

const assertion = (
  { now, world }: Authority,
  issuer: string,
  subject: string,
  { privateKey, thumbprint }: OwnKey,
): Promise<string> =>
  new SignJWT({
    iss: issuer,
    sub: subject,
    aud: `https://login.microsoftonline.com/${world.tenant.id}/oauth2/v2.0/token`,
    jti: randomUUID(),
    nbf: now(),
    exp: now() + 600,
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', 'x5t#S256': thumbprint })
    .sign(privateKey);

const ids = ({ world }: Authority): Record<string, string> => ({
  tenant: world.tenant.id,
  'tenant-domain': world.tenant.domain,
  'foreign-tenant': world.foreignTenant.id,
  workspace: world.workspaces['sales']?.id ?? '',
  'other-workspace': world.workspaces['finance']?.id ?? '',
  model: world.items['model']?.id ?? '',
  'other-model': world.items['budget']?.id ?? '',
  lake: world.items['lake']?.id ?? '',
  report: world.items['report']?.id ?? '',
  gateway: world.gateways['plant']?.id ?? '',
  connection: world.connections['orders-sql']?.id ?? '',
});

const codes = (authority: Authority, app: App, user: User | undefined): Record<string, string> => {
  const { vault, world, now } = authority;
  const grant = newGrant(authority, app, user, { redirect: app.redirect, scope: SCOPE });
  const used = vault.give('codes', { ...grant, challenge: challengeOf(vault.verifier) });
  const kept = vault.codes.get(used);
  if (kept) kept.used = true;
  return {
    code: vault.give('codes', { ...grant, challenge: challengeOf(vault.verifier) }),
    'used-code': used,
    'other-code': vault.give('codes', grant),
    'foreign-code': vault.give('codes', {
      ...grant,
      challenge: challengeOf(vault.verifier),
      tenant: world.foreignTenant.id,
    }),
    'refresh-token': vault.give('refreshTokens', grant),
    'idle-refresh-token': vault.give('refreshTokens', { ...grant, issued: now() - 100 * 86_400 }),
    'device-code': vault.give('deviceCodes', grant),
    verifier: vault.verifier,
    'other-verifier': vault.otherVerifier,
  };
};

/** The assertions that a form names: a key is made for each, so only for those. */
const assertions = async (authority: Authority, app: App, { form }: Client): Promise<Record<string, string>> => {
  const { keyOf } = authority.vault;
  const makers: Readonly<Record<string, () => Promise<string>>> = {
    'certificate-assertion': () => assertion(authority, app.clientId, app.clientId, keyOf(app.clientId)),
    'strange-assertion': () => assertion(authority, app.clientId, app.clientId, keyOf('nobody')),
    'federated-assertion': () => assertion(authority, GITHUB.issuer, GITHUB.subject, keyOf(GITHUB.issuer)),
  };
  const named = Object.entries(makers).filter(([name]) => form['client_assertion'] === `{${name}}`);
  return Object.fromEntries(await Promise.all(named.map(async ([name, make]) => [name, await make()] as const)));
};

/** What the slots of a client and its call stand for: ids of the world, and secrets that were made at the start. */
export const slotsOf = async (authority: Authority, client: Client): Promise<Readonly<Record<string, string>>> => {
  const { world, vault } = authority;
  const app = world.apps[client.app];
  if (app === undefined) throw new Error(`The world has no app ${client.app}.`);
  const user = client.user === undefined ? undefined : world.users[client.user];
  const anybody = user ?? Object.values(world.users)[0];
  const base = { world, app, now: authority.now() };
  return {
    ...ids(authority),
    ...codes(authority, app, anybody),
    'client-id': app.clientId,
    redirect: app.redirect,
    secret: vault.secretOf(app.clientId),
    'secret-id': app.secret.id,
    'strange-secret': vault.strangeSecret,
    user: user?.name ?? '',
    password: user ? vault.passwordOf(user.name) : '',
    'other-password': vault.passwordOf('nobody'),
    ...(await assertions(authority, app, client)),
    'id-token': anybody ? await authority.signer.sign(idClaims(base, anybody)) : '',
    jwt: await authority.signer.sign({
      aud: 'https://api.fabric.microsoft.com',
      appid: app.clientId,
      scp: 'Item.Read.All',
      tid: world.tenant.id,
    }),
    'embed-token': EMBED_TOKEN,
  };
};

import { appOf } from './app-of.ts';
import type { Authority } from './authority.ts';
import { given, type Heard, PASSED, type Reply } from './exchange.ts';
import { newGrant } from './new-grant.ts';
import { refusal } from './refusal.ts';

/** On this machine any port will do: https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions */
const withoutPort = (redirect: string): string => redirect.replace(/^(http:\/\/localhost):\d{1,5}/, '$1');

/** Signs the first user in, and sends the browser back with a code. */
export const authorize = (authority: Authority, { query }: Heard): Reply => {
  const { vault, world } = authority;
  const field = (name: string): string => query.get(name) ?? '';
  const app = appOf(world, field('client_id'));
  const redirect = field('redirect_uri');
  const slots = { 'client-id': field('client_id'), 'redirect-uri': redirect, 'tenant-name': world.tenant.name };
  if (app === undefined) return refusal(authority, 700016, slots);
  if (withoutPort(redirect) !== app.redirect) return refusal(authority, 50011, slots);
  const asked = { redirect, challenge: field('code_challenge'), scope: field('scope') };
  const code = vault.give('codes', newGrant(authority, app, Object.values(world.users)[0], asked));
  const target = new URL(redirect);
  target.searchParams.set('code', code);
  target.searchParams.set('state', field('state'));
  return { status: 302, headers: { location: target.href }, body: '', check: PASSED };
};

/** Starts a sign-in by device code. */
export const deviceCode = (authority: Authority, { body }: Heard): Reply => {
  const { vault, world } = authority;
  const fields = new URLSearchParams(body);
  const clientId = fields.get('client_id') ?? '';
  const app = appOf(world, clientId);
  if (app === undefined) return refusal(authority, 700016, { 'client-id': clientId, 'tenant-name': world.tenant.name });
  const user = world.users[world.deviceSignIn.user];
  return given({
    user_code: 'HXKQ7PZTN',
    device_code: vault.give('deviceCodes', newGrant(authority, app, user, { scope: fields.get('scope') ?? '' })),
    verification_uri: 'https://microsoft.com/devicelogin',
    expires_in: 900,
    interval: 1,
    message:
      'To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code HXKQ7PZTN to authenticate.',
  });
};

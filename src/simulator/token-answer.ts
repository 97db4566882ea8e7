import { identifierOf } from '../knowledge/resources.ts';
import type { Authority } from './authority.ts';
import { accessClaims, idClaims } from './claims.ts';
import { given, type Heard, type Reply } from './exchange.ts';
import { newGrant } from './new-grant.ts';
import { refusal } from './refusal.ts';
import { TOKEN_CHECKS } from './token-checks.ts';
import { type Asked, askedAudience, tokenRequest } from './token-request.ts';

const HOUR = 3600;

const slotsOf = (asked: Asked): Record<string, string> => {
  const { state, field, app, user, scopes } = asked;
  return {
    'tenant-segment': asked.tenant,
    tenant: state.world.tenant.id,
    'tenant-name': state.world.tenant.name,
    missing: asked.grant === '' ? 'grant_type' : 'client_id',
    grant: asked.grant,
    'client-id': field('client_id'),
    'app-name': app?.name ?? '',
    scope: field('scope') || scopes.join(' '),
    resource: asked.resources[0] ?? '',
    subject: 'the presented one',
    user: user?.name ?? field('username'),
    'redirect-uri': field('redirect_uri'),
    redirect: asked.given?.redirect ?? '',
    issued: new Date((asked.given?.issued ?? 0) * 1000).toISOString(),
  };
};

/** The audience of a token for a resource: v1 tokens name it as it was asked for, v2 tokens by application id. */
const audienceOf = (asked: Asked): string => {
  const [first] = asked.resources;
  const own = asked.app?.clientId;
  if (own !== undefined && first === `api://${own}`) return own;
  return first ?? identifierOf('graph', asked.state.world.cloud) ?? '';
};

const rolesOf = (asked: Asked): readonly string[] => {
  const { graph, powerbi } = asked.app?.permissions ?? { graph: [], powerbi: [] };
  const audience = askedAudience(asked);
  return audience === 'graph' ? graph : audience === 'arm' ? [] : powerbi;
};

const proofOf = ({ has }: Asked) =>
  has('client_secret') ? 'secret' : has('client_assertion') ? 'certificate' : 'none';

const tokensFor = async (authority: Authority, asked: Asked) => {
  const { signer, vault, world, now } = authority;
  const { app, user } = asked;
  if (app === undefined) throw new Error('Only known apps get tokens.');
  const access = await signer.sign(
    accessClaims({
      world,
      app,
      user,
      audience: audienceOf(asked),
      scopes: app.consents,
      roles: rolesOf(asked),
      method: proofOf(asked),
      now: now(),
    }),
  );
  const own = { token_type: 'Bearer', expires_in: HOUR, ext_expires_in: HOUR, access_token: access };
  if (user === undefined) return own;
  return {
    ...own,
    scope: asked.field('scope'),
    refresh_token: vault.give('refreshTokens', newGrant(authority, app, user, {})),
    id_token: await signer.sign(idClaims({ world, app, now: now() }, user)),
    client_info: Buffer.from(JSON.stringify({ uid: user.id, utid: world.tenant.id })).toString('base64url'),
  };
};

/** Answers a token request: with tokens, or with the first refusal that applies. */
export const tokenAnswer = async (authority: Authority, heard: Heard): Promise<Reply> => {
  const asked = await tokenRequest(authority, heard);
  if (asked.given) asked.given.polls += 1;
  const refused = TOKEN_CHECKS.find(([, applies]) => applies(asked));
  if (refused) return refusal(authority, refused[0], slotsOf(asked));
  const reply = given(await tokensFor(authority, asked));
  if (asked.given && asked.grant === 'authorization_code') asked.given.used = true;
  return reply;
};

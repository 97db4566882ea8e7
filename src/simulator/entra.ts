import { randomUUID } from 'node:crypto';
import { identifierOf } from '../knowledge/resources.ts';
import { accessClaims, idClaims } from './claims.ts';
import { filled, given, type Heard, type Reply } from './exchange.ts';
import type { Signer } from './keys.ts';
import { TOKEN_CHECKS } from './token-checks.ts';
import { type Asked, askedAudience, type State, tokenRequest } from './token-request.ts';
import type { Answers, World } from './world.ts';

/** What the authority needs. */
export interface Authority extends State {
  readonly signer: Signer;
  readonly answers: Answers;
}

const HOURS = 3600;

const slotsOf = ({
  state,
  tenant,
  field,
  app,
  user,
  given: grant,
  resources,
  scopes,
  grant: kind,
}: Asked): Record<string, string> => ({
  'tenant-segment': tenant,
  tenant: state.world.tenant.id,
  'tenant-name': state.world.tenant.name,
  missing: kind === '' ? 'grant_type' : 'client_id',
  grant: kind,
  'client-id': field('client_id'),
  'app-name': app?.name ?? '',
  scope: field('scope') || scopes.join(' '),
  resource: resources[0] ?? '',
  subject: 'the presented one',
  user: user?.name ?? field('username'),
  'redirect-uri': field('redirect_uri'),
  redirect: grant?.redirect ?? '',
  issued: new Date((grant?.issued ?? 0) * 1000).toISOString(),
});

/** The body of a refusal, with the ids and the time that Entra gives. */
export const refusal = (
  { answers, now }: Authority,
  code: number | string,
  slots: Readonly<Record<string, string>>,
): Reply => {
  const answer = answers.entra[String(code)];
  if (answer === undefined) throw new Error(`There is no answer for ${code}.`);
  const number = typeof code === 'number' ? `AADSTS${code}: ` : '';
  const [trace, correlation] = [randomUUID(), randomUUID()];
  const timestamp = new Date(now() * 1000)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
  const body = {
    error: answer.error,
    error_description: `${number}${filled(answer.text, slots)} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    ...(typeof code === 'number' && { error_codes: [code] }),
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    ...(answer.suberror && { suberror: answer.suberror }),
  };
  return {
    status: answer.status ?? 400,
    headers: { 'content-type': 'application/json; charset=utf-8', 'x-ms-request-id': trace },
    body: JSON.stringify(body),
    check: `entra.${code}`,
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

const tokensFor = async ({ signer, vault, world, now }: Authority, asked: Asked) => {
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
  const own = { token_type: 'Bearer', expires_in: HOURS, ext_expires_in: HOURS, access_token: access };
  if (user === undefined) return own;
  const grant = {
    user: user.id,
    clientId: app.clientId,
    tenant: world.tenant.id,
    redirect: '',
    challenge: '',
    scope: '',
    issued: now(),
  };
  return {
    ...own,
    scope: asked.field('scope'),
    refresh_token: vault.give('refreshTokens', grant),
    id_token: await signer.sign(idClaims({ world, app, now: now() }, user)),
    client_info: Buffer.from(JSON.stringify({ uid: user.id, utid: world.tenant.id })).toString('base64url'),
  };
};

const giveToken = async (authority: Authority, heard: Heard): Promise<Reply> => {
  const asked = await tokenRequest(authority, heard);
  if (asked.given) asked.given.polls += 1;
  const refused = TOKEN_CHECKS.find(([, applies]) => applies(asked));
  if (refused) return refusal(authority, refused[0], slotsOf(asked));
  const reply = given(await tokensFor(authority, asked));
  if (asked.given && asked.grant === 'authorization_code') asked.given.used = true;
  return reply;
};

/** On this machine any port will do: https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions */
const withoutPort = (redirect: string): string => redirect.replace(/^(http:\/\/localhost):\d{1,5}/, '$1');

const authorize = ({ vault, world, now, ...rest }: Authority, { query }: Heard): Reply => {
  const app = Object.values(world.apps).find(({ clientId }) => clientId === query.get('client_id'));
  const redirect = query.get('redirect_uri') ?? '';
  const slots = {
    'client-id': query.get('client_id') ?? '',
    'redirect-uri': redirect,
    'tenant-name': world.tenant.name,
  };
  const authority = { vault, world, now, ...rest };
  if (app === undefined) return refusal(authority, 700016, slots);
  if (withoutPort(redirect) !== app.redirect) return refusal(authority, 50011, slots);
  const [user] = Object.values(world.users);
  const code = vault.give('codes', {
    user: user?.id ?? '',
    clientId: app.clientId,
    tenant: world.tenant.id,
    redirect,
    challenge: query.get('code_challenge') ?? '',
    scope: query.get('scope') ?? '',
    issued: now(),
  });
  const target = new URL(redirect);
  target.searchParams.set('code', code);
  target.searchParams.set('state', query.get('state') ?? '');
  return { status: 302, headers: { location: target.href }, body: '', check: 'passed' };
};

const deviceCode = (authority: Authority, heard: Heard): Reply => {
  const { vault, world, now } = authority;
  const user = world.users[world.deviceSignIn.user];
  const fields = new URLSearchParams(heard.body);
  const app = Object.values(world.apps).find(({ clientId }) => clientId === fields.get('client_id'));
  const slots = { 'client-id': fields.get('client_id') ?? '', 'tenant-name': world.tenant.name };
  if (app === undefined) return refusal(authority, 700016, slots);
  const grant = {
    user: user?.id ?? '',
    clientId: fields.get('client_id') ?? '',
    tenant: world.tenant.id,
    redirect: '',
    challenge: '',
    scope: fields.get('scope') ?? '',
    issued: now(),
  };
  return given({
    user_code: 'HXKQ7PZTN',
    device_code: vault.give('deviceCodes', grant),
    verification_uri: 'https://microsoft.com/devicelogin',
    expires_in: 900,
    interval: 1,
    message:
      'To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code HXKQ7PZTN to authenticate.',
  });
};

const knownTenant = ({ tenant, foreignTenant }: World, segment: string): string | undefined => {
  if (segment === tenant.domain || segment === tenant.id) return tenant.id;
  if (segment === foreignTenant.domain || segment === foreignTenant.id) return foreignTenant.id;
  return ['common', 'organizations', 'consumers'].includes(segment) ? '{tenantid}' : undefined;
};

const discovery = (authority: Authority, { host, path }: Heard): Reply => {
  const segment = decodeURIComponent(path.split('/')[1] ?? '');
  const tenant = knownTenant(authority.world, segment);
  if (tenant === undefined) return refusal(authority, 90002, { 'tenant-segment': segment });
  const isV2 = path.includes('/v2.0/');
  const base = `https://${host}/${tenant}`;
  const oauth = isV2 ? `${base}/oauth2/v2.0` : `${base}/oauth2`;
  return given({
    token_endpoint: `${oauth}/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: isV2 ? `${base}/discovery/v2.0/keys` : `https://${host}/common/discovery/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: isV2 ? `${base}/v2.0` : `https://sts.windows.net/${tenant}/`,
    authorization_endpoint: `${oauth}/authorize`,
    device_authorization_endpoint: `${oauth}/devicecode`,
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
    msgraph_host: 'graph.microsoft.com',
  });
};

/** MSAL asks which hosts are one cloud before anything else. */
const instances = ({ host }: Heard): Reply =>
  given({
    tenant_discovery_endpoint: `https://${host}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  });

const ROUTES: readonly (readonly [RegExp, (authority: Authority, heard: Heard) => Reply | Promise<Reply>])[] = [
  [/^\/common\/discovery\/instance$/, (_, heard) => instances(heard)],
  [/^\/[^/]{1,200}\/(?:v2\.0\/)?\.well-known\/openid-configuration$/, discovery],
  [/^\/[^/]{1,200}\/discovery\/(?:v2\.0\/)?keys$/, ({ signer }) => given({ keys: signer.keys })],
  [/^\/[^/]{1,200}\/oauth2\/(?:v2\.0\/)?token$/, giveToken],
  [/^\/[^/]{1,200}\/oauth2\/(?:v2\.0\/)?authorize$/, authorize],
  [/^\/[^/]{1,200}\/oauth2\/(?:v2\.0\/)?devicecode$/, deviceCode],
];

/** Answers a request to the authority. */
export const answerEntra = async (authority: Authority, heard: Heard): Promise<Reply> => {
  const route = ROUTES.find(([pattern]) => pattern.test(heard.path));
  if (route === undefined) return { status: 404, headers: {}, body: '', check: 'entra.no-route' };
  return route[1](authority, heard);
};

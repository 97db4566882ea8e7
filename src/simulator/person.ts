import { decodeJwt } from 'jose';
import type { JsonObject } from '../model/secret.ts';
import type { Authority } from './authority.ts';
import { filled, type Heard, type Reply } from './exchange.ts';
import { answer } from './simulator.ts';
import { slotsOf } from './slots.ts';
import { claimValue } from './time.ts';
import type { Bearer, Call, Client } from './world.ts';

/** The person's side of one scenario. */
export interface Side {
  readonly client: Client;
  readonly call: Call;
  readonly bearer: Bearer;
}

/** What the script of a person did until it failed. */
export interface Tried {
  readonly request: string;
  readonly answer: string;
  /** Both in one line: `GET https://... -> 401`. */
  readonly line: string;
  /** The check that refused it. */
  readonly check: string;
  /** It may change something, so nobody may repeat it to see. */
  readonly writes: boolean;
  /** What the app signs in with, by the names that azure-identity has for it; empty where a person signs in. */
  readonly environment: Readonly<Record<string, string>>;
  /** What a person signs in with: the token request that worked before; empty where none did. */
  readonly signIn: string;
}

const HOST = 'login.microsoftonline.com';

/** What every script sends along. */
const CLIENT = { 'user-agent': 'python-requests/2.32.3', accept: '*/*' } as const;

const search = ({ query }: Heard): string => (query.toString() === '' ? '' : `?${query}`);

const headerLines = (headers: Readonly<Record<string, string | undefined>>): readonly string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

/** A request with a body as HTTP text; one without as `curl -v` shows it, which leaves no header out. */
const textOf = (heard: Heard): string => {
  const { host, method, path, headers, body } = heard;
  const head = headerLines({ host, ...CLIENT, ...headers });
  if (body !== '') return [`${method} https://${host}${path}${search(heard)} HTTP/1.1`, ...head, '', body].join('\n');
  return [`${method} ${path}${search(heard)} HTTP/1.1`, ...head, ''].map((line) => `> ${line}`).join('\n');
};

const answerText = ({ status, headers, body }: Reply, { body: asked }: Heard): string => {
  const head = [
    `HTTP/1.1 ${status}`,
    ...headerLines({ ...headers, 'content-length': String(Buffer.byteLength(body)) }),
    '',
  ];
  return [...(asked === '' ? head.map((line) => `< ${line}`) : head), body].join('\n');
};

const tokenRequest = ({ client }: Side, form: Readonly<Record<string, string>>, tenant: string): Heard => ({
  host: HOST,
  method: 'POST',
  path: `/${tenant}/oauth2/${client.version === 'v2' ? 'v2.0/' : ''}token`,
  query: new URLSearchParams(),
  headers: { 'content-type': client.body === 'form' ? 'application/x-www-form-urlencoded' : 'application/json' },
  body: client.body === 'form' ? new URLSearchParams(form).toString() : JSON.stringify(form),
});

const altered = (token: string): string => {
  const [head = '', claims = '', signature = ''] = token.split('.');
  const text = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as JsonObject;
  return [
    head,
    Buffer.from(JSON.stringify({ ...text, appidacr: '2', ver: '1.0', rh: '1' })).toString('base64url'),
    signature,
  ].join('.');
};

const DAMAGE: Readonly<Record<Bearer['damage'], (token: string) => string>> = {
  none: (token) => token,
  'cut-off': (token) => token.slice(0, Math.floor(token.length / 2)),
  altered,
};

/** A token as the script came by it at another time or place: the same claims but for those that the bearer changes. */
const reissued = (authority: Authority, { claims }: Bearer, token: string): Promise<string> => {
  const own = decodeJwt(token) as unknown as JsonObject;
  const changed = Object.entries(claims).map(([name, value]) => [name, claimValue(value, authority.now())]);
  return authority.signer.sign({ ...own, ...(Object.fromEntries(changed) as JsonObject) });
};

const taken = async (
  authority: Authority,
  { bearer }: Side,
  tokens: JsonObject,
  slots: Readonly<Record<string, string>>,
): Promise<string> => {
  if (bearer.take === 'code') return slots['other-code'] ?? '';
  if (bearer.take === 'embed_token') return slots['embed-token'] ?? '';
  if (bearer.take === 'refresh_token') return String(tokens['refresh_token'] ?? slots['refresh-token'] ?? '');
  if (bearer.take === 'id_token') return String(tokens['id_token'] ?? slots['id-token'] ?? '');
  const token = String(tokens['access_token']);
  return DAMAGE[bearer.damage](
    Object.keys(bearer.claims).length > 0 ? await reissued(authority, bearer, token) : token,
  );
};

const callWith = ({ call, bearer }: Side, token: string, slots: Readonly<Record<string, string>>): Heard => {
  const [path = '', query = ''] = filled(call.path, slots).split('?');
  const authorization = filled(bearer.header, { bearer: token });
  return {
    host: call.host,
    method: call.method,
    path,
    query: new URLSearchParams(query),
    headers: {
      ...(authorization !== '' && { authorization }),
      ...(call.body !== undefined && { 'content-type': 'application/json' }),
      ...call.headers,
    },
    body: call.body === undefined ? '' : filled(JSON.stringify(call.body), slots),
  };
};

const environmentOf = (form: Readonly<Record<string, string>>, tenant: string): Readonly<Record<string, string>> => {
  const { client_id = '', client_secret, grant_type } = form;
  if (grant_type !== 'client_credentials' || client_secret === undefined) return {};
  return { AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: client_id, AZURE_CLIENT_SECRET: client_secret };
};

/** Does what the script does: asks for a token, then calls. The first request that fails ends it; undefined where none does. */
export const trial = async (authority: Authority, side: Side): Promise<Tried | undefined> => {
  const slots = await slotsOf(authority, side.client);
  const tenant = filled(side.client.tenant, slots);
  const form = Object.fromEntries(
    Object.entries(side.client.form).map(([name, value]) => [name, filled(value, slots)]),
  );
  const environment = environmentOf(form, tenant);
  const failed = (heard: Heard, reply: Reply, writes: boolean, signIn = ''): Tried => ({
    request: textOf(heard),
    answer: answerText(reply, heard),
    line: `${heard.method} https://${heard.host}${heard.path}${search(heard)} -> ${reply.status}`,
    check: reply.check,
    writes,
    environment,
    signIn,
  });
  const asked = tokenRequest(side, form, tenant);
  const issued = await answer(authority, asked);
  if (issued.status >= 400) return failed(asked, issued, false);
  const token = await taken(authority, side, JSON.parse(issued.body) as JsonObject, slots);
  const call = callWith(side, token, slots);
  const reply = await answer(authority, call);
  return reply.status < 300
    ? undefined
    : failed(call, reply, side.call.method !== 'GET', form['grant_type'] === 'refresh_token' ? textOf(asked) : '');
};

import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { type GenerateKeyPairResult, generateKeyPair, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { type Client, exactly, grantRefusal, isFor, personScope, type Sign } from './grant-refusal.ts';
import { listen } from './listen.ts';

/** A call to an API with the claims of a token that this server issued. */
export interface Called {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly claims: JWTPayload;
}

/** An authorization server and an API on this machine, stricter than the real ones. */
export interface AuthorizationServer {
  readonly base: string;
  /** The audiences of all tokens so far, in order. */
  readonly audiences: readonly string[];
  readonly called: readonly Called[];
  readonly close: () => Promise<void>;
}

interface State {
  readonly client: Client;
  readonly keys: GenerateKeyPairResult;
  readonly signs: Map<string, Sign>;
  readonly devices: Map<string, { readonly scope: string; asked: number }>;
  readonly audiences: string[];
  readonly called: Called[];
}

const resourceOf = (scope: string | null): string => scope?.split(' ', 1)[0]?.replace(/\/[^/]*$/, '') ?? '';

const invalid = (why: string): object => ({ error: 'invalid_request', error_description: why });

const token = async ({ client, keys, audiences }: State, aud: string): Promise<object> => {
  audiences.push(aud);
  const jwt = new SignJWT({ aud, tid: client.tenant }).setProtectedHeader({ alg: 'RS256' }).setExpirationTime('1h');
  return { token_type: 'Bearer', expires_in: 3599, access_token: await jwt.sign(keys.privateKey) };
};

/** A device code is pending once. */
const poll = async (state: State, form: URLSearchParams): Promise<object> => {
  const device = state.devices.get(form.get('device_code') ?? '');
  if (exactly(form, ['grant_type', 'client_id', 'device_code']) || device === undefined) return { error: 'bad' };
  device.asked += 1;
  return device.asked < 2 ? { error: 'authorization_pending' } : token(state, resourceOf(device.scope));
};

const redeem = async (state: State, form: URLSearchParams, url: string): Promise<object> => {
  if (form.get('grant_type')?.endsWith(':device_code')) return poll(state, form);
  const refused = await grantRefusal({ form, url, client: state.client, signs: state.signs });
  return refused === undefined ? token(state, resourceOf(form.get('scope'))) : invalid(refused);
};

const startDevice = ({ client, devices }: State, form: URLSearchParams): object => {
  const refused = exactly(form, ['client_id', 'scope']) ?? isFor(form, { client_id: client.id }) ?? personScope(form);
  if (refused !== undefined) return invalid(refused);
  const id = randomUUID();
  devices.set(id, { scope: form.get('scope') ?? '', asked: 0 });
  return { device_code: id, user_code: 'HXKQ7PZTN', interval: 0, message: 'Open the page and enter HXKQ7PZTN.' };
};

const authorize = ({ client, signs }: State, query: URLSearchParams): object => {
  const wanted = { client_id: client.id, response_type: 'code', code_challenge_method: 'S256' };
  const refused = isFor(query, wanted) ?? personScope(query);
  if (refused !== undefined) return { error: refused };
  const redirect = query.get('redirect_uri') ?? '';
  const code = `0.${randomUUID()}`;
  signs.set(code, { redirect, challenge: query.get('code_challenge') ?? '' });
  return { location: `${redirect}?${new URLSearchParams({ code, state: query.get('state') ?? '' })}` };
};

/** Answers as the endpoint of a machine with a managed identity. */
const askMachine = async (state: State, { headers }: IncomingMessage, query: URLSearchParams): Promise<object> =>
  headers['metadata'] === 'true' && query.get('api-version') === '2018-02-01'
    ? token(state, query.get('resource') ?? '')
    : { error: 'invalid_request' };

const callApi = async ({ keys, called }: State, request: IncomingMessage, body: string): Promise<object> => {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const { payload } = await jwtVerify(bearer, keys.publicKey, { algorithms: ['RS256'] });
  called.push({ method: request.method ?? '', path: request.url ?? '', body, claims: payload });
  return { value: [] };
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
};

const answer = async (state: State, request: IncomingMessage): Promise<object> => {
  const { origin, pathname, searchParams } = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const body = await bodyOf(request);
  const isForm = request.headers['content-type']?.split(';', 1)[0] === 'application/x-www-form-urlencoded';
  const form = new URLSearchParams(isForm ? body : '');
  const oauth = `/${state.client.tenant}/oauth2/v2.0`;
  if (pathname === `${oauth}/token`) return redeem(state, form, `${origin}${pathname}`);
  if (pathname === `${oauth}/devicecode`) return startDevice(state, form);
  if (pathname === `${oauth}/authorize`) return authorize(state, searchParams);
  if (pathname === '/metadata/identity/oauth2/token') return askMachine(state, request, searchParams);
  return callApi(state, request, body);
};

/** Starts the server at a free port of the loopback address. */
export const startAuthorizationServer = async (client: Client): Promise<AuthorizationServer> => {
  const keys = await generateKeyPair('RS256');
  const state: State = { client, keys, signs: new Map(), devices: new Map(), audiences: [], called: [] };
  const server = createServer(async (request, response) => {
    const reply = await answer(state, request).catch((error: unknown) => ({ error: String(error) }));
    if ('location' in reply) response.writeHead(302, { location: String(reply.location) }).end();
    else {
      response.writeHead('error' in reply ? 400 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(reply));
    }
  });
  return {
    base: `http://127.0.0.1:${await listen(server)}`,
    audiences: state.audiences,
    called: state.called,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

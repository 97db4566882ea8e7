import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, importX509, type JWTPayload, jwtVerify, SignJWT } from 'jose';

/** What the server knows of its one client. */
export interface Client {
  readonly tenant: string;
  readonly id: string;
  readonly secret: string;
  readonly certificate: string;
  readonly federatedToken: string;
  readonly userToken: string;
  readonly refreshToken: string;
}

/** A call to an API with the claims of a token that this server issued. */
export interface Called {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly claims: JWTPayload;
}

/** An authorization server and an API on this machine, stricter than the real ones: a field too many is refused. */
export interface AuthorizationServer {
  readonly base: string;
  /** The audiences of all tokens so far, in order. */
  readonly audiences: readonly string[];
  readonly called: readonly Called[];
  readonly close: () => Promise<void>;
}

interface Sign {
  readonly redirect: string;
  readonly challenge: string;
}

type Refusal = string | undefined;
type Form = URLSearchParams;

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
};

const exactly = (form: Form, names: readonly string[]): Refusal => {
  const [sent, wanted] = [[...form.keys()].sort().join(), [...names].sort().join()];
  return sent === wanted ? undefined : `fields are ${sent}, not ${wanted}`;
};

const isFor = (form: Form, values: Readonly<Record<string, string>>): Refusal => {
  const wrong = Object.entries(values).find(([name, value]) => form.get(name) !== value);
  return wrong === undefined ? undefined : `${wrong[0]} is not as it must be`;
};

const appScope = (form: Form): Refusal =>
  /^\S+\/\.default$/.test(form.get('scope') ?? '') ? undefined : 'an app asks for .default';
const personScope = (form: Form): Refusal =>
  /^\S+\/(?!\.default)\S+ offline_access$/.test(form.get('scope') ?? '') ? undefined : 'no named scope';

const signedBy = async ({ certificate, id }: Client, assertion: string, url: string): Promise<Refusal> => {
  const der = Buffer.from(certificate.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
  try {
    const { protectedHeader, payload } = await jwtVerify(assertion, await importX509(certificate, 'PS256'), {
      algorithms: ['PS256'],
      audience: url,
      issuer: id,
      subject: id,
      requiredClaims: ['jti', 'nbf', 'exp'],
    });
    if ((payload.exp ?? 0) - (payload.nbf ?? 0) > 600) return 'the assertion lives too long';
    const thumbprint = createHash('sha256').update(der).digest('base64url');
    return protectedHeader['x5t#S256'] === thumbprint ? undefined : 'another thumbprint';
  } catch (error) {
    return String(error);
  }
};

const resourceOf = (scope: string): string => scope.split(' ', 1)[0]?.replace(/\/[^/]*$/, '') ?? '';

/** Starts the server at a free port of the loopback address. */
export const startAuthorizationServer = async (client: Client): Promise<AuthorizationServer> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = await exportJWK(publicKey);
  const signs = new Map<string, Sign>();
  const devices = new Map<string, { scope: string; asked: number }>();
  const audiences: string[] = [];
  const called: Called[] = [];
  let base = '';

  const token = async (aud: string): Promise<object> => {
    audiences.push(aud);
    const jwt = new SignJWT({ aud, tid: client.tenant }).setProtectedHeader({ alg: 'RS256' }).setExpirationTime('1h');
    return { token_type: 'Bearer', expires_in: 3599, access_token: await jwt.sign(privateKey) };
  };
  const own = { client_id: client.id };

  const credentials = async (form: Form, url: string): Promise<Refusal> => {
    const shared = ['grant_type', 'client_id', 'scope'];
    if (form.has('client_secret')) {
      return exactly(form, [...shared, 'client_secret']) ?? isFor(form, { ...own, client_secret: client.secret });
    }
    const refused =
      exactly(form, [...shared, 'client_assertion', 'client_assertion_type']) ??
      isFor(form, { ...own, client_assertion_type: ASSERTION });
    const assertion = form.get('client_assertion') ?? '';
    return refused ?? (assertion === client.federatedToken ? undefined : await signedBy(client, assertion, url));
  };
  const code = (form: Form): Refusal => {
    const sign = signs.get(form.get('code') ?? '');
    signs.delete(form.get('code') ?? '');
    const hash = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const names = ['grant_type', 'client_id', 'code', 'redirect_uri', 'code_verifier', 'scope'];
    const fits = sign?.redirect === form.get('redirect_uri') && sign?.challenge === hash;
    return exactly(form, names) ?? isFor(form, own) ?? (fits ? undefined : 'code, redirect or verifier');
  };
  const GRANTS: Readonly<Record<string, (form: Form, url: string) => Refusal | Promise<Refusal>>> = {
    client_credentials: async (form, url) => (await credentials(form, url)) ?? appScope(form),
    authorization_code: (form) => code(form) ?? personScope(form),
    refresh_token: (form) =>
      exactly(form, ['grant_type', 'client_id', 'refresh_token', 'scope']) ??
      isFor(form, { ...own, refresh_token: client.refreshToken }) ??
      personScope(form),
    'urn:ietf:params:oauth:grant-type:jwt-bearer': (form) =>
      isFor(form, {
        ...own,
        client_secret: client.secret,
        assertion: client.userToken,
        requested_token_use: 'on_behalf_of',
      }) ?? personScope(form),
  };

  const poll = async (form: Form): Promise<object> => {
    const device = devices.get(form.get('device_code') ?? '');
    if (exactly(form, ['grant_type', 'client_id', 'device_code']) || device === undefined) return { error: 'bad' };
    device.asked += 1;
    return device.asked < 2 ? { error: 'authorization_pending' } : token(resourceOf(device.scope));
  };
  const redeem = async (form: Form, url: string): Promise<object> => {
    const grant = form.get('grant_type') ?? '';
    if (grant.endsWith(':device_code')) return poll(form);
    const check = GRANTS[grant];
    const refused = check === undefined ? `grant ${grant}` : await check(form, url);
    return refused === undefined
      ? token(resourceOf(form.get('scope') ?? ''))
      : { error: 'invalid_request', error_description: refused };
  };
  const startDevice = (form: Form): object => {
    const refused = exactly(form, ['client_id', 'scope']) ?? isFor(form, own) ?? personScope(form);
    if (refused !== undefined) return { error: 'invalid_request', error_description: refused };
    const id = randomUUID();
    devices.set(id, { scope: form.get('scope') ?? '', asked: 0 });
    return { device_code: id, user_code: 'HXKQ7PZTN', interval: 0, message: 'Open the page and enter HXKQ7PZTN.' };
  };
  const authorize = (query: URLSearchParams): { location: string } | object => {
    const refused =
      isFor(query, { ...own, response_type: 'code', code_challenge_method: 'S256' }) ?? personScope(query);
    const redirect = query.get('redirect_uri') ?? '';
    if (refused !== undefined) return { error: refused };
    const id = `0.${randomUUID()}`;
    signs.set(id, { redirect, challenge: query.get('code_challenge') ?? '' });
    return { location: `${redirect}?${new URLSearchParams({ code: id, state: query.get('state') ?? '' })}` };
  };
  const callApi = async (request: IncomingMessage, body: string): Promise<object> => {
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const { payload } = await jwtVerify(bearer, jwk, { algorithms: ['RS256'] });
    called.push({ method: request.method ?? '', path: request.url ?? '', body, claims: payload });
    return { value: [] };
  };

  const answer = async (request: IncomingMessage): Promise<object> => {
    const url = new URL(request.url ?? '/', base);
    const body = await bodyOf(request);
    const isForm = request.headers['content-type']?.split(';', 1)[0] === 'application/x-www-form-urlencoded';
    const form = isForm ? body : '';
    const oauth = `/${client.tenant}/oauth2/v2.0`;
    if (url.pathname === `${oauth}/token`) return redeem(new URLSearchParams(form), `${base}${oauth}/token`);
    if (url.pathname === `${oauth}/devicecode`) return startDevice(new URLSearchParams(form));
    if (url.pathname === `${oauth}/authorize`) return authorize(url.searchParams);
    if (url.pathname !== '/metadata/identity/oauth2/token') return callApi(request, body);
    const isGood = request.headers['metadata'] === 'true' && url.searchParams.get('api-version') === '2018-02-01';
    return isGood ? token(url.searchParams.get('resource') ?? '') : { error: 'invalid_request' };
  };

  const server = createServer((request, response) => {
    answer(request)
      .catch((error: unknown) => ({ error: String(error) }))
      .then((reply) => {
        if ('location' in reply) response.writeHead(302, { location: String(reply.location) }).end();
        else {
          response.writeHead('error' in reply ? 400 : 200, { 'content-type': 'application/json' });
          response.end(JSON.stringify(reply));
        }
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    base,
    audiences,
    called,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

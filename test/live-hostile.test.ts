import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { diagnose } from '../src/index.ts';
import { cloudOf, credentialsOf } from '../src/live/credentials.ts';
import { LIVE_HOSTS } from '../src/live/destination.ts';
import { openNetwork } from '../src/live/network.ts';
import type { Outgoing } from '../src/live/outgoing.ts';
import type { Situation } from '../src/live/probe.ts';
import { probes } from '../src/live/probes/probes.ts';
import { Sensitive } from '../src/live/sensitive.ts';
import { buildToken } from './support/token.ts';

const NOW = '2026-03-01T12:00:00Z';
const EVIL = 'evil.example';
const heard: IncomingMessage[] = [];
const bodies: string[] = [];

/** Whatever is asked, it points elsewhere in every way that there is. */
const server = createServer((request, response) => {
  heard.push(request);
  let body = '';
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.on('end', () => {
    bodies.push(body);
    const elsewhere = `https://${EVIL}${request.url}`;
    response.writeHead(heard.length % 3 === 0 ? 307 : 200, {
      location: elsewhere,
      link: `<${elsewhere}>; rel=next`,
      'home-cluster-uri': `https://${EVIL}/`,
      refresh: `0; url=${elsewhere}`,
    });
    response.end(
      JSON.stringify({
        issuer: `https://${EVIL}/4cb58381-19f4-4985-9067-c0b3e9da3d0e/`,
        jwks_uri: `https://${EVIL}/keys`,
        token_endpoint: `https://${EVIL}/token`,
        continuationUri: elsewhere,
        '@odata.nextLink': elsewhere,
        value: [],
        keys: [],
      }),
    );
  });
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((done) => server.close(done)));

const host = fc.constantFrom(
  EVIL,
  'api.powerbi.com',
  'api.fabric.microsoft.com',
  'graph.microsoft.com',
  'login.microsoftonline.com',
  `api.powerbi.com.${EVIL}`,
  `${EVIL}#api.powerbi.com`,
  `api.powerbi.com@${EVIL}`,
  `${EVIL}/api.powerbi.com`,
  `api.powerbi.com%2e${EVIL}`,
  `api.powerbi.com:80@${EVIL}`,
  `api。powerbi。com.${EVIL}`,
  '[::1]',
  '[::ffff:127.0.0.1]',
  '127.0.0.1',
  '2130706433',
  '0x7f.1',
  'localhost',
  'login.microsoftonline.com.',
  `wabi-${EVIL}.analysis.windows.net`,
  `${'a'.repeat(32)}.z00.w.api.fabric.microsoft.com.${EVIL}`,
);
const url = fc
  .tuple(
    fc.constantFrom('https', 'http', 'ftp'),
    host,
    fc.constantFrom('/v1/workspaces', '/v1.0/myorg/groups', '//evil.example/x', '/..//evil.example'),
  )
  .map(([scheme, name, path]) => `${scheme}://${name}${path}`);
const audience = fc.constantFrom(
  'https://analysis.windows.net/powerbi/api',
  'https://api.fabric.microsoft.com',
  'https://graph.microsoft.com',
  'https://management.azure.com',
  `https://${EVIL}`,
  `https://analysis.windows.net/powerbi/api@${EVIL}`,
  `api://${EVIL}`,
);
const attempt = fc.record({
  url,
  audience,
  issuer: url,
  key: url,
  tenant: fc.constantFrom(
    '4cb58381-19f4-4985-9067-c0b3e9da3d0e',
    EVIL,
    `..%2f${EVIL}`,
    `@${EVIL}`,
    `x/../../${EVIL}`,
    'common',
  ),
  authority: host,
});

/** What may be sent to a host: the audiences of its API, or nothing. */
const listed = new Set(Object.values(LIVE_HOSTS).flatMap((hosts) => Object.values(hosts)));

it('whatever a token, a paste or an answer points to, nothing is sent but to the listed hosts, and no token to another API', async () => {
  const secret = ['client', 'secret', 'of', 'nobody', '4711'].join('~');
  const network = openNetwork({ simulator: port });
  let attempts = 0;
  let sent = 0;
  let withToken = 0;
  await fc.assert(
    fc.asyncProperty(attempt, async ({ url: called, audience: aud, issuer, key, tenant, authority }) => {
      heard.length = 0;
      bodies.length = 0;
      const token = buildToken(
        { aud, iss: issuer, tid: '4cb58381-19f4-4985-9067-c0b3e9da3d0e', oid: '1', exp: 1_900_000_000 },
        { jku: key, x5u: key, kid: key },
      );
      const text = [
        `GET ${called} HTTP/1.1`,
        'accept: */*',
        `authorization: Bearer ${token}`,
        '',
        `POST https://${authority}/${tenant}/oauth2/v2.0/token`,
        'content-type: application/x-www-form-urlencoded',
        '',
        `grant_type=client_credentials&client_id=6e098390-0f5e-446c-a44a-c6d9ea9764d5&client_secret=${encodeURIComponent(secret)}&scope=https%3A%2F%2F${EVIL}%2F.default`,
      ].join('\n');
      const [first] = diagnose([{ text }], { now: NOW });
      if (first === undefined) return;
      const pastes = [{ text }];
      const credentials = await credentialsOf(pastes, first, {});
      const seen = { allowedGroups: { 'setting.sp-public-apis': [EVIL] }, directGroups: [EVIL] };
      const situation: Situation = { diagnosis: first, cloud: cloudOf(first), credentials, seen };
      for (const probe of probes) {
        attempts += 1;
        const outgoing = probe.plan(situation);
        if (outgoing) await probe.read(await network.send(outgoing), situation);
      }
      for (const [i, { headers, method }] of heard.entries()) {
        const name = headers.host ?? '';
        expect(listed).toContain(name);
        expect(['GET', name.startsWith('login.') ? 'POST' : 'GET']).toContain(method);
        if (bodies[i]?.includes('client_secret')) expect(name).toMatch(/^login\.microsoftonline\.com$/);
        sent += 1;
        if (headers.authorization === undefined) continue;
        withToken += 1;
        expect(
          name.startsWith('graph.') ? /graph\.microsoft\.com$/ : /powerbi\/api$|api\.fabric\.microsoft\.com$/,
        ).toSatisfy((pattern: RegExp) => pattern.test(aud));
      }
    }),
    { numRuns: 100, endOnFailure: true },
  );
  await network.close();
  expect(attempts).toBeGreaterThanOrEqual(1000);
  // What may go out did go out: the rest was held back, not everything.
  expect(sent).toBeGreaterThan(50);
  expect(withToken).toBeGreaterThan(20);
}, 120_000);

const SECRET = ['the', 'credential', 'itself'].join('-');

/** Names that look like this one to a person or a careless parser. */
const DISGUISES: readonly ((name: string) => string)[] = [
  (name) => name.toUpperCase(),
  (name) => `${name}.`,
  (name) => `${name}:443`,
  (name) => `${name}:8443`,
  (name) => `${name}.${EVIL}`,
  (name) => `${EVIL}/${name}`,
  (name) => `${EVIL}?${name}`,
  (name) => `${EVIL}#${name}`,
  (name) => `${EVIL}\\@${name}`,
  (name) => `${name}@${EVIL}`,
  (name) => `user:word@${name}`,
  (name) => `${name}%00.${EVIL}`,
  (name) => `${name}%2f@${EVIL}`,
  (name) => name.replace('.', '。'),
  (name) => name.replace('o', 'о'),
  (name) => name.replace('.', '%2e'),
  (name) => `xn--${name}`,
  (name) => `${name}\t.${EVIL}`,
  () => '[::1]',
  () => '[::ffff:7f00:1]',
  () => '[64:ff9b::7f00:1]',
  () => '127.0.0.1',
  () => '0177.0.0.1',
  () => '2130706433',
  () => '0x7f000001',
  () => 'localhost',
  () => EVIL,
];

/** A listed name: as it is, so that something may go out at all, or in disguise. */
const disguised = fc
  .tuple(
    fc.constantFrom(...listed),
    fc.oneof(
      { weight: 2, arbitrary: fc.constant((name: string) => name) },
      { weight: 3, arbitrary: fc.constantFrom(...DISGUISES) },
    ),
  )
  .map(([name, change]) => change(name));

const outgoing = fc
  .record({
    scheme: fc.constantFrom(
      'https://',
      'https://',
      'https://',
      'http://',
      'https:/',
      'https:',
      '//',
      'ftp://',
      'javascript:',
    ),
    name: disguised,
    path: fc.constantFrom(
      '',
      '/',
      '/v1/workspaces',
      '/v1.0/myorg/groups',
      '/common/oauth2/v2.0/token',
      '//evil.example',
      '/\\evil.example',
      '/..//x',
      '/v1.0/me',
    ),
    audience: fc.oneof(
      audience,
      fc.constantFrom('https://analysis.usgovcloudapi.net/powerbi/api', '00000003-0000-0000-c000-000000000000', ''),
    ),
    cloud: fc.constantFrom('public', 'gcc', 'gcc-high', 'dod', 'china', 'germany'),
    kind: fc.constantFrom('token', 'proof'),
  })
  .map(({ scheme, name, path, audience: aud, cloud, kind }): Outgoing => {
    const sensitive = new Sensitive(SECRET, 'credential');
    return kind === 'token'
      ? { method: 'GET', url: `${scheme}${name}${path}`, carries: { what: 'token', audience: aud }, bearer: sensitive }
      : {
          method: 'POST',
          url: `${scheme}${name}${path}`,
          carries: { what: 'proof', cloud },
          form: { client_secret: sensitive },
        };
  });

/** Whether a host may see this credential: a secret the authority of its cloud, a token the API that it was issued for. */
const maySee = (host: string, { carries }: Outgoing): boolean => {
  if (carries.what === 'proof') return LIVE_HOSTS[carries.cloud]?.entra === host;
  if (carries.what === 'nothing') return true;
  const isGraph = /graph|00000003-0000-0000-c000-000000000000/.test(carries.audience);
  return (
    host.includes('graph') === isGraph &&
    !host.startsWith('login.') &&
    /^(?:https:\/\/(?:analysis|api\.fabric|graph)|00000003)/.test(carries.audience)
  );
};

it('1,000 requests with a credential, to hosts in disguise: each that arrives is for a listed host that may see it', async () => {
  const network = openNetwork({ simulator: port });
  let attempts = 0;
  let arrived = 0;
  await fc.assert(
    fc.asyncProperty(outgoing, async (one) => {
      attempts += 1;
      heard.length = 0;
      await network.send(one).catch(() => undefined);
      for (const { headers } of heard) {
        arrived += 1;
        expect(listed).toContain(headers.host);
        expect(maySee(headers.host ?? '', one), `${headers.host} got ${JSON.stringify(one)}`).toBe(true);
      }
    }),
    { numRuns: 1000, endOnFailure: true },
  );
  await network.close();
  expect(attempts).toBe(1000);
  expect([arrived > 10, arrived < 500]).toEqual([true, true]);
}, 120_000);

it('a proxy is asked for tunnels to listed hosts only, and sees no credential, in 1,000 requests', async () => {
  const seen: string[] = [];
  const proxy = createTcp((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      seen.push(data.toString('latin1'));
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
    });
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  const network = openNetwork({ proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` });
  await fc.assert(
    fc.asyncProperty(outgoing, async (one) => {
      seen.length = 0;
      await network.send(one).catch(() => undefined);
      for (const text of seen) {
        expect(text).not.toContain(SECRET);
        expect(listed).toContain(/^CONNECT (\S+):443 HTTP/.exec(text)?.[1]);
      }
    }),
    { numRuns: 1000, endOnFailure: true },
  );
  await network.close();
  await new Promise((done) => proxy.close(done));
}, 120_000);

import { createServer } from 'node:net';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LIVE_HOSTS } from '../../src/live/destination.ts';
import { openNetwork } from '../../src/live/network.ts';
import type { Outgoing } from '../../src/live/outgoing.ts';
import { Sensitive } from '../../src/live/sensitive.ts';
import { closed, listen } from '../support/listen.ts';
import { audience, EVIL, LISTED, pointingServer } from '../support/pointing-server.ts';

const { heard, port } = pointingServer();

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
    fc.constantFrom(...LISTED),
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
  const network = openNetwork({ simulator: port() });
  let attempts = 0;
  let arrived = 0;
  await fc.assert(
    fc.asyncProperty(outgoing, async (one) => {
      attempts += 1;
      heard.length = 0;
      await network.send(one).catch(() => undefined);
      for (const {
        request: { headers },
      } of heard) {
        arrived += 1;
        expect(LISTED).toContain(headers.host);
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
  const proxy = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      seen.push(data.toString('latin1'));
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
    });
  });
  const network = openNetwork({ proxy: `http://127.0.0.1:${await listen(proxy)}` });
  await fc.assert(
    fc.asyncProperty(outgoing, async (one) => {
      seen.length = 0;
      await network.send(one).catch(() => undefined);
      for (const text of seen) {
        expect(text).not.toContain(SECRET);
        expect(LISTED).toContain(/^CONNECT (\S+):443 HTTP/.exec(text)?.[1]);
      }
    }),
    { numRuns: 1000, endOnFailure: true },
  );
  await network.close();
  await closed(proxy);
}, 120_000);

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diagnose } from '../../src/index.ts';
import { cloudOf, credentialsOf } from '../../src/live/credentials.ts';
import { openNetwork } from '../../src/live/network.ts';
import type { Situation } from '../../src/live/probe.ts';
import { probes } from '../../src/live/probes/probes.ts';
import { audience, EVIL, LISTED, pointingServer } from '../support/pointing-server.ts';
import { buildToken } from '../support/token.ts';

const NOW = '2026-03-01T12:00:00Z';
const { heard, port } = pointingServer();

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

it('whatever a token, a paste or an answer points to, nothing is sent but to the listed hosts, and no token to another API', async () => {
  const secret = ['client', 'secret', 'of', 'nobody', '4711'].join('~');
  const network = openNetwork({ simulator: port() });
  let attempts = 0;
  let sent = 0;
  let withToken = 0;
  await fc.assert(
    fc.asyncProperty(attempt, async ({ url: called, audience: aud, issuer, key, tenant, authority }) => {
      heard.length = 0;
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
      for (const { request, body } of heard) {
        const { headers, method } = request;
        const name = headers.host ?? '';
        expect(LISTED).toContain(name);
        expect(['GET', name.startsWith('login.') ? 'POST' : 'GET']).toContain(method);
        if (body.includes('client_secret')) expect(name).toMatch(/^login\.microsoftonline\.com$/);
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

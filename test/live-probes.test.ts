import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { setup } from '../src/generated/simulator.ts';
import { openNetwork } from '../src/live/network.ts';
import { probes } from '../src/live/probes/probes.ts';
import type { JsonObject } from '../src/model/secret.ts';
import type { Simulator } from '../src/simulator/simulator.ts';
import { type LookedAt, lookedAt } from './support/looked.ts';
import { withWorld } from './support/simulated.ts';

const { tenant, apps, users, workspaces, items } = setup.world;
const app = apps['nightly'] ?? expect.fail();
const anna = users['anna'] ?? expect.fail();
const workspace = workspaces['sales']?.id ?? '';
const lake = items['lake']?.id ?? '';
const HOST = 'https://api.fabric.microsoft.com';

const AS_APP: JsonObject = { oid: app.principalId, sub: app.principalId, appid: app.clientId, idtyp: 'app' };
const AS_ANNA: JsonObject = {
  oid: anna.id,
  appid: apps['desk']?.clientId ?? '',
  scp: 'Workspace.Read.All Item.Read.All',
};

const bearer = ({ authority }: Simulator, claims: JsonObject): Promise<string> =>
  authority.signer.sign({
    aud: HOST,
    iss: `https://sts.windows.net/${tenant.id}/`,
    tid: tenant.id,
    ver: '1.0',
    iat: authority.now() - 60,
    nbf: authority.now() - 60,
    exp: authority.now() + 3600,
    ...claims,
  });

/** The app's secret as the token request that worked before; with it, what Graph knows can be looked up. */
const secretOf = ({ authority }: Simulator): string =>
  [
    '',
    `POST https://login.microsoftonline.com/${tenant.id}/oauth2/v2.0/token HTTP/1.1`,
    'content-type: application/x-www-form-urlencoded',
    '',
    new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: app.clientId,
      client_secret: authority.vault.secretOf(app.clientId),
      scope: `${HOST}/.default`,
    }).toString(),
    '',
  ].join('\n');

interface Sought {
  readonly world: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly claims?: JsonObject;
  readonly withSecret?: true;
}

const sought = ({
  world,
  path,
  claims = AS_APP,
  withSecret,
}: Sought): Promise<LookedAt & { heard: readonly string[] }> =>
  withWorld(world, async (simulator) => {
    const network = openNetwork({ simulator: simulator.port });
    const call = `GET ${HOST}${path} HTTP/1.1\nauthorization: Bearer ${await bearer(simulator, claims)}\n`;
    const outcome = await lookedAt(withSecret ? `${call}${secretOf(simulator)}` : call, network);
    await network.close();
    return { ...outcome, heard: simulator.log.map(({ heard }) => `${heard.method} ${heard.host}${heard.path}`) };
  });

const valueOf = ({ diagnosis }: LookedAt, path: keyof LookedAt['diagnosis']['facts']): unknown => {
  const fact = diagnosis.facts[path];
  return fact?.state === 'known' ? fact.value : undefined;
};

const LAKE = `/v1/workspaces/${workspace}/lakehouses/${lake}`;
const ITEMS = `/v1/workspaces/${workspace}/items`;
const UNNAMED = { 'capacities.f2.state': 'Paused', 'capacities.f2.isNamed': false };

describe('the capacity of the workspace', () => {
  it('is found to be paused where the answer says nothing of it', async () => {
    const seen = await sought({ world: UNNAMED, path: LAKE });
    expect(seen.diagnosis.conclusion).toMatchObject({ is: 'stops-at', verdict: 'confirmed' });
    expect(seen.diagnosis.findings[0]?.cause).toBe('capacity-paused-or-wrong');
    expect([valueOf(seen, 'capacity.state'), valueOf(seen, 'workspace.capacity')]).toEqual(['paused', 'capacity']);
  });

  it.each([
    ['FT1', 'trial'],
    ['PP3', 'premium-per-user'],
    ['P1', 'capacity'],
  ])('of size %s is told as %s', async (sku, kind) => {
    const seen = await sought({ world: { ...UNNAMED, 'capacities.f2.sku': sku }, path: LAKE });
    expect(valueOf(seen, 'workspace.capacity')).toBe(kind);
  });

  it('that the caller may not see could not be checked, and is called neither paused nor running', async () => {
    const seen = await sought({ world: { ...UNNAMED, 'capacities.f2.roles': {} }, path: LAKE });
    expect(valueOf(seen, 'capacity.state')).toBeUndefined();
    const notices = seen.diagnosis.notices.map(({ text }) => text).join('\n');
    expect(notices).toContain('Not checked: capacity: The capacity of the workspace is not among those');
  });
});

const REGISTRATION = { 'workspaces.sales.roles': { [app.registrationId]: 'member', [anna.id]: 'admin' } };

describe('who was granted a role in the workspace', () => {
  it('is found to be the app registration in place of the enterprise application', async () => {
    const seen = await sought({ world: REGISTRATION, path: ITEMS, withSecret: true });
    expect(seen.diagnosis.findings[0]).toMatchObject({
      cause: 'security-group-wrong-type-or-app-object',
      verdict: 'confirmed',
    });
    expect(valueOf(seen, 'setting.group-member')).toBe('app-registration');
    expect(seen.heard.at(-1)).toBe(`GET graph.microsoft.com/v1.0/applications(appId='${app.clientId}')`);
  });

  it('is nobody of the caller where another app has the role, which Graph is asked for first', async () => {
    const other = apps['desk']?.principalId ?? '';
    const world = { 'workspaces.sales.roles': { [other]: 'member', [anna.id]: 'admin' } };
    const seen = await sought({ world, path: ITEMS, withSecret: true });
    expect(seen.diagnosis.findings[0]).toMatchObject({ cause: 'workspace-access-missing', verdict: 'confirmed' });
    expect(valueOf(seen, 'setting.group-member')).toBeUndefined();
  });

  it('is left open where a group has a role, of which the caller may be a member', async () => {
    const group = setup.world.groups['others']?.id ?? '';
    const world = { 'workspaces.sales.roles': { [group]: 'member', [anna.id]: 'admin' } };
    const seen = await sought({ world, path: ITEMS });
    expect(valueOf(seen, 'workspace.role')).toBeUndefined();
    expect(seen.diagnosis.findings[0]?.verdict).not.toBe('confirmed');
  });
});

describe('what the app was consented to', () => {
  const ADMIN = '/v1/admin/workspaces';
  const world = { 'settings.AllowServicePrincipalsUseReadAdminAPIs.isOn': false };

  it('is found to hold a tenant permission, by the ids of the two that there are', async () => {
    for (const permission of ['Tenant.Read.All', 'Tenant.ReadWrite.All']) {
      const permissions = { ...world, 'apps.nightly.permissions.powerbi': [permission] };
      const seen = await sought({ world: permissions, path: ADMIN, withSecret: true });
      expect(valueOf(seen, 'app.consented-permissions')).toBe('tenant-permissions');
    }
  });

  it.each([
    [['Workspace.Read.All'], 'delegated-only'],
    [['User.Read', 'offline_access'], 'none'],
  ])('delegated %j is told as %s', async (consents, expected) => {
    const seen = await sought({
      world: { ...world, 'apps.nightly.consents': consents },
      path: ADMIN,
      withSecret: true,
    });
    expect(valueOf(seen, 'app.consented-permissions')).toBe(expected);
  });
});

describe('a claims challenge in a live answer', () => {
  it('is decoded: what the new token has to satisfy is told', async () => {
    const seen = await sought({ world: { revoked: [anna.id] }, path: ITEMS, claims: AS_ANNA });
    expect(seen.steps.map(({ probe }) => probe.id)).toEqual(['call-again']);
    expect(seen.diagnosis.findings[0]).toMatchObject({ cause: 'claims-challenge', verdict: 'confirmed' });
    expect(JSON.stringify(seen.diagnosis.recognised)).toMatch(
      /Claims challenge: a token issued after \d{4}-\d\d-\d\dT/,
    );
  });
});

describe('a tenant that throttles', () => {
  it('is waited for as it asks, and the cause behind it is found', async () => {
    const world = { 'service.busyFor': 1, [`workspaces.sales.roles.${app.principalId}`]: null };
    const seen = await sought({ world, path: ITEMS });
    expect(seen.waits).toEqual([47_000]);
    expect(seen.diagnosis.findings[0]?.cause).toBe('workspace-access-missing');
  });

  it('that names no wait is left alone', async () => {
    const seen = await sought({ world: { 'service.isBusy': true, 'service.retryAfter': '' }, path: ITEMS });
    expect([seen.waits, seen.steps.length, seen.diagnosis.findings[0]?.cause]).toEqual([[], 1, 'throttled']);
  });
});

describe('a clock that is off by a day', () => {
  it.each([26, -26])('by %i hours is told, and turns no good token into the cause', async (hours) => {
    await withWorld({ [`workspaces.sales.roles.${app.principalId}`]: null }, async (simulator) => {
      const network = openNetwork({ simulator: simulator.port });
      const call = `GET ${HOST}${ITEMS} HTTP/1.1\nauthorization: Bearer ${await bearer(simulator, AS_APP)}\n`;
      const now = new Date(Date.now() + hours * 3_600_000).toISOString();
      const { diagnosis } = await lookedAt(call, network, now);
      await network.close();
      expect(diagnosis.findings[0]).toMatchObject({ cause: 'workspace-access-missing', verdict: 'confirmed' });
      const said = diagnosis.notices.map(({ text }) => text).join(' ');
      expect(said).toContain(`1560 minutes ${hours > 0 ? 'ahead of' : 'behind'} that of the server`);
    });
  });
});

describe('notices', () => {
  it('of the readers stay beside those of the look', async () => {
    await withWorld({ 'service.isDown': true }, async (simulator) => {
      const network = openNetwork({ simulator: simulator.port });
      const call = `GET ${HOST}${ITEMS} HTTP/1.1\nauthorization: Bearer ${await bearer(simulator, AS_APP)}\n`;
      const { diagnosis } = await lookedAt(`${call}\n${'\u0000'}`, network);
      await network.close();
      const codes = diagnosis.notices.map(({ code }) => code);
      expect(codes).toContain('text-replaced');
      expect(codes).toContain('not-checked');
    });
  });
});

describe('a call that may not be repeated', () => {
  const WRITE = `POST ${HOST}/v1/workspaces HTTP/1.1\nauthorization: Bearer ***\n\n{}\n`;

  it('is not: it is looked whether the API answers, without a token', async () => {
    await withWorld({}, async (simulator) => {
      const network = openNetwork({ simulator: simulator.port });
      const { diagnosis, steps } = await lookedAt(WRITE, network);
      await network.close();
      expect(steps.map(({ probe }) => probe.id)).toEqual(['reach']);
      expect(diagnosis.facts['reach.outcome']).toMatchObject({ state: 'known', value: 'answered' });
      expect(simulator.log.map(({ heard }) => [heard.method, heard.headers['authorization']])).toEqual([
        ['GET', undefined],
      ]);
    });
  });

  it('and whose API is not reached ends with the network as its cause', async () => {
    const port = await withWorld({}, async (simulator) => simulator.port);
    const { diagnosis } = await lookedAt(WRITE, openNetwork({ simulator: port }));
    expect(diagnosis.findings[0]?.cause).toBe('network-or-private-link-block');
  });
});

describe('the page of live checks', () => {
  it('tells of every probe, and of none that is not there', () => {
    const rows = readFileSync('docs/live-checks.md', 'utf8').match(/^\| `[a-z-]+`[^|]*\|/gm) ?? [];
    const told = rows.flatMap((row) => [...row.matchAll(/`([a-z-]+)`/g)].map(([, id]) => id));
    expect([...told].sort()).toEqual(probes.map(({ id }) => id).sort());
  });
});

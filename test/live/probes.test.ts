import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { setup } from '../../src/generated/simulator.ts';
import { probes } from '../../src/live/probes/probes.ts';
import { anna, app, sought, valueOf } from '../support/sought.ts';

const { apps, workspaces, items } = setup.world;
const workspace = workspaces['sales']?.id ?? '';
const lake = items['lake']?.id ?? '';
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

describe('the page of live checks', () => {
  it('tells of every probe, and of none that is not there', () => {
    const rows = readFileSync('docs/live-checks.md', 'utf8').match(/^\| `[a-z-]+`[^|]*\|/gm) ?? [];
    const told = rows.flatMap((row) => [...row.matchAll(/`([a-z-]+)`/g)].map(([, id]) => id));
    expect([...told].sort()).toEqual(probes.map(({ id }) => id).sort());
  });
});

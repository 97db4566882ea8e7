import { describe, expect, it } from 'vitest';
import { answered } from '../../../test/support/answered.ts';
import { confirmedDiagnosis } from '../../../test/support/sample-diagnosis.ts';
import { toEvidence } from '../../facts/evidence.ts';
import type { Situation, TokenCredential } from '../probe.ts';
import { Sensitive } from '../sensitive.ts';
import { freshToken } from './ask-token.ts';
import { adminRoles } from './granted.ts';
import { settings } from './settings.ts';

const TOLD = { by: 'told' } as const;
const OID = '0c5b1e7d-93f4-4a26-8d10-5e7b2c9a4f38';
const tokenFor = (aud: string): TokenCredential => ({
  token: new Sensitive('x', 'token'),
  claims: { aud, oid: OID },
});
const situation = (...audiences: readonly string[]): Situation => ({
  diagnosis: { ...confirmedDiagnosis(), facts: {} },
  cloud: 'public',
  credentials: { tokens: ['https://api.fabric.microsoft.com', ...audiences].map(tokenFor) },
  seen: {},
});

describe('the tenant settings say', () => {
  const read = (row: object) =>
    settings.read(
      answered({ tenantSettings: [{ settingName: 'ServicePrincipalAccessPermissionAPIs', enabled: true, ...row }] }),
      situation(),
    );
  const group = [{ graphId: 'ABC' }];

  it.each([
    ['on for everybody', {}, 'covers-caller'],
    ['off, whatever its groups', { enabled: false, enabledSecurityGroups: group }, 'off'],
  ])('whom a setting covers that is %s', (_, row, state) => {
    expect(read(row)).toMatchObject({ facts: { 'setting.sp-public-apis': state } });
  });

  it('nothing yet of one that is limited to groups, or that excludes some: that takes the groups of the caller', () => {
    expect(read({ enabledSecurityGroups: group })).toEqual({
      facts: {},
      seen: { allowedGroups: { 'setting.sp-public-apis': ['abc'] } },
    });
    expect(read({ excludedSecurityGroups: group })).toEqual({ facts: {}, seen: { allowedGroups: {} } });
  });
});

describe('the list of who has a role in the workspace says', () => {
  const row = (id: string, type: string, workspaceRole = 'Member') => ({
    principal: { id, type },
    workspaceAccessDetails: { workspaceRole },
  });
  const read = (rows: readonly object[], more: object = {}, ...audiences: readonly string[]) =>
    adminRoles.read(answered({ accessDetails: rows, ...more }), situation(...audiences));
  const none = { facts: { 'workspace.role': 'none' } };

  it('the role of the caller, in whatever case its id is written', () => {
    expect(read([row('other', 'User'), row(OID.toUpperCase(), 'ServicePrincipal')])).toEqual({
      facts: { 'workspace.role': 'member' },
    });
  });

  it('that it has none where the list is whole and nobody else in it could be the caller', () => {
    expect(read([])).toEqual(none);
    expect(read([row('other', 'User')])).toEqual(none);
  });

  it('nothing where a group is in it, or where it goes on', () => {
    expect(read([row('g', 'Group')])).toEqual({ unchecked: expect.stringContaining('groups') });
    expect(read([row('other', 'User')], { continuationUri: 'more' })).toEqual({
      unchecked: expect.stringContaining('goes on'),
    });
  });

  it('which apps Graph is asked about first, where it can be: one may be the registration of the caller', () => {
    expect(read([row('APP', 'ServicePrincipal')])).toEqual(none);
    expect(read([row('APP', 'ServicePrincipal')], {}, 'https://graph.microsoft.com')).toEqual({
      seen: { granted: ['app'] },
    });
  });
});

it.each([
  ['client_credentials', true],
  ['refresh_token', true],
  ['password', true],
  ['authorization_code', false],
])('a new token for a refused call is asked for with %s: %s, as a code is good for one', (grant, isAsked) => {
  const proof = { tenant: 'contoso.example', clientId: OID, proof: {}, grant, from: 'paste' } as const;
  const { diagnosis, credentials, ...rest } = situation();
  const facts = toEvidence({ 'call.api': 'fabric', 'request.url': 'https://api.fabric.microsoft.com/v1/x' }, TOLD);
  const called = { ...diagnosis, facts: Object.fromEntries(facts) };
  const plan = freshToken.plan({ ...rest, diagnosis: called, credentials: { ...credentials, proof } });
  expect(plan !== undefined).toBe(isAsked);
});

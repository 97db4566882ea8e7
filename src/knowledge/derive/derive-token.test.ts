import { describe, expect, it } from 'vitest';
import { runDerivations } from '../../facts/derivation.ts';
import { type Facts, toEvidence, valueOf } from '../../facts/evidence.ts';
import { derivations } from './derivations.ts';

const NOW = '2026-03-01T12:00:00.000Z';
const APP = '11111111-1111-1111-1111-111111111111';
const OBJECT = '22222222-2222-2222-2222-222222222222';
const TENANT = '33333333-3333-3333-3333-333333333333';

const derive = (facts: Facts) => {
  const evidence = toEvidence(facts, { by: 'read', place: { paste: 0, line: 1, what: 'test' } });
  runDerivations(evidence, derivations, NOW);
  return (path: Parameters<typeof valueOf>[1]) => valueOf(evidence, path);
};

const FABRIC = 'https://api.fabric.microsoft.com';

describe('the life of the token', () => {
  it.each<[Facts, string | undefined, string | undefined]>([
    [{ 'token.exp': '2026-03-01T09:00:00Z' }, 'expired', 'expired 3 hours ago'],
    [
      { 'token.exp': '2026-03-01T09:00:00Z', 'response.date': '2026-03-01T08:30:00Z' },
      'valid',
      'valid at the call, with 30 minutes left',
    ],
    [
      { 'token.exp': '2026-03-01T09:00:00Z', 'response.date': '2026-03-01T09:01:00Z' },
      'expired',
      'expired 1 minute before the call',
    ],
    [
      {
        'token.nbf': '2026-03-01T08:00:00Z',
        'token.exp': '2026-03-01T09:00:00Z',
        'token.checked-at': '2026-03-01T07:30:00Z',
        'response.date': '2026-03-01T08:30:00Z',
      },
      'not-yet-valid',
      'not valid until 30 minutes after the call',
    ],
    [{ 'token.exp': '2026-03-01T13:30:00Z' }, 'valid', 'valid for another 90 minutes'],
    [
      { 'token.nbf': '2026-03-02T13:00:00Z', 'token.exp': '2026-03-02T14:00:00Z' },
      'not-yet-valid',
      'not valid until 1 day from now',
    ],
    [
      { 'token.nbf': '2026-03-01T12:04:00Z', 'token.exp': '2026-03-01T13:04:00Z' },
      'valid',
      'valid for another 64 minutes',
    ],
    [{ 'token.nbf': '2026-03-01T11:00:00Z' }, undefined, undefined],
  ])('%o is %s', (facts, lifetime, words) => {
    const of = derive(facts);
    expect([of('token.lifetime'), of('token.lifetime-words')]).toEqual([lifetime, words]);
  });
});

describe('the caller', () => {
  it.each<[string, Facts, string | undefined]>([
    ['idtyp app', { 'token.idtyp': 'app' }, 'service-principal'],
    [
      'a managed identity, though idtyp is app',
      { 'token.idtyp': 'app', 'token.managed-identity': '/subscriptions/x' },
      'managed-identity',
    ],
    ['scp', { 'token.scp': ['Report.Read.All'], 'token.sub': OBJECT, 'token.oid': OBJECT }, 'user'],
    ['no scp, sub is oid', { 'token.scp': null, 'token.sub': OBJECT, 'token.oid': OBJECT }, 'service-principal'],
    ['scp unknown, sub is oid', { 'token.sub': OBJECT, 'token.oid': OBJECT }, undefined],
    [
      'roles alone',
      {
        'token.scp': null,
        'token.sub': null,
        'token.oid': null,
        'token.idtyp': null,
        'token.roles': ['Tenant.Read.All'],
      },
      'service-principal',
    ],
    [
      'nothing',
      { 'token.scp': null, 'token.sub': null, 'token.oid': null, 'token.idtyp': null, 'token.roles': null },
      undefined,
    ],
    [
      'the grant of a managed identity',
      { 'token.idtyp': 'app', 'token-request.grant': 'managed-identity' },
      'managed-identity',
    ],
    ['the grant', { 'token-request.grant': 'client-credentials' }, 'service-principal'],
    ['the token before the grant', { 'token.scp': ['x'], 'token-request.grant': 'client-credentials' }, 'user'],
    ['a code as bearer', { 'credential.kind': 'authorization-code' }, 'user'],
  ])('is told by %s', (_, facts, kind) => {
    expect(derive(facts)('caller.kind')).toBe(kind);
  });

  it('is named with the ids that an administrator looks for', () => {
    const of = derive({ 'token.idtyp': 'app', 'token.app-id': APP, 'token.oid': OBJECT, 'token.tid': TENANT });
    expect(of('caller.label')).toBe(`the app ${APP} (object id ${OBJECT})`);
    expect(of('caller.tenant-id')).toBe(TENANT);
  });

  it('takes ids of the token request where they are ids', () => {
    const of = derive({ 'token-request.client-id': APP, 'token-request.tenant': 'common' });
    expect([of('caller.app-id'), of('caller.tenant-id')]).toEqual([APP, undefined]);
  });

  it('is a guest by acct or by a foreign identity provider, and never surely no guest', () => {
    const user: Facts = { 'token.scp': ['x'], 'token.tid': TENANT };
    expect(derive({ ...user, 'token.acct': '1' })('caller.guest')).toBe(true);
    expect(derive({ ...user, 'token.idp': 'live.com' })('caller.guest')).toBe(true);
    expect(derive({ ...user, 'token.idp': `https://sts.windows.net/${TENANT}/` })('caller.guest')).toBeUndefined();
    expect(derive({ ...user, 'token.acct': '0' })('caller.guest')).toBeUndefined();
    expect(
      derive({ 'token.idtyp': 'app', 'token.tid': TENANT, 'token.idp': `https://sts.windows.net/${APP}/` })(
        'caller.guest',
      ),
    ).toBeUndefined();
  });

  it('holds an admin role only where wids says so', () => {
    expect(derive({ 'token.wids': ['A9EA8996-122f-4c74-9520-8edcd192826c'] })('token.directory-admin')).toBe(true);
    expect(derive({ 'token.wids': ['b79fbf4d-3ef9-4689-8143-76b194e85509'] })('token.directory-admin')).toBe(false);
    expect(derive({ 'token.wids': null })('token.directory-admin')).toBeUndefined();
  });

  it('uses a client of Microsoft by its id or, at Power BI only, by user_impersonation', () => {
    const path = 'token.issued-to-microsoft-client';
    expect(derive({ 'token.app-id': '04b07795-8ddb-461a-bbee-02f9e1bf7b46' })(path)).toBe(true);
    expect(derive({ 'token.app-id': APP, 'token.scp': ['user_impersonation'], 'token.aud': FABRIC })(path)).toBe(true);
    expect(
      derive({ 'token.app-id': APP, 'token.scp': ['user_impersonation'], 'token.aud': 'https://storage.azure.com' })(
        path,
      ),
    ).toBeUndefined();
    expect(derive({ 'token.app-id': APP, 'token.scp': ['Item.Read.All'], 'token.aud': FABRIC })(path)).toBe(false);
  });
});

describe('the scopes that came with a masked token', () => {
  const P = 'https://analysis.windows.net/powerbi/api';
  it.each<[Facts, readonly string[] | undefined]>([
    [
      { 'token.granted-scopes': [`${P}/Report.Read.All`, `${P}/Dataset.Read.All`] },
      ['Report.Read.All', 'Dataset.Read.All'],
    ],
    [{ 'token.granted-scopes': ['Report.Read.All', 'openid'] }, ['Report.Read.All']],
    [{ 'token.granted-scopes': ['User.Read', 'profile'] }, undefined],
    [{ 'token.granted-scopes': [`${P}/.default`] }, undefined],
    [{ 'token.granted-scopes': [`${P}/Report.Read.All`], 'token.aud': P }, undefined],
    [{ 'token.granted-scopes': [`${P}/Report.Read.All`], 'token.scp': ['App.Read.All'] }, ['App.Read.All']],
  ])('%j', (facts, scp) => {
    expect(derive(facts)('token.scp')).toEqual(scp);
  });

  it.each<[readonly string[], string | undefined]>([
    [['User.Read', 'openid'], 'graph'],
    [[`${P}/Report.Read.All`], 'powerbi'],
    [['Report.Read.All'], undefined],
  ])('%j tell the API', (scopes, resource) => {
    expect(derive({ 'token.granted-scopes': scopes })('token-request.asked-resource')).toBe(resource);
  });
});

import { describe, expect, it } from 'vitest';
import type { FactPath } from '../../facts/catalog.ts';
import { runDerivations } from '../../facts/derivation.ts';
import { type Facts, isAbsent, toEvidence, valueOf } from '../../facts/evidence.ts';
import { derivations } from './derivations.ts';
import { scopesMet } from './derive-scopes.ts';

const GUID = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';

const evidenceOf = (method: string, url: string, more: Facts = {}) => {
  const [, host = '', path = ''] = /^https:\/\/([^/]+)([^?]*)/.exec(url) ?? [];
  const facts: Facts = {
    'request.method': method,
    'request.url': url,
    'request.host': host,
    'request.path': path,
    ...more,
  };
  const evidence = toEvidence(facts, { by: 'read', place: { paste: 0, line: 1, what: 'test' } });
  runDerivations(evidence, derivations, '2026-03-01T12:00:00.000Z');
  return evidence;
};
const call = (method: string, url: string, more: Facts = {}) => {
  const evidence = evidenceOf(method, url, more);
  return <P extends FactPath>(path: P) => valueOf(evidence, path);
};

describe('what is known of the operation', () => {
  it('an app that exports a report of My workspace is led to the workspace', () => {
    const of = call('POST', `https://api.powerbi.com/v1.0/myorg/reports/${GUID}/ExportTo`, { 'token.idtyp': 'app' });
    expect(of('operation.my-workspace')).toBe(true);
    expect(of('operation.in-workspace')).toBe('/v1.0/myorg/groups/{groupId}/reports/{reportId}/ExportTo');
    expect(of('operation.writes')).toBe(false);
  });

  it('takes the type of a job from the query of a path without host', () => {
    const path = '/v1/workspaces/{ws}/items/{dataflowId}/jobs/instances';
    const facts = { 'request.host': 'api.fabric.microsoft.com', 'request.path': path };
    const started = call('POST', `${path}?jobType=Refresh`, facts);
    expect(started('operation.id')).toBe('JobScheduler_RunOnDemandItemJob');
    expect(call('POST', path, facts)('operation.found')).toBe('other-method');
    expect(call('POST', '/v1/other/jobs?jobType=Refresh', facts)('operation.found')).toBe('other-method');
  });

  it('does not say My workspace of a query, which takes a model of any workspace', () => {
    const of = call('POST', `https://api.powerbi.com/v1.0/myorg/datasets/${GUID}/executeQueries`);
    expect(of('operation.my-workspace')).toBeUndefined();
    expect(of('operation.settings')).toContain('dataset-execute-queries-rest-api');
    expect(of('operation.item-permission')).toEqual(['read and build']);
    expect(of('operation.limit')).toBe('120 requests per minute per user');
  });

  it.each([
    ['GET', '/v1.0/myorg/groups'],
    ['GET', '/v1.0/myorg/capacities'],
    ['GET', '/v1.0/myorg/gateways'],
    ['POST', '/v1.0/myorg/GenerateToken'],
    ['GET', '/v1.0/myorg/apps'],
    ['GET', `/v1.0/myorg/groups/${GUID}/reports`],
    ['GET', '/v1.0/myorg/admin/groups'],
  ])('%s %s is not of My workspace', (method, path) => {
    expect(call(method, `https://api.powerbi.com${path}`)('operation.my-workspace')).toBe(false);
  });

  it('knows what creating a notebook takes', () => {
    const of = call('POST', `https://api.fabric.microsoft.com/v1/workspaces/${GUID}/notebooks`);
    expect(of('operation.found')).toBe('yes');
    expect(of('operation.minimum-role')).toBe('contributor');
    expect(of('operation.scopes')).toEqual(['Notebook.ReadWrite.All', 'Item.ReadWrite.All']);
    expect([of('operation.user'), of('operation.service-principal')]).toEqual(['yes', 'yes']);
    expect([of('operation.capacity'), of('operation.writes'), of('operation.admin')]).toEqual([true, true, false]);
  });

  it('knows an admin operation and its trap', () => {
    const of = call('GET', 'https://api.powerbi.com/v1.0/myorg/admin/groups?$top=100');
    expect(of('operation.admin')).toBe(true);
    expect(of('operation.constraints')).toContain('sp-token-without-these-scopes');
    expect(of('operation.service-principal')).toBe('yes');
  });

  it('tells an operation that needs no scope from one that names none', () => {
    expect(
      isAbsent(evidenceOf('GET', 'https://api.powerbi.com/v1.0/myorg/availableFeatures'), 'operation.scopes'),
    ).toBe(true);
    const evidence = evidenceOf('GET', 'https://api.powerbi.com/v1.0/myorg/profiles');
    expect(evidence.has('operation.scopes')).toBe(false);
    expect(valueOf(evidence, 'operation.user')).toBe('no');
  });

  it('gives the nearest operations of an unknown path, and nothing for other hosts', () => {
    const of = call('GET', 'https://api.powerbi.com/v1.0/groups');
    expect(of('operation.found')).toBe('no');
    expect(of('operation.nearest')).toContain('GET /v1.0/myorg/groups');
    expect(call('GET', 'https://graph.microsoft.com/v1.0/me')('operation.found')).toBeUndefined();
  });
});

describe('scopes', () => {
  it.each<[readonly string[], readonly string[], boolean]>([
    [['Item.Read.All'], ['Notebook.Read.All', 'Item.Read.All'], true],
    [['item.read.all'], ['Item.Read.All'], true],
    [['Item.ReadWrite.All'], ['Item.Read.All'], true],
    [['Item.Read.All'], ['Item.ReadWrite.All'], false],
    [['user_impersonation'], ['Item.ReadWrite.All'], true],
    [['Notebook.ReadWrite.All'], ['{itemType}.ReadWrite.All'], true],
    [['Workspace.ReadWrite.All'], ['{itemType}.ReadWrite.All'], false],
    [['Report.Read.All'], ['Report.Read.All and Dataset.Read.All'], false],
    [['Report.Read.All', 'Dataset.ReadWrite.All'], ['Report.Read.All and Dataset.Read.All'], true],
  ])('%o against %o: %s', (scp, alternatives, met) => {
    expect(scopesMet(scp, alternatives)).toBe(met);
  });

  it('are not judged without scp, for an app or for a token of another API', () => {
    const url = 'https://api.fabric.microsoft.com/v1/workspaces';
    expect(call('GET', url)('operation.scopes-met')).toBeUndefined();
    expect(call('GET', url, { 'token.idtyp': 'app', 'token.scp': null })('operation.scopes-met')).toBeUndefined();
    expect(
      call('GET', url, { 'token.scp': ['User.Read'], 'token.aud': 'https://graph.microsoft.com' })(
        'operation.scopes-met',
      ),
    ).toBeUndefined();
    expect(
      call('GET', url, { 'token.scp': ['Report.Read.All'], 'token.aud': 'https://api.fabric.microsoft.com' })(
        'operation.scopes-met',
      ),
    ).toBe(false);
  });
});

describe('the role', () => {
  it.each([
    ['none', false],
    ['viewer', false],
    ['contributor', true],
    ['admin', true],
  ] as const)('%s is enough to create a notebook: %s', (role, met) => {
    const url = `https://api.fabric.microsoft.com/v1/workspaces/${GUID}/notebooks`;
    expect(call('POST', url, { 'workspace.role': role })('operation.role-met')).toBe(met);
  });
});

describe('the named scopes that were asked for', () => {
  const P = 'https://analysis.windows.net/powerbi/api';
  const refresh =
    'https://api.powerbi.com/v1.0/myorg/groups/5f3a6c1e-9b2d-4c55-8a10-3d2e1f4b5a6c/datasets/9b1c9d2e-1a11-4c55-8a10-3d2e1f4b5a6d/refreshes';
  it.each<[Facts, boolean | undefined]>([
    [{ 'token-request.scope': [`${P}/Report.Read.All`] }, false],
    [{ 'token-request.scope': [`${P}/Dataset.ReadWrite.All`, 'offline_access'] }, true],
    [{ 'token-request.scope': [`${P}/.default`] }, undefined],
    [{ 'token-request.scope': ['https://graph.microsoft.com/User.Read'] }, undefined],
    [{ 'token-request.scope': [`${P}/Report.Read.All`], 'token-request.grant': 'client-credentials' }, undefined],
    [{ 'token-request.scope': [`${P}/Report.Read.All`], 'token.scp': ['Dataset.ReadWrite.All'] }, undefined],
  ])('%j', (facts, met) => {
    expect(call('POST', refresh, facts)('operation.asked-scopes-met')).toBe(met);
  });
});

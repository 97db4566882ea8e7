import { describe, expect, it } from 'vitest';
import type { FactPath } from '../../facts/catalog.ts';
import { runDerivations } from '../../facts/derivation.ts';
import { type Facts, toEvidence, valueOf } from '../../facts/evidence.ts';
import { allOperations } from '../operation-catalog.ts';
import { derivations } from './derivations.ts';

const known = (facts: Facts) => {
  const evidence = toEvidence(facts, { by: 'read', place: { paste: 0, line: 1, what: 'test' } });
  runDerivations(evidence, derivations, '2026-03-01T12:00:00.000Z');
  return <P extends FactPath>(path: P) => valueOf(evidence, path);
};

describe('the route of a call of the Power BI SDK', () => {
  it('is that of the operation with this id', () => {
    const of = known({ 'request.sdk-operation': 'Datasets_UpdateParametersInGroup' });
    expect(of('request.method')).toBe('POST');
    expect(of('request.url')).toBe(
      'https://api.powerbi.com/v1.0/myorg/groups/{groupId}/datasets/{datasetId}/Default.UpdateParameters',
    );
    expect(of('call.api')).toBe('powerbi');
    expect(of('operation.found')).toBe('yes');
  });

  it('leads to this operation and no other, for every one of the Power BI API', () => {
    const ids = allOperations().flatMap(({ id, path }) => (path.startsWith('/v1.0/myorg/') ? id : []));
    expect(ids.length).toBeGreaterThan(200);
    const wrong = ids.filter((id) => known({ 'request.sdk-operation': id })('operation.id') !== id);
    expect(wrong).toEqual([]);
  });

  it('lies on the host that the text shows', () => {
    const of = known({ 'request.sdk-operation': 'Groups_GetGroups', 'request.host': 'api.powerbigov.us' });
    expect(of('request.url')).toBe('https://api.powerbigov.us/v1.0/myorg/groups');
    expect(of('call.cloud')).toBe('gcc');
  });

  it('has no host where the sign-in is of another cloud: the client was given an address that is not seen', () => {
    const of = known({
      'request.sdk-operation': 'Groups_GetGroups',
      'token-request.host': 'login.microsoftonline.us',
    });
    expect(of('request.path')).toBe('/v1.0/myorg/groups');
    expect(of('request.host')).toBeUndefined();
    expect(of('call.clouds')).toBeUndefined();
  });

  it('is found by the name of a method without its group, where one alone has it', () => {
    expect(known({ 'request.sdk-operation': 'GetRefreshHistoryInGroup' })('operation.id')).toBe(
      'Datasets_GetRefreshHistoryInGroup',
    );
    expect(known({ 'request.sdk-operation': 'GetUsersAsAdminInGroup' })('operation.id')).toBeUndefined();
  });

  it('has a host and no route where several operations bear the name', () => {
    const ofReportsOrDashboards = known({ 'request.sdk-operation': 'GenerateTokenInGroup' });
    expect(ofReportsOrDashboards('operation.id')).toBeUndefined();
    expect(ofReportsOrDashboards('call.api')).toBe('powerbi');
    const ofTwo = known({ 'request.sdk-operation': 'GetReportsInGroup or GetDatasetsInGroup' });
    expect(ofTwo('request.path')).toBeUndefined();
    expect(ofTwo('call.api')).toBe('powerbi');
    expect(known({ 'request.sdk-operation': 'GetReportsInGroup or GetFruitInGroup' })('request.host')).toBeUndefined();
  });

  it('is unknown for a method that the descriptions do not have', () => {
    const of = known({ 'request.sdk-operation': 'Reports_GenerateToken' });
    expect(of('request.method')).toBeUndefined();
    expect(of('request.host')).toBeUndefined();
  });
});

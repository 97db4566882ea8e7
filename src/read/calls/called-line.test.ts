import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

const read = (text: string) => {
  const value = factsOf(text);
  return [value('request.method'), value('request.path'), value('response.status'), value('response.code')];
};

describe('a call and its answer in one line', () => {
  it.each([
    [
      'GET /v1/workspaces/{id}/items: 403 InsufficientPrivileges',
      'GET',
      '/v1/workspaces/{id}/items',
      403,
      'InsufficientPrivileges',
    ],
    [
      'POST /v1/workspaces/1/git/connect -> HTTP 403 (InsufficientPrivileges)',
      'POST',
      '/v1/workspaces/1/git/connect',
      403,
      'InsufficientPrivileges',
    ],
    [
      '- `DELETE /v1/workspaces/1` returned status 404: WorkspaceNotFound',
      'DELETE',
      '/v1/workspaces/1',
      404,
      'WorkspaceNotFound',
    ],
    [
      '[ERROR] GET /groups/{g}/reports failed with 404 PowerBIEntityNotFound',
      'GET',
      '/v1.0/myorg/groups/{g}/reports',
      404,
      'PowerBIEntityNotFound',
    ],
    ['2026-01-02T03:04:05Z PATCH /v1/items/1 => 409', 'PATCH', '/v1/items/1', 409, undefined],
    [
      'GET /v1/workspaces/1/roleAssignments 400 WorkspaceTypeNotSupported',
      'GET',
      '/v1/workspaces/1/roleAssignments',
      400,
      'WorkspaceTypeNotSupported',
    ],
  ])('%s', (text, method, path, status, code) => {
    expect(read(text)).toEqual([method, path, status, code]);
  });

  it('is left to the reader of messages where its answer is below', () => {
    expect(read('GET /v1/workspaces:\n\nHTTP/1.1 404 Not Found')).toEqual(['GET', '/v1/workspaces', 404, undefined]);
  });

  it.each([
    'GET /v1/workspaces took: 404 ms',
    'get /v1/workspaces: 403 ItemNotFound',
    'GET /v1/items?top=500: 12 rows',
  ])('is none: %s', (text) => {
    expect(read(text)[2]).not.toBe(404);
    expect(read(text)[1]).not.toBe('/v1/workspaces:');
  });
});

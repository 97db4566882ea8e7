import { describe, expect, it } from 'vitest';
import { statusesIn } from '../answer/status-words.ts';
import { spokenRouteReader } from './spoken-route.ts';

const read = (text: string) => spokenRouteReader.read(text, 0).map(({ piece }) => piece);

describe('a route that is written without its host', () => {
  it.each([
    ['403 on POST groups/{w}/datasets/{d}/refreshes', 'POST', '/v1.0/myorg/groups/{w}/datasets/{d}/refreshes'],
    ['GET /v1.0/myorg/groups/{ws}/reports gives 404.', 'GET', '/v1.0/myorg/groups/{ws}/reports'],
    ['calling GET /v1/workspaces/{id}/items, 401', 'GET', '/v1/workspaces/{id}/items'],
    ['POST to /admin/workspaces/getInfo is refused', 'POST', '/v1.0/myorg/admin/workspaces/getInfo'],
    [
      'dag triggers v1.0/myorg/groups/{ws}/datasets/{d}/refreshes. 403',
      'POST',
      '/v1.0/myorg/groups/{ws}/datasets/{d}/refreshes',
    ],
    [
      'the job reads v1.0/myorg/groups/{ws}/datasets/{d}/refreshes, 403',
      undefined,
      '/v1.0/myorg/groups/{ws}/datasets/{d}/refreshes',
    ],
    ['myorg/groups?$top=10 returns 401', undefined, '/v1.0/myorg/groups?$top=10'],
    ['workspaces/<id>/items returns 403', undefined, '/v1/workspaces/<id>/items'],
  ])('%s', (text, method, url) => {
    expect(read(text)).toMatchObject([{ kind: 'request', url }]);
    expect(read(text)[0]).toHaveProperty('complete', false);
    expect((read(text)[0] as { method?: string }).method).toBe(method);
  });

  it.each([
    'GET /api/reports/12 403',
    'see groups/admins in the wiki',
    'the file reports/2024/may.csv',
    'GET https://api.powerbi.com/v1.0/myorg/groups, then groups/{id}/datasets',
    'C:\\admin\\groups\\x',
  ])('is none in %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('a status in a sentence', () => {
  it.each([
    ['401 on https://api.fabric.microsoft.com/v1/workspaces', 401],
    ['I always get a 403 there', 403],
    ['403 for GET https://api.powerbi.com/v1.0/myorg/groups', 403],
    ['404 when I call it with my account', 404],
    ['POST https://api.fabric.microsoft.com/v1/workspaces/{id}/assignToCapacity 403. SP is workspace admin', 403],
    ['recebo 403 em GET groups', 403],
    ['403 PATCH https://api.powerbi.com/v1.0/myorg/groups', 403],
    ['SPN creds = 401 (GET https://api.powerbi.com/v1.0/myorg/groups)', 401],
    ['wir bekommen 401 bei jedem Aufruf', 401],
    ['the items of the workspace are 403.', 403],
    ['I call it with that token: 401', 401],
  ])('%s', (text, status) => {
    expect(statusesIn(text).map((one) => one.status)).toEqual([status]);
  });

  it.each([
    'issue 403 on GitHub',
    'row 401 when sorted',
    'a table of 404 rows',
    '5 404 on the list',
    'room 403 in the east',
  ])('is none in %s', (text) => {
    expect(statusesIn(text)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allOperations, type Operation } from './operation-catalog.ts';
import { findOperation, inWorkspaceOf } from './operations.ts';

const GUID = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';

const hostOf = ({ path }: Operation): string =>
  path.startsWith('/v1/') ? 'api.fabric.microsoft.com' : 'api.powerbi.com';
const filled = (operation: Operation, value: string): string =>
  `https://${hostOf(operation)}${operation.path.replaceAll(/\{\w+\}/g, value)}${operation.query === '' ? '' : `?${operation.query}`}`;

/** What was found, told apart as far as the route tells: some paths differ in parameter names only. */
const shapeOf = (path: string): string => path.replaceAll(/\{\w+\}/g, '*').toLowerCase();
const finds = (operation: Operation, url: string): boolean => {
  const match = findOperation(operation.method, url);
  return (
    match?.found === 'yes' &&
    shapeOf(match.path) === shapeOf(operation.path) &&
    match.operation?.query === operation.query
  );
};
const operations = allOperations();
const inPath = (url: string, change: (path: string) => string): string => {
  const [base = '', query] = url.split('?', 2);
  const [, host = '', path = ''] = /^(https:\/\/[^/]+)(.*)$/.exec(base) ?? [];
  return `${host}${change(path)}${query === undefined ? '' : `?${query}`}`;
};

const VARIANTS: Readonly<Record<string, (operation: Operation) => string>> = {
  'ids in upper case': (operation) => filled(operation, GUID.toUpperCase()),
  'words in wrong letter case': (operation) => inPath(filled(operation, GUID), (path) => path.toUpperCase()),
  'a trailing slash': (operation) => inPath(filled(operation, GUID), (path) => `${path}/`),
  'a doubled first slash': (operation) => inPath(filled(operation, GUID), (path) => `/${path}`),
  'a slash doubled behind the version': (operation) =>
    inPath(filled(operation, GUID), (path) => path.replace(/^(\/[^/]+)/, '$1/')),
  'masks in braces': (operation) => filled(operation, '{workspaceId}'),
  'masks in angle brackets': (operation) => filled(operation, '<id>'),
  'masks of x': (operation) => filled(operation, 'xxxxxxxx-xxxx'),
  'further query parameters': (operation) => `${filled(operation, GUID)}${operation.query === '' ? '?' : '&'}$top=1`,
  'the other host': (operation) =>
    filled(operation, GUID).replace(
      hostOf(operation),
      hostOf(operation) === 'api.powerbi.com' ? 'api.fabric.microsoft.com' : 'api.powerbi.com',
    ),
  'the host of a region': (operation) =>
    filled(operation, GUID).replace('api.powerbi.com', 'wabi-north-europe-redirect.analysis.windows.net'),
  'the tenant in place of myorg': (operation) => filled(operation, GUID).replace('/myorg/', `/${GUID}/`),
};

describe('findOperation', () => {
  it('knows a job that is started with its type in the query', () => {
    const jobs = `https://api.fabric.microsoft.com/v1/workspaces/${GUID}/items/${GUID}/jobs/instances`;
    expect(findOperation('POST', `${jobs}?jobType=RunNotebook`)).toMatchObject({
      found: 'yes',
      operation: { id: 'JobScheduler_RunOnDemandItemJob' },
    });
    expect(findOperation('GET', jobs)).toMatchObject({ operation: { id: 'JobScheduler_ListItemJobInstances' } });
  });

  it('knows more than a thousand operations', () => {
    expect(operations.length).toBeGreaterThan(1000);
  });

  it('finds every operation by its own template', () => {
    expect(
      operations.filter((operation) => !finds(operation, filled(operation, GUID))).map(({ path }) => path),
    ).toEqual([]);
  });

  it.each(Object.entries(VARIANTS))('finds every operation written with %s', (_, write) => {
    expect(
      operations
        .filter((operation) => !finds(operation, write(operation)))
        .map(({ method, path }) => `${method} ${path}`),
    ).toEqual([]);
  });

  it('has something to say of every method and path of the host, or nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.webPath(), (method, path) => {
        const match = findOperation(method, `https://api.fabric.microsoft.com${path}`);
        expect([undefined, 'yes', 'no', 'other-method']).toContain(match?.found);
      }),
      { numRuns: 50 },
    );
  });

  it('says nothing of other hosts', () => {
    expect(findOperation('GET', 'https://graph.microsoft.com/v1.0/me')).toBeUndefined();
    expect(findOperation('GET', 'https://onelake.dfs.fabric.microsoft.com/ws/lh')).toBeUndefined();
    expect(findOperation('POST', 'https://login.microsoftonline.com/common/oauth2/v2.0/token')).toBeUndefined();
  });

  it.each([
    'https://api.fabric.microsoft.com/',
    'https://api.fabric.microsoft.com/.default',
    'https://api.fabric.microsoft.com/v1/mcp/dataPlane/sqlEndpoint',
    `https://api.fabric.microsoft.com/v1/workspaces/${GUID}/graphqlapis/${GUID}/graphql`,
    `https://api.fabric.microsoft.com/v1/workspaces/${GUID}/lakehouses/${GUID}/livyapi/versions/2023-12-01/sessions`,
  ])('does not call a route unknown that the descriptions leave out: %s', (url) => {
    expect(findOperation('POST', url)).toBeUndefined();
  });

  it('knows the private host of a workspace', () => {
    expect(
      findOperation('GET', `https://${'a'.repeat(32)}.z1a.w.api.fabric.microsoft.com/v1/workspaces/${GUID}/items`)
        ?.found,
    ).toBe('yes');
  });

  it('names the methods of a path that takes no such method', () => {
    const match = findOperation(
      'PUT',
      `https://api.powerbi.com/v1.0/myorg/groups/${GUID}/datasets/${GUID}/executeQueries`,
    );
    expect(match).toMatchObject({ found: 'other-method', methods: ['POST'] });
  });

  it('does not take a word of the templates for an id', () => {
    expect(findOperation('GET', 'https://api.powerbi.com/v1.0/myorg/groups/reports')?.found).not.toBe('yes');
  });

  it('takes an empty segment for a missing id', () => {
    expect(findOperation('GET', 'https://api.powerbi.com/v1.0/myorg/groups//reports')).toMatchObject({
      found: 'yes',
      path: '/v1.0/myorg/groups/{groupId}/reports',
    });
  });

  it('takes slashes in a file path', () => {
    const match = findOperation(
      'GET',
      `https://api.fabric.microsoft.com/v1/workspaces/${GUID}/items/${GUID}/shortcuts/Files/a/b/name`,
    );
    expect(match).toMatchObject({
      found: 'yes',
      path: '/v1/workspaces/{workspaceId}/items/{itemId}/shortcuts/{shortcutPath}/{shortcutName}',
    });
  });

  it('tells variants by their query', () => {
    const twice = operations.filter(
      ({ method, path }) => operations.filter((other) => other.method === method && other.path === path).length > 1,
    );
    expect(twice.length).toBeGreaterThan(0);
    for (const operation of twice)
      expect(finds(operation, filled(operation, GUID)), `${operation.path}?${operation.query}`).toBe(true);
  });

  it.each([
    ['GET', 'https://api.powerbi.com/v1.0/groups', 'GET /v1.0/myorg/groups'],
    ['GET', 'https://api.powerbi.com/beta/groups', 'GET /v1.0/myorg/groups'],
    ['GET', 'https://api.fabric.microsoft.com/workspaces', 'GET /v1/workspaces'],
    [
      'GET',
      `https://api.fabric.microsoft.com/v1/workspaces/${GUID}/lakehouse`,
      'GET /v1/workspaces/{workspaceId}/lakehouses',
    ],
    [
      'POST',
      `https://api.powerbi.com/v1.0/myorg/groups/${GUID}/dataset/${GUID}/refresh`,
      'POST /v1.0/myorg/groups/{groupId}/datasets/{datasetId}/refreshes',
    ],
    [
      'GET',
      `https://api.powerbi.com/v1.0/myorg/workspaces/${GUID}/reports`,
      'GET /v1.0/myorg/groups/{groupId}/reports',
    ],
  ])('names what is nearest to %s %s', (method, url, expected) => {
    const match = findOperation(method, url);
    expect(match?.found).toBe('no');
    const names =
      match?.found === 'no' ? match.nearest.map((operation) => `${operation.method} ${operation.path}`) : [];
    expect(names).toContain(expected);
    expect(names.length).toBeLessThanOrEqual(3);
  });

  it('names nothing where nothing is near', () => {
    expect(findOperation('GET', 'https://api.powerbi.com/a/b/c/d/e/f/g')).toEqual({ found: 'no', nearest: [] });
  });
});

describe('inWorkspaceOf', () => {
  it('names the route with /groups/{groupId} for My workspace', () => {
    const mine = findOperation('POST', `https://api.powerbi.com/v1.0/myorg/reports/${GUID}/ExportTo`);
    expect(mine).toMatchObject({
      found: 'yes',
      inWorkspace: { path: '/v1.0/myorg/groups/{groupId}/reports/{reportId}/ExportTo' },
    });
  });

  it('leads into a workspace with the same method', () => {
    for (const operation of operations) {
      const twin = inWorkspaceOf(operation);
      if (twin === undefined) continue;
      expect(twin.method).toBe(operation.method);
      expect(shapeOf(twin.path)).toBe(shapeOf(operation.path.replace('/myorg/', '/myorg/groups/{groupId}/')));
    }
  });
});

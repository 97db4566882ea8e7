import { describe, expect, it } from 'vitest';
import { seenWorks } from './seen-works.ts';

const W = 'https://api.fabric.microsoft.com/v1/workspaces/5f3a6c1e-9b2d-4c55-8a10-3d2e1f4b5a6c';

describe('what a log shows to work', () => {
  it.each([
    ['reads', `[10:41:07] GET  ${W}/items -> 200\n[10:41:08] POST ${W}/items -> 403`],
    [
      'reads',
      `"GET /v1/workspaces/5f3a6c1e/items HTTP/1.1" 200 None\n"POST /v1/workspaces/5f3a6c1e/items HTTP/1.1" 403 None`,
    ],
    [
      'list-workspaces',
      'GET https://api.powerbi.com/v1.0/myorg/groups 200 OK\nGET https://api.powerbi.com/v1.0/myorg/groups/a1b2c3/reports 401',
    ],
  ])('%s: %s', (what, text) => {
    expect(seenWorks(text)).toEqual([what]);
  });

  it.each([
    ['a read that failed', `GET ${W}/items -> 403`],
    [
      'reads in other workspaces',
      `GET ${W}/items -> 200\nPOST https://api.fabric.microsoft.com/v1/workspaces/9b1c9d2e/items -> 403`,
    ],
    ['a read that failed later', `GET ${W}/items -> 200\nGET ${W}/items -> 403`],
    ['a token', 'POST https://login.microsoftonline.com/x/oauth2/v2.0/token 200'],
  ])('nothing in %s', (_, text) => {
    expect(seenWorks(text)).toEqual([]);
  });
});

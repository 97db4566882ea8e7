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
    ['reads', `service principal.\nGET datasets 200\nPOST refreshes 202\nPOST ${W}/executeQueries 401`],
    ['reads', `POST ${W}/items 403\nGET items 200`],
    ['reads', `POST ${W}/items 403 with the app. GET on the same address 200.`],
    ['list-workspaces', 'var groups = await client.Groups.GetGroupsAsync(); // 12 workspaces, fine'],
    ['list-workspaces', 'POST https://api.fabric.microsoft.com/v1/workspaces 401\nGET on the same address is 200'],
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
    ['a list of the SDK that fails', 'var groups = await client.Groups.GetGroupsAsync(); // 401'],
    ['a note that fails later', `POST ${W}/items 403\nGET items 200\nGET items 403`],
    ['a read by another', `POST ${W}/items 403. GET items 200 with my token`],
    ['a wish', `POST ${W}/items 403. GET items should be fine, GET items 200 expected`],
    ['a count', `POST ${W}/items 403. GET items: 200 items`],
    ['the same address of no call', 'GET on the same address 200'],
    ['a token', 'POST https://login.microsoftonline.com/x/oauth2/v2.0/token 200'],
  ])('nothing in %s', (_, text) => {
    expect(seenWorks(text)).toEqual([]);
  });
});

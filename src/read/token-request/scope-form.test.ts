import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import { scopeFormOf } from './scope-form.ts';

const FABRIC = 'https://api.fabric.microsoft.com';
const POWERBI = 'https://analysis.windows.net/powerbi/api';

it.each([
  [[`${FABRIC}/.default`], 'default'],
  [[`${FABRIC}/Item.Read.All`, `${FABRIC}//Workspace.Read.All`], 'named'],
  [[`${FABRIC}/.default`, `${FABRIC}/Item.Read.All`], 'default-and-named'],
  [[`${FABRIC}/.default`, `${POWERBI}/.default`], 'several-resources'],
  [['api://one/x', 'API://ONE/y'], 'named'],
  [['api://one/x', 'api://two/x'], 'several-resources'],
  [['https%3A%2F%2Fapi.fabric.microsoft.com%2F.default'], 'percent-encoded'],
  [['.default', 'openid'], 'bare-default'],
  [['Item.Read.All'], 'no-resource'],
  [['<scope>'], undefined],
  [['openid', 'offline_access'], 'no-resource'],
  [['User.Read', `${POWERBI}/Report.Read.All`], 'several-resources'],
  [['user.read', 'openid', `${FABRIC}/.default`], 'several-resources'],
  [['User.Read', 'https://graph.microsoft.com/Mail.Read'], 'named'],
  [['Report.Read.All', `${POWERBI}/Dataset.Read.All`], 'named'],
  [[], 'empty'],
])('the scopes %j have the form %s', (scopes, form) => expect(scopeFormOf(scopes, false)).toBe(form));

describe('the scope of a role', () => {
  it.each([
    'Required permission: Action: Microsoft.Synapse/workspaces/read, Scope: workspaces/finance/*.',
    "scope: '/subscriptions/aaaa/resourceGroups/data'",
  ])('is none of a token: %s', (text) => {
    expect(factsOf(text)('token-request.scope')).toBeUndefined();
  });
});

describe('a scope that a person says was asked for', () => {
  it.each([
    ["scope requested for the API: 'api://orders/read'", 'api://orders/read'],
    ['The scopes we ask for: "User.Read"', 'User.Read'],
    ['scope used in the request: api://orders/read', 'api://orders/read'],
    ["Scope sent by the app: 'openid'", 'openid'],
  ])('is read: %s', (text, scope) => {
    expect(factsOf(text)('token-request.scope')).toEqual([scope]);
  });

  it.each([
    "required scope for the API: 'api://orders/read'",
    "The scope of the API: 'api://orders/read'",
    'scope requested by the team: everything',
  ])('is none that is needed, or in no form of one: %s', (text) => {
    expect(factsOf(text)('token-request.scope')).toBeUndefined();
  });
});

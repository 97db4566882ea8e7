import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

const ID = '5a0c0000-0000-4000-8000-000000000011';

describe('Get-MsalToken', () => {
  it.each([
    ['-Interactive', 'interactive'],
    ['-DeviceCode', 'device-code'],
    ['-ClientSecret $secret', 'client-credentials'],
    ['-ClientSecret $secret -AuthorizationCode $code', 'authorization-code'],
    ['`\n  -ClientCertificate $cert', 'client-credentials'],
    ['', 'interactive'],
  ])('with %s', (parameters, grant) => {
    const value = factsOf(`$t = Get-MsalToken -ClientId ${ID} -TenantId contoso.com ${parameters}`);
    expect(value('token-request.grant')).toBe(grant);
    expect(value('token-request.client-id')).toBe(ID);
  });

  it.each([
    'Get-MsalToken @parameters',
    `Get-MsalToken -ClientId ${ID} @more`,
    `+ Get-MsalToken -ClientId ${ID} -Client ...`,
    `$app | Get-MsalToken -ClientId ${ID} -Silent`,
    'I call Get-MsalToken with -ClientSecret there.',
  ])('says nothing of the grant in %s', (text) => {
    expect(factsOf(text)('token-request.grant')).toBeUndefined();
  });

  it.each([
    "-Scopes 'https://api.fabric.microsoft.com/Item.Read.All','https://graph.microsoft.com/User.Read'",
    "-Scopes @('https://api.fabric.microsoft.com/Item.Read.All', 'https://graph.microsoft.com/User.Read')",
  ])('takes a list of scopes: %s', (scopes) => {
    const value = factsOf(`Get-MsalToken -ClientId ${ID} -Interactive ${scopes}`);
    expect(value('token-request.scope')).toEqual([
      'https://api.fabric.microsoft.com/Item.Read.All',
      'https://graph.microsoft.com/User.Read',
    ]);
    expect(value('token-request.scope-form')).toBe('several-resources');
  });
});

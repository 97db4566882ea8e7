import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

const GET = '\nr = requests.get("https://api.powerbi.com/v1.0/myorg/groups", headers=headers)';
const form = (text: string) => factsOf(text)('request.authorization');

describe('a header in code that holds a bare token', () => {
  it.each([
    `headers = {'Authorization': access_token}${GET}`,
    `headers = {'Authorization': result['access_token'], 'Accept': '*/*'}${GET}`,
    `token = result["access_token"]\nheaders = {'Authorization': token}${GET}`,
    `token = credential.get_token(scope).token\nheaders = {'Authorization': token}${GET}`,
    'fetch("https://api.powerbi.com/v1.0/myorg/groups", { headers: { Authorization: accessToken } })',
    `$headers = @{ 'Authorization' = $accessToken }\nInvoke-RestMethod -Uri "https://api.powerbi.com/v1.0/myorg/groups"`,
    'let\n  token = Source[access_token],\n  A = Web.Contents("https://api.powerbi.com/v1.0/myorg/groups", [Headers=[Authorization=token]])\nin A',
  ])('has no scheme: %s', (text) => {
    expect(form(text)).toBe('no-scheme');
  });

  it.each([
    `headers = {'Authorization': auth_header}${GET}`,
    `headers = {'Authorization': auth}${GET}`,
    `headers['Authorization'] = auth${GET}`,
    `headers = {'Authorization': token}${GET}`,
    `token = build_header()\nheaders = {'Authorization': token}${GET}`,
    `headers = {'Authorization': get_header()}${GET}`,
    `access_token = "Bearer " + result["access_token"]\nheaders = {'Authorization': access_token}${GET}`,
    `access_token = f"Bearer {result['access_token']}"\nheaders = {'Authorization': access_token}${GET}`,
    `$accessToken = Get-PowerBIAccessToken -AsString\n$headers = @{ 'Authorization' = $accessToken }`,
    'GET https://api.powerbi.com/v1.0/myorg/groups\nAuthorization: <access token>',
    '{"headers": {"Authorization": "<access_token>"}}',
  ])('is unknown where the scheme may be in the variable: %s', (text) => {
    expect(form(text)).toBeUndefined();
  });
});

it('has its scheme twice where the variable says Bearer already', () => {
  expect(form(`token = "Bearer " + t\nheaders = {'Authorization': 'Bearer ' + token}${GET}`)).toBe('doubled-scheme');
  expect(form(`token = t.value\nheaders = {'Authorization': 'Bearer ' + token}${GET}`)).toBe('bearer');
});

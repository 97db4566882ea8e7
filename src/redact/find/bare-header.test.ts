import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

const form = (text: string) =>
  factsOf(`${text}\nGET https://api.powerbi.com/v1.0/myorg/groups\n403 Forbidden`)('request.authorization');
const powerShell = (value: string) =>
  `$headers = @{ 'Authorization' = ${value} }\nInvoke-RestMethod -Uri "https://api.powerbi.com/v1.0/myorg/groups" -Headers $headers`;
const action = (value: string) =>
  `{"name": "List", "type": "WebActivity", "typeProperties": {"url": "https://api.powerbi.com/v1.0/myorg/groups", "method": "GET", "headers": {"Authorization": "${value}"}}}`;
const dotNet = (value: string) =>
  `client.DefaultRequestHeaders.Authorization = ${value};\nvar r = await client.GetAsync("https://api.powerbi.com/v1.0/myorg/groups");`;
const script = (value: string) =>
  `req.open('GET', 'https://api.powerbi.com/v1.0/myorg/groups');\nreq.setRequestHeader('Authorization', ${value});`;

describe('a header without its scheme', () => {
  it.each([
    powerShell('$tok.access_token'),
    `$t = $tok.access_token\n${powerShell('$t')}`,
    `$t = (Get-AzAccessToken -ResourceUrl $u).Token\n${powerShell('$t')}`,
    action("@{activity('Get Token').output.access_token}"),
    action("@activity('Get Token').output.access_token"),
    action("@{body('Get_token')?['access_token']}"),
    dotNet('new AuthenticationHeaderValue(token)'),
    dotNet('new System.Net.Http.Headers.AuthenticationHeaderValue(result.AccessToken)'),
    `var token = result.AccessToken;\n${dotNet('new AuthenticationHeaderValue(token)')}`,
    `const token = response.accessToken;\n${script('token')}`,
    script('response.access_token'),
    script('accessToken'),
  ])('is told: %s', (text) => {
    expect(form(text)).toBe('no-scheme');
  });

  it.each([
    powerShell('$authHeader'),
    powerShell('$bearer'),
    powerShell('$token'),
    powerShell('$config.access_token'),
    `$tok = "Bearer " + $r.access_token\n${powerShell('$tok')}`,
    `$tok.access_token = "Bearer " + $r.access_token\n${powerShell('$tok.access_token')}`,
    `# before: "Bearer $token"\n${powerShell('$tok.access_token')}`,
    `$tok = Get-PowerBIAccessToken -AsString\n${powerShell('$tok.access_token')}`,
    action("@{variables('token')}"),
    action("@{outputs('Compose_header')}"),
    dotNet('new AuthenticationHeaderValue(scheme)'),
    dotNet('new AuthenticationHeaderValue("Bearer")'),
    dotNet('AuthenticationHeaderValue.Parse(token)'),
    `var token = "Bearer " + t;\n${dotNet('new AuthenticationHeaderValue(token)')}`,
    `const token = 'Bearer ' + response.accessToken;\n${script('token')}`,
    script('token'),
    script('authHeader'),
  ])('is not told: %s', (text) => {
    expect(form(text)).not.toBe('no-scheme');
  });

  it('has its scheme where .NET is given both', () => {
    expect(form(dotNet('new AuthenticationHeaderValue("Bearer", token)'))).toBe('bearer');
  });
});

describe('the whole answer of an action behind Bearer', () => {
  it.each([
    action("Bearer @{body('Get_token')}"),
    action("Bearer @{outputs('HTTP')}"),
    action("Bearer @{activity('Login').output}"),
    action("Bearer @{outputs('HTTP_Token')?['body']}"),
    `{"Ask": {"type": "Http", "inputs": {}}}\n${action("Bearer @{body('Ask')}")}`,
  ])('is told: %s', (text) => {
    expect(form(text)).toBe('broken');
  });

  it.each([
    action("Bearer @{body('Get_token')?['access_token']}"),
    action("Bearer @{body('Get_secret')}"),
    action("Bearer @{outputs('Compose_token')}"),
    action("Bearer @{variables('token')}"),
    action("Bearer @{activity('Login').output.access_token}"),
    `{"Get_token": {"type": "Function", "inputs": {}}}\n${action("Bearer @{body('Get_token')}")}`,
  ])('is not told: %s', (text) => {
    expect(form(text)).toBe('bearer');
  });
});

import { describe, expect, it } from 'vitest';
import { redact } from '../redact.ts';
import { findAssignments } from './find-assignments.ts';
import { findNamed } from './find-named.ts';

const random = (length: number, seed = 7): string =>
  Array.from({ length }, (_, i) => 'kQ7zPw3RtX9bLm5Y'[(i * seed + (i >> 3)) % 16]).join('');
const SECRET = random(24);

/** What is found, each once: its field and what stands at its place. */
const found = (text: string): readonly string[] => [
  ...new Set(findAssignments(text).map(({ field, start, end }) => `${field} ${text.slice(start, end)}`)),
];

describe('a value behind the name of a secret', () => {
  it.each([
    [`client_secret=${SECRET}`, 'client_secret'],
    [`{"clientSecret": "${SECRET}"}`, 'client_secret'],
    [`{\\"clientSecret\\": \\"${SECRET}\\"}`, 'client_secret'],
    [`AZURE_CLIENT_SECRET: ${SECRET}`, 'client_secret'],
    [`client secret: ${SECRET}`, 'client_secret'],
    [`Client secret value = ${SECRET}`, 'client_secret'],
    [`secret value: ${SECRET}`, 'client_secret'],
    [`the access token: ${SECRET}`, 'access_token'],
    [`--client-secret ${SECRET} --tenant t`, 'client_secret'],
    [`-token ${SECRET}`, 'bearer'],
    [`x --password=${SECRET}`, 'password'],
    [`<password>${SECRET}</password>`, 'password'],
    [`<add key="ClientSecret" value="${SECRET}"/>`, 'client_secret'],
    [`{"name":"client_secret","value":"${SECRET}"}`, 'client_secret'],
    [`new Pair("client_secret", "${SECRET}")`, 'client_secret'],
    [`"clientSecret": { "value": "${SECRET}" }`, 'client_secret'],
    [`password: ["${SECRET}"]`, 'password'],
    [`password <- "${SECRET}"`, 'password'],
    [`"password" to "${SECRET}"`, 'password'],
    [`v_password VARCHAR2(30) := '${SECRET}'`, 'password'],
    [`#define CLIENT_SECRET "${SECRET}"`, 'client_secret'],
    [`Client Secret (value): ${SECRET}`, 'client_secret'],
    [`Client Secret - ${SECRET}`, 'client_secret'],
    [`password := "${SECRET}"`, 'password'],
    [`:password => "${SECRET}"`, 'password'],
    [`client_secret%3D${SECRET}`, 'client_secret'],
    [`| password | ${SECRET} |`, 'password'],
    [`password\t${SECRET}`, 'password'],
    [`refresh_token=${SECRET}`, 'refresh_token'],
    [`id_token=${SECRET}`, 'id_token'],
    [`device_code=${SECRET}`, 'device_code'],
    [`code_verifier=${SECRET}`, 'code_verifier'],
    [`SAMLResponse=${SECRET}`, 'assertion'],
    [`AccountKey=${SECRET}`, 'key'],
    [`?sv=1&sig=${SECRET}&se=2`, 'signature'],
    [`embedToken: "${SECRET}"`, 'embed'],
    [`code_challenge=${SECRET}`, 'alone'],
    [`https://x.example/?code=${SECRET}`, 'code'],
    [`grant=x\ncode=${SECRET}`, 'code'],
  ])('is found, and nothing else: %s', (text, field) => {
    expect(found(text)).toEqual([`${field} ${SECRET}`]);
  });

  it.each([
    'the client secret is required',
    'client_secret == other',
    'the password can be changed',
    'password:: x',
    '<code><b>x</b></code>',
    'Authorization: "Bearer <token>"',
    'PASS: creates a workspace',
    'pass 12 of 20',
    'bypass=12345678',
    'tests_pass: 1234abcd!',
    'continuationToken=abcdefgh12345678',
    'NextToken: abcdefgh12345678',
    '{"amr": ["pwd", "mfa"]}',
    '{"grant_types_supported": ["password", "refresh_token"]}',
    '{"credential_type":"AccessToken","client_id":"abc"}',
    '"password": {}',
    '{"error":{"code":"InvalidRequest"}}',
    'code: 401',
    "Error Code: '<null>'",
    'code: (none)',
    'Status Code: (failed)',
    'the code = 9002313',
    'passport: 12345678a!',
    'token: bearer',
    'aud claim in the token: 00000003-0000-0000-c000-000000000000',
    'audience of the access token: 00000009-0000-0000-c000-000000000000,',
    'aud of the access token: https://analysis.windows.net/powerbi/api',
    'The access token: "https://graph.microsoft.com/".',
    'access_token: {"error":"invalid_client"}',
  ])('is none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['client_secret=00000003-0000-0000-c000-000000000000', 'client_secret'],
    ['token: 00000003-0000-4000-c000-000000000000', 'alone'],
    ['access_token=https://graph.microsoft.com/Zz81kQ', 'access_token'],
  ])('may look like the id of an API: %s', (text, field) => {
    expect(found(text)).toEqual([`${field} ${text.split(/[= ]/)[1]}`]);
  });

  it('is none within another', () => {
    expect(found(`password="a client_secret=${SECRET} b"`)).toEqual([`password a client_secret=${SECRET} b`]);
  });

  it('is found for each name of a text', () => {
    const values = [random(20, 3), random(20, 5), random(20, 9)];
    const text = `secret my_secret=${values[0]}; token and password: ${values[1]}, xclient_secret: ${values[2]} key`;
    expect(findNamed(text).map(({ value }) => value)).toEqual(values);
  });

  it.each([
    ['pass=abcd', 'abcd'],
    ['-pass abcd1!x', 'abcd1!x'],
    ['"pass", "abcd"', 'abcd'],
    ['pass\tab!cd', 'ab!cd'],
  ])('is a password behind `pass` too: %s', (text, value) => {
    expect(found(text)).toEqual([`password ${value}`]);
  });
});

describe('a value in a fixed place', () => {
  it.each([
    [`curl -u user:${SECRET} https://x.example`],
    [`curl --user "user:${SECRET}" https://x.example`],
    [`curl --proxy-user 'user:${SECRET}' https://x.example`],
    [`https://user:${SECRET}@x.example/a`],
    [`git clone https://${SECRET}@dev.azure.com/contoso`],
    [`ConvertTo-SecureString "${SECRET}" -AsPlainText -Force`],
    [`ConvertTo-SecureString -String ${SECRET} -AsPlainText -Force`],
    [`ConvertTo-SecureString -AsPlainText -Force ${SECRET}`],
    [`New-Object System.Net.NetworkCredential "ada", "${SECRET}"`],
    [`CREATE LOGIN a WITH PASSWORD '${SECRET}'`],
    [`CREATE USER a IDENTIFIED BY ${SECRET}`],
    [`EXEC sp_addlogin 'ada', '${SECRET}'`],
    [`Kennwort: ${SECRET}`],
    [`le mot de passe est ${SECRET}`],
    [`auth=("user", "${SECRET}")`],
    [`auth = HTTPBasicAuth('user', '${SECRET}')`],
  ])('is found: %s', (text) => {
    expect(found(text)).toEqual([`password ${SECRET}`]);
  });

  it('is found for Spark', () => {
    const name = 'fs.azure.account.key.store.dfs.core.windows.net';
    for (const text of [`spark.conf.set("${name}", "${SECRET}")`, `spark.hadoop.${name} ${SECRET}`])
      expect(found(text)).toEqual([`key ${SECRET}`]);
  });

  it.each([
    'Token: https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token',
    'The OAuth access token: invalid_grant',
    'could not refresh token: "unauthorized_client"',
    'id token: [login_required] again',
    'docker run -u 1000:1000 x',
    'curl -u user https://x.example',
    'https://x.example:8080/a@b',
    'https://averylonghostname.example@x',
    'ConvertTo-SecureString $value -Force',
    'the Kennwort: falsch',
  ])('is none: %s', (text) => {
    expect(found(text).filter((each) => !each.includes('$'))).toEqual([]);
  });
});

describe('a secret that a library takes by place', () => {
  const sealed = (text: string): boolean => !redact(text).text.includes(SECRET);

  it.each([
    [`new ClientSecretCredential(tenant, client, "${SECRET}")`, true],
    [`ClientSecretCredential("a", f(b, [c, d]), '${SECRET}')`, true],
    [`new ClientSecretCredential("${SECRET.toLowerCase()}", client, secret)`, false],
    [`app.WithClientSecret(\n    "${SECRET}")`, true],
    [`httpbasicauth("user, name", "${SECRET}")`, true],
    [`keystore.load(stream, "${SECRET}")`, true],
    [`"${SECRET}" | ConvertTo-SecureString`, true],
  ])('is taken out: %s', (text, isTaken) => {
    expect(redact(text).text === text).toBe(!isTaken);
    expect(sealed(text)).toBe(true);
  });

  it.each([
    'new ClientSecretCredential(tenant, client, secret)',
    'new X509Certificate2(data, "app.pfx")',
    'new NetworkCredential("ada", user.Password)',
    'setPassword("")',
    'ClientSecretCredential("t", "c", "0b1c5c8e-6a2a-4d8c-b4c7-2e0d6b8ab111")',
    'ClientSecretCredential("t", "c", "https://vault.example")',
  ])('is none: %s', (text) => {
    expect(redact(text).text).toBe(text);
  });
});

it('seals the code in a log line of MSAL, and not the line', () => {
  const text = `msal.oauth2cli.authcode: Got auth response: {'code': '0.A${random(60)}', 'state': 'a'}`;
  expect(redact(text).text).toMatch(/^msal\.oauth2cli\.authcode: Got auth response: \{'code': 'secret-1_/);
  expect(redact(`auth.authcode: 0.A${random(60)}`).text).not.toContain(random(60));
});

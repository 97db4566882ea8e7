import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../model/incident.ts';
import { seal } from '../model/secret.ts';
import { readText } from './read.ts';
import { readers } from './readers.ts';

const pieces = (text: string): readonly Piece[] => readText(text, 0).map(({ piece }) => piece);
const kinds = (text: string): readonly string[] => pieces(text).map(({ kind }) => kind);

describe('the readers', () => {
  const fragments = fc.constantFrom(
    'curl ',
    'curl.exe -X POST ',
    "-H 'Authorization: Bearer ",
    `${seal(1)}`,
    '"',
    "'",
    '\\\n',
    '`\n',
    '\n',
    '\r\n',
    '\n\n',
    ' ',
    '{',
    '}',
    '[',
    'https://api.powerbi.com/v1.0/myorg/groups',
    'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    'GET ',
    'HTTP/1.1',
    'HTTP/1.1 403 Forbidden',
    '> GET / HTTP/2',
    '< HTTP/2 401',
    'Content-Length: 0',
    'grant_type=password&client_id=1',
    '"grant_type": "x"',
    'scope=',
    'scopes: [',
    'tenant_id',
    '= ',
    'embedUrl: ',
    'accessToken: ',
    'AADSTS7000215',
    'Invoke-RestMethod -Uri ',
    'requests.get(',
    '?code=',
    'fab api -X ',
    'az rest --url ',
    'az account get-access-token ',
    'Get-PowerBIReport ',
    "'Authorization': ",
    'token',
    '{"aud":"a","iss":"b","exp":1,"sub":"c"}',
    'Authentication=ActiveDirectoryPassword',
    'User ID=app:x@y',
    '&error=x',
    '%',
    '%2',
    '{"error":{"code":"X","message":"y"}}',
    'powerbi://api.powerbi.com/v1.0/myorg/My Space',
  );
  const text = fc.oneof(
    fc.array(fc.oneof(fragments, fc.string({ maxLength: 8 })), { maxLength: 25 }).map((all) => all.join('')),
    fc.string(),
  );

  it('never throw, and every span lies within the text', () => {
    fc.assert(
      fc.property(text, (pasted) => {
        for (const reader of readers) {
          for (const { from, to, piece } of reader.read(pasted, 3)) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeGreaterThanOrEqual(from);
            expect(to).toBeLessThanOrEqual(pasted.length);
            expect(piece.place).toMatchObject({ paste: 3 });
            expect(piece.place.line).toBeLessThanOrEqual(pasted.split('\n').length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    'curl https://h.example/p -H "',
    'GET https://h.example/p HTTP/1.1\n',
    '{"a":',
    'scope: [ "x", ',
    'tenant_id = ',
    'grant_type=',
    'https://h.example/?code=a ',
    'embedUrl: {',
    'aaaaaaaaaaaaaaaa',
    '[[[[',
    '\\"',
    ' ',
    '\n',
    '-Uri "',
    'Invoke-RestMethod ',
    '<a key="x" ',
    'HTTP/1.1 401\n\n<html>',
    "%20'",
    '.get(',
    'Method: ',
    'curl \\\n',
    'url = "x"\n.get(url)\n',
    'fab api -X ',
    'az account get-access-token ',
    'Get-PowerBIReport ',
    "{'Authorization': token} ",
    '{"aud":"x","iss":"y","exp":1,"sub":"z"} ',
    'get_token("https://h.example/p", ',
    'https://h.example/p 401\n',
  ])('come to the end of 100 KB of %j, and claim no span beyond it', (unit) => {
    const long = unit.repeat(Math.ceil(100_000 / unit.length));
    expect(readText(long, 0).every(({ from, to }) => from <= to && to <= long.length)).toBe(true);
  });

  it('reads nothing twice: a command in a paste is not a URL as well', () => {
    expect(kinds('curl -s https://api.powerbi.com/v1.0/myorg/groups')).toEqual(['request']);
  });

  it('takes documentation and audiences for no call', () => {
    expect(
      kinds('See https://learn.microsoft.com/rest/api/fabric and https://github.com/microsoft/fabric-cicd'),
    ).toEqual([]);
    expect(
      kinds('the audience https://api.fabric.microsoft.com/ and https://analysis.windows.net/powerbi/api'),
    ).toEqual([]);
  });

  it.each([
    ["calling POST on 'https://api.powerbi.com/v1/workspaces/x/items'. Message: no", 'POST'],
    ['RequestMethod : PATCH\nRequestUri : https://api.powerbi.com/v1.0/myorg/reports/x', 'PATCH'],
    ['RequestUri : https://api.powerbi.com/v1.0/myorg/reports/x\nRequestMethod : PUT', 'PUT'],
    ['it calls https://api.fabric.microsoft.com/v1/workspaces/{workspaceId}', undefined],
  ])('reads the call in %j', (line, method) => {
    const request = pieces(line).find((piece) => piece.kind === 'request');
    expect(request).toBeDefined();
    expect(request).toMatchObject(method === undefined ? { headers: [] } : { method });
    expect(request !== undefined && 'method' in request).toBe(method !== undefined);
  });

  it('reads what a sign-in brought back', () => {
    const [redirect] = pieces(`https://app.example/cb?code=${seal(1)}&state=x`);
    expect(redirect).toMatchObject({
      kind: 'redirect',
      fields: new Map([
        ['code', seal(1)],
        ['state', 'x'],
      ]),
    });
    expect(kinds('https://f.azurewebsites.net/api/run?code=abc')).toEqual([]);
  });

  it.each([
    [
      'scopes: [\n  "https://graph.microsoft.com/User.Read",\n  "openid",\n]',
      'scope',
      'https://graph.microsoft.com/User.Read openid',
    ],
    [
      'SCOPE = ["https://analysis.windows.net/powerbi/api/.default"]',
      'scope',
      'https://analysis.windows.net/powerbi/api/.default',
    ],
    ['scope: Dataset.Read.All offline_access', 'scope', 'Dataset.Read.All offline_access'],
    ['az account get-access-token --resource https://graph.microsoft.com', 'resource', 'https://graph.microsoft.com'],
    [
      'Get-AzAccessToken -ResourceUrl "https://api.fabric.microsoft.com"',
      'resource',
      'https://api.fabric.microsoft.com',
    ],
    [
      'AUTHORITY = "https://login.microsoftonline.com/organizations"',
      'authority',
      'https://login.microsoftonline.com/organizations',
    ],
    ['<add key="TenantId" value="contoso.com" />', 'tenant', 'contoso.com'],
    ['"clientId": "11111111-2222-3333-4444-555555555555"', 'client-id', '11111111-2222-3333-4444-555555555555'],
    ['app.acquire_token_for_client()', 'grant', 'client-credentials'],
    ['{ tokenType: models.TokenType.Aad }', 'embed-token-type', 'aad'],
    [`{ type: 'report', embedUrl: 'u', accessToken: ${seal(1)}, settings: {} }`, 'embed-token-type', 'missing'],
  ])('reads the setting in %j', (line, name, value) => {
    expect(pieces(line)).toContainEqual(expect.objectContaining({ kind: 'setting', name, value }));
  });

  it('says nothing of the token type of a configuration that is cut off', () => {
    expect(kinds(`{ type: 'report', embedUrl: 'u', accessToken: ${seal(1)}`)).not.toContain('setting');
  });

  it('takes the next line for no value of an empty setting, unless a quote or a bracket opens it', () => {
    expect(kinds('TenantId    : \nClientId    : ')).toEqual([]);
    expect(pieces('"scope":\n  ["a/.default"]')).toContainEqual(expect.objectContaining({ value: 'a/.default' }));
  });

  it('takes the names of variables for no settings', () => {
    expect(kinds('scope = SCOPE\ntenant_id = tenant_id\nclientId: process.env.CLIENT_ID')).toEqual([]);
  });

  it('reads the calls of scripts', () => {
    const script = [
      '$uri = "https://api.fabric.microsoft.com/v1/workspaces/$workspaceId"',
      `Invoke-RestMethod -Method Delete -Uri $uri -Headers @{ Authorization = "Bearer ${seal(4)}" }`,
      'Invoke-PowerBIRestMethod -Url "groups/$($ws.id)/datasets" -Method Get',
    ].join('\n');
    expect(pieces(script)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          method: 'DELETE',
          url: 'https://api.fabric.microsoft.com/v1/workspaces/{workspaceId}',
          bearer: 4,
        }),
        expect.objectContaining({ method: 'GET', url: 'https://api.powerbi.com/v1.0/myorg/groups/{ws.id}/datasets' }),
      ]),
    );
    expect(
      pieces('r = requests.post(f"https://api.powerbi.com/v1.0/myorg/groups/{group}/users", json=body)'),
    ).toMatchObject([
      { method: 'POST', url: 'https://api.powerbi.com/v1.0/myorg/groups/{group}/users', complete: false },
    ]);
  });

  it('reads a token request that stands alone, in any of its forms', () => {
    const forms = [
      'grant_type=password&client_id=1',
      'grant_type: password\nclient_id: 1',
      '{"grant_type":"password","client_id":"1"}',
    ];
    for (const form of forms) expect(pieces(form)).toMatchObject([{ kind: 'request', body: form }]);
  });
});

import { describe, expect, it } from 'vitest';
import type { FactPath } from '../../src/facts/catalog.ts';
import type { FactValue } from '../../src/model/evidence.ts';
import { sealPastes } from '../../src/redact/seal.ts';
import { factsOf } from '../support/facts-of.ts';
import { buildToken } from '../support/token.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters in no order, the same in every run. */
const random = (length: number, seed: number): string => {
  let state = seed * 7919 + 13;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return LETTERS[(state >> 8) % LETTERS.length];
  }).join('');
};
const lines = (text: string, width: number): string => (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');

const TENANT = '41ce06d1-d81b-4ea0-bc6d-2ce3dd2f8e87';
const CLIENT = '0b1c5c8e-6a2a-4d8c-b4c7-2e0d6b8ab111';
const GRAPH = 'https://graph.microsoft.com';
const URL = 'https://api.fabric.microsoft.com/v1/workspaces';
const REFUSED =
  'HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{"errorCode":"InvalidToken","message":"x"}';

const TOKEN = buildToken({ aud: GRAPH, tid: TENANT, appid: CLIENT, scp: 'User.Read', exp: 1_795_345_200 }).replace(
  /[^.]+$/,
  random(342, 1),
);
const ID_TOKEN = buildToken({ aud: CLIENT, nonce: 'x', preferred_username: 'ada@contoso.com', exp: 1_795_345_200 });
const SECRET = `${random(3, 2)}8Q~${random(34, 3)}`;
const REFRESH = `1.A${random(40, 4)}.AgABAAEAAA${random(200, 5)}`;
const CODE = `1.A${random(40, 6)}.AgABAAIAAA${random(200, 7)}`;
const PASSWORD = `Qx!${random(9, 8)}`;
const KEY = `${random(86, 9)}==`;
const SECRETS = [...TOKEN.split('.'), SECRET, REFRESH, CODE, PASSWORD, KEY];

const curl = (authorization: string): string => `curl -i ${URL} -H ${authorization}\n${REFUSED}`;
const python = (value: string): string =>
  `r = requests.get("${URL}", headers={"Authorization": ${value}})\nprint(r.status_code)\n401`;

/** A paste with a secret, and what somebody who knows these things reads in it. */
type Case = readonly [name: string, paste: string, facts: Partial<Readonly<Record<FactPath, FactValue>>>];

const CALLS: readonly Case[] = [
  [
    'a token',
    curl(`'Authorization: Bearer ${TOKEN}'`),
    {
      'credential.kind': 'access-token',
      'token.aud': GRAPH,
      'request.authorization': 'bearer',
      'response.code': 'InvalidToken',
    },
  ],
  ...['<token>', '<access_token>', '<your-token>', '<jwt>'].map(
    (placeholder): Case => [
      `the placeholder ${placeholder} in quotes before the URL`,
      `curl -H "Authorization: Bearer ${placeholder}" ${URL}\n${REFUSED}`,
      { 'request.authorization': 'bearer', 'request.path': '/v1/workspaces', 'response.code': 'InvalidToken' },
    ],
  ),
  [
    'a token with its scheme behind the name of the scheme',
    `cy.request({ method: 'GET', url: '${URL}', auth: { bearer: 'Bearer ${TOKEN}' } })\n${REFUSED}`,
    { 'request.authorization': 'doubled-scheme', 'token.aud': GRAPH },
  ],
  [
    'a token in quotes',
    curl(`'Authorization: Bearer "${TOKEN}"'`),
    { 'request.authorization': 'quoted', 'token.aud': GRAPH },
  ],
  [
    'a token behind Bearer%20',
    curl(`"Authorization: Bearer%20${TOKEN}"`),
    { 'request.authorization': 'broken', 'token.aud': GRAPH },
  ],
  [
    'a token with its scheme twice',
    curl(`"Authorization: Bearer Bearer ${TOKEN}"`),
    { 'request.authorization': 'doubled-scheme' },
  ],
  [
    'a token without scheme',
    curl(`"Authorization: ${TOKEN}"`),
    { 'request.authorization': 'no-scheme', 'credential.kind': 'access-token' },
  ],
  [
    'a token cut in its signature',
    curl(`"Authorization: Bearer ${TOKEN.slice(0, -300)}"`),
    { 'credential.integrity': 'cut-off', 'token.aud': GRAPH },
  ],
  [
    'a token cut in its claims',
    curl(`"Authorization: Bearer ${TOKEN.slice(0, 200)}"`),
    { 'credential.integrity': 'cut-off', 'token.aud': GRAPH },
  ],
  [
    'a token over lines',
    `GET /v1/workspaces HTTP/1.1\nHost: api.fabric.microsoft.com\nAuthorization: Bearer ${lines(TOKEN, 80)}\n\n${REFUSED}`,
    {
      'credential.integrity': 'wrapped',
      'request.authorization': 'bearer',
      'request.host': 'api.fabric.microsoft.com',
    },
  ],
  [
    'a token in the query',
    `GET ${URL}?access_token=${TOKEN}\n${REFUSED}`,
    {
      'credential.fields': ['access_token'],
      'request.path': '/v1/workspaces',
      'request.query-names': ['access_token'],
    },
  ],
  [
    'a refresh token',
    curl(`"Authorization: Bearer ${REFRESH}"`),
    { 'credential.kind': 'refresh-token', 'request.authorization': 'bearer' },
  ],
  ['an authorization code', curl(`"Authorization: Bearer ${CODE}"`), { 'credential.kind': 'authorization-code' }],
  [
    'a password',
    `GET /v1.0/myorg/groups HTTP/1.1\nHost: api.powerbi.com\nAuthorization: Basic ${Buffer.from(`ada:${PASSWORD}`).toString('base64')}\n\n${REFUSED}`,
    { 'request.authorization': 'basic', 'credential.kind': 'password', 'request.host': 'api.powerbi.com' },
  ],
  [
    'a cookie',
    `GET /groups/me HTTP/1.1\nHost: app.powerbi.com\nCookie: ARRAffinity=${random(30, 11)}; ESTSAUTH=${REFRESH}\n\n${REFUSED}`,
    { 'request.host': 'app.powerbi.com', 'response.status': 401 },
  ],
  [
    'a variable of Python',
    `token = "${TOKEN}"\n${python('"Bearer " + token')}`,
    { 'token.aud': GRAPH, 'request.authorization': 'bearer' },
  ],
  [
    'a variable of PowerShell',
    `$token = "${TOKEN}"\n$headers = @{\n  Authorization = "Bearer $token"\n}\nInvoke-RestMethod -Uri "${URL}" -Headers $headers\nInvoke-RestMethod: Response status code does not indicate success: 401 (Unauthorized).`,
    { 'token.aud': GRAPH, 'request.authorization': 'bearer', 'response.status': 401 },
  ],
  [
    'the signature of a link',
    `GET https://x.blob.core.windows.net/c/b.csv?sv=2024-05-04&se=2026-01-01T00%3A00%3A00Z&sr=b&sp=r&sig=${encodeURIComponent(`${random(43, 10)}=`)}\nHTTP/1.1 403 Forbidden`,
    {
      'request.host': 'x.blob.core.windows.net',
      'request.query-names': ['sv', 'se', 'sr', 'sp', 'sig'],
      'response.status': 403,
    },
  ],
];

const SIGN_IN: readonly Case[] = [
  [
    'an environment',
    `AZURE_TENANT_ID=${TENANT}\nAZURE_CLIENT_ID=${CLIENT}\nAZURE_CLIENT_SECRET=${SECRET}\nSCOPE=${GRAPH}/.default\n\nAADSTS7000215: Invalid client secret provided.`,
    {
      'entra.code': 7000215,
      'token-request.tenant': TENANT,
      'token-request.client-id': CLIENT,
      'token-request.scope': [`${GRAPH}/.default`],
    },
  ],
  [
    'a connection string',
    `Server=tcp:x.datawarehouse.fabric.microsoft.com,1433;Authentication=Active Directory Service Principal;User ID=${CLIENT};Password=${SECRET};Encrypt=True`,
    {
      'request.host': 'x.datawarehouse.fabric.microsoft.com',
      'token-request.client-id': CLIENT,
      'token-request.grant': 'client-credentials',
    },
  ],
  [
    'the answer with tokens',
    JSON.stringify({
      token_type: 'Bearer',
      scope: 'User.Read',
      access_token: TOKEN,
      refresh_token: REFRESH,
      id_token: ID_TOKEN,
    }),
    {
      'credential.kind': 'access-token',
      'token.aud': GRAPH,
      'token.granted-scopes': ['User.Read'],
      'sign-in.got-token': true,
    },
  ],
  [
    'a request for a token',
    `curl -X POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token -d "grant_type=client_credentials" -d "client_id=${CLIENT}" -d "client_secret=${SECRET}" -d "scope=${GRAPH}/.default"\n{"error":"invalid_client"}`,
    {
      'token-request.secret-shape': 'value',
      'token-request.names': ['grant_type', 'client_id', 'client_secret', 'scope'],
      'entra.error': 'invalid_client',
    },
  ],
  [
    'a password in a form',
    `grant_type=password&username=ada%40contoso.com&password=${encodeURIComponent(PASSWORD)}&client_id=${CLIENT}&resource=https%3A%2F%2Fanalysis.windows.net%2Fpowerbi%2Fapi\n{"error":"invalid_grant"}`,
    {
      'token-request.grant': 'password',
      'token-request.resource': 'https://analysis.windows.net/powerbi/api',
      'token-request.client-id': CLIENT,
    },
  ],
  [
    'a device code',
    `POST https://login.microsoftonline.com/organizations/oauth2/v2.0/token\ngrant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=${CLIENT}&device_code=D${random(150, 12)}\n\n{"error":"authorization_pending"}`,
    { 'token-request.grant': 'device-code', 'token-request.names': ['grant_type', 'client_id', 'device_code'] },
  ],
  [
    'a code in a redirect',
    `https://app.contoso.com/cb?code=${CODE}&state=12345\nAADSTS54005: OAuth2 Authorization code was already redeemed`,
    { 'sign-in.returned': 'code', 'entra.code': 54005 },
  ],
  [
    'the cache of MSAL',
    JSON.stringify(
      {
        AccessToken: {
          a: {
            credential_type: 'AccessToken',
            secret: TOKEN,
            client_id: CLIENT,
            target: `${GRAPH}/.default`,
            realm: TENANT,
          },
        },
        RefreshToken: { b: { secret: REFRESH } },
      },
      null,
      4,
    ),
    { 'credential.kind': 'access-token', 'token.aud': GRAPH },
  ],
  [
    'an environment of Postman',
    JSON.stringify(
      {
        name: 'x',
        values: [
          { key: 'client_id', value: CLIENT, enabled: true },
          { key: 'client_secret', value: SECRET, type: 'secret', enabled: true },
          { key: 'scope', value: `${GRAPH}/.default`, enabled: true },
        ],
      },
      null,
      2,
    ),
    { 'token-request.client-id': CLIENT, 'token-request.scope': [`${GRAPH}/.default`] },
  ],
  [
    'a build of GitHub',
    `2026-02-11T10:15:22.1000000Z Run az login --service-principal -u ${CLIENT} -p ${SECRET} --tenant ${TENANT}\n2026-02-11T10:15:23.1000000Z ERROR: AADSTS7000215: Invalid client secret provided.`,
    { 'entra.code': 7000215, 'token-request.tenant': TENANT },
  ],
  [
    'a private key',
    `-----BEGIN ${'PRIVATE'} KEY-----\n${lines(random(1600, 13), 64)}\n-----END ${'PRIVATE'} KEY-----\nAADSTS700027: Client assertion failed signature validation.`,
    { 'entra.code': 700027 },
  ],
  [
    'the password of a certificate',
    `$cert = New-Object Security.Cryptography.X509Certificates.X509Certificate2("C:\\certs\\app.pfx", "${PASSWORD}")\nConnect-PowerBIServiceAccount -ServicePrincipal -CertificateThumbprint 3F2A9C1B7E5D4806A1C3E5F708192A3B4C5D6E7F -ApplicationId ${CLIENT} -Tenant ${TENANT}`,
    { 'token-request.client-id': CLIENT, 'token-request.tenant': TENANT },
  ],
  [
    'a secret by place',
    `context.acquire_token_with_client_credentials("https://analysis.windows.net/powerbi/api", "${CLIENT}", "${SECRET}")\nAADSTS7000215: Invalid client secret provided.`,
    { 'entra.code': 7000215, 'token-request.resource': 'https://analysis.windows.net/powerbi/api' },
  ],
];

/** Calls in the place of the token: what they ask for is evidence. */
const ASKED: readonly Case[] = [
  ['a call', python(`"Bearer " + get_token("${GRAPH}/.default")`), { 'token-request.scope': [`${GRAPH}/.default`] }],
  [
    'a call in a template of Python',
    python(`f"Bearer {credential.get_token('${GRAPH}/.default').token}"`),
    { 'token-request.scope': [`${GRAPH}/.default`] },
  ],
  [
    'a call in a template of JavaScript',
    `await fetch('${URL}', { headers: { Authorization: \`Bearer \${(await credential.getToken('${GRAPH}/.default')).token}\` } });\n401`,
    { 'token-request.scope': [`${GRAPH}/.default`] },
  ],
  [
    'a call of a notebook',
    python(`'Bearer ' + notebookutils.credentials.getToken('storage')`),
    { 'token-request.resource': 'https://storage.azure.com' },
  ],
  [
    'a cmdlet',
    `Invoke-RestMethod -Uri "${URL}" -Headers @{ Authorization = "Bearer " + (Get-AzAccessToken -ResourceUrl "${GRAPH}").Token }\n401`,
    { 'token-request.resource': GRAPH },
  ],
  [
    'a cmdlet in a text',
    `Invoke-RestMethod -Uri "${URL}" -Headers @{ Authorization = "Bearer $((Get-AzAccessToken -ResourceUrl '${GRAPH}').Token)" }\n401`,
    { 'token-request.resource': GRAPH },
  ],
  [
    'a command that asks for one, in the place of a token',
    curl(
      `"Authorization: Bearer $(curl -s -X POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token -d "client_id=${CLIENT}&client_secret=${SECRET}&grant_type=client_credentials" | jq -r .access_token)"`,
    ),
    {},
  ],
];

describe('what stands around a secret is read', () => {
  it.each([...CALLS, ...SIGN_IN])('%s', (_, paste, expected) => {
    const fact = factsOf(paste);
    expect(Object.fromEntries(Object.keys(expected).map((path) => [path, fact(path as FactPath)]))).toEqual(expected);
    const [sealed = ''] = sealPastes([{ text: paste }]).texts;
    expect(SECRETS.filter((secret) => sealed.includes(secret))).toEqual([]);
  });

  it.each(ASKED)('in the place of a token: %s', (_, paste, expected) => {
    const fact = factsOf(paste);
    expect(Object.fromEntries(Object.keys(expected).map((path) => [path, fact(path as FactPath)]))).toEqual(expected);
    expect([fact('request.authorization'), fact('credential.shape')]).toEqual(['bearer', 'masked']);
    expect(JSON.stringify(sealPastes([{ text: paste }]))).not.toContain(SECRET);
  });
});

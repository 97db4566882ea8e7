import type { Planted } from './secrets.ts';

/** Writes a text in which a secret stands. */
export type Format = (value: string) => string;

const json = (value: string): string => JSON.stringify(value).slice(1, -1);
const url = encodeURIComponent;
const form = (value: string): string => new URLSearchParams({ v: value }).toString().slice(2);
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const xml = (value: string): string => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const lines = (text: string, width: number): string => (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');

/** Places that only a token or code of any kind stands in. */
export const BEARERS: Readonly<Record<string, Format>> = {
  header: (s) => `GET https://api.powerbi.com/v1.0/myorg/groups HTTP/1.1\nAuthorization: Bearer ${s}\nAccept: */*`,
  'lower-case header': (s) => `authorization: bearer ${s}\nhost: api.fabric.microsoft.com`,
  'header in mixed case': (s) => `AUTHORIZATION: bEaReR ${s}`,
  'curl in double quotes': (s) => `curl -H "Authorization: Bearer ${s}" https://api.fabric.microsoft.com/v1/workspaces`,
  'curl in single quotes': (s) => `curl -i -H 'Authorization: Bearer ${s}' 'https://api.fabric.microsoft.com/v1/items'`,
  'headers of Python': (s) => `headers = {'Authorization': 'Bearer ${s}', 'Accept': 'a'}`,
  'headers of Power Query M': (s) => `Web.Contents(url, [Headers=[Authorization="Bearer ${s}", Accept="a"]])`,
  'headers of PowerShell': (s) => `$headers = @{\n  'Authorization' = "Bearer ${s}"\n  'Accept' = 'a'\n}`,
  'HAR header': (s) => `{"headers":[{"name":"Authorization","value":"Bearer ${json(s)}"},{"name":"a","value":"b"}]}`,
  'pretty HAR header': (s) =>
    JSON.stringify(
      { log: { entries: [{ request: { headers: [{ name: 'authorization', value: `Bearer ${s}` }] } }] } },
      null,
      4,
    ),
  'token answer': (s) => `{"token_type":"Bearer","expires_in":3599,"access_token":"${json(s)}","id":"1"}`,
  'token answer in a log': (s) =>
    `2026-03-01 body=${JSON.stringify(JSON.stringify({ access_token: s, refresh_token: s, scope: 'a' }))}`,
  'embed configuration': (s) =>
    `const config = { type: 'report', tokenType: 1, accessToken: '${s}', embedUrl: 'https://app.powerbi.com/x' };`,
};

/** Names under which a secret of any kind may stand. */
const NAMES = [
  'client_secret',
  'clientSecret',
  'AZURE_CLIENT_SECRET',
  'password',
  'refresh_token',
  'device_code',
  'code_verifier',
  'api-key',
  'accountKey',
  'ClIeNt_SeCrEt',
] as const;

const named = (name: string): Readonly<Record<string, Format>> => ({
  [`form with ${name}`]: (s) =>
    `grant_type=client_credentials&${name}=${form(s)}&scope=https%3A%2F%2Fapi.fabric.microsoft.com%2F.default`,
  [`query with ${name}`]: (s) => `GET https://host.example/path?a=1&${name}=${url(s)}&b=2 HTTP/1.1`,
  [`twice encoded query with ${name}`]: (s) =>
    `https://host.example/?next=${url(`https://other.example/?a=1&${name}=${url(s)}&b=2`)}&c=3`,
  [`JSON with ${name}`]: (s) => `{"a": "b", "${name}": "${json(s)}", "scope": "x"}`,
  [`JSON in JSON with ${name}`]: (s) => JSON.stringify({ body: JSON.stringify({ [name]: s, scope: 'x' }), status: 1 }),
  [`JSON in JSON in JSON with ${name}`]: (s) =>
    JSON.stringify([JSON.stringify({ body: JSON.stringify({ [name]: s, scope: 'x' }) })]),
  [`CSV with ${name}`]: (s) => `1,"{""${name}"":""${s}"",""scope"":""x""}",2`,
  [`YAML with ${name}`]: (s) => `auth:\n  ${name}: "${json(s)}"\n  scope: .default`,
  [`YAML block with ${name}`]: (s) => `auth:\n  ${name}: >-\n    ${s}\n  scope: .default`,
  [`environment with ${name}`]: (s) => `A=1\nexport ${name.replace(/-/g, '_')}='${s}'\nB=2`,
  [`PowerShell variable ${name}`]: (s) => `$${name.replace(/[-_]/g, '')} = '${s}'\n$b = 1`,
  [`PowerShell here-string ${name}`]: (s) => `$${name.replace(/[-_]/g, '')} = @'\n${s}\n'@\n$b = 1`,
  [`XML with ${name}`]: (s) => `<add key="${name}" value="${xml(s)}" /><add key="b" value="c" />`,
  [`HAR fields with ${name}`]: (s) =>
    JSON.stringify({
      postData: {
        params: [
          { name, value: s },
          { name: 'a', value: 'b' },
        ],
      },
    }),
  [`pretty HAR fields with ${name}`]: (s) =>
    JSON.stringify(
      {
        log: { entries: [{ request: { postData: { text: `${name}=${url(s)}&a=b`, params: [{ name, value: s }] } } }] },
      },
      null,
      4,
    ),
  [`base64 of JSON with ${name}`]: (s) => `payload: ${base64(`{"${name}":"${json(s)}","scope":"x"}`)} end`,
  [`base64 of a form with ${name}, in lines`]: (s) =>
    `body\n${lines(base64(`grant_type=password&${name}=${form(s)}&scope=openid`), 76)}\n\nend`,
  [`base64 of base64 with ${name}`]: (s) => `{"data":"${base64(base64(`${name}=${form(s)}&a=1`))}"}`,
  [`sentence with ${name}`]: (s) => `I set ${name} to "${s}" and it fails; ${name}: ${s}`,
  [`command with ${name}`]: (s) => `tool login --${name.replace(/_/g, '-').toLowerCase()} '${s}' --tenant t`,
  [`command over lines with ${name}`]: (s) =>
    `tool login \\\n  --${name.replace(/_/g, '-').toLowerCase()} \\\n  '${s}' \\\n  --tenant t`,
  [`text put together with ${name}`]: (s) =>
    `${name.replace(/-/g, '_')} = "${s.slice(0, s.length >> 1)}" +\n    "${s.slice(s.length >> 1)}"`,
  [`JSON in a URL in JSON with ${name}`]: (s) =>
    JSON.stringify({ url: `https://x.example/?state=${url(JSON.stringify({ [name]: s, a: 'b' }))}` }),
  [`HTML with ${name}`]: (s) => `<pre>{&quot;${name}&quot;:&quot;${xml(json(s))}&quot;}</pre>`,
});

/** Formats of a kind of their own. */
const SPECIAL: Readonly<Record<string, Format>> = {
  'storage connection string': (s) =>
    `DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${s};EndpointSuffix=core.windows.net`,
  'bus connection string': (s) =>
    `Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${s};EntityPath=y`,
  'SQL connection string': (s) => `Server=tcp:x.database.windows.net;User ID=app;Pwd=${s};Encrypt=True`,
  'signed link': (s) =>
    `https://x.blob.core.windows.net/c/b?sv=2024-05-04&se=2026-01-01T00%3A00%3A00Z&sig=${url(s)}&sp=r`,
  'basic header': (s) => `authorization: Basic ${base64(`user:${s}`)}`,
  'basic of curl': (s) => `curl -u 'app:${s}' https://login.microsoftonline.com/common/oauth2/v2.0/token`,
  'cookie header': (s) => `GET / HTTP/1.1\nCookie: a=1; ESTSAUTHPERSISTENT=${s}; b=2\nAccept: a`,
  'set-cookie header': (s) => `HTTP/1.1 302 Found\nset-cookie: ESTSAUTH=${s}; path=/; secure; HttpOnly`,
  'HAR cookies': (s) =>
    JSON.stringify({
      request: {
        cookies: [{ name: 'ESTSAUTH', value: s, path: '/' }],
        headers: [{ name: 'Cookie', value: `ESTSAUTH=${s}` }],
      },
    }),
  'HAR cookies without a header': (s) =>
    JSON.stringify({
      request: {
        cookies: [
          { name: 'x', value: 'y' },
          { name: 'ESTSAUTH', value: s },
        ],
      },
    }),
  'secure string': (s) => `$secure = ConvertTo-SecureString '${s}' -AsPlainText -Force`,
  'sign-in of az': (s) => `az login --service-principal -u app -p '${s}' --tenant t`,
  'an encoded command of PowerShell': (s) =>
    `powershell -EncodedCommand ${Buffer.from(`$clientSecret = '${s}'; Connect`, 'utf16le').toString('base64')}`,
  'fields of a form of HTML': (s) => `<input type="hidden" name="client_secret" value="${xml(s)}"/>`,
  'password by place in Python': (s) =>
    `result = app.acquire_token_by_username_password("ada@contoso.com", "${json(s)}", scopes=SCOPES)`,
  'password of a certificate': (s) =>
    `new X509Certificate2("app.pfx", "${json(s)}", X509KeyStorageFlags.MachineKeySet)`,
  'secret by place in Java': (s) => `ClientCredentialFactory.createFromSecret("${json(s)}")`,
  'secret by place in Node.js': (s) => `context.acquireTokenWithClientCredentials(resource, clientId, '${s}', done)`,
  'call in the place of a token': (s) => `headers = {'Authorization': 'Bearer ' + login("app", password="${json(s)}")}`,
  'call in a template of a token': (s) => `headers: { Authorization: \`Bearer \${login({ clientSecret: '${s}' })}\` }`,
  'command in the place of a token': (s) =>
    `curl -H "Authorization: Bearer $(tool token --client-secret '${s}')" https://x`,
  'call in the place of a secret': (s) => `client_secret = decrypt(access_key="${json(s)}")`,
  'credential in code': (s) => `var c = new ClientSecretCredential(tenantId, clientId, "${json(s)}");`,
  assertion: (s) =>
    `client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=${url(s)}&scope=a`,
  'SAML assertion': (s) =>
    `<saml:Assertion ID="1"><saml:Issuer>x</saml:Issuer><ds:SignatureValue>${s}</ds:SignatureValue></saml:Assertion>`,
  'SAML assertion in a form': (s) =>
    `SAMLResponse=${url(base64(`<samlp:Response><saml:Assertion ID="1"><ds:SignatureValue>${s}</ds:SignatureValue></saml:Assertion></samlp:Response>`))}&RelayState=a`,
  'private key in its frame': (s) => `${'-----BEGIN'} PRIVATE KEY-----\n${lines(s, 64)}\n-----END PRIVATE KEY-----`,
  'web key': (s) => `{"kty":"RSA","n":"abc","e":"AQAB","d":"${s.replace(/[^\w-]/g, 'a')}"}`,
};

export const FORMATS: Readonly<Record<string, Format>> = Object.assign({}, BEARERS, ...NAMES.map(named), SPECIAL);

/** Passwords hold signs that some formats have no way to write. */
const NO_SIGNS =
  /^(?:header|lower-case|signed|sentence|YAML block|fields|cookie|set-cookie|SQL|storage|bus|web key|CSV|headers|curl|text put|SAML assertion$)/;

/** Whether a format can hold a value at all: a sign that ends it would not be written there. */
export const canHold = (format: string, { value }: Planted): boolean => {
  const isBearer = format in BEARERS;
  if (/[^\w.~+/=-]/.test(value) && (isBearer || NO_SIGNS.test(format))) return false;
  if (format === 'private key in its frame') return /^[A-Za-z0-9+/=]+$/.test(value);
  if (format === 'web key') return /^[\w-]{16,}$/.test(value);
  return !(format === 'cookie header' && value.includes(';'));
};

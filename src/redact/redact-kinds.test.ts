import { describe, expect, it } from 'vitest';
import { findSecrets } from './find/find.ts';
import { redact } from './redact.ts';
import { sealPastes } from './seal.ts';
import { partsAround } from './text/parts-around.ts';

const random = (length: number): string =>
  Array.from({ length }, (_, i) => 'kQ7zPw3RtX9bLm5Y'[(i * 7 + (i >> 3)) % 16]).join('');
const broken = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? [''])
    .join('\n');
const runsIn = (text: string, secret: string): readonly string[] =>
  Array.from({ length: secret.length - 7 }, (_, i) => secret.slice(i, i + 8)).filter((run) => text.includes(run));

const LETTERS = ['MEveS', 'vGRaymHvdZ'].join('.');
const SLOTTED = `${'lONrt0$('}${'8QBNUI6LG.eqU8'}`;
const WORDLESS = ['jfvdUPoA', 'ZQqafBJM'].join('');
const LETTERED = ['hIfnafPmzkvpn', 'ffoNSCVKnqljnR'].join('');
const CALLED = ['tY0feTT()!yc=', '(UzQKElLrFY'].join('');
const HALF = ['RgnKabCF', 'XoqMTfyczjsL'] as const;
const LAST = ['zfzx', 'EKBWvnA=='].join('');
const LONG = random(200);

describe('a secret is taken out', () => {
  it.each([
    ['of letters and a dot in a query', `GET https://x.example/?a=1&client_secret=${LETTERS}&b=2`, LETTERS],
    [
      'of letters and a dot in a sentence',
      `I set password to "${LETTERS}" and it fails; password: ${LETTERS}`,
      LETTERS,
    ],
    [
      'of letters alone, said twice',
      `I set accountKey to "${WORDLESS}" and it fails; accountKey: ${WORDLESS}`,
      WORDLESS,
    ],
    [
      'of letters that could be words, said twice',
      `I set api-key to "${LETTERED}" and it fails; api-key: ${LETTERED}`,
      LETTERED,
    ],
    ['with the signs of a call', `https://x.example/?q=${encodeURIComponent(`a?device_code=${CALLED}&b=2`)}`, CALLED],
    ['with the signs of a place to fill', `auth:\n  client_secret: "${SLOTTED}"`, SLOTTED],
    ['put together on one line', `password = "${HALF[0]}" + "${HALF[1]}"`, HALF[1]],
    ['put together over lines', `api_key = "${HALF[0]}" +\n    "${HALF[1]}"`, HALF[1]],
    [
      'put together and percent-encoded',
      `https://x.example/?q=${encodeURIComponent(`clientSecret = "${HALF[0]}" +\n    "${HALF[1]}"`)}`,
      HALF[1],
    ],
    [
      'put together and broken by a terminal',
      broken(`refresh_token = "${LONG.slice(0, 139)}" +\n    "${LONG.slice(139)}"`, 80),
      LONG.slice(139),
    ],
    ['of letters, broken in its quotes', broken(`az login -u app -p '${'a'.repeat(55)}${HALF[1]}' -t t`, 80), HALF[1]],
    ...[97, 120].map((width) => [
      `of letters at its end, where a terminal of ${width} columns broke it in its quotes`,
      broken(`"value": "Bearer ${LONG.slice(0, 74)}zlf/${LAST}"`.padStart(width + LAST.length + 1), width),
      LAST,
    ]),
  ])('%s', (_, text, secret) => {
    expect(runsIn(redact(text).text, secret)).toEqual([]);
    expect(runsIn(JSON.stringify(sealPastes([{ text }])), secret)).toEqual([]);
  });

  it.each([
    'config.clientSecret',
    'process.env.CLIENT_SECRET',
    ['$', '{{ secrets.AZURE_CLIENT_SECRET }}'].join(''),
    '$(clientSecret)',
  ])('but not the name of one: %s', (name) => {
    expect(redact(`client_secret=${name}`).text).toBe(`client_secret=${name}`);
  });

  it.each([
    '$token = (Get-AzAccessToken -ResourceUrl $url).Token',
    '$token = Get-PowerBIAccessToken -AsString',
    'token = context.acquire_token_with_username_password(resource=url,\n    username=name)',
    'AccessToken token = credential.getTokenSync(\n    new TokenRequestContext().addScopes(scope));',
    'var userToken = authenticationContext.AcquireToken(_resourceId, _appId, new Uri(_redirect), Always);',
  ])('but not the command that gets one: %s', (command) => {
    expect(redact(command).text).toBe(command);
  });

  it.each(['broken at its end\n', `x\n${'word '.repeat(2000)}\n`])('far inside of a long log too: %j', (filler) => {
    const secret = `${LONG.slice(0, 40)}`;
    const log = `${filler}{\\"client_secret\\":\\"${secret}\\"}\n${filler}next=%7B%22password%22%3A%22${secret}x%22%7D\n${filler}`;
    expect(runsIn(redact(log.repeat(3)).text, secret)).toEqual([]);
  });
});

const GIVEN = ['Summer', '!kQ7', 'zP2'].join('');

describe('a secret that is handed to a call or command is taken out', () => {
  it.each([
    ['in the place of a token', `headers = {"Authorization": "Bearer " + login("app", password="${GIVEN}")}`],
    ['in a template', `headers = {"Authorization": f"Bearer {login('app', password='${GIVEN}')}"}`],
    ['by place', `headers = {"Authorization": "Bearer " + get_token("https://x.example", "${GIVEN}")}`],
    ['in a command', `curl -H "Authorization: Bearer $(tool token --password ${GIVEN})" https://x.example`],
    ['in the place of a secret', `client_secret = decrypt(access_key="${GIVEN}")`],
    ['of a name of one letter', `client_secret = d("${GIVEN}")`],
    ['within another', `client_secret = decrypt(read(key="${GIVEN}"))`],
    ['in a JSON string', JSON.stringify({ m: `client_secret = decrypt(access_key="${GIVEN}")` })],
    ['in base64', `data ${Buffer.from(`"Bearer " + login("app", password="${GIVEN}")`).toString('base64')} end`],
    ['whose end is missing', `client_secret = decrypt(access_key="${GIVEN}",`],
  ])('%s', (_, text) => {
    const encoded = /[A-Za-z0-9+/]{40,}={0,2}/.exec(text)?.[0] ?? GIVEN;
    expect(runsIn(redact(text).text, GIVEN)).toEqual([]);
    expect(runsIn(JSON.stringify(sealPastes([{ text }])), GIVEN)).toEqual([]);
    expect(redact(text).text).not.toContain(encoded);
  });

  it.each([
    `new X509Certificate2("app.pfx", "${GIVEN}", X509KeyStorageFlags.MachineKeySet)`,
    `X509CertificateLoader.LoadPkcs12FromFile("app.pfx", "${GIVEN}")`,
    `keyStore.load(stream, "${GIVEN}".toCharArray());`,
    `pkcs12.load_key_and_certificates(data, b"${GIVEN}")`,
    `new NetworkCredential("ada@contoso.com", "${GIVEN}")`,
    `UsernamePasswordCredential(client_id, "ada@contoso.com", "${GIVEN}")`,
    `azidentity.NewUsernamePasswordCredential(tenant, client, "ada", "${GIVEN}", nil)`,
    `app.acquire_token_by_username_password("ada@contoso.com", "${GIVEN}", scopes=SCOPES)`,
    `context.acquire_token_with_username_password(RESOURCE, "ada", "${GIVEN}", CLIENT)`,
    `context.acquireTokenWithClientCredentials(resource, clientId, '${GIVEN}', done)`,
    `new ClientCredential(clientId, "${GIVEN}")`,
    `ClientCredentialFactory.createFromSecret("${GIVEN}")`,
    `new ClientSecretCredentialBuilder().clientSecret("${GIVEN}")`,
    `DriverManager.getConnection(url, "ada", "${GIVEN}")`,
    `$pw = "${GIVEN}" | ConvertTo-SecureString -AsPlainText -Force`,
    `curl --cert app.pem:${GIVEN} https://x.example`,
    `curl --cert app.pfx --pass ${GIVEN} https://x.example`,
  ])('by its place in a library: %s', (text) => {
    expect(runsIn(redact(text).text, GIVEN)).toEqual([]);
    expect(runsIn(JSON.stringify(sealPastes([{ text }])), GIVEN)).toEqual([]);
  });

  it('and nothing else of the call', () => {
    const text = `acquire_token_with_client_credentials("https://x.example", "0b1c5c8e-6a2a-4d8c-b4c7-2e0d6b8ab111", "${GIVEN}")`;
    expect(redact(text).text).toBe(text.replace(GIVEN, `secret-1_client-secret_${GIVEN.length}-characters`));
  });
});

const request = (claims: object): string => Buffer.from(JSON.stringify(claims)).toString('base64');
const challenge = (claims: object): string =>
  `WWW-Authenticate: Bearer error="insufficient_claims", claims="${request(claims)}"`;

describe('a claims challenge', () => {
  const ASKED = { access_token: { nbf: { essential: true, value: '1772179249' } } };

  it('is described by what it asks for, and stays in redacted text', () => {
    expect(sealPastes([{ text: challenge(ASKED) }]).secrets.map(({ head }) => head)).toEqual([ASKED]);
    expect(redact(challenge(ASKED)).text).toBe(challenge(ASKED));
  });

  it.each([
    ['a secret', { access_token: { acrs: { value: LONG.slice(0, 40) } } }],
    ['a secret among values', { access_token: { acrs: { values: ['c1', LONG.slice(0, 40)] } } }],
    ['a password beside it', { access_token: { nbf: { value: '1' } }, password: 'correct horse battery' }],
    ['a field of its own', { access_token: { nbf: { value: '1', password: 'hunter2' } } }],
    ['a token in place of wishes', { access_token: LONG }],
  ])('that holds %s is a secret like any other', (_, claims) => {
    expect(sealPastes([{ text: challenge(claims) }]).secrets.some(({ head }) => head !== undefined)).toBe(false);
    expect(redact(challenge(claims)).text).not.toContain(request(claims));
  });

  it('that names an address of a person is taken out', () => {
    const asked = { access_token: { xms_rp_ipaddr: { value: '203.0.113.7' } } };
    expect(redact(challenge(asked)).text).not.toContain(request(asked));
  });
});

it('parts around places hold every place, cut no run in two and are few', () => {
  const run = random(3000);
  const text = `${'word '.repeat(4000)}HERE ${'word '.repeat(400)}${run} ${'word '.repeat(4000)}`;
  const at = text.indexOf('HERE');
  const parts = partsAround(text, [[at, at + 4]]);
  expect(parts.map(({ text: part }) => [part.includes('HERE'), part.length < text.length / 3])).toEqual([[true, true]]);
  for (const { from, text: part } of parts) expect(text.slice(from, from + part.length)).toBe(part);
  const near = partsAround(text, [[text.indexOf(run) - 300, text.indexOf(run) - 200]]);
  expect(near.some(({ text: part }) => part.includes(run))).toBe(true);
  expect(findSecrets('')).toEqual([]);
});

it('redacting again changes nothing, though a line ends just where a terminal would break it', () => {
  const header = `{"message":"HTTP/1.1 302 Found\\nset-cookie: ESTSAUTH=${random(90)}; path=/; secure; HttpOnly"}`;
  for (let more = 0; more < 45; more += 1) {
    const { text } = redact(`${header.padStart(header.length + more)}\nHello, my call fails:\n`);
    expect(redact(text).text).toBe(text);
  }
});

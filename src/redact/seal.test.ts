import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildToken } from '../../test/support/token.ts';
import { type Secret, sealPattern } from '../model/secret.ts';
import { sealPastes } from './seal.ts';

const CLAIMS = {
  aud: 'https://api.fabric.microsoft.com',
  appid: 'an-app',
  upn: 'joe@contoso.com',
  scp: 'Item.Read.All',
};
const TOKEN = buildToken(CLAIMS);
const CODE = `1.A${'XUAbcd12'.repeat(6)}.AgABBAIAAA${'Ab3'.repeat(80)}`;
const CLIENT_SECRET = `abc8${'Q~'}${'defGhi123'.repeat(4).slice(0, 34)}`;

const show = (text: string): string => text.replace(sealPattern(), '<$1>');
const sealOne = (text: string) => {
  const { texts, secrets } = sealPastes([{ text }]);
  return { text: show(texts.join('')), secrets };
};
const only = (text: string): Secret => {
  const { secrets } = sealOne(text);
  const [secret] = secrets;
  if (secrets.length !== 1 || !secret) throw new Error(`${secrets.length} secrets in: ${text}`);
  return secret;
};

describe('where a bearer is found', () => {
  it.each([
    [`curl x -H "Authorization: Bearer ${TOKEN}"`, 'curl x -H "Authorization: Bearer <1>"'],
    [`curl x -H 'Authorization: Bearer ${TOKEN}' -v`, "curl x -H 'Authorization: Bearer <1>' -v"],
    [`{'Authorization': 'Bearer ${TOKEN}'}`, "{'Authorization': 'Bearer <1>'}"],
    [`@{ 'Authorization' = "Bearer ${TOKEN}" }`, `@{ 'Authorization' = "Bearer <1>" }`],
    [`[Headers=[Authorization="Bearer ${TOKEN}"]]`, '[Headers=[Authorization="Bearer <1>"]]'],
    [`{"name":"Authorization","value":"Bearer ${TOKEN}"}`, '{"name":"Authorization","value":"Bearer <1>"}'],
    [`Authorization: Bearer Bearer ${TOKEN}`, 'Authorization: Bearer Bearer <1>'],
    [`Authorization: Bearer "${TOKEN}"`, 'Authorization: Bearer "<1>"'],
    [`Authorization: ${TOKEN}`, 'Authorization: <1>'],
    [`curl --oauth2-bearer ${TOKEN} x`, 'curl --oauth2-bearer <1> x'],
    ["headers['Authorization'] = 'Bearer ' + access_token", "headers['Authorization'] = 'Bearer <1>'"],
    ['Headers=[Authorization="Bearer " & AccessToken]', 'Headers=[Authorization="Bearer <1>"]'],
    ["{'Authorization': 'Bearer {}'.format(access_token)}", "{'Authorization': 'Bearer <1>'}"],
    ['new AuthenticationHeaderValue("Bearer", accessToken);', 'new AuthenticationHeaderValue("Bearer", <1>);'],
    ['Authorization: Bearer', 'Authorization: Bearer <1>'],
  ])('seals nothing but the value in %#', (text, sealed) => {
    const result = sealOne(text);
    expect(result.text).toBe(sealed);
    expect(result.secrets.map(({ fields }) => fields)).toEqual([['bearer']]);
  });

  it.each([
    'Bearer token is missing, see https://jwt.ms',
    'WWW-Authenticate: Bearer realm="", authorization_uri="https://login.windows.net/common/oauth2/authorize"',
    '{"token_type":"Bearer","expires_in":3599}',
  ])('leaves prose and challenges alone: %s', (text) => {
    expect(sealOne(text)).toEqual({ text, secrets: [] });
  });
});

describe('which code is an authorization code', () => {
  it.each([
    '{"error":{"code":"PowerBINotAuthorizedException"}}',
    '{"errorCode":"InsufficientPrivileges","code": "UnknownError"}',
    'https://login.microsoftonline.com/error?code=9002313',
    'code: 401',
    'status code = 403',
    'https://x/authorize?response_type=code&client_id=1',
    'grant_type=authorization_code&scope=a',
    'grant_type=password&resource=https://analysis.windows.net/powerbi/api',
    'code_challenge=abcdefghijklmnopqrstuvwxyz012345&code_challenge_method=S256',
    "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  ])('takes no error word, number or grant for one: %s', (text) => {
    expect(sealOne(text)).toEqual({ text, secrets: [] });
  });

  it('gives a code that was sent as bearer one id with both fields', () => {
    const { text, secrets } = sealOne(`Authorization: Bearer ${CODE}\nhttps://app/?code=${CODE}&session_state=1#`);
    expect(text).toBe('Authorization: Bearer <1>\nhttps://app/?code=<1>&session_state=1#');
    expect(secrets).toMatchObject([{ kind: 'authorization-code', rivals: [], fields: ['bearer', 'code'] }]);
  });

  it('sees the same in masked text', () => {
    const { secrets } = sealOne('Authorization: Bearer [code]\n\nhttps://app?code=[code]&session_state=x#');
    expect(secrets).toMatchObject([{ kind: 'authorization-code', fields: ['bearer', 'code'], mask: 'code' }]);
  });

  it('does not take two masks that say nothing for the same value', () => {
    const { secrets } = sealOne('Authorization: Bearer xxxx\nhttps://app?code=xxxx&session_state=x');
    expect(secrets.map(({ kind, fields }) => [kind, fields])).toEqual([
      ['other', ['bearer']],
      ['authorization-code', ['code']],
    ]);
  });
});

describe('what a value is', () => {
  const opaque = `1.A${'XUAbcd12'.repeat(6)}.AgAC${'Ab3'.repeat(80)}`;
  it.each([
    [
      'id token by its claims',
      `Bearer ${buildToken({ aud: 'an-app', nonce: 'n', preferred_username: 'j' })}`,
      'id-token',
    ],
    ['id token by its field', `id_token=${TOKEN}`, 'id-token'],
    ['app token', `Bearer ${buildToken({ aud: 'api', appid: 'app', idtyp: 'app' })}`, 'access-token'],
    ['refresh token by its field', `refresh_token=${CODE}`, 'refresh-token'],
    ['refresh token by its marker', `Bearer ${CODE.replace('AgABBAIAAA', 'AgABAwEAAA')}`, 'refresh-token'],
    ['code of a personal account', `https://x?code=M.C507_BL2.2.U.${'ab12-'.repeat(7)}`, 'authorization-code'],
    ['embed token', `accessToken: 'H4sI${'AAAAAAAAEACWW'.repeat(5)}'`, 'embed-token'],
    ['personal token', `Bearer ${'EwB'}${'Ab1/'.repeat(60)}`, 'personal-token'],
    ['client secret as bearer', `Bearer ${CLIENT_SECRET}`, 'client-secret'],
    ['secret id', `client_secret=${'0a1b2c3d-'}1111-2222-3333-444455556666`, 'guid'],
    ['SecureString', 'Authorization: Bearer System.Security.SecureString', 'object-name'],
    ['object', 'Authorization: Bearer [object Object]', 'object-name'],
    ['missing value', '-H "Authorization: Bearer "', 'empty'],
    [
      'assertion',
      `client_assertion=${buildToken({ aud: 'https://x/oauth2/v2.0/token', iss: 'a', sub: 'a' })}`,
      'assertion',
    ],
    ['basic credentials', `Authorization: Basic ${btoa('user:pass-word')}`, 'password'],
    ['masked bearer', 'Authorization: Bearer <your token>', 'other'],
    ['masked access token', 'Authorization: Bearer $accessToken', 'access-token'],
    ['cookie', 'Cookie: ESTSAUTH=abc; x=y', 'cookie'],
  ])('tells a %s', (_, text, kind) => {
    expect(only(text)).toMatchObject({ kind, rivals: [] });
  });

  it('names both where code and refresh token look alike', () => {
    expect(only(`Bearer ${opaque}`)).toMatchObject({ kind: 'authorization-code', rivals: ['refresh-token'] });
  });

  it('tells an encrypted token by its five parts', () => {
    const [head] = buildToken({}, { alg: 'RSA-OAEP', enc: 'A256GCM' }).split('.');
    expect(only(`Bearer ${head}.${'k'.repeat(40)}.${'i'.repeat(16)}.${'c'.repeat(90)}.tag`)).toMatchObject({
      kind: 'encrypted-token',
      integrity: 'whole',
    });
  });

  it('keeps claims and hides the person, but lets a guest be seen', () => {
    const token = buildToken({ ...CLAIMS, unique_name: 'joe_contoso.com#EXT#@fabrikam.com' });
    expect(only(`Bearer ${token}`).claims).toEqual({
      ...CLAIMS,
      upn: '(hidden)',
      unique_name: '(hidden)#EXT#',
    });
  });
});

describe('tokens that are not whole', () => {
  const lines = (TOKEN.match(/.{1,76}/g) ?? []).join('\n');

  it('joins a token that was wrapped over lines and keeps the lines', () => {
    const { text, secrets } = sealOne(`Bearer ${lines}\nnext line`);
    expect(secrets).toMatchObject([{ integrity: 'wrapped', claims: { aud: CLAIMS.aud } }]);
    expect(text.replace(/\n+/, '\n')).toBe('Bearer <1>\nnext line');
    expect(text.split('\n')).toHaveLength(lines.split('\n').length + 1);
  });

  it('does not join prose that follows a token', () => {
    expect(sealOne(`${TOKEN} is what I sent`).text).toBe('<1> is what I sent');
  });

  it('reads what is left of a token that was cut off', () => {
    const cut = TOKEN.slice(0, TOKEN.indexOf('.') + 90);
    expect(only(`Authorization: Bearer ${cut}...`)).toMatchObject({
      integrity: 'cut-off',
      claims: { aud: CLAIMS.aud },
    });
  });

  it('calls a token altered whose payload does not decode', () => {
    const [head, , sign] = TOKEN.split('.');
    expect(only(`Bearer ${head}.${'b3Jr'.repeat(12)}.${sign}`).integrity).toBe('altered');
  });
});

/** Each structure a secret can be planted in. */
const STRUCTURES: readonly ((secret: string) => string)[] = [
  (s) => `https://x/token?grant_type=client_credentials&client_secret=${s}&scope=a`,
  (s) => `{"client_secret": "${s}", "scope": "a"}`,
  (s) => `-d "{\\"client_secret\\":\\"${s}\\"}"`,
  (s) => `AZURE_CLIENT_SECRET=${s}\nNEXT=1`,
  (s) => `  clientSecret: ${s}\n  tenant: a`,
  (s) => `$env:CLIENT_SECRET = "${s}"`,
  (s) => `client_secret = '${s}'`,
  (s) => `<add key="ClientSecret" value="${s}"/>`,
  (s) => `<client_secret>${s}</client_secret>`,
  (s) => `new KeyValuePair<string, string>("client_secret", "${s}")`,
  (s) => `az login --service-principal --password ${s} --tenant a`,
  (s) => `curl -u user:${s} https://x`,
  (s) => `Server=x;User ID=a;Password=${s};Encrypt=true`,
  (s) => `https://x.blob.core.windows.net/y?sv=2020&sig=${s}&se=1`,
  (s) => `AccountName=x;AccountKey=${s};EndpointSuffix=core.windows.net`,
  (s) => `refresh_token=${s}`,
  (s) => `"access_token":"${s}"`,
  (s) => `device_code=${s}&client_id=1`,
  (s) => `Authorization: Bearer ${s}`,
  (s) => `-H "Authorization: Bearer ${s}" https://x`,
  (s) => `Cookie: ESTSAUTH=${s}; path=/`,
  (s) => `$s = ConvertTo-SecureString "${s}" -AsPlainText -Force`,
  (s) => `the secret was ${s}\nclient_secret=${s}`,
];

const secretText = fc
  .string({
    unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~.'),
    minLength: 20,
    maxLength: 60,
  })
  .map((run) => `k7${run}q3`);

const runsOf = (secret: string): readonly string[] =>
  Array.from({ length: Math.max(secret.length - 11, 0) }, (_, at) => secret.slice(at, at + 12));

describe('no secret survives', () => {
  it('keeps no run of 12 characters of a secret planted in any structure', () => {
    const planted = fc.tuple(secretText, fc.constantFrom(...STRUCTURES), fc.string(), fc.string());
    fc.assert(
      fc.property(planted, ([secret, structure, before, after]) => {
        const result = JSON.stringify(sealPastes([{ text: `${before}\n${structure(secret)}\n${after}` }]));
        expect(runsOf(secret).filter((run) => result.includes(run))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps no run of a token, wrapped or not, in any of its parts', () => {
    const wrap = fc.constantFrom(40, 64, 76, 80, 120, 10_000);
    const signature = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_'), minLength: 342, maxLength: 342 });
    fc.assert(
      fc.property(wrap, signature, fc.constantFrom('Authorization: Bearer ', 'token: ', ''), (width, sign, before) => {
        const token = TOKEN.replace(/s{342}$/, `b${sign.slice(1)}`);
        const text = before + (token.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');
        const result = JSON.stringify(sealPastes([{ text }]));
        expect(runsOf(token).filter((run) => result.includes(run))).toEqual([]);
      }),
    );
  });

  it('seals the rest of a private key', () => {
    const key = 'MIIEvQIBADANBg'.repeat(20);
    const result = JSON.stringify(
      sealPastes([{ text: `-----BEGIN ${'PRIVATE'} KEY-----\n${key}\n-----END ${'PRIVATE'} KEY-----\nnext` }]),
    );
    expect(result).toContain('private-key');
    expect(result).not.toContain('MIIEvQIB');
  });
});

describe('odd input', () => {
  it('never throws and keeps the number of lines', () => {
    const token = fc.constantFrom(
      'eyJ',
      'Bearer ',
      'code=',
      '"',
      "'",
      '\n',
      '[',
      '{',
      '$',
      '\\',
      'password=',
      TOKEN,
      '.',
      '…',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(token, fc.string({ unit: 'binary' }))), (parts) => {
        const text = parts.join('').replace(/\r/g, '');
        const [sealed = ''] = sealPastes([{ text }]).texts;
        expect(sealed.split('\n')).toHaveLength(text.split('\n').length);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['eyJ', 'a.', '"', ' ', 'eyJ. ', 'password="', 'Bearer ', 'code='])(
    'comes to an end with 200 KB of %j',
    (seed) => {
      const text = seed.repeat(Math.ceil(200_000 / seed.length));
      expect(sealPastes([{ text }]).texts).toHaveLength(1);
    },
  );

  it('gives no seal mark that was in the input', () => {
    expect(sealPastes([{ text: 'a \uE0001\uE001 b' }])).toMatchObject({ texts: ['a 1 b'], secrets: [] });
  });
});

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
    [`{'Authorization': f'Bearer {token["access_token"]}'}`, "{'Authorization': f'Bearer <1>'}"],
    [`@{Authorization = "Bearer $((Get-AzAccessToken -AsPlainText).Token)"}`, '@{Authorization = "Bearer <1>"}'],
    ['Authorization: Bearer', 'Authorization: Bearer <1>'],
  ])('seals nothing but the value in %#', (text, sealed) => {
    const result = sealOne(text);
    expect(result.text).toBe(sealed);
    expect(result.secrets.map(({ fields }) => fields)).toEqual([['bearer']]);
  });

  it.each([
    'Bearer token is missing, see https://jwt.ms',
    'Error: Invalid token: Signature validation failed',
    '$accessToken = ConvertTo-SecureString (Get-AzAccessToken -ResourceUrl https://api.fabric.microsoft.com).Token',
    'access_token = app.acquire_token_for_client(scopes=["https://api.fabric.microsoft.com/.default"])',
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
    'error_uri: Some(\\"https://login.microsoftonline.com/error?code=9002313\\")',
    'https://login.microsoftonline.com/error?code=53003%22,%22suberror%22:%22message_only%22%7D',
    'code: 401',
    'status code = 403',
    'https://x/authorize?response_type=code&client_id=1',
    'grant_type=authorization_code&scope=a',
    'grant_type=password&resource=https://analysis.windows.net/powerbi/api',
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
    [
      'token of an app for itself',
      `Bearer ${buildToken({ aud: 'app', appid: 'app', sub: 'o', oid: 'o' })}`,
      'access-token',
    ],
    ['id token of its client', `Bearer ${buildToken({ aud: 'app', azp: 'app', sub: 's', oid: 'o' })}`, 'id-token'],
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

  it('keeps claims, and hides those that stand for a session', () => {
    const token = buildToken({ ...CLAIMS, sid: '001', rh: '0.A' });
    expect(only(`Bearer ${token}`).claims).toEqual({ ...CLAIMS, sid: '(hidden)', rh: '(hidden)' });
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

  it('takes a token on the line after the header for its value, not the header for an empty one', () => {
    expect(sealOne(`Authorization: Bearer\n  ${TOKEN}`)).toMatchObject({
      text: 'Authorization: Bearer\n  <1>',
      secrets: [{ kind: 'access-token', fields: ['bearer'] }],
    });
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

describe('the kind of a token', () => {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const letters = ['k', 'i', 'c', 't'].map((letter) => letter.repeat(60));
  const encrypted = [encode({ alg: 'RSA-OAEP', enc: 'A256GCM' }), ...letters].join('.');

  it('is told by its field where it is encrypted', () => {
    expect(only(`{"refresh_token":"${encrypted}"}`).kind).toBe('refresh-token');
    expect(only(`Authorization: Bearer ${encrypted}`).kind).toBe('encrypted-token');
  });

  it('is an assertion where its audience is the token endpoint, whatever its field', () => {
    const audience = 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token';
    const assertion = buildToken({ aud: audience, iss: 'app', sub: 'app' });
    expect(only(`Authorization: Bearer ${assertion}`).kind).toBe('assertion');
  });
});

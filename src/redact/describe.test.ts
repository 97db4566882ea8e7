import { describe, expect, it } from 'vitest';
import { buildToken } from '../../test/support/token.ts';
import type { Secret } from '../model/secret.ts';
import { sealPastes } from './seal.ts';

const secretsIn = (text: string): readonly Secret[] => sealPastes([{ text }]).secrets;
const only = (text: string): Secret => {
  const [secret, ...more] = secretsIn(text);
  if (secret === undefined || more.length > 0) throw new Error(`${more.length + 1} secrets in: ${text}`);
  return secret;
};
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const random = (length: number): string =>
  Array.from({ length }, (_, i) => 'kQ7zPw3RtX9bLm5Y'[(i * 7 + (i >> 3)) % 16]).join('');
const ENDPOINT = 'https://login.microsoftonline.com/common/oauth2/token';

describe('the kind of a token is told by its claims', () => {
  it.each([
    ['made for a client, with a nonce', { aud: 'app', nonce: 'n' }, 'id-token'],
    ['made for a client, with a hash', { aud: 'app', at_hash: 'h' }, 'id-token'],
    ['made for a client, with the hash of a code', { aud: 'app', c_hash: 'h' }, 'id-token'],
    ['made for a client, with a name', { aud: 'app', preferred_username: 'ada' }, 'id-token'],
    ['with nothing that only one of them has', { aud: 'app' }, 'access-token'],
    ['with scopes', { aud: 'app', nonce: 'n', scp: 'a' }, 'access-token'],
    ['with roles', { aud: 'app', nonce: 'n', roles: ['a'] }, 'access-token'],
    ['of an app', { aud: 'app', nonce: 'n', idtyp: 'app' }, 'access-token'],
    ['of a client for itself, of a user', { aud: 'app', appid: 'app', sub: 's', oid: 'o' }, 'id-token'],
    ['of a client for itself, of no user', { aud: 'app', appid: 'app', sub: 's' }, 'id-token'],
    ['of a client for itself, as the app', { aud: 'app', azp: 'app', sub: 'o', oid: 'o' }, 'access-token'],
    ['of a client for an API', { aud: 'api', azp: 'app', nonce: 'n' }, 'access-token'],
    ['made for the exchange of tokens', { aud: 'api://AzureADTokenExchange', sub: 's' }, 'assertion'],
    ['made for the exchange of tokens in China', { aud: 'api://AzureADTokenExchangeChina' }, 'assertion'],
    ['made for the old token endpoint', { aud: ENDPOINT, iss: 'a' }, 'assertion'],
    ['made for an API like the token endpoint', { aud: `${ENDPOINT}/x`, iss: 'a' }, 'access-token'],
    ['for several', { aud: [ENDPOINT], iss: 'a' }, 'access-token'],
  ])('%s', (_, claims, kind) => {
    expect(only(`Authorization: Bearer ${buildToken(claims)}`)).toMatchObject({ kind, rivals: [], claims });
  });

  it.each([
    [{ aud: 'app', iss: 'https://issuer' }, 'assertion'],
    [{ aud: 'api', scp: 'a' }, 'access-token'],
    [{ aud: 'api', appid: 'app' }, 'access-token'],
    [{ aud: 'api', azp: 'app' }, 'access-token'],
    [{ aud: 'api', idtyp: 'app' }, 'access-token'],
  ])('%j, also where it is sent as assertion', (claims, kind) => {
    expect(only(`grant_type=x&assertion=${buildToken(claims)}`)).toMatchObject({ kind, fields: ['assertion'] });
  });
});

describe('the kind of a token without its claims is told', () => {
  const [head = '', body = ''] = buildToken({ aud: 'api', appid: 'app', scp: 'a b c' }).split('.');
  const ruin = body.slice(0, 14);

  it.each([
    ['by its field', `refresh_token=${head}.${ruin}`, 'refresh-token', []],
    ['not, so that it may be either', `Authorization: Bearer ${head}.${ruin}`, 'access-token', ['id-token']],
    ['not of a header alone', `Authorization: Bearer ${head}`, 'other', []],
  ])('%s', (_, text, kind, rivals) => {
    expect(only(text)).toMatchObject({ kind, rivals, integrity: 'cut-off' });
    expect(only(text)).not.toHaveProperty('claims');
  });

  it.each([
    ['code', 'authorization-code'],
    ['refresh_token', 'refresh-token'],
    ['access_token', 'encrypted-token'],
  ])('by the field of an encrypted one: %s', (field, kind) => {
    const parts = [40, 16, 90, 22].map((length) => random(length));
    const secret = only(`https://x.example/?${field}=${[encode({ alg: 'dir', enc: 'A256GCM' }), ...parts].join('.')}`);
    expect(secret).toMatchObject({ kind, head: { alg: 'dir', enc: 'A256GCM' } });
    expect(secret).not.toHaveProperty('claims');
  });
});

describe('the claims of a token', () => {
  it('leave without what means nothing to anybody or is a secret', () => {
    const claims = { aud: 'api', appid: 'app', scp: 'a' };
    const hidden = {
      aio: random(40),
      rh: '0.Ab',
      sid: 'abc',
      login_hint: 'O.abc',
      note: `client_secret=${random(40)}`,
      notes: ['some words', `password=${random(40)}`],
      more: { deep: `Bearer ${random(40)}` },
    };
    const { claims: seen } = only(`Bearer ${buildToken({ ...claims, ...hidden })}`);
    expect(seen).toEqual({ ...claims, ...Object.fromEntries(Object.keys(hidden).map((name) => [name, '(hidden)'])) });
  });

  it('stay where they only look long', () => {
    const claims = {
      aud: 'api',
      scp: 'Item.Read.All Workspace.ReadWrite.All',
      wids: ['62e90394-69f5-4237-9190-012177145e10', 'b79fbf4d-3ef9-4689-8143-76b194e85509'],
      exp: 1_795_345_200,
      acct: 0,
      is_admin: true,
      note: 'a sentence of several words',
      nothing: null,
      address: { city: 'Sevilla' },
    };
    expect(only(`Bearer ${buildToken(claims)}`).claims).toEqual(claims);
  });

  it('stand beside a header without its secrets', () => {
    const token = buildToken({ aud: 'api' }, { alg: 'RS256', typ: 'JWT', kid: 'key', note: `password=${random(40)}` });
    expect(only(`Bearer ${token}`).head).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'key', note: '(hidden)' });
  });

  it('have no header where the JSON in front is none', () => {
    expect(only(`access_token=${encode({ name: 'a', value: random(30) })}`)).not.toHaveProperty('head');
    expect(only(`Bearer ${buildToken({ aud: 'api' }, { typ: 'JWT' })}`).head).toEqual({ typ: 'JWT' });
    expect(only(`Bearer ${buildToken({ aud: 'api' }, { alg: 'none' })}`).head).toEqual({ alg: 'none' });
  });
});

describe('a value that is no token', () => {
  const SAID = random(40);
  const CODE = `1.A${random(40)}.xyz${random(90)}`;

  it.each([
    ['client_secret', 'client-secret'],
    ['password', 'password'],
    ['access_token', 'access-token'],
    ['id_token', 'id-token'],
    ['refresh_token', 'refresh-token'],
    ['device_code', 'device-code'],
    ['client_assertion', 'assertion'],
    ['AccountKey', 'key'],
    ['code_verifier', 'other'],
  ])('is what its field says: %s', (field, kind) => {
    expect(only(`${field}=${SAID}`)).toMatchObject({ kind, rivals: [], length: 40, integrity: 'whole' });
  });

  it.each([
    ['code', 'authorization-code', []],
    ['refresh_token', 'refresh-token', []],
    ['access_token', 'authorization-code', ['refresh-token']],
  ])('is what its letters say, and its field where they leave it open: %s', (field, kind, rivals) => {
    expect(only(`https://x.example/?${field}=${CODE}`)).toMatchObject({ kind, rivals });
  });

  it.each(['...', '…'])('is cut off where somebody left out its end: %s', (dots) => {
    const text = `client_secret: "${SAID}${dots}"`;
    expect(only(text)).toMatchObject({ kind: 'client-secret', integrity: 'cut-off' });
    expect(only(`client_secret: "${SAID}"`).integrity).toBe('whole');
  });

  it('is wrapped where lines broke it', () => {
    expect(only(`client_secret=${SAID.slice(0, 20)}\n${SAID.slice(20)}`)).toMatchObject({
      kind: 'client-secret',
      integrity: 'wrapped',
    });
  });

  it.each(['0a1b2c3d-1111-2222-3333-444455556666', '0a1b2c3d-xxxx-xxxx-xxxx-xxxxxxxxxxxx'])(
    'is a GUID, with letters left out too, though not as key: %s',
    (guid) => {
      expect(only(`Authorization: Bearer ${guid}`).kind).toBe('guid');
      expect(only(`client_secret=${guid}`).kind).toBe('guid');
      expect(only(`AccountKey=${guid}`).kind).toBe('key');
    },
  );
});

describe('what stands for a value', () => {
  it.each([
    ['access_token=<refresh token>', 'refresh-token', 'refresh token'],
    ['refresh_token=<your token>', 'refresh-token', 'your token'],
    ['Authorization: Bearer <token>', 'other', 'token'],
    ['client_secret=[redacted]', 'client-secret', 'redacted'],
  ])('is what it says, else what its field says: %s', (text, kind, mask) => {
    expect(only(text)).toMatchObject({ kind, mask, rivals: [], integrity: 'whole' });
    expect(only(text)).not.toHaveProperty('isExpression');
  });

  it('is either where it says so, as a report does of a code that looks like a refresh token', () => {
    expect(only('Authorization: Bearer [secret-1: authorization code or refresh token, 24 characters]')).toMatchObject({
      kind: 'authorization-code',
      rivals: ['refresh-token'],
    });
  });

  it('is an expression where a program fills it', () => {
    expect(only('Authorization: Bearer $token')).toMatchObject({ mask: 'token', isExpression: true });
  });
});

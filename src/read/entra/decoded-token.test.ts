import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import { buildToken } from '../../../test/support/token.ts';

const CLAIMS = {
  aud: 'https://graph.microsoft.com',
  iss: 'https://sts.windows.net/3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6/',
  iat: 1_772_362_800,
  nbf: 1_772_362_800,
  exp: 1_772_367_300,
  appid: '9b1d7c22-0e4f-4a6b-8d13-5f6a7b8c9d0e',
  idtyp: 'app',
  sub: 'a-subject',
  tid: '3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6',
  ver: '1.0',
};
const shown = (claims: object): string => JSON.stringify(claims, null, 2);

describe('a token that was pasted decoded', () => {
  it('is read as the token, with its header', () => {
    const value = factsOf(`${shown({ typ: 'JWT', alg: 'RS256', kid: 'a-key' })}.${shown(CLAIMS)}.[Signature]`);
    expect(value('credential.kind')).toBe('access-token');
    expect(value('token.aud')).toBe(CLAIMS.aud);
    expect(value('token.kid')).toBe('a-key');
    expect(value('token.exp')).toBe('2026-03-01T12:15:00.000Z');
    expect(value('token.scp')).toBeNull();
  });

  it('says nothing of letters that nobody saw', () => {
    expect(factsOf(shown(CLAIMS))('credential.integrity')).toBeUndefined();
  });

  it('is not taken for settings of a token request', () => {
    const value = factsOf(shown(CLAIMS));
    expect(value('token-request.client-id')).toBeUndefined();
    expect(value('token-request.tenant')).toBeUndefined();
  });

  it('is known whole only where nothing was left out', () => {
    const { sub: _, ...shortened } = CLAIMS;
    for (const text of [shown(shortened), shown(CLAIMS).slice(0, -2), shown(CLAIMS).replace('"1.0"', '"1.0", ... ')]) {
      expect(factsOf(text)('token.aud')).toBe(CLAIMS.aud);
      expect(factsOf(text)('token.scp')).toBeUndefined();
    }
  });

  it('is not taken for the one that was sent where it is an id token, as people decode those as well', () => {
    const { idtyp: _, appid: __, ...claims } = CLAIMS;
    const value = factsOf(shown({ ...claims, nonce: 'n', preferred_username: 'joe' }));
    expect(value('credential.kind')).toBeUndefined();
    expect(value('token.aud')).toBeUndefined();
  });

  it('gives way to the token itself, and to doubt where two differ', () => {
    const sent = `curl https://api.powerbi.com/v1.0/myorg/groups -H "Authorization: Bearer ${buildToken({ ...CLAIMS, aud: 'https://api.fabric.microsoft.com' })}"`;
    expect(factsOf(sent, shown(CLAIMS))('token.aud')).toBe('https://api.fabric.microsoft.com');
    expect(factsOf(shown(CLAIMS), shown({ ...CLAIMS, aud: 'x' }))('token.aud')).toBeUndefined();
  });

  it('is not seen in other objects', () => {
    expect(factsOf('{"aud": "x", "name": "y"}')('token.aud')).toBeUndefined();
    expect(factsOf('policy = { "iss": "https://a", "exp": 1, "sub": "b" }')('token.aud')).toBeUndefined();
  });
});

describe('a few claims of a token', () => {
  it.each([{ scp: 'User.Read' }, { iss: CLAIMS.iss }])('are enough beside the audience: %j', (others) => {
    expect(factsOf(shown({ aud: CLAIMS.aud, ...others }))('token.aud')).toBe(CLAIMS.aud);
  });

  it.each([{ iss: 'https://token.actions.githubusercontent.com' }, { required: true }])(
    'are not those of another issuer, nor a setting: %j',
    (others) => {
      expect(factsOf(shown({ aud: CLAIMS.aud, ...others }))('token.aud')).toBeUndefined();
    },
  );

  it('leave the kind of the token open where both kinds have them', () => {
    expect(factsOf(shown({ aud: CLAIMS.appid, iss: CLAIMS.iss }))('credential.kind')).toBeUndefined();
    expect(factsOf(shown({ aud: CLAIMS.appid, scp: 'Data.Read' }))('credential.kind')).toBe('access-token');
  });
});

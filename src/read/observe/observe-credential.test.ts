import { describe, expect, it } from 'vitest';
import { buildToken } from '../../../test/support/token.ts';
import { sealPastes } from '../../redact/seal.ts';
import { credentialFacts, tokenFacts } from './observe-credential.ts';

const secretIn = (text: string) => {
  const [secret] = sealPastes([{ text }]).secrets;
  if (!secret) throw new Error(`no secret in ${text}`);
  return secret;
};

const TOKEN = buildToken({
  aud: ['first', 'second'],
  scp: 'A.Read B.Write',
  azp: 'app',
  exp: 1_700_000_000,
  roles: ['R'],
});

describe('tokenFacts', () => {
  it('reads the claims and knows that the missing ones are absent', () => {
    expect(tokenFacts(secretIn(`Bearer ${TOKEN}`))).toMatchObject({
      'token.aud': 'first',
      'token.scp': ['A.Read', 'B.Write'],
      'token.roles': ['R'],
      'token.app-id': 'app',
      'token.exp': '2023-11-14T22:13:20.000Z',
      'token.idtyp': null,
      'token.bound': false,
      'token.alg': 'RS256',
      'token.names': ['aud', 'scp', 'azp', 'exp', 'roles'],
    });
  });

  it('reads a time in quotes, and that a token is bound to a key', () => {
    const token = buildToken({ aud: 'a', exp: '1700000000', nbf: '', cnf: { kid: 'k' } });
    const facts = tokenFacts(secretIn(`Bearer ${token}`));
    expect(facts).toMatchObject({ 'token.exp': '2023-11-14T22:13:20.000Z', 'token.bound': true });
    expect(facts['token.nbf']).toBeNull();
  });

  it('says nothing of what a cut-off token may have held', () => {
    const facts = tokenFacts(secretIn(`Bearer ${TOKEN.slice(0, TOKEN.indexOf('.') + 60)}...`));
    expect(facts['token.aud']).toBe('first');
    expect(Object.values(facts)).not.toContain(null);
    expect(facts).not.toHaveProperty('token.idtyp');
  });
});

describe('credentialFacts', () => {
  it('tells an access token', () => {
    expect(credentialFacts(secretIn(`Authorization: Bearer ${TOKEN}`))).toEqual({
      'credential.kind': 'access-token',
      'credential.could-be': ['access-token'],
      'credential.fields': ['bearer'],
      'credential.shape': 'jwt',
      'credential.integrity': 'whole',
      'credential.words': 'an access token',
    });
  });

  it('leaves the kind open where shape and place leave it open', () => {
    const opaque = credentialFacts(secretIn(`Bearer 1.A${'XUAbcd12'.repeat(6)}.AgAC${'Ab3'.repeat(80)}`));
    expect(opaque).not.toHaveProperty('credential.kind');
    expect(opaque['credential.could-be']).toEqual(['authorization-code', 'refresh-token']);
  });

  it('believes the words of a mask, and knows nothing of a mask without words', () => {
    expect(credentialFacts(secretIn('Authorization: Bearer [code]'))['credential.kind']).toBe('authorization-code');
    const masked = credentialFacts(secretIn('Authorization: Bearer ***'));
    expect(masked).toEqual({
      'credential.fields': ['bearer'],
      'credential.shape': 'masked',
      'credential.words': 'a masked value',
    });
  });
});

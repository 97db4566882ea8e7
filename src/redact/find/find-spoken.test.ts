import { describe, expect, it } from 'vitest';
import { redact } from '../redact.ts';
import { sealPastes } from '../seal.ts';

const LETTERS = ['correct', 'horse'].join('');
const MIXED = ['Win', 'ter99'].join('');
const CODE = ['GKQ7', 'RTX2P'].join('');

describe('a secret that is said is taken out', () => {
  it.each([
    ['the password is ?', LETTERS],
    ['The password is "?".', LETTERS],
    ['the password of joe is ? and it fails', LETTERS],
    ['my password: ?', LETTERS],
    ['pw was ?, which worked', LETTERS],
    ['pw of the kv user is ?! if somebody wants to look', MIXED],
    ['the pw is ?, try it', MIXED],
    ['password for the service account is ?', MIXED],
    ['password of our admin user: ?', MIXED],
    ['The password of user joe@contoso.com was "?".', MIXED],
    ['the password of the service account is ?', LETTERS],
    ['the client secret is ?', LETTERS],
    ['user/password: joe/?', LETTERS],
    ['username & password: joe : ?', MIXED],
    ['credentials: joe:?', LETTERS],
    ['creds = joe:?', MIXED],
    ['login: joe / ?', MIXED],
    ['login joe / ?', LETTERS],
    ['log in with joe@contoso.com / ? to see it', MIXED],
    ['login joe / "?".', LETTERS],
    ['login joe / ?   \nnext', LETTERS],
    ['login joe / ? is refused', MIXED.slice(0, 4) + 9],
    ['credentials: joe / ?', LETTERS],
    ['credentials: joe /?', LETTERS],
    ['username joe password ?', LETTERS],
    ['username joe privilege 15 secret 0 ?', MIXED],
    ['open the page https://microsoft.com/devicelogin and enter the code ? to authenticate.', CODE],
    ['öffnen Sie https://microsoft.com/devicelogin und geben Sie den Code ? ein', 'ABCDEFGH'],
    ['snmp-server community ? RO', MIXED],
    ['snmp-server host 10.0.0.1 version 2c ?', MIXED],
    ['snmp-server user joe ops v3 auth sha ? priv aes 128 x', MIXED],
    ['snmp-server user joe ops v3 auth sha x priv aes 128 ?', MIXED],
    ['set snmp community ? authorization read-only', MIXED],
    ['rocommunity ? 10.0.0.0/8', MIXED],
    ['snmpwalk -v2c -c ? 10.0.0.1', MIXED],
  ])('%s', (words, secret) => {
    const text = words.replace('?', secret);
    expect(redact(text).text).not.toContain(secret);
    expect(JSON.stringify(sealPastes([{ text }]))).not.toContain(secret);
  });

  it.each([
    [`the password is ${LETTERS}`, 'password'],
    [`https://microsoft.com/devicelogin and enter the code ${CODE} now`, 'device-code'],
  ])('and %s says what it was', (text, name) => expect(redact(text).text).toContain(`secret-1_${name}_`));

  it.each([
    'Get-MsalToken : AADSTS1002012',
    'Token: AADSTS50076.',
    'The password is expired. The password is incorrect, and the password was changed.',
    'Check that the password is correct and the pwd is long enough.',
    'password: required',
    'the password is stored in Key Vault',
    'Is the password for the account invalid?',
    'The password for user joe is incorrect!',
    'the client secret for the app is 4be2c0a7-13c9-4f54-9d55-0b7f7f9a2c31',
    'the password of the account is $env:PW1 and was 2026-01-01',
    'the client secret for the pipeline is {{secret1}}',
    'the client secret is missing.',
    'login failed / retry',
    'login succeeded / token issued',
    'login page / portal',
    'login page / wonderland',
    'login joe / wonderland, then retry',
    'login joe / wonderland works',
    'login joe / a1b2 works',
    'credentials: joe/wonderland',
    'login joe / aadsts70043',
    'login name / password',
    'login with app / user',
    'credentials: read/write',
    'credentials: include',
    'login: https://login.microsoftonline.com/common',
    'login: contoso/joe',
    'creds: env:CLIENT_SECRET',
    'refresh of account credentials: AADSTS70043 / AADSTS50173 FreshTokenNeeded',
    'federated credential: system:serviceaccount:apps:job',
    'Username + Password authentication is not supported.',
    'the user name and the password are right',
    'the snmp community string is wrong',
    'Ask in the community forum of Fabric.',
    'https://microsoft.com/devicelogin asks for the code again',
  ])('but nothing of %s', (text) => {
    expect(redact(text).text).toBe(text);
  });
});

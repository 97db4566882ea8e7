import { describe, expect, it } from 'vitest';
import { isErrorCode, isErrorWord, isRefusal } from './error-words.ts';

describe('what a message says in the place of a secret', () => {
  it.each([
    'AuthenticationFailed',
    'AdalException:',
    'InvalidClientSecretProvided.',
    'TokenExpiredOrRevoked',
    'oauth2:',
    'azidentity:',
    'Authentifizierungsfehler',
    'Berechtigung.',
    'MissingRequiredParameter,',
  ])('is a word of it: %s', (value) => {
    expect(isErrorWord(value)).toBe(true);
  });

  it.each([
    'correcthorsebattery',
    'xKqFailzPwRtXbLmYk',
    'FailTzKqWbRtPxLmNd',
    'FailShort',
    'Error123456789',
    'qwrtzpsdfghErrorqw',
    `${'Failed'.repeat(14)}`,
    'ab:',
    'xkqzwrt:',
    'Fail: it',
    'berechtigung',
    'Error-of-something',
  ])('is none: %s', (value) => {
    expect(isErrorWord(value)).toBe(false);
  });

  it.each([
    '401',
    '-51411',
    '0x80070005',
    'AADSTS50011',
    '403_FORBIDDEN',
    'InvalidToken401',
    'invalid_grant',
    'E.401.NotFound',
    'Authentication_RequestFromB2CTenant',
  ])('is a code: %s', (value) => {
    expect(isErrorCode(value)).toBe(true);
  });

  it.each([
    'kQ7zPw3RtX9b',
    'AADSTS50011x7',
    '0x80070005zz9',
    'tEFHrBSHV',
    'a4b4c4d4',
    'xkqzwrtp',
    '401!',
    'abc 401',
    'kQzB2CtPwRxB2BnT',
  ])('is no code: %s', (value) => {
    expect(isErrorCode(value)).toBe(false);
  });
});

describe('the code of a refusal', () => {
  it.each([
    'invalid_grant',
    'interaction_required.',
    '[unauthorized_client]',
    '(invalid_scope):',
    'error=access_denied',
    "error:'invalid_client'",
    '[AADSTS700016]:',
    'AADSTS50076;',
    'invalid_grant: AADSTS70008: The code has expired.',
    'expired_token',
  ])('is one: %s', (value) => {
    expect(isRefusal(value)).toBe(true);
  });

  it.each([
    'invalid_grantX7kQ9',
    'my_invalid_grant',
    'invalid_grant: kQ7zPw3RtX9b',
    'invalid_grant,kQ7zPw3RtX9b',
    'access_denied_2024',
    'AADSTS700016x7',
    'error=kQ7zPw3RtX9b',
    'invalid_grants',
    'error',
  ])('is none: %s', (value) => {
    expect(isRefusal(value)).toBe(false);
  });
});

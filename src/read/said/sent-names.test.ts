import { describe, expect, it } from 'vitest';
import { sentNames } from './sent-names.ts';

describe('the parameters that a token request is said to carry', () => {
  it.each([
    [
      'The refresh payload only included the `grant_type`, `refresh_token`, `client_id`, and optionally `client_secret`.',
      ['grant_type', 'refresh_token', 'client_id', 'client_secret'],
    ],
    ['it just sends grant_type, client_id and refresh_token', ['grant_type', 'client_id', 'refresh_token']],
    ["The form contains only 'grant_type', 'code', 'client_id'", ['grant_type', 'code', 'client_id']],
  ])('are read: %s', (text, names) => {
    expect(sentNames(text)).toEqual({ 'token-request.names': names });
  });

  it.each([
    'The body includes grant_type, refresh_token and client_id.',
    'We only send client_id and client_secret in the header.',
    'only the refresh_token was changed, grant_type stays',
  ])('are not read where more may be sent: %s', (text) => {
    expect(sentNames(text)).toEqual({});
  });
});

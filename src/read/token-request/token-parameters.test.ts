import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

describe('the authorize URL', () => {
  const endpoint = 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token';
  const authorize =
    'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize?client_id=3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6&response_type=code&redirect_uri=https%3A%2F%2Fa.example%2Fcb&scope=openid%20https%3A%2F%2Fapi.fabric.microsoft.com%2F.default';

  it('takes from the authorize URL what no token request says', () => {
    const value = factsOf(authorize);
    expect(value('token-request.tenant')).toBe('contoso.com');
    expect(value('token-request.tenant-kind')).toBe('named');
    expect(value('token-request.client-id')).toBe('3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6');
    expect(value('token-request.client-id-shape')).toBe('guid');
    expect(value('token-request.redirect-uri')).toBe('https://a.example/cb');
    expect(value('token-request.scope')).toEqual(['openid', 'https://api.fabric.microsoft.com/.default']);
    expect(value('token-request.scope-form')).toBe('default');
  });

  it('leaves open what a sign-in with openid alone asks a token for', () => {
    const value = factsOf(authorize.replace(/&scope=.*/, '&scope=openid%20profile'));
    expect(value('token-request.scope')).toEqual(['openid', 'profile']);
    expect(value('token-request.scope-form')).toBeUndefined();
    const request = 'const loginRequest = { scopes: ["openid", "profile"] };';
    expect(factsOf(request)('token-request.scope-form')).toBeUndefined();
    const both = factsOf(`${request}\nconst tokenRequest = { scopes: ["https://api.fabric.microsoft.com/.default"] };`);
    expect(both('token-request.scope-form')).toBe('default');
  });

  it('takes no variable and no mask from it', () => {
    const value = factsOf(
      'url = f"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize?client_id={client_id}&redirect_uri=<uri>&response_type=code"',
    );
    expect(value('token-request.tenant-kind')).toBeUndefined();
    expect(value('token-request.client-id-shape')).toBeUndefined();
    expect(value('token-request.redirect-uri')).toBeUndefined();
  });

  it('keeps what a token request says, and what it leaves out', () => {
    const value = factsOf(
      authorize,
      `POST ${endpoint} HTTP/1.1\n\ngrant_type=authorization_code&client_id=another&code=x`,
    );
    expect(value('token-request.client-id')).toBe('another');
    expect(value('token-request.redirect-uri')).toBeUndefined();
    const app = factsOf(authorize, 'grant_type=client_credentials&scope=https://graph.microsoft.com/.default');
    expect(app('token-request.client-id')).toBeUndefined();
  });

  it('finds the parameters of a token request in its query', () => {
    const inQuery = factsOf(`POST ${endpoint}?grant_type=client_credentials&client_id=a HTTP/1.1\nHost: x\n\n`);
    expect(inQuery('token-request.body-format')).toBe('query');
    expect(inQuery('token-request.grant')).toBe('client-credentials');
  });

  it('sees that a GUID is configured as the client secret', () => {
    const shape = (text: string) => factsOf(text)('token-request.secret-shape');
    const id = '9b1c2d3e-77d4-4e0a-9c5b-10a2b3c4d5e6';
    expect(shape(`{ "ClientId": "${id}", "ClientSecret": "${id.replace('9b', '7a')}" }`)).toBe('guid');
    expect(shape('{ "ClientSecret": "<secret>" }')).toBeUndefined();
  });
});

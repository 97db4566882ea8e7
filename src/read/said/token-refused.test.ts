import { describe, expect, it } from 'vitest';
import { tokenRefused } from './token-refused.ts';

const REFUSED = { 'token-request.status': 401 };

describe('a request for a token that was answered with 401', () => {
  it.each([
    'OAuth2/token unexpected response from server (401 Unauthorized)',
    'Error fetching OAuth2 token: server returned 401 Unauthorized',
    'token exchange failed: 401',
    'Failed to obtain access token from Entra ID: Unauthorized (401).',
    'could not retrieve an access token - status 401',
    'the request to the token endpoint ended with 401',
    'Der Token-Endpunkt antwortet mit 401.',
    "Échec de l'obtention du jeton : 401",
    '401 Unauthorized: POST /contoso.com/oauth2/v2.0/token',
  ])('is seen in %j', (text) => expect(tokenRefused(text)).toEqual(REFUSED));

  it.each([
    'The token comes from the token endpoint, then I get 401.',
    'Getting the token works, 401 on the call',
    'Failed to get embed token: 401 Unauthorized',
    'failed to get a token from the managed identity endpoint: 401',
    'Failed to refresh dataset with token: 401',
    'error getting token: unauthorized_client',
    'the token request was fine. The answer of the service is 401',
    'Failed to get token: {"error":"invalid_client"} 401',
    'AADSTS7000215: token request failed with 401',
    'GET /v1/workspaces 401 Unauthorized',
  ])('is not seen in %j', (text) => expect(tokenRefused(text)).toEqual({}));
});

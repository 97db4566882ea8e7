import { expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import { grantOf } from './grant.ts';

it.each([
  ['password', 'password'],
  ['password call fails', 'password'],
  ['client_credentials.', 'client-credentials'],
  ['authorization_code, then nothing', 'authorization-code'],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', 'on-behalf-of'],
  ['clientcredentials', 'other'],
  ['', 'other'],
])('the value %j names the grant %s', (value, grant) => expect(grantOf(value)).toBe(grant));

it.each([
  [
    'Connect-ExchangeOnline -CertificateThumbprint 0A1B -AppID 7c1d0a52 -Organization contoso.onmicrosoft.com',
    'client-credentials',
  ],
  ['Connect-IPPSSession -AppId 7c1d0a52 -CertificateThumbprint 0A1B', 'client-credentials'],
  ['Connect-ExchangeOnline -UserPrincipalName someone', undefined],
  ['ValueError: Fail to create device flow. Err: {}', 'device-code'],
  ['failed to initiate the device code flow', 'device-code'],
  [
    'ChainedTokenCredential failed to retrieve a token from the included credentials.\n\tManagedIdentityCredential: no endpoint\n\tAzureCliCredential: AADSTS70011: The scope is not valid.',
    undefined,
  ],
  ['ManagedIdentityCredential authentication failed: AADSTS500011: x was not found', 'managed-identity'],
  ['It fails when the grant_type is password, no secret is sent.', 'password'],
  ['We use grant type "refresh_token" there.', 'refresh-token'],
  ['The token comes with parameter grant-type=client-credentials', 'client-credentials'],
  ['We use the grant type client-credentials.', 'client-credentials'],
  ['You should not use grant type password here.', undefined],
  ['The grant type is missing.', undefined],
  ['context.acquire_token_with_device_code(resource, code, client)', 'device-code'],
  ['context.acquireTokenWithDeviceCode(resource, client, info, done)', 'device-code'],
  ['context.acquire_token_with_client_certificate(resource, client, key, print)', 'client-credentials'],
  ['context.acquireTokenWithAuthorizationCode(code, uri, resource)', 'authorization-code'],
  ['context.acquireTokenWithUsernamePassword(resource, name, word, client)', 'password'],
])('%s signs in by %s', (command, grant) => expect(factsOf(command)('token-request.grant')).toBe(grant));

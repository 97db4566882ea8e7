import { expect, it } from 'vitest';
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

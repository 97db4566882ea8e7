import { describe, expect, it } from 'vitest';
import type { Secret } from '../../model/secret.ts';
import { emptySecret } from './empty-secret.ts';

const shape = (text: string, secrets: readonly Secret[] = []) =>
  emptySecret(text, secrets)['token-request.secret-shape'];

describe('emptySecret', () => {
  it.each([
    'CLIENT_ID=2f3c0000-0000-4000-8000-000000000001\nCLIENT_SECRET=\n',
    'AZURE_CLIENT_SECRET=""',
    'export FABRIC_CLIENT_SECRET=   # from the vault',
    '{ "clientId": "2f3c0000-0000-4000-8000-000000000001", "clientSecret": "" }',
    '  "ClientSecret": "",',
    'client_id: 2f3c0000-0000-4000-8000-000000000001\nclient_secret:\nscope: x',
    "  client_secret: ''",
    '[auth]\r\nclient_secret =\r\n',
    '<add key="ClientSecret" value="" />',
    '$env:AZURE_CLIENT_SECRET = ""',
    'AzureAd:ClientSecret=\nAADSTS7000218: The request body must contain ...',
  ])('%j', (text) => {
    expect(shape(text)).toBe('empty');
  });

  it.each([
    'CLIENT_SECRET=\uE0001\uE001',
    'client_secret:\n  \uE0001\uE001',
    'client_secret: |\n  abc',
    'client_secret =\n  "abc"',
    'CLIENT_ID=\nTENANT_ID=\nCLIENT_SECRET=\n',
    'CLIENT_ID=<your client id>\nCLIENT_SECRET=',
    'CLIENT_SECRET=\nAZURE_FEDERATED_TOKEN_FILE=/var/run/token',
    'CLIENT_SECRET=\nCLIENT_CERTIFICATE_PATH=/etc/app.pem',
    'client_secret = ""; use_msi = true'.replace('; ', '\n'),
    'CLIENT_SECRET=\nAADSTS7000215: Invalid client secret provided.',
    'var clientSecret = "";',
    'The client secret: it was renewed',
    'SECRET=',
    'client_secret=os.environ["X"]',
  ])('nothing in %j', (text) => {
    expect(shape(text)).toBeUndefined();
  });

  it('takes a secret that is seen elsewhere for the one that counts', () => {
    const seen: Secret = {
      id: 1,
      kind: 'client-secret',
      rivals: [],
      fields: ['client_secret'],
      length: 40,
      integrity: 'whole',
    };
    expect(shape('CLIENT_SECRET=\n', [seen])).toBeUndefined();
  });
});

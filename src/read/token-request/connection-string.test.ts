import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

const CLIENT = '3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6';
const TENANT = '9b1d7c22-0e4f-4a6b-8d13-5f6a7b8c9d0e';
const SERVER = 'Server=tcp:abcdefgh-xyz.datawarehouse.fabric.microsoft.com,1433;Database=Sales';

describe('connection strings', () => {
  it('say which app signs in to the XMLA endpoint, and keep its secret', () => {
    const value = factsOf(
      `Data Source=powerbi://api.powerbi.com/v1.0/myorg/Sales Prod;User ID=app:${CLIENT}@${TENANT};Password=${'pass'}word1;`,
    );
    expect(value('request.url')).toBe('powerbi://api.powerbi.com/v1.0/myorg/Sales Prod');
    expect(value('request.path-problem')).toBeNull();
    expect(value('token-request.grant')).toBe('client-credentials');
    expect(value('token-request.client-id')).toBe(CLIENT);
    expect(value('token-request.tenant')).toBe(TENANT);
    expect(value('evidence.text')).not.toContain('password1');
  });

  it('take a GUID in the place of the user for the client id of an app', () => {
    expect(factsOf(`${SERVER};UID=${CLIENT};PWD=${'pass'}word1;`)('token-request.client-id')).toBe(CLIENT);
    expect(factsOf(`${SERVER};UID=joe@contoso.com;`)('token-request.client-id')).toBeUndefined();
  });

  it.each([
    ['ActiveDirectoryServicePrincipal', 'client-credentials'],
    ['Active Directory Service Principal', 'client-credentials'],
    ['ActiveDirectoryPassword', 'password'],
    ['ActiveDirectoryInteractive', 'interactive'],
    ['ActiveDirectoryMSI', 'managed-identity'],
    ['Active Directory Managed Identity', 'managed-identity'],
    ['ActiveDirectoryDefault', undefined],
    ['SqlPassword', undefined],
  ])('Authentication=%s means the grant %s', (method, grant) => {
    const value = factsOf(`${SERVER};Authentication=${method};`);
    expect(value('request.host')).toBe('abcdefgh-xyz.datawarehouse.fabric.microsoft.com');
    expect(value('token-request.grant')).toBe(grant);
  });
});

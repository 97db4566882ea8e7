import { describe, expect, it } from 'vitest';
import { diagnose } from '../index.ts';
import { toldBy } from './known.ts';
import { recipeFor } from './recipe.ts';

const NOW = '2026-03-01T12:00:00Z';
const told = (text: string) => {
  const [diagnosis] = diagnose([{ text }], { now: NOW });
  if (diagnosis === undefined) throw new Error('nothing was read');
  return toldBy(diagnosis);
};
const TENANT = '0c5b1e7d-93f4-4a26-8d10-5e7b2c9a4f38';
const request = (proof: string): string =>
  `POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&client_id=3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6&scope=https://api.fabric.microsoft.com/.default&${proof}\n\nHTTP/1.1 400 Bad Request\n\n{"error":"invalid_client"}`;

describe('the recipe that a failure asks for', () => {
  it('has the flow of the credential that was sent: a secret, or an assertion that a certificate signs', () => {
    const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
    expect(told(request('client_secret=<secret>')).flow).toBe('client-secret');
    expect(told(request(`client_assertion=<assertion>&client_assertion_type=${type}`)).flow).toBe('certificate');
  });

  it('names no client of Microsoft as the app: nobody else can change its registration', () => {
    const id = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
    expect(told(request('client_secret=<secret>')).known).toHaveProperty('CLIENT_ID');
    const other = request('client_secret=<secret>').replace(/client_id=[\w-]+/, `client_id=${id}`);
    expect(told(other).known).not.toHaveProperty('CLIENT_ID');
  });

  it('has no value for a secret, whatever is known', () => {
    const known = { CLIENT_SECRET: 'of-nobody-1', CLIENT_ID: TENANT };
    const recipe = recipeFor({ api: 'fabric', flow: 'client-secret', cloud: 'public' }, known);
    expect(recipe?.variables.find(({ name }) => name === 'CLIENT_ID')?.value).toBe(TENANT);
    expect(JSON.stringify(recipe)).not.toContain('of-nobody-1');
  });

  it('has the language of the code that was pasted', () => {
    const call = 'https://api.fabric.microsoft.com/v1/workspaces';
    expect(told(`Invoke-RestMethod -Uri ${call} -Method Get\n401 Unauthorized`).language).toBe('powershell');
    expect(told(`GET ${call} HTTP/1.1\n\nHTTP/1.1 401 Unauthorized\n`)).not.toHaveProperty('language');
    const msal = (code: string) => told(`${code}\n401 Unauthorized ${call}`).language;
    expect(msal("const { ConfidentialClientApplication } = require('@azure/msal-node');")).toBe('javascript');
    expect(msal('import msal\napp = msal.ConfidentialClientApplication(id)')).toBe('python-msal');
    expect(msal('using Microsoft.Identity.Client;')).toBe('csharp');
    expect(msal('import com.microsoft.aad.msal4j.ClientCredentialFactory;')).toBeUndefined();
  });

  it('is for the cloud that the tenant is said to be in, whatever was called', () => {
    const call = 'GET https://api.powerbi.com/v1.0/myorg/groups HTTP/1.1\n\nHTTP/1.1 403 Forbidden\n';
    expect(told(`Our Power BI is at https://app.powerbigov.us (GCC).\n\n${call}`)).toMatchObject({
      cloud: 'gcc',
      known: { host: 'api.powerbigov.us', path: '/v1.0/myorg/groups' },
    });
    expect(told(call)).toMatchObject({ cloud: 'public', known: { host: 'api.powerbi.com' } });
  });

  it('asks for the path of a call that only reads, and for none that changes something', () => {
    const call = (method: string) =>
      told(`${method} https://api.fabric.microsoft.com/v1/workspaces HTTP/1.1\n\nHTTP/1.1 401 Unauthorized\n`);
    expect(call('GET').known).toMatchObject({ host: 'api.fabric.microsoft.com', path: '/v1/workspaces' });
    expect(call('POST').known).not.toHaveProperty('path');
  });
});

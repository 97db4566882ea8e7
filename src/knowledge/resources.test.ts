import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOUDS } from '../facts/catalog/token.ts';
import { type NamedResource, RESOURCE_TABLE } from './resource-table.ts';
import { identifierOf, resourceName, resourceOf, sameApplication } from './resources.ts';

const NAMED = Object.keys(RESOURCE_TABLE) as NamedResource[];
const written = NAMED.flatMap((resource) =>
  RESOURCE_TABLE[resource].audiences.map(({ uri, cloud }) => ({ resource, cloud, uri: uri.replace('*', 'some-name') })),
);
const forms: readonly ((uri: string) => string)[] = [
  (uri) => uri,
  (uri) => `${uri}/`,
  (uri) => uri.toUpperCase(),
  (uri) => `${uri}/.default`,
  (uri) => `${uri}//.default`,
  (uri) => `${uri}/Item.Read.All`,
  (uri) => ` "${uri}" `,
  (uri) => encodeURIComponent(`${uri}/.default`),
];

describe('resourceOf', () => {
  it('knows every audience of the table however it is written', () => {
    for (const { resource, cloud, uri } of written)
      for (const form of forms) {
        expect(resourceOf(form(uri)), form(uri)).toEqual(cloud === undefined ? { resource } : { resource, cloud });
      }
  });

  it('knows every application by its id, Fabric being Power BI', () => {
    for (const resource of NAMED)
      for (const { uri } of RESOURCE_TABLE[resource].appIds) {
        expect(sameApplication(resourceOf(uri).resource, resource), uri).toBe(true);
        expect(sameApplication(resourceOf(`${uri.toUpperCase()}/.default`).resource, resource), uri).toBe(true);
      }
  });

  it('tells the application of GCC from the worldwide one', () => {
    expect(resourceOf('fc4979e5-0aa5-429f-b13a-5d1365be5566')).toEqual({ resource: 'powerbi', cloud: 'gcc' });
    expect(resourceOf('00000009-0000-0000-c000-000000000000')).toEqual({ resource: 'powerbi' });
  });

  it.each([
    ['api://my-api/read', 'custom-api'],
    ['11111111-2222-3333-4444-555555555555', 'custom-api'],
    ['11111111-2222-3333-4444-555555555555/.default', 'custom-api'],
    ['api://{clientId}/.default', 'unknown'],
    ['https://analysis.windows.net/powerbi/api-management', 'unknown'],
    ['api://app.powerbi.com/00000009-0000-0000-c000-000000000000', 'unknown'],
    ['https://analysis.windows.net', 'unknown'],
    ['https://graph.microsoft.com.example.com', 'unknown'],
    ['https://evilkusto.windows.net', 'unknown'],
    ['https://ai.azure.com/.default', 'other-service'],
    ['https://contoso.sharepoint.com', 'other-service'],
    ['2ff814a6-3304-4ab8-85cb-cd0e6f879c1d/.default', 'other-service'],
    ['https://ai.azure.com.example.com', 'unknown'],
    ['', 'unknown'],
    ['%', 'unknown'],
  ])('%s is %s', (name, resource) => {
    expect(resourceOf(name).resource).toBe(resource);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(resourceOf(text).resource).toBeTypeOf('string');
      }),
    );
  });
});

describe('identifierOf', () => {
  it('names an identifier that resolves to the same application', () => {
    for (const resource of NAMED)
      for (const cloud of CLOUDS) {
        const identifier = identifierOf(resource, cloud);
        if (identifier === undefined) continue;
        expect(sameApplication(resourceOf(identifier).resource, resource), `${resource} in ${cloud}`).toBe(true);
      }
  });

  it('never offers the Fabric or the worldwide Power BI name to a national cloud', () => {
    expect(identifierOf('powerbi', 'gcc')).toBe('https://analysis.usgovcloudapi.net/powerbi/api');
    expect(identifierOf('fabric', 'gcc')).toBeUndefined();
    expect(identifierOf('powerbi', 'china')).toBe('https://analysis.chinacloudapi.cn/powerbi/api');
    expect(identifierOf('graph', 'gcc')).toBe('https://graph.microsoft.com');
    expect(identifierOf('arm', 'dod')).toBe('https://management.usgovcloudapi.net');
  });
});

describe('resourceName', () => {
  it('has a name for people', () => {
    expect(resourceName('graph', 'x')).toBe('Microsoft Graph');
    expect(resourceName('custom-api', 'api://my-api')).toBe('a custom API (api://my-api)');
    expect(resourceName('unknown', 'https://service.example.com')).toBe('https://service.example.com');
  });
});

import { describe, expect, it } from 'vitest';
import { CLOUDS } from '../facts/catalog/token.ts';
import { API_TABLE, type Api, apiOf, HOSTS, scopeFor } from './apis.ts';
import { resourceOf, sameApplication } from './resources.ts';

describe('apiOf', () => {
  it('finds every host of the table again, with its cloud', () => {
    for (const { host, api, cloud } of HOSTS) {
      const name = host.startsWith('.') ? `some-name${host}` : host;
      expect(apiOf(name.toUpperCase(), '/v1/x'), name).toMatchObject({ api, ...(cloud && { cloud }) });
      expect(apiOf(`${name}:443`, '/v1/x'), name).toMatchObject({ api, ...(cloud && { cloud }) });
    }
  });

  it.each([
    ['api.powerbi.com', '/v1.0/myorg/groups', 'powerbi', 'powerbi'],
    ['api.fabric.microsoft.com', '/v1/workspaces', 'fabric', 'fabric'],
    ['api.fabric.microsoft.com', '//v1/workspaces', 'fabric', 'fabric'],
    ['api.fabric.microsoft.com', '/v1.0/myorg/groups', 'fabric-myorg', 'powerbi'],
    ['0123456789abcdef.z01.w.api.fabric.microsoft.com', '/v1/workspaces/x/items', 'fabric', 'fabric'],
    ['wabi-north-europe-redirect.analysis.windows.net', '/v1.0/myorg/groups', 'powerbi', 'powerbi'],
    ['wabi-north-europe-redirect.analysis.windows.net', '/metadata/cluster', 'embedding', 'powerbi'],
    ['app.powerbi.com', '/reportEmbed', 'embedding', 'powerbi'],
    ['onelake.dfs.fabric.microsoft.com', '/ws/lh', 'onelake', 'storage'],
    ['westus-onelake.dfs.fabric.microsoft.com', '/ws/lh', 'onelake', 'storage'],
    ['abc.datawarehouse.fabric.microsoft.com', '', 'sql', 'sql'],
    ['trd-abc.z1.kusto.fabric.microsoft.com', '/v2/rest/query', 'kusto', 'kusto'],
    ['dev.azure.com', '/org/_apis', 'devops', 'devops'],
    ['login.microsoftonline.com', '/common/oauth2/v2.0/token', 'entra', undefined],
    ['abc.pbidedicated.windows.net', '/webapi', 'embedding', undefined],
    ['contoso.servicebus.windows.net', '/queue', 'other-service', undefined],
    ['contoso-admin.sharepoint.com', '/_api/web', 'other-service', undefined],
    ['example.com', '/', 'other', undefined],
    ['api.powerbi.com.example.com', '/', 'other', undefined],
  ])('%s%s is %s and takes a token for %s', (host, path, api, resource) => {
    const found = apiOf(host, path);
    expect(found.api).toBe(api);
    expect(found.resource).toBe(resource);
  });

  it('knows powerbi:// as the XMLA endpoint', () => {
    expect(apiOf('api.powerbi.com', '/v1.0/myorg/Sales', 'powerbi')).toMatchObject({
      api: 'xmla',
      resource: 'powerbi',
    });
  });
});

describe('scopeFor', () => {
  it('names a scope of the application that the API needs', () => {
    for (const api of Object.keys(API_TABLE) as Api[])
      for (const cloud of CLOUDS) {
        const scope = scopeFor(api, cloud);
        if (scope === undefined) continue;
        expect(sameApplication(resourceOf(scope).resource, API_TABLE[api].resource ?? 'unknown'), scope).toBe(true);
      }
  });

  it.each([
    ['powerbi', 'public', 'https://analysis.windows.net/powerbi/api/.default'],
    ['fabric', 'public', 'https://api.fabric.microsoft.com/.default'],
    ['onelake', 'public', 'https://storage.azure.com/.default'],
    ['powerbi', 'gcc-high', 'https://high.analysis.usgovcloudapi.net/powerbi/api/.default'],
    ['devops', 'public', '499b84ac-1321-427f-aa17-267ca6975798/.default'],
    ['fabric', 'china', undefined],
    ['entra', 'public', undefined],
  ] as const)('of %s in %s is %s', (api, cloud, scope) => {
    expect(scopeFor(api, cloud)).toBe(scope);
  });
});

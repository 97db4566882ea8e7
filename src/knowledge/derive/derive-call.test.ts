import { describe, expect, it } from 'vitest';
import { runDerivations } from '../../facts/derivation.ts';
import { type Facts, toEvidence, valueOf } from '../../facts/evidence.ts';
import { derivations } from './derivations.ts';

const NOW = '2026-03-01T12:00:00.000Z';
const APP = '11111111-1111-1111-1111-111111111111';

const derive = (facts: Facts) => {
  const evidence = toEvidence(facts, { by: 'read', place: { paste: 0, line: 1, what: 'test' } });
  runDerivations(evidence, derivations, NOW);
  return (path: Parameters<typeof valueOf>[1]) => valueOf(evidence, path);
};

const call = (host: string, path: string, aud: string, more: Facts = {}) =>
  derive({ 'request.host': host, 'request.path': path, 'token.aud': aud, ...more });

const POWER_BI = 'https://analysis.windows.net/powerbi/api';
const FABRIC = 'https://api.fabric.microsoft.com';

describe('call.audience', () => {
  it.each([
    ['api.powerbi.com', '/v1.0/myorg/groups', POWER_BI, 'right'],
    ['api.powerbi.com', '/v1.0/myorg/groups', FABRIC, 'right'],
    ['api.fabric.microsoft.com', '/v1/workspaces', POWER_BI, 'right'],
    ['api.fabric.microsoft.com', '/v1/workspaces', FABRIC, 'right'],
    ['api.fabric.microsoft.com', '/v1/workspaces', '00000009-0000-0000-c000-000000000000', 'right'],
    ['api.fabric.microsoft.com', '/v1.0/myorg/groups', FABRIC, 'doubtful'],
    ['api.fabric.microsoft.com', '/v1.0/myorg/groups', POWER_BI, 'right'],
    ['api.powerbi.com', '/v1.0/myorg/groups', 'https://graph.microsoft.com', 'wrong'],
    ['api.powerbi.com', '/v1.0/myorg/groups', '00000002-0000-0000-c000-000000000000', 'wrong'],
    ['api.powerbi.com', '/v1.0/myorg/groups', `api://${APP}`, 'wrong'],
    ['api.powerbi.com', '/v1.0/myorg/groups', 'https://service.example.com', undefined],
    ['onelake.dfs.fabric.microsoft.com', '/ws', FABRIC, 'wrong'],
    ['onelake.dfs.fabric.microsoft.com', '/ws', 'https://storage.azure.com/', 'right'],
    ['onelake.dfs.fabric.microsoft.com', '/ws', 'https://datalake.azure.net/', 'wrong'],
    ['api.high.powerbigov.us', '/v1.0/myorg/groups', 'https://high.analysis.usgovcloudapi.net/powerbi/api', 'right'],
    ['api.high.powerbigov.us', '/v1.0/myorg/groups', APP, undefined],
    ['example.com', '/', POWER_BI, undefined],
  ])('at %s%s the audience %s is %s', (host, path, aud, judgement) => {
    expect(call(host, path, aud)('call.audience')).toBe(judgement);
  });

  it('calls a token for the app itself wrong, and names it', () => {
    const of = call('api.powerbi.com', '/v1.0/myorg/groups', APP, { 'token.app-id': APP });
    expect([of('token.resource'), of('call.audience')]).toEqual(['own-app', 'wrong']);
  });

  it('leaves a token of the same API in another cloud to call.clouds', () => {
    const of = call('api.powerbigov.us', '/v1.0/myorg/groups', POWER_BI);
    expect([of('call.audience'), of('call.clouds')]).toEqual([undefined, 'mixed']);
  });
});

describe('call.clouds', () => {
  it.each<[string, Facts, string | undefined]>([
    [
      'GCC with the worldwide authority',
      { 'token-request.host': 'login.microsoftonline.com', 'request.host': 'api.powerbigov.us' },
      'same',
    ],
    [
      'GCC High with the government authority',
      { 'token-request.host': 'login.microsoftonline.us', 'request.host': 'api.high.powerbigov.us' },
      'same',
    ],
    [
      'GCC High with the worldwide authority',
      { 'token-request.host': 'login.microsoftonline.com', 'request.host': 'api.high.powerbigov.us' },
      'mixed',
    ],
    [
      'a worldwide host with a government scope',
      {
        'token-request.scope': ['https://analysis.usgovcloudapi.net/powerbi/api/.default'],
        'request.host': 'api.powerbi.com',
      },
      'mixed',
    ],
    [
      'a bare scope in China',
      {
        'token-request.host': 'login.chinacloudapi.cn',
        'token-request.scope': ['.default'],
        'request.host': 'api.powerbi.cn',
      },
      'same',
    ],
    ['a host alone', { 'request.host': 'api.powerbi.com' }, undefined],
  ])('%s', (_, facts, clouds) => {
    expect(derive(facts)('call.clouds')).toBe(clouds);
  });
});

describe('the API that was called', () => {
  it('has a name, a resource and the scope of its cloud', () => {
    const of = derive({ 'request.host': 'api.powerbi.cn', 'request.path': '/v1.0/myorg/groups' });
    expect(of('call.api-name')).toBe('the Power BI REST API');
    expect(of('call.scope')).toBe('https://analysis.chinacloudapi.cn/powerbi/api/.default');
  });

  it('follows from an answer, too', () => {
    const of = derive({ 'call.api': 'onelake' });
    expect([of('call.resource'), of('call.scope')]).toEqual(['storage', 'https://storage.azure.com/.default']);
  });

  it('is the XMLA endpoint behind powerbi://', () => {
    const of = derive({
      'request.host': 'api.powerbi.com',
      'request.path': '/v1.0/myorg/Sales',
      'request.url': 'powerbi://api.powerbi.com/v1.0/myorg/Sales',
    });
    expect(of('call.api')).toBe('xmla');
  });
});

describe('the resource that was asked for', () => {
  it.each<[Facts, string | undefined]>([
    [{ 'token-request.scope': ['https://analysis.windows.net/powerbi/api/.default'] }, 'powerbi'],
    [{ 'token-request.scope': ['openid', 'offline_access', `${FABRIC}/Item.Read.All`] }, 'fabric'],
    [{ 'token-request.scope': ['.default'] }, 'graph'],
    [{ 'token-request.scope': ['Dataset.Read.All'] }, 'graph'],
    [{ 'token-request.scope': ['openid'] }, undefined],
    [{ 'token-request.scope': ['xxxxx'] }, undefined],
    [{ 'token-request.scope': ['{resource}/.default'] }, undefined],
    [{ 'token-request.scope': ['https://service.example.com/.default'] }, 'unknown'],
    [{ 'token-request.scope': ['User.Read', `${POWER_BI}/Report.Read.All`] }, undefined],
    [{ 'token-request.scope': [`${FABRIC}/Item.Read.All`, `${POWER_BI}/Report.Read.All`] }, 'fabric'],
    [{ 'token-request.scope': [`${APP}/.default`], 'token-request.client-id': APP }, 'own-app'],
    [{ 'token-request.scope': [`api://${APP}/read`] }, 'custom-api'],
    [
      { 'token-request.resource': POWER_BI, 'token-request.endpoint': 'v1', 'token-request.scope': ['openid'] },
      'powerbi',
    ],
    [{ 'token-request.endpoint': 'v1', 'token-request.scope': [`${POWER_BI}/.default`] }, undefined],
  ])('%o asks for %s', (facts, resource) => {
    expect(derive(facts)('token-request.asked-resource')).toBe(resource);
  });
});

describe('a call of the scripts of an embedded report', () => {
  it.each([
    ['wabi-west-us-redirect.analysis.windows.net', 'embed-token', 'embedding'],
    ['wabi-west-us-redirect.analysis.windows.net', 'bearer', 'powerbi'],
    ['api.powerbi.com', 'embed-token', 'powerbi'],
  ] as const)('at %s with the scheme %s goes to %s', (host, authorization, api) => {
    const known = derive({
      'request.host': host,
      'request.path': '/public/reports/querydata',
      'request.authorization': authorization,
    });
    expect(known('call.api')).toBe(api);
  });
});

import { describe, expect, it } from 'vitest';
import { type Facts, toEvidence } from '../../facts/evidence.ts';
import { apiFromWords, askedOtherHost, devopsFromWords, graphFromError } from './derive-other-service.ts';

const NOW = '2026-03-01T12:00:00Z';
const evidence = (facts: Facts) => new Map(toEvidence(facts, { by: 'told' }));
const apiOf = (facts: Facts) => apiFromWords.derive(evidence(facts), NOW)['call.api'];
const isOther = (host: string, asked: Facts) =>
  askedOtherHost.derive(evidence({ 'request.host': host, ...asked }), NOW)['token-request.asked-other-host'];

describe('apiFromWords', () => {
  it.each([
    'connect-exchangeonline -appid x',
    'get-exomailbox: 401',
    'azure.messaging.servicebus: service request failed',
    'import azure.cosmos',
    "require('@azure/event-hubs')",
    'client.connectasync("outlook.office365.com", 993)',
    'smtp = smtplib.smtp("smtp.office365.com", 587)',
    'host: smtp.office365.com.',
  ])('knows the client of another service: %s', (text) => {
    expect(apiOf({ 'evidence.text': text })).toBe('other-service');
  });

  it.each<[string, Facts]>([
    [
      'Power BI is spoken of too',
      { 'evidence.text': 'connect-exchangeonline works, connect-powerbiserviceaccount fails' },
    ],
    ['Fabric is spoken of too', { 'evidence.text': 'azure.cosmos mirrored to fabric' }],
    ['an address shows', { 'evidence.text': 'get-exomailbox', 'request.host': 'api.example.com' }],
    ['a path shows', { 'evidence.text': 'get-exomailbox', 'request.path': '/v1/x' }],
    ['the person says what is called', { 'evidence.text': 'get-exomailbox', 'call.api': 'graph' }],
    ['Entra refused', { 'evidence.text': 'connect-exchangeonline', 'entra.code': 700016 }],
    ['a scope names Exchange', { 'evidence.text': 'scope https://outlook.office365.com/.default' }],
    ['an address of mail is at Exchange', { 'evidence.text': 'ada@smtp.office365.com' }],
    ['the name goes on', { 'evidence.text': 'smtp.office365.com.contoso.example' }],
    ['no client is named', { 'evidence.text': '401 unauthorized' }],
  ])('says nothing where %s', (_, facts) => {
    expect(apiOf(facts)).toBeUndefined();
  });
});

describe('askedOtherHost', () => {
  it('compares the host that the token was asked for with the one called', () => {
    const asked: Facts = { 'token-request.resource': 'https://contoso.sharepoint.com/' };
    expect(isOther('contoso-admin.sharepoint.com', asked)).toBe(true);
    expect(isOther('contoso.sharepoint.com', asked)).toBe(false);
    expect(
      isOther('contoso.sharepoint.com', { 'token-request.scope': ['https://contoso-my.sharepoint.com/.default'] }),
    ).toBe(true);
    expect(
      isOther('contoso.api.crm.dynamics.com', { 'token-request.resource': 'https://contoso.crm.dynamics.com' }),
    ).toBe(false);
  });

  it('says nothing of services with one name for all their hosts, nor of two services', () => {
    expect(
      isOther('x.servicebus.windows.net', { 'token-request.resource': 'https://servicebus.azure.net' }),
    ).toBeUndefined();
    expect(isOther('x.dynamics.com', { 'token-request.resource': 'https://y.sharepoint.com' })).toBeUndefined();
    expect(
      isOther('x.dynamics.com', { 'token-request.resource': '00000007-0000-0000-c000-000000000000' }),
    ).toBeUndefined();
    expect(isOther('x.dynamics.com', {})).toBeUndefined();
  });
});

describe('graphFromError', () => {
  const TEXT = '{"error":{"code":"x","innererror": {"date":"2026","request-id":"1"}}}';
  const api = (facts: Facts) => graphFromError.derive(evidence(facts), NOW)['call.api'];

  it('knows Microsoft Graph by its inner error', () => {
    expect(api({ 'evidence.text': TEXT, 'response.code': 'x' })).toBe('graph');
  });

  it.each<Facts>([
    { 'evidence.text': TEXT },
    { 'evidence.text': TEXT, 'response.code': 'x', 'request.host': 'api.example.com' },
    { 'evidence.text': TEXT, 'response.code': 'x', 'entra.code': 65001 },
    { 'evidence.text': '{"error":{"code":"x","innererror":{"code":"y"}}}', 'response.code': 'x' },
  ])('leaves it open: %j', (facts) => expect(api(facts)).toBeUndefined());
});

describe('devopsFromWords', () => {
  const api = (facts: Facts) => devopsFromWords.derive(evidence(facts), NOW)['call.api'];

  it.each([
    'npx -y @azure-devops/mcp contoso',
    '"typename": "microsoft.teamfoundation.framework.server.unauthorizedrequestexception, x"',
    'with azuredevops_project.one, on main.tf line 3',
    'az repos list --organization x',
  ])('knows Azure DevOps: %s', (text) => expect(api({ 'evidence.text': text })).toBe('devops'));

  it.each<Facts>([
    { 'evidence.text': 'az devops login, then git integration of the fabric workspace' },
    { 'evidence.text': '@azure-devops/mcp', 'entra.code': 65001 },
    { 'evidence.text': '@azure-devops/mcp', 'request.host': 'api.example.com' },
    { 'evidence.text': 'built in azure devops' },
  ])('leaves it open: %j', (facts) => expect(api(facts)).toBeUndefined());
});

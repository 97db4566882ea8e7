import { describe, expect, it } from 'vitest';
import type { Incident } from '../../model/incident.ts';
import { entraReader } from '../entra/entra.ts';
import { appIdShape } from '../entra/entra-names.ts';
import { entraFacts } from './observe-entra.ts';

const incident = (text: string): Incident => ({ text, pieces: entraReader.read(text, 0).map(({ piece }) => piece) });
const facts = (text: string) => entraFacts(incident(text));
const APP = '11111111-2222-3333-4444-555555555555';

describe('entraFacts', () => {
  it('says nothing where Entra said nothing', () => {
    expect(facts('401 Unauthorized')).toEqual({});
  });

  it('sees that the scopes which an error quotes are of several APIs', () => {
    const quoted = (scopes: string) => facts(`The scope ${scopes} is not valid. static scope limit exceeded.`);
    const [graph, own] = ['https://graph.microsoft.com', `${APP}/.default`];
    const two = { 'entra.code': 70011, 'token-request.listed-apis': 'several' };
    expect(quoted(`${own} ${graph}/.default`)).toMatchObject(two);
    expect(quoted(`${graph}/mail.read ${graph}/.default`)).not.toHaveProperty('token-request.listed-apis');
    expect(quoted(own)).not.toHaveProperty('token-request.listed-apis');
  });

  it('takes no step of a sign-in that goes on for its end', () => {
    const text = 'AADSTS50058: A silent sign-in request was sent.\n\nAADSTS50011: The redirect URI does not match.';
    expect(facts(text)).toMatchObject({ 'entra.code': 50011 });
    expect(facts(text)).not.toHaveProperty('entra.said-apart');
  });

  it('sees that it refused for two reasons', () => {
    const text = 'dev: AADSTS7000215: Invalid client secret provided.\n\nprod: AADSTS53003: Access has been blocked.';
    expect(facts(text)).toMatchObject({ 'entra.said-apart': true });
  });

  it('takes the wrapped code, not the wrapper', () => {
    const text = 'AADSTS50013: Assertion failed. AADSTS500133: Assertion is not within its valid time range.';
    expect(facts(text)).toMatchObject({ 'entra.codes': [50013, 500133], 'entra.code': 500133 });
  });

  it.each([
    [
      "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
      'entra.parameter',
      'client_assertion or client_secret',
    ],
    [
      "AADSTS70002: The request body must contain the following parameter: \n'client_secret or client_assertion.",
      'entra.parameter',
      'client_secret or client_assertion',
    ],
    ["AADSTS90014: The required field 'scope' is missing from the credential.", 'entra.parameter', 'scope'],
    [
      `AADSTS700016: Application with identifier '${APP}' was not found in the directory 'Contoso'.`,
      'entra.app-id',
      APP,
    ],
    [
      `AADSTS70001: Application with identifier ${APP}${APP} was not found in the directory contoso.com`,
      'entra.app-id',
      `${APP}${APP}`,
    ],
    [
      `AADSTS700016: Application with identifier '${APP}' was not found in the directory 'Contoso'.`,
      'entra.directory',
      'Contoso',
    ],
    [
      `AADSTS50105: Your administrator has configured the application Reports ('${APP}') to block users`,
      'entra.app-id',
      APP,
    ],
    [
      'AADSTS500011: The resource principal named https://x/.default was not found in the tenant named Contoso Ltd. This',
      'entra.resource',
      'https://x/.default',
    ],
    [
      'AADSTS500011: The resource principal named https://x/.default was not found in the tenant named Contoso Ltd. This',
      'entra.directory',
      'Contoso Ltd',
    ],
    [
      `AADSTS650057: Invalid resource. Client app ID: ${APP}(Reports). Resource value from request: https://x/api. Resource app ID: y.`,
      'entra.resource',
      'https://x/api',
    ],
    [
      `AADSTS650057: Invalid resource. Client app ID: ${APP}(Reports). Resource value from request: https://x/api. Resource app ID: y.`,
      'entra.app-id',
      APP,
    ],
    [
      'AADSTS500011 https://analysis.windows.net/powerbi/api not found in the tenant',
      'entra.resource',
      'https://analysis.windows.net/powerbi/api',
    ],
    ["AADSTS90002: Tenant 'contoso' not found. Check to make sure", 'entra.tenant', 'contoso'],
    ["AADSTS900023: Specified tenant identifier 'myorg' is neither a valid DNS name", 'entra.tenant', 'myorg'],
    [
      "AADSTS50020: User account 'a@b.c' from identity provider 'live.com' does not exist in tenant 'Contoso'",
      'entra.identity-provider',
      'live.com',
    ],
    [
      "AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:a/b:ref:refs/heads/main'.",
      'entra.subject',
      'repo:a/b:ref:refs/heads/main',
    ],
    [
      `AADSTS50011: The redirect URI 'https://a/b' specified in the request does not match the redirect URIs configured for the application '${APP}'.`,
      'entra.redirect-uri',
      'https://a/b',
    ],
    [
      "AADSTS70011: The provided value for the input parameter 'scope' is not valid. The scope https://x/A.Read is not valid.",
      'entra.scope',
      'https://x/A.Read',
    ],
  ] as const)('reads from %j the fact %s', (text, path, value) => {
    expect(facts(text)[path]).toBe(value);
  });

  it.each([
    ['/.default offline_access openid profile', 'bare-default'],
    ['openid .default', 'bare-default'],
    ['https://x.example/.default openid', undefined],
    ['openid profile', undefined],
  ])('sees in the scope %j that it names no API: %s', (scope, form) => {
    expect(facts(`AADSTS70011: The scope ${scope} is not valid.`)['token-request.scope-form']).toBe(form);
  });

  it('reads on behind a blank line that breaks a sentence', () => {
    const broken = 'AADSTS70011: The scope\n\nhttps://x.example/ openid is not valid.\n\nHow can I mend this?';
    expect(facts(broken)['entra.scope']).toBe('https://x.example/ openid');
    expect(facts(broken)['entra.text']).not.toContain('mend');
  });

  it('names no directory where the text is cut off before it', () => {
    expect(facts('AADSTS500011: The resource principal named x was not found in the tenant named')).not.toHaveProperty(
      'entra.directory',
    );
  });

  it('reads what a redirect says', () => {
    const fields = new Map([
      ['error', 'access_denied'],
      ['error_description', 'AADSTS65004%3a+User+declined+to+consent.'],
    ]);
    const redirect = { kind: 'redirect', place: { paste: 0, line: 1, what: 'redirect' }, url: 'x', fields } as const;
    expect(entraFacts({ pieces: [redirect], redirect, text: '' })).toMatchObject({
      'entra.code': 65004,
      'entra.error': 'access_denied',
    });
  });

  it.each([
    [APP, 'guid'],
    ['ENTER_YOUR_CLIENT_ID', 'placeholder'],
    ['my_client_id', 'placeholder'],
    ['$(ClientId)', 'placeholder'],
    ['{{clientId}}', 'placeholder'],
    ['undefined', 'placeholder'],
    ['***', 'masked'],
    ['XXXX-XXXX', 'masked'],
    ['<client id>', 'masked'],
    ['REDACTED', 'masked'],
    ['https://contoso.com/app', 'other'],
  ])('sees what kind of application id %j is', (id, shape) => {
    expect(appIdShape(id)).toBe(shape);
  });
});

import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import { diagnose } from '../../diagnose/diagnose.ts';
import { builtInRules } from '../../index.ts';
import { standing } from '../../report/standing.ts';

const FORM = 'grant_type=client_credentials&client_id=1b000000-0000-4000-8000-00000000a001';
const HOST = 'https://login.microsoftonline.com';

const posted = (path: string, answer: string): string =>
  `POST ${HOST}/contoso.com/oauth2/${path} HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\n${FORM}\n\n${answer}`;

describe('the status of a request for a token', () => {
  it.each([
    ['token', 'HTTP/1.1 401 Unauthorized', 401],
    ['v2.0/token', 'HTTP/1.1 400 Bad Request', 400],
    ['token?', 'HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{"error":"invalid_client"}', 401],
  ])('is known at %s behind %j', (path, answer, status) => {
    const text = posted(path, answer);
    expect(factsOf(text)('token-request.status')).toBe(status);
    const [diagnosis] = diagnose([{ text }], { rules: builtInRules, now: '2026-03-01T12:00:00Z' });
    expect(diagnosis?.facts['call.refused-by']).toMatchObject({ value: 'entra' });
    expect(diagnosis && standing(diagnosis)).not.toBe('nothing-wrong');
  });

  it('is not asked for where Entra names a code', () => {
    const text = posted('token', 'HTTP/1.1 401 Unauthorized\n\n{"error_description":"AADSTS7000215: Invalid"}');
    expect(factsOf(text)('token-request.status')).toBeUndefined();
  });

  it.each([
    `The token comes from ${HOST}/contoso.com/oauth2/v2.0/token and then I get a 401.`,
    `${posted('token', 'HTTP/1.1 200 OK')}\n\nGET https://api.powerbi.com/v1.0/myorg/groups HTTP/1.1\n\nHTTP/1.1 401 Unauthorized`,
  ])('is not that of another call: %j', (text) => {
    expect(factsOf(text)('token-request.status')).not.toBe(401);
  });
});

describe('the look-up of a tenant', () => {
  const lookUp = (tenant: string, status: number): string =>
    `${HOST}:443 "GET /${tenant}/v2.0/.well-known/openid-configuration HTTP/1.1" ${status} 700`;

  it.each([
    ['%7B3b7d0000-0000-4000-8000-00000000e501%7D', 'placeholder'],
    ['3b7d0000-0000-4000-8000-00000000e501', 'named'],
  ])('shows what kind of tenant %s is', (tenant, kind) => {
    const value = factsOf(lookUp(tenant, 400));
    expect(value('token-request.tenant-kind')).toBe(kind);
    expect(value('token-request.endpoint')).toBe('discovery');
    expect(value('token-request.status')).toBe(400);
  });

  it('that went well is not the request that failed', () => {
    const text = `${lookUp('contoso.com', 200)}\n${HOST}:443 "POST /contoso.com/oauth2/token HTTP/1.1" 401 633`;
    const value = factsOf(text);
    expect(value('token-request.endpoint')).toBe('v1');
    expect(value('token-request.status')).toBe(401);
  });
});

describe('the scopes that code lists', () => {
  it.each([
    ["scopes: ['User.Read']\nscopes: ['mask-of-an-api/.default']", 'several'],
    ["scopes: ['User.Read']\nscopes: ['https://graph.microsoft.com/.default']", 'one'],
    ["scopes: ['https://graph.microsoft.com/Mail.Read']", 'one'],
    ["scopes: ['openid', 'profile']", undefined],
  ])('%j are of %s', (text, apis) => expect(factsOf(text)('token-request.listed-apis')).toBe(apis));
});

import { describe, expect, it } from 'vitest';
import { refusedAudience } from './refused-audience.ts';

const sides = (text: string): unknown[] => {
  const facts = refusedAudience(text);
  return [facts['said.audience-refused'], facts['said.audiences-taken']];
};

describe('refusedAudience', () => {
  it.each([
    [
      'AKV10022: Invalid audience. Expected https://vault.azure.cn, found: https://vault.azure.net.',
      'https://vault.azure.net',
      ['https://vault.azure.cn'],
    ],
    [
      "IDX10214: Audience validation failed. Audiences: 'api://a-one'. Did not match: validationParameters.ValidAudience: 'api://b-two' or validationParameters.ValidAudiences: 'null'.",
      'api://a-one',
      ['api://b-two'],
    ],
    [
      "wrong audience or resource 'https://graph.microsoft.com/'. It should exactly match with one of the allowed audiences 'https://management.azure.com/','https://management.core.windows.net/'.",
      'https://graph.microsoft.com/',
      ['https://management.azure.com/', 'https://management.core.windows.net/'],
    ],
    ['oidc: expected audience "api://orders" got ["https://a.test"]', 'https://a.test', ['api://orders']],
    [
      'Expected aud claim to be: api://orders, but was: 00000003-0000-0000-c000-000000000000.',
      '00000003-0000-0000-c000-000000000000',
      ['api://orders'],
    ],
    [
      "Token audience 'https://management.azure.com/' does not match the expected audience 'https://a.kusto.windows.net'",
      'https://management.azure.com/',
      ['https://a.kusto.windows.net'],
    ],
  ])('reads both sides of %s', (text, refused, taken) => {
    expect(sides(text)).toEqual([refused, taken]);
  });

  it('knows the one that is taken where the other is not named', () => {
    expect(sides('invalid, audience is incorrect (https://search.azure.us), or have expired')).toEqual([
      undefined,
      ['https://search.azure.us'],
    ]);
  });

  it.each([
    'The audience of the token is https://graph.microsoft.com.',
    'jwt audience invalid. expected: api://orders',
    'The audience should be https://vault.azure.net; see https://a.test/docs and https://b.test/docs',
    'See https://a.test and https://b.test',
  ])('says nothing of %s', (text) => {
    expect(refusedAudience(text)).toEqual({});
  });
});

import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import { buildToken } from '../../../test/support/token.ts';
import { sealPastes } from '../../redact/seal.ts';
import { readAuthorization } from './authorization.ts';

const URL = 'https://api.powerbi.com/v1.0/myorg/groups';
const ONE = buildToken({ aud: 'https://analysis.windows.net/powerbi/api', scp: 'Report.Read.All' });
const OTHER = buildToken({ aud: 'https://graph.microsoft.com', scp: 'User.Read' });
const form = (value: string) =>
  factsOf(`GET ${URL} HTTP/1.1\nAuthorization: ${value}\n\nHTTP/1.1 401 Unauthorized`)('request.authorization');

describe('two headers in one', () => {
  it.each([
    `Bearer ${ONE},Bearer ${OTHER}`,
    `Bearer ${ONE}, Bearer ${OTHER}`,
    `bearer ${ONE}; bearer ${ONE}`,
    'Bearer eyJ0...,Bearer eyJ0...',
    `Bearer <token>, Bearer ${ONE}`,
  ])('have their scheme twice: %#', (value) => {
    expect(form(value)).toBe('doubled-scheme');
  });

  it.each([
    [`Bearer ${ONE}`, 'bearer'],
    [`Bearer ${ONE},`, 'broken'],
    [`Bearer ${ONE}, scope=x`, 'broken'],
    [`Bearer ${ONE},bearertoken`, 'bearer'],
  ])('are not: %#', (value, told) => {
    expect(form(value)).toBe(told);
  });

  it.each([
    'request trace: Authorization: Bearer eyJaaa,Bearer eyJbbb',
    `[backend] Authorization: Bearer ${ONE}, Bearer ${OTHER}`,
    `> Authorization: Bearer ${ONE},Bearer ${ONE}`,
  ])('are told of a trace: %#', (line) => {
    expect(factsOf(`The gateway gives 401\n${line}\n`)('request.authorization')).toBe('doubled-scheme');
  });

  it.each([
    'Never send Authorization: Bearer eyJaaa,Bearer eyJbbb',
    'It was no Authorization: Bearer eyJaaa,Bearer eyJbbb as I thought',
    'trace: Authorization: Bearer eyJaaa, then eyJbbb',
  ])('are not told of a sentence: %s', (line) => {
    expect(factsOf(`The gateway gives 401\n${line}\n`)('request.authorization')).not.toBe('doubled-scheme');
  });

  it('are sealed both, and parted', () => {
    for (const text of [
      `Authorization: Bearer ${ONE},Bearer ${OTHER}`,
      `curl -H "Authorization: Bearer ${ONE},Bearer ${OTHER}" ${URL}`,
      `{"Authorization": "Bearer ${ONE}, Bearer ${OTHER}"}`,
    ]) {
      const { texts, secrets } = sealPastes([{ text }]);
      expect(texts[0]).toMatch(/Bearer \uE0001\uE001, ?Bearer \uE0002\uE001/);
      expect(secrets.map(({ claims }) => claims?.['aud'])).toEqual([
        'https://analysis.windows.net/powerbi/api',
        'https://graph.microsoft.com',
      ]);
    }
  });
});

describe('a token of which the first letters stand there, without a scheme', () => {
  it.each([
    'eyJ...',
    'eyJ0eXAi...xxxx',
    'eyJ0eXAiOi****',
    'eyJ0eXAi<redacted>',
    'eyJ0eXAiOiJKV1QiLCJhbGci...xxxx',
    'eyJ0…',
  ])('is told: %s', (value) => {
    expect(form(value)).toBe('no-scheme');
    expect(factsOf(`GET ${URL} gives 401\n\nAuthorization: ${value}`)('request.authorization')).toBe('no-scheme');
  });

  it.each(['<token>', 'xxxx', '***', '{{token}}', 'Bearer eyJ...', 'Bearer eyJ0eXAi...xxxx'])('is not: %s', (value) => {
    expect(form(value)).not.toBe('no-scheme');
  });
});

describe('an address', () => {
  it.each(['https://login.microsoftonline.com/common/oauth2/v2.0/authorize', '"http://x.example/a"'])(
    'is the value of no header: %s',
    (value) => {
      expect(readAuthorization(value)).toEqual({});
    },
  );

  it('is none where it was taken by another reader, and a header without a value is one', () => {
    expect(readAuthorization(' '.repeat(40))).toEqual({});
    expect(readAuthorization('  ')).toEqual({ authorization: 'empty' });
    expect(readAuthorization(`Bearer${' '.repeat(40)}`)).toEqual({ authorization: 'empty' });
  });

  it('may be sent in place of a token', () => {
    expect(readAuthorization('Bearer https://x.example')).toEqual({ authorization: 'bearer' });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allow, type Carries, LIVE_HOSTS, NotAllowedError } from './destination.ts';

const POWER_BI = 'https://analysis.windows.net/powerbi/api';
const token = (audience: string): Carries => ({ what: 'token', audience });
const codeFor = (url: string, carries: Carries): string => {
  try {
    allow(new URL(url), carries);
    return 'allowed';
  } catch (error) {
    if (error instanceof NotAllowedError) return error.code;
    throw error;
  }
};

describe('a token', () => {
  it.each([
    ['https://api.powerbi.com/v1.0/myorg/groups', POWER_BI],
    ['https://api.fabric.microsoft.com/v1/workspaces', POWER_BI],
    ['https://api.fabric.microsoft.com/v1.0/myorg/groups', 'https://api.fabric.microsoft.com'],
    ['https://api.powerbi.com/v1.0/myorg/groups', '00000009-0000-0000-c000-000000000000'],
    ['https://graph.microsoft.com/v1.0/me', 'https://graph.microsoft.com'],
    ['https://graph.microsoft.com/v1.0/me', '00000003-0000-0000-c000-000000000000'],
    ['https://api.high.powerbigov.us/v1.0/myorg/groups', 'https://high.analysis.usgovcloudapi.net/powerbi/api'],
    [`https://${'0'.repeat(32)}.z1f.w.api.fabric.microsoft.com/v1/workspaces`, POWER_BI],
  ])('goes to %s when it was issued for %s', (url, audience) => {
    expect(codeFor(url, token(audience))).toBe('allowed');
  });

  it.each([
    ['https://graph.microsoft.com/v1.0/me', POWER_BI],
    ['https://api.powerbi.com/v1.0/myorg/groups', 'https://graph.microsoft.com'],
    ['https://api.powerbi.com/v1.0/myorg/groups', 'api://14d82eec-204b-4c2f-b7e8-296a70dab67e'],
    ['https://api.powerbi.com/v1.0/myorg/groups', ''],
    ['https://api.powerbi.com/v1.0/myorg/groups', 'https://analysis.chinacloudapi.cn/powerbi/api'],
    ['https://login.microsoftonline.com/common/oauth2/v2.0/token', POWER_BI],
  ])('does not go to %s when it was issued for "%s"', (url, audience) => {
    expect(codeFor(url, token(audience))).toBe('TOKEN_FOR_ANOTHER_API');
  });
});

describe('a secret', () => {
  const proof: Carries = { what: 'proof', cloud: 'public' };

  it('goes to the authority of its cloud', () => {
    expect(codeFor('https://login.microsoftonline.com/common/oauth2/v2.0/token', proof)).toBe('allowed');
  });

  it.each(['https://login.microsoftonline.us/x', 'https://api.powerbi.com/x', 'https://graph.microsoft.com/x'])(
    'does not go to %s',
    (url) => {
      expect(codeFor(url, proof)).toBe('SECRET_FOR_ANOTHER_CLOUD');
    },
  );
});

it.each([
  'https://api.powerbi.com.evil.example/v1.0/myorg/groups',
  'https://api.powerbi.com@evil.example/v1.0/myorg/groups',
  'https://evil.example/https://api.powerbi.com/',
  'https://[::1]/v1.0/myorg/groups',
  'https://127.0.0.1/v1.0/myorg/groups',
  'https://xn--pi-powerbi-56f.com/',
  'https://api.powerbi.com./v1.0/myorg/groups',
  'https://wabi-west-us-redirect.analysis.windows.net/v1.0/myorg/groups',
  'https://0.z00.w.api.fabric.microsoft.com/v1/workspaces',
])('nothing goes to %s', (url) => {
  expect(['HOST_NOT_ALLOWED', 'URL_NOT_PLAIN']).toContain(codeFor(url, { what: 'nothing' }));
});

it.each([
  'http://api.powerbi.com/v1.0/myorg/groups',
  'https://api.powerbi.com:8443/v1.0/myorg/groups',
  'https://user:word@api.powerbi.com/v1.0/myorg/groups',
  'ftp://api.powerbi.com/',
  'https://api.powerbi.com/v1.0/myorg/groups#x',
])('%s is not plain', (url) => {
  expect(codeFor(url, token(POWER_BI))).toBe('URL_NOT_PLAIN');
});

it('whatever is written around a listed host, only that very host is allowed', () => {
  const listed = new Set(Object.values(LIVE_HOSTS).flatMap((hosts) => Object.values(hosts)));
  const part = fc.string({ unit: fc.constantFrom(...'ab01.-@:/\\#?%[]'.split('')), maxLength: 8 });
  const url = fc
    .tuple(part, fc.constantFrom(...listed), part, part)
    .map(([before, host, after, path]) => `https://${before}${host}${after}/${path}`)
    .filter((text) => URL.canParse(text));
  fc.assert(
    fc.property(url, fc.constantFrom(POWER_BI, 'https://graph.microsoft.com'), (text, audience) => {
      if (codeFor(text, token(audience)) !== 'allowed') return;
      const { hostname, username, port, protocol } = new URL(text);
      expect(listed).toContain(hostname);
      expect([username, port, protocol]).toEqual(['', '', 'https:']);
    }),
    { numRuns: 2000 },
  );
});

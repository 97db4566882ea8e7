import { describe, expect, it } from 'vitest';
import { observe } from '../observe.ts';
import { readPastes } from '../read.ts';
import { claimsAsked } from './claims-challenge.ts';

const NBF = { access_token: { nbf: { essential: true, value: '1772179249' } } };
const observed = (text: string) => {
  const { incidents, secrets } = readPastes([{ text }]);
  return incidents.map((incident) => observe(incident, secrets));
};
const lines = (text: string): readonly string[] =>
  observed(text).flatMap(({ recognised }) => recognised.map(({ what }) => what));

describe('a claims challenge', () => {
  it.each([
    [NBF, 'a token issued after 2026-02-27T08:00:49Z'],
    [
      { access_token: { acrs: { essential: true, value: 'c1' } } },
      'the authentication context c1 of Conditional Access',
    ],
    [{ access_token: { acrs: { value: 'anything else' } } }, 'an authentication context of Conditional Access'],
    [{ access_token: { nbf: { value: '9'.repeat(30) } } }, 'a newer token'],
    [{ access_token: { nbf: { value: 1772179249 } } }, 'a token issued after 2026-02-27T08:00:49Z'],
    [{ access_token: { nbf: null } }, 'a newer token'],
    [{ access_token: { acrs: { values: ['c2', 'c3'] } } }, 'the authentication context c2 of Conditional Access'],
    [{ access_token: { acrs: { essential: true } } }, 'an authentication context of Conditional Access'],
    [{ id_token: { something: null } }, 'other claims'],
  ])('%j asks for %s', (claims, words) => {
    expect(claimsAsked(claims)).toBe(words);
  });

  it('is no other object', () => {
    expect(claimsAsked({ alg: 'RS256' })).toBeUndefined();
    expect(claimsAsked({ access_token: 'x' })).toBeUndefined();
  });

  it.each([
    ['in base64', Buffer.from(JSON.stringify(NBF)).toString('base64')],
    ['in JSON', JSON.stringify(NBF).replaceAll('"', '\\"')],
  ])('of a header that stands alone is recognised %s', (_, claims) => {
    const header = `WWW-Authenticate: Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${claims}"`;
    expect(lines(header).join('\n')).toMatch(/claims challenge: a token issued after 2026-02-27T08:00:49Z/i);
    const [one] = observed(header);
    expect(one?.facts.get('response.claims-challenge')).toMatchObject({ value: true });
    expect(one?.facts.has('sign-in.tenant-kind')).toBe(false);
    expect(one?.facts.has('token-request.tenant-kind')).toBe(false);
  });

  it('that is cut off says nothing of the rest', () => {
    const cut = 'WWW-Authenticate: Bearer realm="", error="insufficient_claims", cla';
    expect(lines(cut)).toEqual(['WWW-Authenticate header: 1 header']);
    expect(observed('WWW-Authenticate: Bearer realm="", err')[0]?.facts.get('response.body')).toBeUndefined();
  });
});

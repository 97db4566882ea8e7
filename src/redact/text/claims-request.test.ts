import { describe, expect, it } from 'vitest';
import { buildToken } from '../../../test/support/token.ts';
import { readClaimsRequest } from './claims-request.ts';

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');
const random = (length: number): string =>
  Array.from({ length }, (_, i) => 'kQ7zPw3RtX9bLm5Y'[(i * 7 + (i >> 3)) % 16]).join('');

describe('the claims that a challenge asks for', () => {
  it.each([
    { access_token: { nbf: { essential: true, value: '1772179249' } } },
    { access_token: { acrs: { essential: true, values: ['c1', 'c2'] } } },
    { access_token: { xms_cc: { values: ['cp1', 1, true] }, auth_time: null } },
    {
      access_token: { nbf: { value: 1_772_179_249 } },
      id_token: { acrs: { value: 'urn:a:b' } },
      userinfo: { name: null },
    },
    { id_token: {} },
  ])('are read: %j', (asked) => {
    expect(readClaimsRequest(base64(asked))).toEqual(asked);
    expect(readClaimsRequest(Buffer.from(JSON.stringify(asked)).toString('base64url'))).toEqual(asked);
  });

  it.each([
    ['another token beside them', { access_token: { nbf: null }, refresh_token: random(40) }],
    ['a token with more letters', { access_token: { nbf: null }, my_id_token: {}, id_tokens: {} }],
    ['a list of them', { access_token: [] }],
    ['text in their place', { access_token: 'words' }],
    ['nothing in their place', { access_token: null }],
    ['a claim that is none by its name', { access_token: { nbf: null, [random(30)]: null } }],
    ['a name that only begins like one', { access_token: { 'nbf:secret words': null } }],
    ['a name that only ends like one', { access_token: { 'Secret Words in nbf': null } }],
    ['a very long name', { access_token: { ['a'.repeat(41)]: null } }],
    ['a text in place of a wish', { access_token: { nbf: 'words' } }],
    ['a list in place of a wish', { access_token: { nbf: ['c1'] } }],
    ['a wish for something else', { access_token: { nbf: { essential: true, note: 'x' } } }],
    ['a random value', { access_token: { nbf: { value: random(40) } } }],
    ['a random value among others', { access_token: { nbf: { values: ['c1', random(40)] } } }],
    ['a value with blanks', { access_token: { nbf: { value: 'correct horse battery' } } }],
    ['an empty value', { access_token: { nbf: { value: '' } } }],
    ['a very long value', { access_token: { nbf: { value: 'a'.repeat(61) } } }],
    ['values that are none', { access_token: { nbf: { values: 'c1' } } }],
    ['an object as value', { access_token: { nbf: { value: { a: 'b' } } } }],
    ['nothing as value', { access_token: { nbf: { value: null } } }],
  ])('are none with %s', (_, value) => {
    expect(readClaimsRequest(base64(value))).toBeUndefined();
  });

  it('are none in other values', () => {
    expect(readClaimsRequest(buildToken({ aud: 'x' }))).toBeUndefined();
    expect(readClaimsRequest(base64({ userinfo: { name: null } }))).toBeUndefined();
    expect(readClaimsRequest(`x${base64({ access_token: { nbf: null } })}`)).toBeUndefined();
    expect(readClaimsRequest(base64({ access_token: { nbf: null } }).slice(0, -8))).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { knownKey } from './known-key.ts';

const failed = (text: string): unknown => knownKey(text)['said.failed-key'];

describe('knownKey', () => {
  it.each([
    "IDX10511: Signature validation failed. Matched key was in 'Configuration'. kid: 'k'.",
    'I get the signing key that matches the kid of the token, but jwt.verify says invalid signature',
    'The kid is in the list of /discovery/v2.0/keys. The signature is invalid.',
    'The x5t matches. Signature verification failed.',
  ])('knows the key of %s', (text) => {
    expect(failed(text)).toBe('known');
  });

  it('sees the nonce in a header', () => {
    expect(failed('{"typ":"JWT","nonce":"n","alg":"RS256","kid":"k"}\ninvalid signature')).toBe('nonce');
  });

  it.each([
    'IDX10503: Signature validation failed. Token does not have a kid.',
    'The kid is not in the list of keys: invalid signature',
    'Should the kid match? No key was found. Invalid signature',
    'The kid matches and all is well.',
    'AADSTS700027: The certificate with identifier used to sign the client assertion is known, the key was found, signature invalid, kid matches',
    '{"nonce":"n","aud":"api://a","exp":1}\ninvalid signature',
  ])('says nothing of %s', (text) => {
    expect(failed(text)).toBeUndefined();
  });
});

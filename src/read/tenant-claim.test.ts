import { describe, expect, it } from 'vitest';
import { tenantClaim } from './tenant-claim.ts';

const ONE = '5b1a7c3e-9d24-4f68-a0b7-3e8c6d1f2a59';
const OTHER = 'c84f6e20-1b97-4d35-8e0a-7f2b9c5d3a16';

describe('the tenant that a token is said to be of', () => {
  it.each([
    `token: "tid": "${ONE}", url: x`,
    `tid=${ONE}`,
    `the tid claim of my token is ${ONE.toUpperCase()}.`,
    `tid -> ${ONE}`,
  ])('is read: %s', (text) => {
    expect(tenantClaim(text)).toEqual({ 'token.tid': ONE });
  });

  it.each([
    ['of two', `tid: ${ONE} and tid: ${OTHER}`],
    ['that it should have', `expected tid: ${ONE}`],
    ['of an id token', `id token has tid: ${ONE}`],
    ['in an address', `https://x.example/?tid=${ONE}`],
    ['of a thread', 'tid: 4711'],
  ])('is not read: %s', (_, text) => {
    expect(tenantClaim(text)).toEqual({});
  });
});

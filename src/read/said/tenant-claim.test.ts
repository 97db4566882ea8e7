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
    `IDX10205: Issuer validation failed. Issuer: 'https://sts.windows.net/${ONE}/'. Did not match: validationParameters.ValidIssuer: 'https://sts.windows.net/${OTHER}/'`,
    `error_description="The issuer 'https://login.microsoftonline.com/${ONE}/v2.0' is invalid"`,
    `Invalid issuer (iss) claim: https://sts.windows.net/${ONE}/`,
    `unexpected "iss" claim value: https://login.microsoftonline.com/${ONE}/v2.0`,
  ])('is read: %s', (text) => {
    expect(tenantClaim(text)).toEqual({ 'token.tid': ONE });
  });

  it.each([
    ['of two', `tid: ${ONE} and tid: ${OTHER}`],
    ['that it should have', `expected tid: ${ONE}`],
    ['of an id token', `id token has tid: ${ONE}`],
    ['in an address', `https://x.example/?tid=${ONE}`],
    ['of a thread', 'tid: 4711'],
    ['of the issuer that was wanted', `invalid issuer, expected https://sts.windows.net/${ONE}/`],
    ['of the valid issuers', `ValidIssuer: 'https://sts.windows.net/${ONE}/' is not null`],
    ['of an id token that was refused', `id_token: the issuer https://sts.windows.net/${ONE}/ is not valid`],
  ])('is not read: %s', (_, text) => {
    expect(tenantClaim(text)).toEqual({});
  });
});

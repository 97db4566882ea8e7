import type { JsonObject } from '../../src/model/secret.ts';

const encode = (value: JsonObject): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An access token with these claims. The signature is not one: no reader looks at it. */
export const buildToken = (
  claims: JsonObject,
  head: JsonObject = { typ: 'JWT', alg: 'RS256', kid: 'test-key' },
): string => `${encode(head)}.${encode(claims)}.${'s'.repeat(342)}`;

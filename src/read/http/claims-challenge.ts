import type { Json, JsonObject } from '../../model/secret.ts';
import { findJson, isObject } from '../syntax/json.ts';

/** Names of claims by what a challenge asks with them, given the value that it wants. */
const ASKED: Readonly<Record<string, (value: string | undefined) => string>> = {
  nbf: (value) => {
    const seconds = Number(value);
    return Number.isInteger(seconds) && seconds > 0 && seconds < 4_102_444_800
      ? `a token issued after ${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`
      : 'a newer token';
  },
  acrs: (value) =>
    value !== undefined && /^c\d{1,2}$/.test(value)
      ? `the authentication context ${value} of Conditional Access`
      : 'an authentication context of Conditional Access',
  xms_rp_ipaddr: () => 'a token for the address that the service sees',
  deviceid: () => 'a token from a registered device',
  amr: () => 'another way of signing in',
  capolids: () => 'that the named Conditional Access policies are met',
  xms_cc: () => 'a token with the capabilities of the client',
};

const valueIn = (claim: Json | undefined): string | undefined => {
  if (!isObject(claim)) return undefined;
  const { value, values } = claim;
  const first = value ?? (Array.isArray(values) ? values[0] : undefined);
  return typeof first === 'string' || typeof first === 'number' ? String(first) : undefined;
};

/**
 * What a claims request asks for, in words; undefined where an object is none:
 * https://openid.net/specs/openid-connect-core-1_0.html#ClaimsParameter
 */
export const claimsAsked = (object: JsonObject): string | undefined => {
  const claims = [object['access_token'], object['id_token']].find(isObject);
  if (claims === undefined) return undefined;
  const asked = Object.keys(claims).map((name) =>
    Object.hasOwn(ASKED, name) ? ASKED[name]?.(valueIn(claims[name])) : undefined,
  );
  const known = asked.filter((words) => words !== undefined);
  return known.length === 0 ? 'other claims' : known.join(', ');
};

/** What the claims of a `WWW-Authenticate` header ask for, where they stand in it as JSON. */
export const claimsInHeader = (header: string): string | undefined =>
  findJson(header.slice(0, 8_000))
    .map(({ value }) => claimsAsked(value))
    .find((asked) => asked !== undefined);

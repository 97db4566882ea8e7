import type { Json, JsonObject } from '../../model/secret.ts';
import { decodeObject } from './jwt.ts';
import { looksRandom } from './looks-random.ts';

/** How the base64 of `{"access_token":` and `{"id_token":` begins: most values are told from these at once. */
const BEGINS = /^eyJ(?:hY2Nlc3NfdG9rZW4i|pZF90b2tlbi)/;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPlain = (value: Json): boolean =>
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && /^[\w.:/-]{1,60}$/.test(value) && !looksRandom(value));

/** A wish for one claim: nothing, or that it is essential and which values it may have. */
const isWish = (wish: Json): boolean =>
  wish === null ||
  (isObject(wish) &&
    Object.entries(wish).every(([name, value]) =>
      name === 'values' && Array.isArray(value)
        ? value.every(isPlain)
        : (name === 'value' || name === 'essential') && isPlain(value),
    ));

const isRequest = (object: JsonObject): boolean =>
  Object.entries(object).every(
    ([token, claims]) =>
      /^(?:access_token|id_token|userinfo)$/.test(token) &&
      isObject(claims) &&
      Object.entries(claims).every(([name, wish]) => /^[a-z_]{1,40}$/.test(name) && isWish(wish)),
  );

/**
 * The claims that a challenge asks for, from its base64; undefined for everything else. It begins like a token and opens
 * nothing, and whoever reads the report needs it. Anything in it that is not of its form makes it a secret.
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export const readClaimsRequest = (value: string): JsonObject | undefined => {
  const object = BEGINS.test(value) ? decodeObject(value) : undefined;
  return object !== undefined && isRequest(object) ? object : undefined;
};

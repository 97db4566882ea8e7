import { decodeJwt } from 'jose';
import type { JsonObject } from '../model/secret.ts';

/** The claims of a JWT, not verified; undefined where the text is none. */
export const claimsOf = (token: string): JsonObject | undefined => {
  try {
    return decodeJwt(token) as unknown as JsonObject;
  } catch {
    return undefined;
  }
};

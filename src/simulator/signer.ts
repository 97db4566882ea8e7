import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { JsonObject } from '../model/secret.ts';

/** Signs tokens, and publishes the keys that they can be checked with. */
export interface Signer {
  readonly sign: (claims: JsonObject, head?: Readonly<Record<string, string>>) => Promise<string>;
  readonly keys: readonly JWK[];
}

/** A signer with a key of its own, made now: no key lies in a file. */
export const makeSigner = async (kid: string): Promise<Signer> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  const published = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' };
  return {
    sign: (claims, head) =>
      new SignJWT(claims as Record<string, unknown>)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, x5t: kid, ...head })
        .sign(privateKey),
    keys: [published],
  };
};

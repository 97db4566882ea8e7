import { compactVerify, decodeJwt, decodeProtectedHeader } from 'jose';
import type { Registered } from './vault.ts';

/** A client assertion, as far as it can be read. */
export interface Assertion {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  /** Unix seconds. */
  readonly ends: number;
  /** It was signed with a certificate that the app has. */
  readonly isOfCertificate: boolean;
}

const isSigned = async (text: string, certificates: readonly Registered[]): Promise<boolean> => {
  const thumbprint = decodeProtectedHeader(text)['x5t#S256'];
  const found = certificates.find((certificate) => certificate.thumbprint === thumbprint);
  if (found === undefined) return false;
  return compactVerify(text, found.publicKey, { algorithms: ['RS256', 'PS256'] }).then(
    () => true,
    () => false,
  );
};

/** Reads a client assertion; undefined where the text is none. */
export const assertionIn = async (
  text: string,
  certificates: readonly Registered[],
): Promise<Assertion | undefined> => {
  try {
    const { iss = '', sub = '', aud = '', exp = 0 } = decodeJwt(text);
    return {
      issuer: iss,
      subject: sub,
      audience: String(aud),
      ends: exp,
      isOfCertificate: await isSigned(text, certificates),
    };
  } catch {
    return undefined;
  }
};

import { createHash, createPrivateKey, type KeyObject, randomUUID, X509Certificate } from 'node:crypto';
import { SignJWT } from 'jose';

/** A certificate that an app proves itself with. The key stays here: what leaves is an assertion that it signed. */
export interface Certificate {
  readonly key: KeyObject;
  /** SHA-256 of the certificate, as x5t#S256 has it. */
  readonly thumbprint: string;
}

/** A certificate, or why a text is none that can be used. */
export type ReadCertificate =
  | { readonly is: 'certificate'; readonly certificate: Certificate }
  | { readonly is: 'unfit'; readonly why: string };

const unfit = (why: string): ReadCertificate => ({ is: 'unfit', why });

const readKey = (pem: string, passphrase: string | undefined): KeyObject | undefined => {
  try {
    return createPrivateKey({ key: pem, ...(passphrase !== undefined && { passphrase }) });
  } catch {
    return undefined;
  }
};

const readPublic = (pem: string): X509Certificate | undefined => {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
};

/** Reads a certificate and its private key from one PEM text. What is wrong is told without quoting any of it. */
export const readCertificatePem = (pem: string, passphrase?: string): ReadCertificate => {
  const found = readPublic(pem.slice(Math.max(0, pem.indexOf('-----BEGIN CERTIFICATE-----'))));
  const key = readKey(pem, passphrase);
  if (found === undefined) return unfit('its certificate cannot be read');
  if (key === undefined) {
    return unfit(
      pem.includes('ENCRYPTED')
        ? 'its private key is encrypted: put the password into AZURE_CLIENT_CERTIFICATE_PASSWORD'
        : 'its private key cannot be read',
    );
  }
  if (key.asymmetricKeyType !== 'rsa') return unfit('its key is no RSA key, which Entra ID asks for');
  if (!found.checkPrivateKey(key)) return unfit('its private key belongs to another certificate');
  const thumbprint = createHash('sha256').update(found.raw).digest('base64url');
  return { is: 'certificate', certificate: { key, thumbprint } };
};

/** As long as a watch goes on, and a little more: Entra ID sets no limit of its own. */
const LIFE = 25 * 60;

/** What an assertion is made for. */
export interface AssertedTo {
  readonly clientId: string;
  /** The token endpoint that it is sent to. */
  readonly audience: string;
  /** Unix seconds. */
  readonly now: number;
}

/**
 * An assertion in place of a client secret:
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export const signAssertion = (
  { key, thumbprint }: Certificate,
  { clientId, audience, now }: AssertedTo,
): Promise<string> =>
  new SignJWT({
    iss: clientId,
    sub: clientId,
    aud: audience,
    jti: randomUUID(),
    iat: now,
    nbf: now - 60,
    exp: now + LIFE,
  })
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint })
    .sign(key);

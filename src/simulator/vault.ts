import { createHash, randomBytes } from 'node:crypto';

const base64url = (bytes: number): string => randomBytes(bytes).toString('base64url');

/** Letters and digits: how much base64url leaves of them is enough. */
const word = (length: number): string =>
  base64url(length * 2)
    .replace(/[-_]/g, '')
    .slice(0, length);

/** Made to look like the values that Entra gives: see src/redact/find-shapes.ts. */
const entraSecret = (): string => `${word(3)}8Q~${word(34)}`;
const opaque = (mark: string): string => `1.AX${word(40)}.AgAB${word(2)}${mark}${base64url(600)}`;

/** An authorization code, and what it was given for. */
export interface Grant {
  readonly user: string;
  readonly clientId: string;
  readonly tenant: string;
  readonly redirect: string;
  readonly challenge: string;
  /** The scope that it was given for; a refresh token is good for any. */
  readonly scope: string;
  readonly issued: number;
  used: boolean;
}

/** The challenge to a verifier, by S256. */
export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/** What was made at the start or given out since: secrets, passwords, codes and refresh tokens. Nothing lies in a file. */
export interface Vault {
  /** The current secret of every app, by client id. */
  readonly secretOf: (clientId: string) => string;
  readonly passwordOf: (user: string) => string;
  readonly strangeSecret: string;
  readonly verifier: string;
  readonly otherVerifier: string;
  readonly codes: Map<string, Grant>;
  readonly refreshTokens: Map<string, Grant>;
  readonly deviceCodes: Map<string, Grant>;
  readonly give: (kind: 'codes' | 'refreshTokens' | 'deviceCodes', grant: Omit<Grant, 'used'>) => string;
}

const kept = (make: () => string) => {
  const values = new Map<string, string>();
  return (key: string): string => {
    const value = values.get(key) ?? make();
    values.set(key, value);
    return value;
  };
};

/** A vault with values of its own. */
export const makeVault = (): Vault => {
  const stores = {
    codes: new Map<string, Grant>(),
    refreshTokens: new Map<string, Grant>(),
    deviceCodes: new Map<string, Grant>(),
  };
  const marks = { codes: 'IAAA', refreshTokens: 'EAAA', deviceCodes: 'HAAA' };
  return {
    ...stores,
    secretOf: kept(entraSecret),
    passwordOf: kept(() => `${word(14)}!7`),
    strangeSecret: entraSecret(),
    verifier: base64url(48),
    otherVerifier: base64url(48),
    give: (kind, grant) => {
      const value = opaque(marks[kind]);
      stores[kind].set(value, { ...grant, used: false });
      return value;
    },
  };
};

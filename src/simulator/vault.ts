import { createHash, generateKeyPairSync, type KeyObject, randomBytes, X509Certificate } from 'node:crypto';

const base64url = (bytes: number): string => randomBytes(bytes).toString('base64url');

/** Letters and digits: how much base64url leaves of them is enough. */
const word = (length: number): string =>
  base64url(length * 2)
    .replace(/[-_]/g, '')
    .slice(0, length);

/** Made to look like the values that Entra gives: see src/redact/find/find-shapes.ts. */
const entraSecret = (): string => `${word(3)}8Q~${word(34)}`;
const opaque = (mark: string): string => `1.AX${word(40)}.AgAB${word(2)}${mark}${base64url(600)}`;

/** What a code, a refresh token or a device code was given for. */
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
  /** How often a device code was asked for. */
  polls: number;
}

/** A certificate that an app has: what it is known by, and the key that checks what it signs. */
export interface Registered {
  /** SHA-256, as x5t#S256 has it. */
  readonly thumbprint: string;
  readonly publicKey: KeyObject;
}

/** A certificate of the simulator's own, which scripts sign with. */
export interface OwnKey extends Registered {
  readonly privateKey: KeyObject;
}

/** A grant as it is given out. */
export type NewGrant = Omit<Grant, 'used' | 'polls'>;

/** The challenge to a verifier, by S256. */
export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/** What was made at the start or given out since: secrets, passwords, codes and refresh tokens. Nothing lies in a file. */
export interface Vault {
  /** The current secret of every app, by client id. */
  readonly secretOf: (clientId: string) => string;
  readonly passwordOf: (user: string) => string;
  /** The key that scripts sign their assertions with, by client id. */
  readonly keyOf: (clientId: string) => OwnKey;
  /** The certificates of an app: that of its scripts, and those that were registered. */
  readonly certificatesOf: (clientId: string) => readonly Registered[];
  /** Registers a certificate (PEM) for an app. */
  readonly register: (clientId: string, certificate: string) => void;
  readonly strangeSecret: string;
  readonly verifier: string;
  readonly otherVerifier: string;
  readonly codes: Map<string, Grant>;
  readonly refreshTokens: Map<string, Grant>;
  readonly deviceCodes: Map<string, Grant>;
  readonly give: (kind: 'codes' | 'refreshTokens' | 'deviceCodes', grant: NewGrant) => string;
}

const newKey = (): OwnKey => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }),
  thumbprint: randomBytes(32).toString('base64url'),
});

const registeredFrom = (pem: string): Registered => {
  const { raw, publicKey } = new X509Certificate(pem);
  return { thumbprint: createHash('sha256').update(raw).digest('base64url'), publicKey };
};

const kept = <T>(make: () => T) => {
  const values = new Map<string, T>();
  return (key: string): T => {
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
  const keys = new Map<string, OwnKey>();
  const registered = kept((): Registered[] => []);
  const marks = { codes: 'IAAA', refreshTokens: 'EAAA', deviceCodes: 'HAAA' };
  return {
    ...stores,
    secretOf: kept(entraSecret),
    keyOf: (clientId) => {
      const key = keys.get(clientId) ?? newKey();
      keys.set(clientId, key);
      return key;
    },
    // Keys take long to make: one that nobody asked for has signed nothing.
    certificatesOf: (clientId) => [keys.get(clientId), ...registered(clientId)].filter((one) => one !== undefined),
    register: (clientId, certificate) => {
      registered(clientId).push(registeredFrom(certificate));
    },
    passwordOf: kept(() => `${word(14)}!7`),
    strangeSecret: entraSecret(),
    verifier: base64url(48),
    otherVerifier: base64url(48),
    give: (kind, grant) => {
      const value = opaque(marks[kind]);
      stores[kind].set(value, { ...grant, used: false, polls: 0 });
      return value;
    },
  };
};

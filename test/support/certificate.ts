import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate with its private key, both as PEM; made now, so that no key lies in a file. */
export interface Certified {
  readonly name: string;
  readonly certificate: string;
  readonly privateKey: string;
  readonly key: KeyObject;
}

/** What a certificate is made for. Without an issuer it signs itself. */
export interface Wanted {
  readonly name: string;
  readonly hosts?: readonly string[];
  readonly issuer?: Certified;
  readonly isAuthority?: true;
  /** Days from now. */
  readonly from?: number;
  readonly to?: number;
}

const DAY = 86_400_000;

/** One value of DER: its tag, its length, its content. */
const der = (tag: number, ...content: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(content);
  if (body.length < 128) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.from(body.length.toString(16).padStart(body.length > 255 ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 + length.length]), length, body]);
};

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const bits = (content: Uint8Array): Buffer => der(0x03, Buffer.from([0]), content);
const positive = (bytes: Buffer): Buffer => der(0x02, Buffer.concat([Buffer.from([0x01]), bytes]));
const YES = der(0x01, Buffer.from([0xff]));

const SHA256_WITH_RSA = sequence(oid('2a864886f70d01010b'), der(0x05));
const COMMON_NAME = '550403';
const SUBJECT_ALT_NAME = '551d11';
const BASIC_CONSTRAINTS = '551d13';

const named = (name: string): Buffer =>
  sequence(der(0x31, sequence(oid(COMMON_NAME), der(0x0c, Buffer.from(name, 'utf8')))));

/** GeneralizedTime: `20260301120000Z`. */
const time = (days: number): Buffer => {
  const text = new Date(Date.now() + days * DAY).toISOString().replace(/[-:T]|\.\d+/g, '');
  return der(0x18, Buffer.from(text, 'ascii'));
};

const extension = (id: string, value: Buffer): Buffer => sequence(oid(id), YES, der(0x04, value));

const extensions = ({ hosts = [], isAuthority }: Wanted): Buffer => {
  const names = hosts.map((host) => der(0x82, Buffer.from(host, 'ascii')));
  const list = [
    extension(BASIC_CONSTRAINTS, isAuthority ? sequence(YES) : sequence()),
    ...(names.length > 0 ? [extension(SUBJECT_ALT_NAME, sequence(...names))] : []),
  ];
  return der(0xa3, sequence(...list));
};

const pem = (content: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${(content.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;

/** Makes an X.509 certificate (RFC 5280) of an RSA key that is made with it. */
export const certify = (wanted: Wanted): Certified => {
  const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { name, issuer, from = -1, to = 30 } = wanted;
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    positive(randomBytes(8)),
    SHA256_WITH_RSA,
    named(issuer?.name ?? name),
    sequence(time(from), time(to)),
    named(name),
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
    extensions(wanted),
  );
  const signature = sign('sha256', content, issuer?.key ?? key);
  const certificate = pem(sequence(content, SHA256_WITH_RSA, bits(signature)));
  return { name, certificate, privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(), key };
};

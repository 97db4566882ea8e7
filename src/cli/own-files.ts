import { readFile } from 'node:fs/promises';
import { TOOL, UsageError } from './errors.ts';
import { shown } from './quote.ts';

/** Longer than any file of certificates or any token. */
const MOST = 1_000_000;

/** The text of a file that the person named for live checks; nothing of it is ever printed. */
const read = async (file: string): Promise<string> => {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined && text.length <= MOST) return text;
  throw new UsageError('INPUT_UNREADABLE', `The file ${shown(file)} cannot be read.`, `${TOOL} probe --help`);
};

/** Where systems keep the issuers that they trust, in one file: https://go.dev/src/crypto/x509/root_linux.go */
const STORES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];
const BEGIN = '-----BEGIN CERTIFICATE-----';

/** The first store of the system that holds any certificate; `SSL_CERT_FILE` is what OpenSSL goes by. */
const systemStore = async (named: string | undefined): Promise<readonly string[]> => {
  for (const store of named ? [named, ...STORES] : STORES) {
    const text = await readFile(store, 'utf8').catch(() => '');
    if (text.includes(BEGIN)) return [text];
  }
  return [];
};

const givenStore = async (file: string): Promise<string> => {
  const text = await read(file);
  if (text.includes(BEGIN)) return text;
  throw new UsageError(
    'INPUT_UNREADABLE',
    `${shown(file)} holds no certificate as PEM text (${BEGIN}).`,
    `openssl x509 -inform DER -in FILE -out FILE.pem`,
  );
};

/**
 * Certificates to trust beside Node's own, as PEM: those of a file, if one is given, those of the system, which Node
 * before 22.15 does not tell, and those of NODE_EXTRA_CA_CERTS, which Node leaves out where others are named.
 */
export const readAuthorities = async (
  file: string | undefined,
  { NODE_EXTRA_CA_CERTS: extra, SSL_CERT_FILE: named }: Readonly<Record<string, string | undefined>>,
): Promise<readonly string[]> => {
  const given = file === undefined ? [] : [await givenStore(file)];
  const more = extra ? [await readFile(extra, 'utf8').catch(() => '')] : [];
  return [...given, ...(await systemStore(named)), ...more];
};

/** A certificate with its private key, as PEM. */
export const readCertificate = async (file: string): Promise<string> => {
  const text = await read(file);
  if (/-----BEGIN CERTIFICATE-----/.test(text) && /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/.test(text)) return text;
  throw new UsageError(
    'INPUT_UNREADABLE',
    `${shown(file)} must hold both the certificate and its private key, as PEM text.`,
    `openssl pkcs12 -in FILE.pfx -out FILE.pem -nodes`,
  );
};

/** A token that another issuer made, such as the one of a Kubernetes service account or of a build. */
export const readAssertion = async (file: string): Promise<string> => {
  const text = (await read(file)).trim();
  if (/^[\w-]{1,20000}\.[\w-]{1,200000}\.[\w-]{1,20000}$/.test(text)) return text;
  throw new UsageError(
    'INPUT_UNREADABLE',
    `${shown(file)} must hold one token (a JWT) and nothing else.`,
    `${TOOL} token ${shown(file)}`,
  );
};

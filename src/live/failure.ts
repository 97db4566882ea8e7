import { PRIVATE_ADDRESS } from './addresses.ts';

/** Why no answer came. */
export type FailureKind =
  | 'dns'
  | 'refused'
  | 'reset'
  | 'timeout'
  | 'tls'
  | 'certificate-time'
  | 'certificate-host'
  | 'certificate-issuer'
  | 'proxy'
  | 'private-address'
  | 'not-http'
  | 'interrupted';

/** What no answer means, for a person. The message of the error is left out: it may quote what was sent. */
export const FAILURE_WORDS: Readonly<Record<FailureKind, string>> = {
  dns: 'the name of the host was not found',
  refused: 'the connection was refused',
  reset: 'the connection was cut',
  timeout: 'no answer came in time',
  tls: 'no encrypted connection came about',
  'certificate-time':
    'the certificate of the host has expired or is not valid yet, if the clock of this machine is right',
  'certificate-host': 'the certificate belongs to another host, so something else answers in its place',
  'certificate-issuer':
    'the certificate comes from an issuer that this machine does not trust, often a company proxy that opens encrypted traffic: name its certificate with --ca FILE or NODE_EXTRA_CA_CERTS',
  proxy: 'the proxy did not let the request through',
  'private-address': 'the name leads to a private address (a private link, or a DNS that redirects)',
  'not-http': 'what answered does not speak HTTP',
  interrupted: 'it was interrupted',
};

/** Codes of Node (https://nodejs.org/api/tls.html#x509-certificate-error-codes) and of undici; the first that fits counts. */
const CODES: readonly (readonly [RegExp, FailureKind])[] = [
  [new RegExp(`^${PRIVATE_ADDRESS}$`), 'private-address'],
  [/^(?:ENOTFOUND|EAI_\w{1,20})$/, 'dns'],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, 'refused'],
  [/^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/, 'reset'],
  [/TIMEOUT|^ETIMEDOUT$|^TimeoutError$/, 'timeout'],
  [/^CERT_(?:HAS_EXPIRED|NOT_YET_VALID)$/, 'certificate-time'],
  // undici wraps a wrong name in this one where a proxy stands between: lib/dispatcher/proxy-agent.js.
  [/^ERR_TLS_CERT_ALTNAME_INVALID$|HOSTNAME_MISMATCH|^UND_ERR_PRX_TLS$/, 'certificate-host'],
  [/SELF_SIGNED|^UNABLE_TO_|^CERT_/, 'certificate-issuer'],
  [/^ERR_TLS|^ERR_SSL|^EPROTO$/, 'tls'],
  [/^HPE_|^HTTPParserError$|^UND_ERR_HEADERS_OVERFLOW$/, 'not-http'],
  [/^AbortError$/, 'interrupted'],
];

interface ErrorLike {
  readonly code?: unknown;
  readonly name?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

const named = (error: ErrorLike): FailureKind | undefined => {
  const words = [error.code, error.name].filter((word) => typeof word === 'string');
  // undici tells of a proxy that refuses a tunnel by its message only: lib/dispatcher/proxy-agent.js.
  if (typeof error.message === 'string' && error.message.startsWith('Proxy response (')) return 'proxy';
  return words.flatMap((word) => CODES.find(([pattern]) => pattern.test(word))?.[1] ?? [])[0];
};

/** What an error of the network means: the first of its chain of causes that is known. */
export const failureKind = (error: unknown, depth = 0): FailureKind => {
  if (typeof error !== 'object' || error === null || depth > 4) return 'reset';
  const { cause, errors, ...rest } = error as ErrorLike;
  const own = named({ ...rest, ...(error instanceof Error && { name: error.name, message: error.message }) });
  return own ?? failureKind(cause ?? errors?.[0], depth + 1);
};

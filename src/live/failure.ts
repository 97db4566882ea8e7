import { PRIVATE_ADDRESS } from './addresses.ts';

/** Why no answer came. */
export type FailureKind =
  | 'dns'
  | 'refused'
  | 'reset'
  | 'timeout'
  | 'tls'
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
  tls: 'the certificate of the host is not trusted (often a proxy that opens encrypted traffic)',
  proxy: 'the proxy did not let the request through',
  'private-address': 'the name leads to a private address (a private link, or a DNS that redirects)',
  'not-http': 'what answered does not speak HTTP',
  interrupted: 'it was interrupted',
};

const CODES: readonly (readonly [RegExp, FailureKind])[] = [
  [new RegExp(`^${PRIVATE_ADDRESS}$`), 'private-address'],
  [/^(?:ENOTFOUND|EAI_\w{1,20})$/, 'dns'],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, 'refused'],
  [/^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/, 'reset'],
  [/TIMEOUT|^ETIMEDOUT$|^TimeoutError$/, 'timeout'],
  [/^UND_ERR_PRX_TLS$/, 'proxy'],
  [/CERT|^ERR_TLS|^ERR_SSL|UNABLE_TO_|^EPROTO$|HOSTNAME_MISMATCH/, 'tls'],
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

import { expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

it.each([
  ['curl: (6) Could not resolve host: api.fabric.microsoft.com', 'dns'],
  ['Error: getaddrinfo ENOTFOUND api.powerbi.com', 'dns'],
  ['curl: (60) SSL certificate problem: unable to get local issuer certificate', 'tls'],
  ["{ code: 'CERT_HAS_EXPIRED' }", 'tls'],
  ['curl: (28) Connection timed out after 10001 milliseconds', 'timeout'],
  ['curl: (7) Failed to connect to api.powerbi.com port 443: Connection refused', 'refused'],
  ['Error: connect ECONNREFUSED 10.0.0.4:443', 'refused'],
  ['Error: read ECONNRESET', 'refused'],
  ['HTTP/1.1 407 Proxy Authentication Required', 'proxy'],
  ['GET https://api.powerbi.com/ net::ERR_NAME_NOT_RESOLVED', 'dns'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'tls'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
  ['net::ERR_CONNECTION_RESET\nTypeError: Failed to fetch', 'refused'],
  ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
  ['TypeError: Failed to fetch', 'no-answer'],
  ['AxiosError: Network Error', 'no-answer'],
  ['readyState: 0, status: 0', 'no-answer'],
  ['dial tcp: lookup api.powerbi.com on 10.0.0.10:53: server misbehaving', 'dns'],
  ['dial tcp: lookup api.fabric.microsoft.com: no such host', 'dns'],
  ["Der Remotename konnte nicht aufgelöst werden: 'api.powerbi.com'", 'dns'],
  ['tls: failed to verify certificate: x509: certificate signed by unknown authority', 'tls'],
  ['dial tcp 20.190.12.3:443: i/o timeout', 'timeout'],
  ['httpx.ConnectTimeout: [Errno 110] Connection timed out', 'timeout'],
  ['java.net.SocketTimeoutException: connect timed out', 'timeout'],
  ['tcp connect error: Connection refused (os error 111)', 'refused'],
  ["ProxyError('Cannot connect to proxy.', NewConnectionError('[Errno 111] Connection refused'))", 'proxy'],
  ['Die Verbindung mit dem Remoteserver kann nicht hergestellt werden.', 'no-answer'],
  ['Impossible de se connecter au serveur distant', 'no-answer'],
  ['Unable to connect to the remote server', 'no-answer'],
])('%s: the call ended before the service, %s', (text, outcome) => {
  expect(factsOf(text)('reach.outcome')).toBe(outcome);
});

it.each([
  ['code that handles it', "if (error.code === 'ECONNRESET') retry();"],
  ['code that waits for it', "if (xhr.status === 0) return 'status == 0';"],
  ['a status that starts with a nought', 'status: 0.5'],
  ['a list of codes', "const RETRY = ['ECONNRESET'];"],
  ['a server on this machine', 'Error: connect ECONNREFUSED 127.0.0.1:5000'],
  ['the endpoint of the managed identity', 'ConnectTimeoutError: 169.254.169.254 did not answer'],
  ['two different ends', 'curl: (6) Could not resolve host: x\ncurl: (28) Connection timed out'],
  [
    'a service that answered',
    'GET https://api.powerbi.com/v1.0/myorg/groups 401 (Unauthorized)\nan hour ago: read ECONNRESET',
  ],
])('%s says nothing of how the call ended', (_, text) => {
  expect(factsOf(text)('reach.outcome')).toBeUndefined();
});

it.each([
  ['curl: (6) Could not resolve host: api.powerbl.com'],
  ['Error: getaddrinfo ENOTFOUND api.powerbl.com'],
  ['dial tcp: lookup api.powerbl.com on 10.0.0.10:53: no such host'],
  ["The remote name could not be resolved: 'api.powerbl.com'"],
  ['No such host is known. (api.powerbl.com:443)'],
  ['java.net.UnknownHostException: api.powerbl.com'],
  [
    "HTTPSConnectionPool(host='api.powerbl.com', port=443): (Caused by NameResolutionError(\"<object>: Failed to resolve 'api.powerbl.com' ([Errno -2] Name or service not known)\"))",
  ],
])('%s: names the host that was not found', (text) => {
  expect(factsOf(text)('reach.host')).toBe('api.powerbl.com');
});

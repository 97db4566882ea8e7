/** What an option of curl means for the request. `skip` options take a value that says nothing about it,
 * `elsewhere` is an option that brings in headers or a credential which the command does not show. */
export type CurlOption =
  | 'header'
  | 'data'
  | 'data-urlencode'
  | 'json'
  | 'form'
  | 'method'
  | 'user'
  | 'bearer'
  | 'url'
  | 'get'
  | 'head'
  | 'upload'
  | 'agent'
  | 'elsewhere'
  | 'signs-in'
  | 'skip'
  | 'flag';

type Meanings = Readonly<Record<string, CurlOption>>;

/** What the options of a command mean, by their one letter and by their long name. Those that are not here are flags without a value. */
export interface CommandOptions {
  readonly short: Meanings;
  readonly long: Meanings;
}

const skipped = (names: string): Meanings =>
  Object.fromEntries(names.split(' ').map((name) => [name, 'skip' as const]));

const CURL_SHORT: Meanings = {
  H: 'header',
  d: 'data',
  F: 'form',
  X: 'method',
  u: 'user',
  G: 'get',
  I: 'head',
  T: 'upload',
  A: 'agent',
  K: 'elsewhere',
  n: 'signs-in',
  ...skipped([...'bcCDeEhmoPQrtUwxyYz'].join(' ')),
};

const SKIPPED =
  'cookie cookie-jar output proxy proxy-user max-time connect-timeout retry retry-delay retry-max-time write-out cacert ' +
  'capath cert cert-type key key-type pass referer range resolve connect-to interface limit-rate dump-header ' +
  'ciphers tls-max unix-socket noproxy dns-servers max-redirs aws-sigv4 trace trace-ascii stderr proto';

const CURL_LONG: Meanings = {
  header: 'header',
  data: 'data',
  'data-raw': 'data',
  'data-binary': 'data',
  'data-ascii': 'data',
  'data-urlencode': 'data-urlencode',
  json: 'json',
  form: 'form',
  'form-string': 'form',
  request: 'method',
  user: 'user',
  'oauth2-bearer': 'bearer',
  url: 'url',
  get: 'get',
  head: 'head',
  'upload-file': 'upload',
  'user-agent': 'agent',
  config: 'elsewhere',
  'expand-header': 'elsewhere',
  'expand-oauth2-bearer': 'elsewhere',
  'expand-data': 'elsewhere',
  'netrc-file': 'elsewhere',
  netrc: 'signs-in',
  'netrc-optional': 'signs-in',
  negotiate: 'signs-in',
  ntlm: 'signs-in',
  anyauth: 'signs-in',
  ...skipped(SKIPPED),
};

/** https://www.gnu.org/software/wget/manual/html_node/HTTP-Options.html */
const WGET_LONG: Meanings = {
  header: 'header',
  method: 'method',
  'post-data': 'data',
  'body-data': 'data',
  'post-file': 'elsewhere',
  'body-file': 'elsewhere',
  user: 'user',
  'http-user': 'user',
  'user-agent': 'agent',
  config: 'elsewhere',
  execute: 'elsewhere',
  ...skipped(
    'output-document output-file append-output directory-prefix tries timeout wait waitretry referer password ' +
      'http-password load-cookies save-cookies certificate private-key ca-certificate ca-directory max-redirect ' +
      'dns-timeout connect-timeout read-timeout limit-rate level quota retry-on-http-error compression proxy',
  ),
};

/** The commands that share the form of curl. */
export const COMMAND_OPTIONS = {
  curl: { short: CURL_SHORT, long: CURL_LONG },
  wget: {
    short: { U: 'agent', e: 'elsewhere', i: 'elsewhere', ...skipped('a o O P Q t T w l A R D') },
    long: WGET_LONG,
  },
} as const satisfies Readonly<Record<string, CommandOptions>>;

const ALONE: ReadonlySet<CurlOption> = new Set(['flag', 'get', 'head', 'signs-in']);

/** Whether an option stands alone, without a value. */
export const standsAlone = (option: CurlOption): boolean => ALONE.has(option);

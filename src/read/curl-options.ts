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

/** Options by their one letter. Letters that are not here are flags without a value. */
export const SHORT_OPTIONS: Readonly<Record<string, CurlOption>> = {
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
  ...Object.fromEntries([...'bcCDeEhmoPQrtUwxyYz'].map((letter) => [letter, 'skip' as const])),
};

const SKIPPED =
  'cookie cookie-jar output proxy proxy-user max-time connect-timeout retry retry-delay retry-max-time write-out cacert ' +
  'capath cert cert-type key key-type pass referer range resolve connect-to interface limit-rate dump-header ' +
  'ciphers tls-max unix-socket noproxy dns-servers max-redirs aws-sigv4 trace trace-ascii stderr proto';

/** Options by their long name. Names that are not here are flags without a value. */
export const LONG_OPTIONS: Readonly<Record<string, CurlOption>> = {
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
  ...Object.fromEntries(SKIPPED.split(' ').map((name) => [name, 'skip' as const])),
};

const ALONE: ReadonlySet<CurlOption> = new Set(['flag', 'get', 'head', 'signs-in']);

/** Whether an option stands alone, without a value. */
export const standsAlone = (option: CurlOption): boolean => ALONE.has(option);

import { buildToken } from './token.ts';

/** A GUID that differs for each number. */
const guid = (n: number): string =>
  `${n.toString(16).padStart(8, '0')}-1111-4222-8333-${n.toString(16).padStart(12, '0')}`;

const headers = (pairs: Readonly<Record<string, string>>) =>
  Object.entries(pairs).map(([name, value]) => ({ name, value }));

/** One entry of a HAR, as browsers write it. */
export const harEntry = (
  method: string,
  url: string,
  status: number,
  more: {
    readonly request?: Readonly<Record<string, string>>;
    readonly response?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly post?: object;
    readonly at?: string;
    readonly fields?: object;
  } = {},
) => ({
  startedDateTime: more.at ?? '2026-03-01T12:00:00.000Z',
  time: 12.5,
  request: {
    method,
    url,
    httpVersion: 'h2',
    headers: headers({ accept: '*/*', ...more.request }),
    queryString: [],
    cookies: [],
    ...(more.post && { postData: more.post }),
  },
  response: {
    status,
    statusText: '',
    headers: headers({ 'content-type': 'application/json', date: 'Sun, 01 Mar 2026 12:00:00 GMT', ...more.response }),
    content: { size: 1, mimeType: 'application/json', text: more.body ?? '{"value":[]}' },
  },
  cache: {},
  timings: {},
  ...more.fields,
});

/** A token that the calls of a recording carry, expired before they were made. */
export const expiredToken = (): string =>
  buildToken({
    aud: 'https://analysis.windows.net/powerbi/api',
    exp: 1_772_360_000,
    nbf: 1_772_350_000,
    scp: 'Report.Read.All',
  });

/** A call that fails because its token is expired; ids differ from call to call. */
export const expiredCall = (n: number, token: string) =>
  harEntry('GET', `https://api.powerbi.com/v1.0/myorg/groups/${guid(n)}/reports`, 403, {
    request: { Authorization: `Bearer ${token}` },
    response: { requestid: guid(n + 7), 'x-powerbi-error-info': 'TokenExpired' },
    body: '{"error":{"code":"TokenExpired"}}',
  });

/** A call that goes well, with a body of about `size` characters full of what a scanner could stumble over. */
export const goodCall = (n: number, size = 600) =>
  harEntry('GET', `https://app.powerbi.com/13.0/scripts/chunk-${n}.js`, 200, {
    body: '{"a":"\\\\","b":"}]\\"{["}'.repeat(Math.ceil(size / 23)),
  });

/** The text of a HAR with these entries, piece by piece. */
export const harText = function* (entries: Iterable<object>): Generator<string> {
  yield '{"log":{"version":"1.2","creator":{"name":"entries","version":"{["},"pages":[{"id":"entries"}],"entries":[';
  let first = true;
  for (const entry of entries) {
    yield `${first ? '' : ','}\n${JSON.stringify(entry)}`;
    first = false;
  }
  yield ']}}\n';
};

/** A line of a log as pino writes it: a call that fails because its token is expired. */
export const logLine = (n: number): string =>
  `${JSON.stringify({ level: 50, time: 1_772_366_400_000, req: { method: 'GET', url: `https://api.powerbi.com/v1.0/myorg/groups/${n}` }, res: { statusCode: 403, headers: { 'x-powerbi-error-info': 'TokenExpired' } }, msg: `failed ${n}` })}\n`;

import { describe, expect, it } from 'vitest';
import type { Piece } from '../../model/incident.ts';
import { seal } from '../../model/secret.ts';
import { wireLogReader } from './wire-log.ts';

const read = (lines: readonly string[]): readonly Piece[] =>
  wireLogReader.read(lines.join('\n'), 0).map(({ piece }) => piece);
const URL = 'https://api.fabric.microsoft.com/v1/workspaces';
const BODY = '{"errorCode":"TokenExpired"}';

describe('the wire log of Apache HttpClient', () => {
  const log = (arrow: string, texts: readonly string[]) =>
    texts.map((text) => `DEBUG org.apache.http.wire - http-outgoing-0 ${arrow} "${text} [\\r][\\n]"`);
  const sent = log('>>', ['GET /v1/workspaces HTTP/1.1', 'Host: api.fabric.microsoft.com']);
  const end = log('>>', ['']);
  const received = log('<<', ['HTTP/1.1 401 Unauthorized', 'Transfer-Encoding: chunked', '', '1c']);
  const body = [`DEBUG org.apache.http.wire - http-outgoing-0 << "${BODY}"`, ...log('<<', ['', '0', ''])];

  it('shows a request whole, so that what it lacks is missing', () => {
    expect(read([...sent, ...end, ...received, ...body])).toMatchObject([
      { kind: 'request', complete: true, method: 'GET', url: URL, authorization: 'missing' },
      { kind: 'response', complete: true, status: 401, body: BODY },
    ]);
  });

  it('says nothing of headers that stood behind the cut', () => {
    const [request] = read(sent);
    expect(request).toMatchObject({ kind: 'request', complete: false });
    expect(request).not.toHaveProperty('authorization');
  });

  it('says nothing of a body that stood behind the cut', () => {
    expect(read([...sent, ...end, ...received])[1]).toMatchObject({ kind: 'response', complete: false });
  });
});

describe('the log of OkHttp', () => {
  const log = (before: string, headers: readonly string[] = []) => [
    `${before}--> POST ${URL} h2`,
    ...headers.map((header) => before + header),
    `${before}Content-Length: 6`,
    before,
    `${before}{"a":1}`,
    `${before}--> END POST (403-byte body)`,
    `${before}<-- 401 ${URL} (12ms)`,
    `${before}<-- END HTTP (0-byte body)`,
  ];

  it.each(['', '02-27 09:14:09.123  4711  4790 D OkHttp  : ', 'INFO: '])('is read behind %j', (before) => {
    expect(read(log(before, [`Authorization: Bearer ${seal(1)}`]))).toMatchObject([
      { kind: 'request', method: 'POST', url: URL, bearer: 1, body: '{"a":1}' },
      { kind: 'response', status: 401 },
    ]);
  });

  it('never calls a header missing that another interceptor may add', () => {
    const [request] = read(log(''));
    expect(request).toMatchObject({ complete: false });
    expect(request).not.toHaveProperty('authorization');
  });
});

describe('messages in quotes', () => {
  it('are read from the dump of Go, whose transport may add the token later', () => {
    const dump = String.raw`"GET /v1/workspaces HTTP/1.1 \r\n Host: api.fabric.microsoft.com \r\n  \r\n "`;
    const answer = String.raw`2026/02/27 "HTTP/1.1 401 Unauthorized \r\n Content-Length: 28 \r\n  \r\n {\"errorCode\":\"TokenExpired\"}"`;
    const [request, response] = read([dump, answer]);
    expect(request).toMatchObject({ kind: 'request', complete: false, method: 'GET', url: URL });
    expect(request).not.toHaveProperty('authorization');
    expect(response).toMatchObject({ status: 401, body: BODY });
  });

  it('are read from the debug output of Ruby, each once', () => {
    const sent = String.raw`<- "GET /v1/workspaces HTTP/1.1 \r\n Host: api.fabric.microsoft.com \r\n  \r\n "`;
    const received = ['HTTP/1.1 401 Unauthorized', 'Content-Length: 0', ''].map((text) => `-> "${text}\\r\\n"`);
    expect(read([sent, ...received, 'Conn close'])).toMatchObject([
      { kind: 'request', complete: true, url: URL, authorization: 'missing' },
      { kind: 'response', complete: true, status: 401, body: '' },
    ]);
  });

  it('are no messages where code only names one', () => {
    expect(read(['assert.Equal(t, "HTTP/1.1 401", status)', 'x := "GET /v1/workspaces"'])).toEqual([]);
  });
});

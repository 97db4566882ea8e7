import { describe, expect, it } from 'vitest';
import type { Piece, Request, Response } from '../../model/incident.ts';
import { seal } from '../../model/secret.ts';
import { callDumpReader } from '../http/call-dump.ts';
import { dotnetMessageReader } from '../http/dotnet-message.ts';
import { httpClientLogReader } from '../http/http-client-log.ts';
import type { Reader } from '../text/text.ts';

const read = (reader: Reader, text: string): readonly Piece[] => reader.read(text, 0).map(({ piece }) => piece);
const URL = 'https://api.fabric.microsoft.com/v1/workspaces';

describe('a call as .NET prints it', () => {
  const request = `Method: GET, RequestUri: '${URL}', Version: 1.1, Content: <null>, Headers:\n{\n  Accept: */*\n`;
  const answer =
    "StatusCode: 401, ReasonPhrase: 'Unauthorized', Version: 1.1, Content: System.Net.Http.HttpConnectionResponseContent, Headers:\n{\n  Content-Length: 0\n";

  it('is whole with its bracket', () => {
    expect(read(dotnetMessageReader, `${request}}\n${answer}}`)).toMatchObject([
      { kind: 'request', complete: true, method: 'GET', url: URL, authorization: 'missing' },
      { kind: 'response', complete: true, status: 401, body: '' },
    ]);
  });

  it('says nothing of headers that may have been cut off', () => {
    const [cut, reply] = read(dotnetMessageReader, `${request}\n${answer}`) as [Request, Response];
    expect(cut).toMatchObject({ complete: false });
    expect(cut.authorization).toBeUndefined();
    expect(reply.complete).toBe(false);
  });
});

describe('a call as axios prints it', () => {
  const dump = (end: string) =>
    `{\n  config: {\n    headers: Object [AxiosHeaders] {\n      Accept: '*/*'${end}\n    },\n    validateStatus: [Function: validateStatus],\n    method: 'post',\n    baseURL: 'https://api.fabric.microsoft.com',\n    url: '/v1/workspaces',\n    data: '{"displayName":"Sales"}'\n  }\n}`;

  it('is whole with all its headers', () => {
    expect(read(callDumpReader, dump(`,\n      Authorization: 'Bearer ${seal(2)}'`))).toMatchObject([
      { complete: true, method: 'POST', url: URL, bearer: 2, body: '{"displayName":"Sales"}' },
    ]);
    expect(read(callDumpReader, dump(''))).toMatchObject([{ complete: true, authorization: 'missing' }]);
  });

  it('is not whole where its headers were cut off', () => {
    const text = dump('').replace(/'\*\/\*'\n {4}\},/, "'*/*',\n      ... more");
    for (const piece of read(callDumpReader, text)) expect(piece).toMatchObject({ complete: false });
  });

  it('is only what somebody means to send where code holds it', () => {
    const text = `const o = {\n  method: 'get',\n  url: '${URL}',\n  headers: {\n    'Accept': '*/*'\n  }\n};`;
    const [request] = read(callDumpReader, text) as [Request];
    expect(request).toMatchObject({ complete: false, method: 'GET' });
    expect(request.authorization).toBeUndefined();
  });

  it('is an answer where it has a status and no method', () => {
    const text = `Response {\n  status: 401,\n  headers: Headers {\n    requestid: 'r1',\n    date: 'x'\n  },\n  url: '${URL}'\n}`;
    expect(read(callDumpReader, text)).toMatchObject([{ kind: 'response', status: 401, url: URL }]);
  });
});

describe("a call in the log of Python's HTTP client", () => {
  const sent = `send: b'GET /v1/workspaces HTTP/1.1 \\r\\n Host: api.fabric.microsoft.com \\r\\n Accept: */*`;

  it('is whole with the blank line behind its headers', () => {
    const log = `${sent} \\r\\n  \\r\\n '\nreply: 'HTTP/1.1 401 Unauthorized\\r\\n'\nheader: RequestId: r1\nheader: Content-Length: 0\ndone`;
    expect(read(httpClientLogReader, log)).toMatchObject([
      { kind: 'request', complete: true, method: 'GET', url: URL, authorization: 'missing' },
      { kind: 'response', status: 401, body: '' },
    ]);
  });

  it('says nothing of headers that may have been cut off', () => {
    const [request] = read(httpClientLogReader, sent) as [Request];
    expect(request.complete).toBe(false);
    expect(request.authorization).toBeUndefined();
  });
});

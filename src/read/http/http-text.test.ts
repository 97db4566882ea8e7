import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import type { Request, Response } from '../../model/incident.ts';
import { seal } from '../../model/secret.ts';
import { httpTextReader } from './http-text.ts';

const read = (text: string): readonly (Request | Response)[] =>
  httpTextReader
    .read(text, 0)
    .flatMap(({ piece }) => (piece.kind === 'request' || piece.kind === 'response' ? [piece] : []));

describe('HTTP text', () => {
  it('reads a request with headers and body and the answer to it', () => {
    const pieces = read(
      `POST /v1/workspaces HTTP/1.1\nHost: api.fabric.microsoft.com\nAuthorization: Bearer ${seal(1)}\n\n{"displayName":"x"}\n\nHTTP/1.1 403 Forbidden\nrequestId: 1\nContent-Type: application/json\n\n{"errorCode":"InsufficientPrivileges"}\nWhat is wrong?`,
    );
    expect(pieces).toMatchObject([
      {
        kind: 'request',
        method: 'POST',
        url: 'https://api.fabric.microsoft.com/v1/workspaces',
        bearer: 1,
        body: '{"displayName":"x"}',
        complete: false,
      },
      { kind: 'response', status: 403, complete: true, body: '{"errorCode":"InsufficientPrivileges"}' },
    ]);
  });

  it.each(['GET', 'POST'])('takes an error right below a %s line for the answer, not for the body', (method) => {
    const value = factsOf(
      `${method} https://api.fabric.microsoft.com/v1/workspaces\n{"requestId":"1","errorCode":"InsufficientPrivileges","message":"No."}`,
    );
    expect(value('request.body-names')).toBeUndefined();
    expect(value('response.codes')).toEqual(['InsufficientPrivileges']);
  });

  it.each([
    ['{"message":"Forbidden"}', 403],
    ['{"error_description":"AADSTS700082: The refresh token has expired."}', undefined],
  ])('takes JSON below a GET for the answer, as a GET has no body: %s', (answer, status) => {
    const value = factsOf(`GET https://api.fabric.microsoft.com/v1/workspaces\nAccept: */*\n\n${answer}`);
    expect(value('request.body-names')).toBeUndefined();
    expect(value('response.status')).toBe(status);
    expect(value('response.message') ?? value('entra.codes')).toBeDefined();
  });

  it('takes other JSON below the line for the body', () => {
    for (const body of ['{"displayName":"Sales"}', '{"message":"hello"}']) {
      const value = factsOf(`POST https://api.fabric.microsoft.com/v1/workspaces\n${body}`);
      expect(value('request.body-names')).toEqual(Object.keys(JSON.parse(body)));
      expect(value('response.codes')).toBeUndefined();
    }
  });

  it('leaves open whether a request without Authorization had one', () => {
    const [request] = read('GET https://api.powerbi.com/v1.0/myorg/groups HTTP/1.1\nAccept: */*');
    expect(request).toMatchObject({ kind: 'request', complete: false });
    expect(request).not.toHaveProperty('authorization');
  });

  it('knows that a body is empty only where the answer says so', () => {
    const head = 'HTTP/1.1 401 Unauthorized\nContent-Length: 0\nDate: x';
    expect(read(`${head}\n\n`)[0]).toMatchObject({ body: '', complete: true });
    expect(read(`${head}\n`)[0]).toMatchObject({ body: '', complete: false });
    const [status] = read('HTTP/1.1 401 Unauthorized');
    expect(status).toMatchObject({ status: 401, complete: false });
    expect(status).not.toHaveProperty('body');
  });

  it('reads the talk of curl -v as the whole truth', () => {
    const pieces = read(
      [
        '*   Trying 1.2.3.4:443...',
        '> GET /v1.0/myorg/groups HTTP/2',
        '> Host: api.powerbi.com',
        '> accept: */*',
        '>',
        '{ [5 bytes data]',
        '< HTTP/2 401',
        '< www-authenticate: Bearer',
        '<',
        '{"error":{"code":"x"}}* Connection #0 to host left intact',
      ].join('\n'),
    );
    expect(pieces).toMatchObject([
      { complete: true, url: 'https://api.powerbi.com/v1.0/myorg/groups', authorization: 'missing' },
      { complete: true, status: 401, body: '{"error":{"code":"x"}}' },
    ]);
  });

  it('reads a line of a browser console as request and answer', () => {
    expect(read('GET https://wabi.analysis.windows.net/metadata/cluster 403 (Forbidden)')).toMatchObject([
      { kind: 'request', method: 'GET', url: 'https://wabi.analysis.windows.net/metadata/cluster' },
      { kind: 'response', status: 403 },
    ]);
  });

  it('reads a body below a caption', () => {
    const [request] = read(
      'POST https://api.powerbi.com/v1.0/myorg/groups/<id>/users\nBody:\n{\n "principalType": "App"\n}',
    );
    expect(request).toMatchObject({
      url: 'https://api.powerbi.com/v1.0/myorg/groups/<id>/users',
      body: '{\n "principalType": "App"\n}',
    });
  });

  it('takes no prose for the body of a request', () => {
    const [request] = read('GET https://api.powerbi.com/v1.0/myorg/groups HTTP/1.1\n\nThis worked until yesterday.');
    expect(request).not.toHaveProperty('body');
  });

  it.each([
    [`Bearer ${seal(1)}`, 'bearer'],
    [`Bearer Bearer ${seal(1)}`, 'doubled-scheme'],
    [`Bearer "${seal(1)}"`, 'quoted'],
    [`${seal(1)}`, 'no-scheme'],
    ['Bearer ', 'empty'],
    ['Basic x', 'basic'],
    [`EmbedToken ${seal(1)}`, 'embed-token'],
    [`ApiKey ${seal(1)}`, 'other-scheme'],
    [`Bearer${seal(1)}`, 'broken'],
  ])('tells the form of the header %j', (value, form) => {
    expect(read(`GET https://h.example/p HTTP/1.1\nAuthorization: ${value}`)[0]).toMatchObject({ authorization: form });
  });
});

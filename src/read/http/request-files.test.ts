import { describe, expect, it } from 'vitest';
import type { Piece, Request, Response } from '../../model/incident.ts';
import { seal } from '../../model/secret.ts';
import { readText } from '../read.ts';

const pieces = (text: string): readonly Piece[] => readText(text, 0).map(({ piece }) => piece);
const requests = (text: string): readonly Request[] =>
  pieces(text).filter((piece): piece is Request => piece.kind === 'request');
const responses = (text: string): readonly Response[] =>
  pieces(text).filter((piece): piece is Response => piece.kind === 'response');

const W = 'cfafbeb1-0000-4000-8000-000000000002';

describe('the reader of Postman collections', () => {
  const collection = (over: object): string =>
    JSON.stringify({
      info: { name: 'Fabric', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      variable: [{ key: 'workspaceId', value: W }],
      auth: { type: 'bearer', bearer: [{ key: 'token', value: seal(1), type: 'string' }] },
      item: [
        {
          name: 'folder',
          item: [
            {
              name: 'items',
              request: {
                method: 'GET',
                url: { raw: 'https://api.fabric.microsoft.com/v1/workspaces/{{workspaceId}}/items' },
                header: [
                  { key: 'Accept', value: 'application/json' },
                  { key: 'X-Off', value: '1', disabled: true },
                ],
              },
            },
          ],
        },
      ],
      ...over,
    });

  it('gives a request the bearer that its collection has, fills variables in and leaves disabled headers out', () => {
    expect(requests(collection({}))).toMatchObject([
      {
        method: 'GET',
        url: `https://api.fabric.microsoft.com/v1/workspaces/${W}/items`,
        headers: [
          { name: 'Accept', value: 'application/json' },
          { name: 'Authorization', value: `Bearer ${seal(1)}` },
        ],
        authorization: 'bearer',
        bearer: 1,
      },
    ]);
  });

  it('knows that a request without authorization has none, unless a script may add it or the text is cut off', () => {
    const none = { auth: { type: 'noauth' } };
    const script = { ...none, event: [{ listen: 'prerequest', script: { exec: ['pm.request.headers.add(x)'] } }] };
    expect(requests(collection(none))[0]?.authorization).toBe('missing');
    expect(requests(collection(script))[0]?.authorization).toBeUndefined();
    expect(requests(collection({ auth: undefined }))[0]?.authorization).toBeUndefined();
    const cut = collection(none).replace(/\}\]\}\]\}$/, '');
    expect(requests(cut)).toMatchObject([{ complete: false, method: 'GET' }]);
    expect(requests(cut)[0]?.authorization).toBeUndefined();
  });

  it('reads one request that was copied out of a collection, and no entry of a HAR file', () => {
    const request = {
      method: 'GET',
      header: [{ key: 'Authorization', value: `Bearer ${seal(1)}` }],
      url: 'https://api.fabric.microsoft.com/v1/workspaces',
    };
    expect(requests(JSON.stringify({ name: 'a', request }))).toMatchObject([
      { bearer: 1, place: { what: 'request of a Postman collection' } },
    ]);
    const har = JSON.stringify({ request: { method: 'GET', headers: [], url: request.url } });
    expect(requests(har).map(({ place }) => place.what)).not.toContain('request of a Postman collection');
  });

  it('reads the form of a token request without its disabled fields, and the OAuth settings of a request', () => {
    const form = {
      item: [
        {
          name: 'token',
          request: {
            method: 'POST',
            url: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
            body: {
              mode: 'urlencoded',
              urlencoded: [
                { key: 'grant_type', value: 'client_credentials' },
                { key: 'scope', value: 'a/.default b', disabled: true },
                { key: 'resource', value: 'https://a.example/?x=1&y' },
              ],
            },
          },
        },
      ],
    };
    expect(requests(collection(form))[0]?.body).toBe(
      'grant_type=client_credentials&resource=https://a.example/?x%3D1%26y',
    );
    const oauth2 = [
      { key: 'accessTokenUrl', value: 'https://login.microsoftonline.com/common/oauth2/v2.0/token' },
      { key: 'grant_type', value: 'authorization_code_with_pkce' },
      { key: 'scope', value: '.default' },
    ];
    expect(requests(collection({ auth: { type: 'oauth2', oauth2 } }))[0]).toMatchObject({
      method: 'POST',
      body: 'grant_type=authorization_code&scope=.default',
    });
  });
});

describe('the reader of .http files', () => {
  const file = [
    '@host = https://api.fabric.microsoft.com',
    '@base = {{host}}/v1',
    '',
    '### list',
    '# @name items',
    `GET {{base}}/workspaces/${W}/items`,
    '    ?type=Report',
    '    &recursive=false',
    `Authorization: Bearer ${seal(1)}`,
    '',
    '> {% client.log("HTTP/1.1 500 no answer");',
    '< HTTP/1.1 500 %}',
    '',
    '### second',
    'DELETE {{base}}/workspaces/{{unknown}}',
  ].join('\n');

  it('fills in what the file defines, joins a URL over several lines and leaves comments and scripts out', () => {
    expect(requests(file)).toMatchObject([
      {
        method: 'GET',
        url: `https://api.fabric.microsoft.com/v1/workspaces/${W}/items?type=Report&recursive=false`,
        bearer: 1,
        complete: false,
        place: { line: 6 },
      },
      { method: 'DELETE', url: 'https://api.fabric.microsoft.com/v1/workspaces/{{unknown}}', place: { line: 15 } },
    ]);
    expect(responses(file)).toEqual([]);
  });

  it('claims nothing absent from a file that is cut off in a request', () => {
    const cut = file.slice(0, file.indexOf('Authorization'));
    expect(requests(cut)).toMatchObject([{ method: 'GET', complete: false }]);
    expect(requests(cut)[0]?.authorization).toBeUndefined();
  });

  it('comes to an end with variables that name themselves or grow', () => {
    const grows = `@a = {{a}}{{a}}{{b}}\n@b = {{a}}{{a}}\n${'GET https://api.fabric.microsoft.com/{{a}}\n'.repeat(2000)}`;
    expect(requests(grows).length).toBeGreaterThan(0);
  });

  it('leaves a page with headings alone', () => {
    expect(requests('### Request\nGET https://api.fabric.microsoft.com/v1/workspaces\n### End')).toMatchObject([
      { url: 'https://api.fabric.microsoft.com/v1/workspaces' },
    ]);
  });
});

describe('the reader of proxy logs', () => {
  const url = `https://api.powerbi.com/v1.0/myorg/groups/${W}/reports`;

  it('reads a call and its answer, with or without the version of HTTP', () => {
    const log = `127.0.0.1:52314: GET ${url}\n    authorization: Bearer ${seal(1)}\n\n << 403 Forbidden 12b\n    requestid: a\n    date: b\n\n    {"error":{"code":"PowerBINotAuthorizedException"}}\n`;
    expect(requests(log)).toMatchObject([{ method: 'GET', url, bearer: 1, complete: false }]);
    expect(responses(log)).toMatchObject([
      { status: 403, complete: true, body: '{"error":{"code":"PowerBINotAuthorizedException"}}', place: { line: 4 } },
    ]);
    expect(responses(`[::1]:5: POST ${url} HTTP/2.0\n     << HTTP/2.0 401 Unauthorized 0b`)).toMatchObject([
      { status: 401, complete: false },
    ]);
  });

  it('claims nothing absent from an answer that the log cut off', () => {
    const log = `127.0.0.1:5: GET ${url}\n\n << 403 Forbidden 9k\n    requestid: a\n    date: b\n\n    {"error":{"code":"PowerBINotAuth\n    (cut off)\n`;
    expect(responses(log)).toMatchObject([{ status: 403, complete: false }]);
  });
});

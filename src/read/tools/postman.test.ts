import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import type { Piece, Request } from '../../model/incident.ts';
import type { Json } from '../../model/secret.ts';
import { readText } from '../read.ts';

const URL_OF = 'https://api.fabric.microsoft.com/v1/workspaces';

/** A collection with one item, as it is exported. */
const collection = (item: Json, over: object = {}): string =>
  JSON.stringify({ info: { name: 'c' }, item: [item], ...over }, undefined, 1);

const request = (over: object): string =>
  collection({ name: 'r', request: { method: 'GET', header: [], url: URL_OF, ...over } });
const pieces = (text: string): readonly Piece[] => readText(text, 0).map(({ piece }) => piece);
const only = (text: string): readonly Request[] =>
  pieces(text).filter((piece): piece is Request => piece.kind === 'request');

describe('a request of a Postman collection', () => {
  it.each<[string, Json | undefined, string | undefined]>([
    ['a text', `${URL_OF}/a`, `${URL_OF}/a`],
    [
      'parts without the whole',
      { protocol: 'https', host: ['api', 'fabric', 'microsoft', 'com'], path: ['v1', 'workspaces'] },
      URL_OF,
    ],
    ['parts without a scheme', { host: 'api.fabric.microsoft.com', path: 'v1/workspaces' }, URL_OF],
    [
      'a query in parts, without what is off',
      {
        host: ['a', 'com'],
        path: ['x'],
        query: [
          { key: 'top', value: '1' },
          { key: 'off', value: '2', disabled: true },
        ],
      },
      'https://a.com/x?top=1',
    ],
    ['a host that is a variable, which brings its scheme', { host: ['{{base}}'], path: ['v1'] }, '{{base}}/v1'],
    ['parts without a host', { path: ['v1'] }, undefined],
    ['nothing', null, undefined],
  ])('has a URL from %s', (_name, url, wanted) => expect(only(request({ url }))[0]?.url).toBe(wanted));

  it('has the method GET where none is named a text, and headers in the form of version 2.0', () => {
    const [one] = only(
      request({ method: 5, header: { Accept: 'text/plain', 'X-Count': 2, 'X-None': null, 'X-Odd': {} } }),
    );
    expect([one?.method, one?.headers]).toEqual([
      'GET',
      [
        { name: 'Accept', value: 'text/plain' },
        { name: 'X-Count', value: '2' },
        { name: 'X-None', value: '' },
      ],
    ]);
  });

  it.each<[string, Json, string | undefined, string | undefined]>([
    ['raw text', { mode: 'raw', raw: '{"a":1}' }, '{"a":1}', undefined],
    ['a form', { mode: 'formdata', formdata: [{ key: 'a', value: 'x y' }] }, 'a=x%20y', 'multipart/form-data'],
    ['a file, which the export does not hold', { mode: 'file', file: { src: 'a.pbix' } }, undefined, undefined],
    ['no mode', { raw: 'x' }, undefined, undefined],
  ])('has the body of %s', (_name, body, wanted, type) => {
    const [one] = only(request({ method: 'POST', body }));
    expect(one?.body).toBe(wanted);
    expect(one?.headers?.find(({ name }) => name === 'Content-Type')?.value).toBe(type);
  });

  it.each<[string, Json, string | undefined]>([
    ['basic', { type: 'basic', basic: [{ key: 'username', value: 'me' }] }, 'Basic'],
    ['a bearer that is empty', { type: 'bearer', bearer: [] }, 'Bearer '],
    ['a bearer in the form of version 2.0', { type: 'bearer', bearer: { token: 'abc' } }, 'Bearer abc'],
    [
      'OAuth that puts the token into the URL',
      {
        type: 'oauth2',
        oauth2: [
          { key: 'accessToken', value: 'abc' },
          { key: 'addTokenTo', value: 'queryParams' },
        ],
      },
      undefined,
    ],
    ['OAuth without a token', { type: 'oauth2', oauth2: [] }, undefined],
    ['OAuth with a token', { type: 'oauth2', oauth2: [{ key: 'accessToken', value: 'abc' }] }, 'Bearer abc'],
    ['another kind', { type: 'apikey', apikey: [] }, undefined],
    ['no kind', { bearer: [] }, undefined],
  ])('sends what %s makes of it', (_name, auth, wanted) =>
    expect(only(request({ auth }))[0]?.headers?.find(({ name }) => name === 'Authorization')?.value).toBe(wanted),
  );

  it('keeps a header that it has itself', () => {
    const header = [
      { key: 'authorization', value: 'Basic own' },
      { key: 'content-type', value: 'text/csv' },
    ];
    const [one] = only(request({ header, auth: { type: 'basic' }, body: { mode: 'urlencoded', urlencoded: [] } }));
    expect(one?.headers).toEqual([
      { name: 'authorization', value: 'Basic own' },
      { name: 'content-type', value: 'text/csv' },
    ]);
  });
});

describe('the OAuth settings of a request', () => {
  const oauth = (...values: readonly (readonly [string, string])[]): Json => ({
    type: 'oauth2',
    oauth2: values.map(([key, value]) => ({ key, value })),
  });

  it('are the request for a token that Postman would send, with its variables and without what is empty', () => {
    const url = 'https://login.microsoftonline.com/{{tenant}}/oauth2/v2.0/token';
    const auth = oauth(
      ['accessTokenUrl', url],
      ['grant_type', 'authorization_code_with_pkce'],
      ['clientId', 'app'],
      ['scope', ''],
      ['tokenName', 'x'],
    );
    const text = collection(
      { request: { method: 'GET', header: [], url: URL_OF, auth } },
      { variable: [{ key: 'tenant', value: 'contoso' }] },
    );
    expect(only(text)[0]).toMatchObject({
      url: 'https://login.microsoftonline.com/contoso/oauth2/v2.0/token',
      body: 'grant_type=authorization_code&client_id=app',
    });
  });

  it('are none without an address', () => {
    for (const auth of [oauth(), oauth(['accessTokenUrl', ''])]) expect(only(request({ auth }))).toHaveLength(1);
  });
});

describe('an answer that was saved', () => {
  const saved = (answer: object): string =>
    collection({
      request: { method: 'GET', header: [], url: URL_OF, auth: { type: 'noauth' } },
      response: [
        { code: 403, header: [], originalRequest: { method: 'POST', header: [], url: `${URL_OF}/x` }, ...answer },
      ],
    });

  it('is read with the request that it answers', () => {
    const value = factsOf(saved({ body: '{"errorCode":"InsufficientScopes"}' }));
    expect([value('response.status'), value('response.code'), value('request.method'), value('request.url')]).toEqual([
      403,
      'InsufficientScopes',
      'POST',
      `${URL_OF}/x`,
    ]);
  });

  it('says nothing of a failure where it is a success, has no status or no request', () => {
    for (const answer of [{ code: 200 }, { code: 'Forbidden' }, { originalRequest: null }]) {
      expect(pieces(saved(answer)).filter(({ kind }) => kind === 'response')).toEqual([]);
    }
  });
});

it('folders in folders without end are left after a while', () => {
  const deep = 60;
  const inner: Json = { request: { method: 'GET', header: [], url: URL_OF } };
  const nested = Array.from({ length: deep }).reduce<Json>((item) => ({ item: [item] }), inner);
  expect(only(collection(nested)).map(({ place }) => place.what)).toEqual(['URL']);
});

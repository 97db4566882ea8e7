import { describe, expect, it } from 'vitest';
import { apiClientReader } from './api-client.ts';
import { brunoReader } from './bruno.ts';

const URL = 'https://api.fabric.microsoft.com/v1/workspaces';
const TOKEN_URL = 'https://login.microsoftonline.com/common/oauth2/v2.0/token';

const requestsIn = (reader: typeof brunoReader, text: string) => reader.read(text, 0).map(({ piece }) => piece);

const thunder = (...requests: readonly object[]): string =>
  JSON.stringify({ clientName: 'Thunder Client', folders: [], requests });

describe('files of Bruno', () => {
  const bru = (auth: string, more = ''): string =>
    `meta {\n  name: a\n}\n\nget {\n  url: ${URL}/{{id}}\n  auth: ${auth}\n}\n${more}`;

  it('give the call with variables of the file filled in and others as masks', () => {
    const text = bru('none', '\nvars:pre-request {\n  id: 7\n}\n');
    expect(requestsIn(brunoReader, text)).toMatchObject([{ method: 'GET', url: `${URL}/7` }]);
    expect(requestsIn(brunoReader, bru('none'))).toMatchObject([{ url: `${URL}/{{id}}` }]);
  });

  it('leave out headers that are switched off', () => {
    const [request] = requestsIn(brunoReader, bru('none', '\nheaders {\n  Accept: a\n  ~X-Old: b\n}\n'));
    expect(request).toMatchObject({ headers: [{ name: 'Accept', value: 'a' }] });
  });

  it('never show that a token is missing, as a folder may add it', () => {
    expect(requestsIn(brunoReader, bru('none'))[0]).not.toHaveProperty('authorization');
  });

  it('give the request for the token that their settings make', () => {
    const oauth = `\nauth:oauth2 {\n  grant_type: client_credentials\n  access_token_url: ${TOKEN_URL}\n  scope: a/.default\n}\n`;
    expect(requestsIn(brunoReader, bru('oauth2', oauth))[0]).toMatchObject({
      method: 'POST',
      url: TOKEN_URL,
      body: 'grant_type=client_credentials&scope=a/.default',
    });
  });

  it('give a form as one, and the text of a body without its indentation', () => {
    const form = `post {\n  url: ${TOKEN_URL}\n}\n\nbody:form-urlencoded {\n  grant_type: password\n}\n`;
    expect(requestsIn(brunoReader, form)).toMatchObject([{ method: 'POST', body: 'grant_type=password' }]);
    const json = `post {\n  url: ${URL}\n}\n\nbody:json {\n  {\n    "a": 1\n  }\n}\n`;
    expect(requestsIn(brunoReader, json)).toMatchObject([{ body: '{\n  "a": 1\n}' }]);
  });

  it('are read one after the other', () => {
    expect(requestsIn(brunoReader, `${bru('none')}\n${bru('none')}`)).toHaveLength(2);
  });

  it('give nothing where the call itself is cut off', () => {
    expect(requestsIn(brunoReader, `meta {\n  name: a\n}\n\nget {\n  url: ${URL}/5a0c`)).toEqual([]);
  });
});

describe('collections of other clients', () => {
  it('give the token of the folder to a request that has none of its own', () => {
    const text = JSON.stringify({
      __export_format: 4,
      resources: [{ authentication: { type: 'bearer', token: 'x' }, children: [{ url: URL, method: 'GET' }] }],
    });
    expect(requestsIn(apiClientReader, text)).toMatchObject([
      { url: URL, authorization: 'bearer', headers: [{ name: 'Authorization', value: 'Bearer x' }] },
    ]);
  });

  it('give the parameters that stand beside the address', () => {
    const request = { endpoint: URL, method: 'GET', params: [{ key: 'type', value: 'Report', active: true }] };
    const text = JSON.stringify([{ requests: [{ ...request, preRequestScript: '' }] }]);
    expect(requestsIn(apiClientReader, text)).toMatchObject([{ url: `${URL}?type=Report` }]);
  });

  it('give a form that is kept a field a line as one', () => {
    const body = { contentType: 'application/x-www-form-urlencoded', body: 'grant_type: password\nscope: a' };
    const text = JSON.stringify([{ requests: [{ endpoint: TOKEN_URL, method: 'POST', preRequestScript: '', body }] }]);
    expect(requestsIn(apiClientReader, text)).toMatchObject([{ body: 'grant_type=password&scope=a' }]);
  });

  it('leave out a token that is switched off', () => {
    const auth = { authType: 'bearer', token: 'x', authActive: false };
    const text = JSON.stringify([{ requests: [{ endpoint: URL, method: 'GET', preRequestScript: '', auth }] }]);
    expect(requestsIn(apiClientReader, text)[0]).not.toHaveProperty('authorization');
  });

  it('leave out the last request of a file that is cut off', () => {
    const text = thunder({ url: URL, method: 'GET', headers: [] }, { url: `${URL}/1`, method: 'POST', headers: [] });
    expect(requestsIn(apiClientReader, text)).toHaveLength(2);
    expect(requestsIn(apiClientReader, text.slice(0, -10))).toMatchObject([{ url: URL }]);
  });

  it('are not read where an object only has the same fields', () => {
    expect(requestsIn(apiClientReader, JSON.stringify({ url: URL, method: 'GET' }))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { misnamedHeaderReader } from './misnamed-header.ts';

const read = (text: string) => misnamedHeaderReader.read(text, 0).map(({ piece }) => piece);

describe('a bearer token under another name than Authorization', () => {
  it.each([
    ['a slip in code', `headers = {"Authorisation": "Bearer " + token}`],
    ['another name', `headers: { Authentication: 'Bearer ' + token }`],
    ['a request', 'GET /v1/workspaces HTTP/1.1\nAuthentication: Bearer abc'],
    [
      'an option without its colon',
      'curl -H "Authorization Bearer $TOKEN" https://api.fabric.microsoft.com/v1/workspaces',
    ],
    ['what a person says of it', 'the header key is "Authorisation" and the value Bearer plus the token'],
    ['what stands as its name', "Header name: 'Autorization'"],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject([{ kind: 'request', authorization: 'missing', complete: false }]);
  });

  it.each([
    ['the header itself beside it', `{"Authorization": "Bearer " + t, "Authentication": "Bearer " + t}`],
    ['a setting', `"authentication": "bearer-token"`],
    ['a sentence', 'Authentication: use a bearer token'],
    ['the British word', 'I send the authorisation header with the token'],
    ['the word in quotes', 'I send the token in the "Authorisation" header'],
    ['both names', 'The header key is "Authorisation"; with Authorization it fails as well'],
    ['a name that was corrected', 'The header name was "Authorisation" instead of the right one'],
  ])('nothing in %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});

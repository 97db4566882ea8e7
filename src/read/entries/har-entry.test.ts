import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../model/secret.ts';
import { readHarEntry } from './har-entry.ts';

const URL = 'https://api.fabric.microsoft.com/v1/workspaces';
const textOf = (request: JsonObject, content: JsonObject = {}): string => {
  const entry = {
    startedDateTime: '2026-02-27T08:14:09.000Z',
    request: { method: 'POST', url: URL, headers: [{ name: 'Accept', value: '*/*' }, 'odd'], ...request },
    response: { status: 403, headers: [], content },
  };
  const seen = readHarEntry(JSON.stringify(entry));
  return typeof seen === 'object' ? seen.text : String(seen);
};
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('an entry of a HAR', () => {
  it('shows an answer in base64 as text, and no picture and nothing that is not base64', () => {
    const shown = (mimeType: string, text: string) => textOf({}, { encoding: 'base64', mimeType, text });
    const answer = '{"errorCode":"InsufficientPrivileges"}';
    expect(shown('application/json', base64(answer))).toContain(answer);
    expect(shown('image/png', base64('a picture'))).not.toContain('a picture');
    expect(shown('application/json', '!!!')).not.toContain('!!!');
  });

  it('shows the fields of a form as they are sent, and no upload of files', () => {
    const params = [{ name: 'scope', value: 'a b' }];
    const postData = { mimeType: 'application/x-www-form-urlencoded', params };
    expect(textOf({ postData })).toContain('scope=a%20b');
    const upload = { mimeType: 'multipart/form-data; boundary=x', text: 'the file' };
    expect(textOf({ postData: upload })).not.toContain('the file');
  });

  it('is unreadable where it is no object', () => {
    for (const text of [`["${URL}", 403]`, `"${URL} 403"`, `{"request":{"url":"${URL}"`])
      expect(readHarEntry(text, true)).toBe('unreadable');
  });
});

import { describe, expect, it } from 'vitest';
import { readPastes } from './read.ts';

describe('reading', () => {
  it.each([
    '###\nGET {{a}}\n@a = {{a}}{{a}}\n',
    '127.0.0.1:1: GET https://a.example/ HTTP/2.0\n',
    ' << 403 Forbidden\n',
    '"Request ID","Sign-in error code","A","B"\n',
    '"Request ID","Sign-in error code","A","B\n',
    '{"createdDateTime":"2026","appId":"a","status":{"errorCode":5}}\n',
    '{"item":[{"request":{"url":"',
    '{"credential_type":"AccessToken","secret":"a"}',
    '<html><p>a</p>',
    '<',
    '<!--',
    '<script>',
    '&#39;',
    'X_CLIENT_ID=a\n',
    '"Instance": "https://login.microsoftonline.com/",\n',
    'name: A\nvalue: B\n',
    '> > ',
    '> a\n',
    '│ │',
    '2026-03-01T12:00:00.0000000Z ',
    '[9:14 AM] A',
    'WWW-Authenticate: Bearer claims="{',
    '{"errorCode":"2108","target":"","message":"{',
    '{"value":"a","type":',
  ])('comes to the end of 100 KB of %j, with at most the incidents that one paste may hold', (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    expect(readPastes([{ text }]).incidents.length).toBeLessThanOrEqual(10);
  });
});

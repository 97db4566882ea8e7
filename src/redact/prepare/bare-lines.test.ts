import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildToken } from '../../../test/support/token.ts';
import { seal } from '../../model/secret.ts';
import { sealPastes } from '../seal.ts';
import { bareLines } from './bare-lines.ts';

describe('the bare lines of a text', () => {
  it.each([
    ['> curl -i https://a.example \\\n>   -H "x: y"', 'curl -i https://a.example \\\n  -H "x: y"'],
    ['>> HTTP/1.1 403 Forbidden\n>> Content-Length: 0\n>>', 'HTTP/1.1 403 Forbidden\nContent-Length: 0\n'],
    ['> > a: 1\n> > b: 2', 'a: 1\nb: 2'],
    ['&gt; a: 1\n&gt; b: 2', 'a: 1\nb: 2'],
    ['On Fri, Feb 27, 2026 at 9:14 AM Ada wrote:\n> a\n> b', 'On Fri, Feb 27, 2026 at 9:14 AM Ada wrote:\na\nb'],
  ])('are without the quote marks of a mail: %j', (text, bare) => {
    expect(bareLines(text)).toBe(bare);
  });

  it.each([
    '> GET /v1/workspaces HTTP/2\n> Host: api.fabric.microsoft.com\n> \n< HTTP/2 403\n< content-length: 0',
    '> GET /v1/workspaces HTTP/2\n> Host: api.fabric.microsoft.com\n> Authorization: Bearer x\n>',
  ])('keep the marks of curl -v: %j', (text) => {
    expect(bareLines(text)).toBe(text);
  });

  it('keep the marks of curl -v where a mail quotes them', () => {
    const talk = '> GET /v1/workspaces HTTP/2\n> Host: api.fabric.microsoft.com\n>\n< HTTP/2 403\n< content-length: 0';
    expect(bareLines(talk.replace(/^/gm, '> '))).toBe(talk);
  });

  it('keep a comparison, a single quoted line and a tag', () => {
    const text = 'it fails with\n> 403 Forbidden\nwhen size\n<b>is</b>\n> 10 MB';
    expect(bareLines(text)).toBe(text);
    expect(bareLines('> only one line')).toBe('> only one line');
  });

  it('are without the time stamps of a build log, also behind the job and step of `gh run view`', () => {
    const stamp = '2026-03-01T12:00:00.0000000Z';
    expect(bareLines(`${stamp} {\n${stamp}   "a": 1\n${stamp} }\n${stamp}`)).toBe('{\n  "a": 1\n}\n');
    expect(bareLines(`deploy\tlogin\t${stamp} a\ndeploy\tlogin\t${stamp} b`)).toBe('a\nb');
  });

  it.each(['│', '┃', 'â”‚'])('are without the box of a terminal drawn with %s', (border) => {
    expect(bareLines(`╷\n${border} Error: x\n${border} \n${border}   403\n╵`)).toBe('\nError: x\n\n  403\n');
  });

  it('are without time and name of a chat', () => {
    expect(bareLines('[2/27/2026 9:14 AM] Ada Example: HTTP/1.1 403')).toBe('HTTP/1.1 403');
    expect(bareLines('[27.02.2026 09:14] Ödön Example (Guest): x')).toBe('x');
    for (const text of [
      '[09:14] curl https://a.example: no',
      '[09:14:01] Runtime Error: ItemNotFound: x',
      '[09:14] error: x',
    ])
      expect(bareLines(text)).toBe(text);
  });

  it('are as many as before, whatever the text', () => {
    const part = fc.constantFrom(
      '> ',
      '>',
      '│ ',
      '2026-03-01T12:00:00.0000000Z ',
      '\n',
      '[9:14] A: ',
      'x',
      '&gt; ',
      '╷',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        expect(bareLines(text).split('\n')).toHaveLength(text.split('\n').length);
      }),
    );
  });
});

describe('sealing sees a secret', () => {
  const token = buildToken({ aud: 'https://api.fabric.microsoft.com', exp: 1_800_000_000 });

  it('that a quoted mail wrapped over its lines', () => {
    const lines = (`Authorization: Bearer ${token}`.match(/.{1,70}/g) ?? []).map((line) => `> ${line}`);
    const { texts, secrets } = sealPastes([{ text: lines.join('\n') }]);
    expect(secrets).toMatchObject([{ kind: 'access-token', claims: { aud: 'https://api.fabric.microsoft.com' } }]);
    expect(texts[0]?.split('\n')).toHaveLength(lines.length);
    expect(texts[0]).not.toContain('ssssssssssss');
  });

  it('with characters of no width inside, as chats and web pages put them', () => {
    const spaced = `${token.slice(0, 40)}\u200B${token.slice(40, 90)}\uFEFF${token.slice(90)}`;
    const { texts, secrets } = sealPastes([{ text: `Authorization: Bearer ${spaced}` }]);
    expect(secrets).toMatchObject([{ kind: 'access-token', integrity: 'whole', length: token.length }]);
    expect(texts[0]).toBe(`Authorization: Bearer ${seal(1)}`);
  });

  it('that stands before its name, as Postman may write it', () => {
    const secret = `s3cr3t${'Q'.repeat(20)}`;
    const { texts } = sealPastes([{ text: `{"type":"string","value":"${secret}","key":"client_secret"}` }]);
    expect(texts[0]).toBe(`{"type":"string","value":"${seal(1)}","key":"client_secret"}`);
  });

  it('and leaves the structure of a token cache around it', () => {
    const text = `{"IdToken":{},"AccessToken":{"a":{"credential_type":"AccessToken","client_id":"c","secret":"${token}"}}}`;
    const { texts, secrets } = sealPastes([{ text }]);
    expect(texts[0]).toBe(text.replace(token, seal(1)));
    expect(secrets).toMatchObject([{ kind: 'access-token' }]);
  });
});

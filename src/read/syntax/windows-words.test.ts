import { describe, expect, it } from 'vitest';
import type { Request } from '../../model/incident.ts';
import { seal } from '../../model/secret.ts';
import { curlReader } from '../tools/curl.ts';

const read = (text: string): Request | undefined =>
  curlReader.read(text, 0).flatMap(({ piece }) => (piece.kind === 'request' ? [piece] : []))[0];
const JSON_TYPE = '-H "Content-Type: application/json"';

describe('a curl command of cmd.exe', () => {
  it('has quotes that are doubled in quotes', () => {
    expect(read(`curl ${JSON_TYPE} -d "{""name"":""Sales""}" https://h.example/p`)).toMatchObject({
      complete: true,
      method: 'POST',
      body: '{"name":"Sales"}',
    });
  });

  it('goes on behind a caret, with the prompt for more', () => {
    const text = `C:\\Users\\me>curl -X PUT https://h.example/p ^\nMore? -H "Authorization: Bearer ${seal(3)}"`;
    expect(read(text)).toMatchObject({ complete: true, method: 'PUT', bearer: 3 });
  });

  it('ends at a pipe and an ampersand outside of quotes', () => {
    expect(read('C:\\>curl "https://h.example/p?a=1&b=2" & echo done')).toMatchObject({
      url: 'https://h.example/p?a=1&b=2',
    });
  });

  it('is not whole where a caret ends the paste', () => {
    expect(read('C:\\>curl https://h.example/p ^\n')?.complete).toBe(false);
    expect(read('C:\\>curl https://h.example/p -H "Author')?.complete).toBe(false);
  });
});

describe('curl.exe in PowerShell', () => {
  it('is known by its backticks where no prompt was pasted', () => {
    expect(read('curl.exe -X POST `\n  -d "{`"name`":1}" `\n  https://h.example/p')).toMatchObject({
      method: 'POST',
      url: 'https://h.example/p',
      body: '{"name":1}',
    });
  });

  it.each([
    `PS C:\\> curl.exe -d '{\\"name\\":\\"Sales\\"}' https://h.example/p`,
    'PS C:\\> curl.exe -d "{`"name`":`"Sales`"}" https://h.example/p',
    `PS C:\\> curl.exe -d "{""name"":""Sales""}" https://h.example/p`,
  ])('has JSON with the quotes that reach curl: %s', (text) => {
    expect(read(text)?.body).toBe('{"name":"Sales"}');
  });

  it('goes on behind a backtick, and is not whole where one ends the paste', () => {
    const start = 'PS C:\\> curl.exe -X PATCH `\n>> ';
    expect(read(`${start}https://h.example/p`)).toMatchObject({ complete: true, method: 'PATCH' });
    expect(read(`${start}https://h.example/p \`\n`)?.complete).toBe(false);
  });
});

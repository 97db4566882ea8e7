import { describe, expect, it } from 'vitest';
import { buildToken } from '../../../test/support/token.ts';
import { sealPastes } from '../seal.ts';
import { withoutTraceDump } from './trace-dump.ts';

const token = buildToken({ aud: 'https://api.fabric.microsoft.com', exp: 2_000_000_000 });
const head = `GET /v1/workspaces HTTP/1.1\r\nHost: api.fabric.microsoft.com\r\nAuthorization: Bearer ${token}\r\n\r\n`;
const hex = (at: number): string => at.toString(16).padStart(4, '0');

/** What `curl --trace` writes: 16 bytes a row, as numbers and as letters. */
const hexDump = (text: string): string => {
  const rows = Array.from({ length: Math.ceil(text.length / 16) }, (_, row) => {
    const part = text.slice(row * 16, row * 16 + 16);
    const bytes = [...part].map((c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join(' ');
    return `${hex(row * 16)}: ${`${bytes} `.padEnd(48)}${part.replace(/[^ -~]/g, '.')}`;
  });
  return `=> Send header, ${text.length} bytes (0x${text.length.toString(16)})\n${rows.join('\n')}`;
};

/** What `curl --trace-ascii` writes: 64 letters a row, and a new row after each line break. */
const asciiDump = (text: string): string => {
  const rows: string[] = [];
  let at = 0;
  for (const line of text.split('\r\n').slice(0, -1)) {
    for (let from = 0; from === 0 || from < line.length; from += 64)
      rows.push(`${hex(at + from)}: ${line.slice(from, from + 64)}`);
    at += line.length + 2;
  }
  return `12:00:00.123456 [0-0] => Send header, ${text.length} bytes (0x${text.length.toString(16)})\n${rows.join('\n')}`;
};

const shown = head
  .trimEnd()
  .split('\r\n')
  .map((line) => `> ${line}`);

describe.each([
  ['numbers', hexDump],
  ['letters', asciiDump],
])('a dump of curl in %s', (_, dump) => {
  it('is read as the talk of curl -v, with its token in one piece', () => {
    const lines = withoutTraceDump(`== Info: using HTTP/1.1\n${dump(head)}\n== Info: done`).split('\n');
    expect(lines.filter((line) => line !== '*')).toEqual(['* using HTTP/1.1', ...shown, '>', '* done']);
  });

  it('keeps the numbers of the lines behind it', () => {
    const text = `${dump(head)}\nlast`;
    expect(withoutTraceDump(text).split('\n').length).toBe(text.split('\n').length);
  });

  it('leaves nothing of the token, wherever it was cut', () => {
    const lines = dump(head).split('\n');
    for (let from = 0; from < 4; from += 1) {
      const [text = ''] = sealPastes([{ text: lines.slice(from).join('\n') }]).texts;
      expect(text).not.toContain(token.slice(-30, -10));
      expect(text).not.toContain(token.slice(40, 60));
    }
  });

  it('ends no header that it does not show to its end', () => {
    const cut = dump(head).split('\n').slice(0, -2).join('\n');
    expect(withoutTraceDump(cut).split('\n')).not.toContain('>');
  });
});

describe('what comes back in a dump', () => {
  it('is the body, without the sizes of its chunks', () => {
    const text = [
      '<= Recv header, 2 bytes (0x2)',
      '0000: ',
      '<= Recv data, 17 bytes (0x11)',
      '0000: 7',
      '0003: {"a":1}',
      '000c: 0',
      '000f: ',
    ].join('\n');
    expect(
      withoutTraceDump(text)
        .split('\n')
        .filter((line) => line !== '*'),
    ).toEqual(['<', '{"a":1}']);
  });

  it('is broken where its lines end with a carriage return alone', () => {
    const text = `<= Recv data, 3 bytes (0x3)\n0000: ${'78 0d 79 '.padEnd(48)}x.y`;
    expect(withoutTraceDump(text)).toBe('x\ny');
  });

  it('ends no header where only the title of a dump was pasted', () => {
    const text = '== Info: using HTTP/1.1\n=> Send header, 100 bytes (0x64)\n== Info: done';
    expect(withoutTraceDump(text).split('\n')).toEqual(['* using HTTP/1.1', '*', '* done']);
  });

  it('is no text of another kind', () => {
    const text = '0000: a list\n0001: of lines\nGET / HTTP/1.1';
    expect(withoutTraceDump(text)).toBe(text);
  });

  it('may have hundreds of thousands of rows', () => {
    const rows = `<= Recv data, 3 bytes (0x3)\n${'0000: 41 41 41\n'.repeat(150_000)}`;
    expect(withoutTraceDump(rows)).toContain('AAA');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyEvent, keyReader } from './keys.ts';

const bracketed = (text: string): string => `\x1b[200~${text}\x1b[201~`;

/** Text comes in pieces where a chunk ends; together it is the same. */
const joined = (events: readonly KeyEvent[]): readonly KeyEvent[] => {
  const all: KeyEvent[] = [];
  for (const event of events) {
    const last = all.at(-1);
    if (event.is === 'text' && last?.is === 'text') all[all.length - 1] = { is: 'text', text: last.text + event.text };
    else all.push(event);
  }
  return all;
};

const read = (...chunks: readonly string[]): readonly KeyEvent[] => {
  const reader = keyReader();
  return joined(chunks.flatMap((chunk) => reader.push(chunk)));
};

/** A text cut at some of its places. */
const cut = (text: string, at: readonly number[]): readonly string[] => {
  const places = [...new Set(at.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, i) => text.slice(from, places[i] ?? text.length));
};

const typed = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.string().map((text) => bracketed(text.replaceAll('\x1b', ''))),
  fc.constantFrom(
    '\r',
    '\t',
    '\x03',
    '\x04',
    '\x7f',
    '\x1b[A',
    '\x1b[1;5C',
    '\x1bOP',
    '\x1bx',
    '\x1b[200~',
    '\x1b[201~',
  ),
);

describe('keyReader', () => {
  it('gives the same however the input is cut into chunks', () => {
    fc.assert(
      fc.property(fc.array(typed), fc.array(fc.nat(5000)), (parts, at) => {
        const text = parts.join('');
        expect(read(...cut(text, at))).toEqual(read(text));
      }),
    );
  });

  it('hands a marked paste on as it is, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.includes('\x1b'));
        expect(read(bracketed(text))).toEqual([{ is: 'paste', text }]);
      }),
    );
  });

  it('takes Enter in a paste for text, and Enter behind it for the key', () => {
    expect(read(`${bracketed('GET /\r\n\r\nHost: x')}\r`)).toEqual([
      { is: 'paste', text: 'GET /\r\n\r\nHost: x' },
      { is: 'key', key: 'enter', text: '\r' },
    ]);
  });

  it('hands arrows, function keys and Alt on as they came, and keeps the text around them', () => {
    const sequences = ['\x1b[A', '\x1bOP', '\x1bx', '\x1b[1;5C'];
    expect(read(`${sequences.join('')}a`)).toEqual([
      ...sequences.map((text) => ({ is: 'sequence', text })),
      { is: 'text', text: 'a' },
    ]);
  });

  it('loses nothing of what is no mark and no control character', () => {
    fc.assert(
      fc.property(fc.array(typed), (parts) => {
        const text = parts.join('').replace(/\x1b\[20[01]~/g, '');
        const clean = text.replace(/[\x00-\x1f\x7f]/g, '');
        fc.pre(!text.includes('\x1b'));
        expect(
          read(text)
            .map((event) => event.text)
            .join('')
            .replace(/[\x00-\x1f\x7f]/g, ''),
        ).toBe(clean);
      }),
    );
  });

  it('forgets an escape character that nothing followed', () => {
    const reader = keyReader();
    expect(reader.push('\x1b')).toEqual([]);
    reader.settle();
    expect(reader.push('\r')).toEqual([{ is: 'key', key: 'enter', text: '\r' }]);
  });

  it('reads a paste of 64 KB that comes byte by byte as one', () => {
    const text = 'x'.repeat(65_536);
    expect(read(...bracketed(text))).toEqual([{ is: 'paste', text }]);
  });
});

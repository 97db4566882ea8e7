import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyEvent, keyReader } from './keys.ts';
import { afterBurst, type Deed, type Loose, NO_LOOSE } from './paste-buffer.ts';

const events = (typed: string): readonly KeyEvent[] => keyReader().push(typed);
const marked = (text: string): string => `\x1b[200~${text}\x1b[201~`;

/** What bursts come to, one after the other. */
const bursting = (...bursts: readonly string[]): { readonly loose: Loose; readonly deeds: readonly Deed[] } => {
  let loose = NO_LOOSE;
  const deeds: Deed[] = [];
  for (const burst of bursts) {
    const [next, more] = afterBurst(loose, events(burst));
    loose = next;
    deeds.push(...more.filter(({ is }) => is !== 'count'));
  }
  return { loose, deeds };
};

describe('what the paste step does', () => {
  it('takes a marked paste at once, and goes on only at Enter by itself', () => {
    expect(bursting(marked('GET /\r\rHost: x\r')).deeds).toEqual([{ is: 'take', text: 'GET /\r\rHost: x\r' }]);
    expect(bursting(marked('GET /'), '\r').deeds).toEqual([{ is: 'take', text: 'GET /' }, { is: 'go-on' }]);
  });

  it('takes Enter right behind a marked paste for both, as programs send it', () => {
    expect(bursting(`${marked('GET /')}\r`).deeds).toEqual([{ is: 'take', text: 'GET /' }, { is: 'go-on' }]);
  });

  it('takes blank lines inside text without marks for text', () => {
    const { loose, deeds } = bursting('GET / HTTP/1.1\rHost: x\r\rHTTP/1.1 401\r');
    expect(deeds).toEqual([]);
    expect(loose.text).toBe('GET / HTTP/1.1\nHost: x\n\nHTTP/1.1 401\n');
  });

  it('ends text without marks at Enter by itself, at Ctrl-D and at Tab', () => {
    const text = 'GET https://x';
    expect(bursting(text, '\r').deeds).toEqual([{ is: 'take', text }, { is: 'go-on' }]);
    expect(bursting(text, '\x04').deeds).toEqual([{ is: 'take', text }, { is: 'go-on' }]);
    expect(bursting(text, '\t').deeds).toEqual([{ is: 'take', text }, { is: 'other-ways' }]);
  });

  it('lets a line be typed by hand: Enter ends the line, a second one the text', () => {
    expect(bursting('4', '0', '1', '\r').loose.text).toBe('401\n');
    expect(bursting('4', '0', '1', '\r', '\r').deeds).toEqual([{ is: 'take', text: '401\n' }, { is: 'go-on' }]);
    expect(bursting('4', '0', '2', '\x7f', '1').loose.text).toBe('401');
  });

  it('takes back what was typed before it takes back a paste', () => {
    expect(bursting('typed', '\x1a')).toEqual({ loose: NO_LOOSE, deeds: [] });
    expect(bursting('\x1a').deeds).toEqual([{ is: 'undo' }]);
  });

  it('leaves at Ctrl-C, in the middle of a burst too', () => {
    expect(bursting('typed\x03').deeds).toEqual([{ is: 'leave' }]);
  });

  it('mends line breaks that a terminal doubled, and keeps blank lines that are some', () => {
    const taken = (text: string): string => {
      const [deed] = bursting(marked(text)).deeds;
      return deed?.is === 'take' ? deed.text : '';
    };
    expect(taken('a\r\rb\r\rc\r\r\r\rd\r\re')).toBe('a\nb\nc\n\nd\ne');
    expect(taken('a\rb\r\rc\r\rd\r\re\r\r')).toBe('a\rb\r\rc\r\rd\r\re\r\r');
    expect(taken('GET /\r\rHTTP/1.1 401')).toBe('GET /\r\rHTTP/1.1 401');
  });

  it('loses no character of text without marks, however it is cut into bursts', () => {
    const printable = fc.stringMatching(/^[ -~]{2,20}$/);
    fc.assert(
      fc.property(fc.array(printable, { minLength: 1 }), (bursts) => {
        expect(bursting(...bursts).loose.text).toBe(bursts.join(''));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellWords } from './shell-words.ts';

describe('shellWords', () => {
  it('unquotes single, double and dollar quotes', () => {
    expect(shellWords(`'a b' "c \\"d\\"" $'e\\'f\\n' g\\ h`, 0).words).toEqual(['a b', 'c "d"', "e'f\n", 'g h']);
  });

  it.each(['\\', '^', '`'])('goes on after a line that ends with %s', (mark) => {
    expect(shellWords(`-X POST ${mark}\r\n  https://h/p\nnext line`, 0).words).toEqual(['-X', 'POST', 'https://h/p']);
  });

  it('keeps an ampersand inside a URL and stops at one between commands', () => {
    expect(shellWords('https://h/p?a=1&b=2 && echo', 0).words).toEqual(['https://h/p?a=1&b=2']);
  });

  it('skips the prompt that a terminal puts before a continued line', () => {
    expect(shellWords("-X POST \\\n> -H 'a: b'", 0).words).toEqual(['-X', 'POST', '-H', 'a: b']);
  });

  it('says when a quote is never closed', () => {
    expect(shellWords(`-H 'Authorization: Bea`, 0)).toMatchObject({
      whole: false,
      words: ['-H', 'Authorization: Bea'],
    });
  });

  it('gives back what was put in single quotes, whatever it holds', () => {
    const word = fc.string({ minLength: 1 }).map((text) => text.replace(/'/g, ''));
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const line = words.map((one) => `'${one}'`).join(' ');
        expect(shellWords(line, 0).words).toEqual(words);
      }),
    );
  });
});

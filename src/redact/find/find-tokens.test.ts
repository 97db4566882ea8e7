import { describe, expect, it } from 'vitest';
import { buildToken } from '../../../test/support/token.ts';
import { findTokens } from './find-tokens.ts';

const token = buildToken({ aud: 'x' });
const [head = '', claims = '', signature = ''] = token.split('.');
/** As long as a part of a signature may be, and of its letters. */
const NAME = 'Contoso-Sales-Dashboard-Production';

const valuesIn = (text: string): readonly string[] => findTokens(text).map(({ value }) => value);

describe('a token', () => {
  it.each([
    ['in a sentence', `The token is ${token}. It fails.`],
    ['at the end of a line that ends with a dot', `The token is ${token}.\nIt fails.`],
    ['at the end of a text that ends with a dot', `The token is ${token}.`],
    ['on a line of its own', `${token}\n${NAME}`],
    ['in quotes', `"${token}"\n${NAME}`],
    ['over lines', `${head}.\n${claims}.\n${signature}\n`],
    ['over lines of a mail', `> ${head}.\n> ${claims}.\n> ${signature}\n`],
  ])('is found whole and without what follows: %s', (_, text) => {
    expect(valuesIn(text)).toEqual([token]);
  });

  it.each([`"${head}.${claims}"\n${NAME}`, `(${head}.${claims}) ${NAME}`])(
    'without a signature takes no name of the next line for one: %#',
    (text) => {
      expect(valuesIn(text)).toEqual([`${head}.${claims}`]);
    },
  );

  it.each(['monkeyJumps over', 'eyJ', 'an eyJhbGc of'])('is none: %s', (text) => {
    expect(valuesIn(text)).toEqual([]);
  });

  it('is found where most of it was left out, with the rest that is shown', () => {
    const cut = `${head.slice(0, 12)}...${signature.slice(-6)}`;
    expect(valuesIn(`Bearer ${cut} sent`)).toEqual([cut]);
  });
});

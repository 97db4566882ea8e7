import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal } from '../../model/secret.ts';
import { textFacts } from '../observe/observe-text.ts';
import { readText } from '../read.ts';
import { readers, readersOf } from '../readers.ts';
import { isBareToken } from './bare-token.ts';

const blanks = fc.constantFrom('', ' ', '\n', '\t', '\r\n', ' \n\n ');
const name = fc.constantFrom('', 'Authorization: ', 'authorization:', 'AUTHORIZATION :\n', 'Authorization:  ');
const scheme = fc.constantFrom('', 'Bearer ', 'bearer  ', 'Bearer Bearer ', 'Bearer\tbearer BEARER ');
const bareToken = fc
  .tuple(blanks, name, scheme, fc.nat({ max: 99 }), blanks)
  .map(([before, header, bearer, id, after]) => `${before}${header}${bearer}${seal(id)}${after}`);

describe('a token by itself', () => {
  it('is known with and without its header, and nothing else is one', () => {
    fc.assert(fc.property(bareToken, (text) => isBareToken(text)));
    const token = seal(1);
    for (const more of [
      `${token} 401`,
      `${token}\n${seal(2)}`,
      `Cookie: ${token}`,
      `'${token}'`,
      `Basic ${token}`,
      '',
    ]) {
      expect([more, isBareToken(more)]).toEqual([more, false]);
    }
  });

  it('holds nothing for the readers that are left out', () => {
    fc.assert(
      fc.property(bareToken, (text) => {
        const asked = readersOf(text);
        expect(asked.length).toBeLessThan(5);
        expect(readText(text, 0)).toHaveLength(1);
        for (const each of readers)
          if (!asked.includes(each)) expect([each.id, each.read(text, 0)]).toEqual([each.id, []]);
      }),
    );
  });

  it('has no words, as it has with any text', () => {
    expect(textFacts(`Authorization: Bearer ${seal(1)}`)).toEqual({});
    expect(textFacts(seal(1))).toEqual({});
    expect(textFacts(`Authorization: Bearer ${seal(1)} in Postman`)).toHaveProperty(['client.tools']);
  });
});

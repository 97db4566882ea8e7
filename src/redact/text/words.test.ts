import { describe, expect, it } from 'vitest';
import { type Secret, seal } from '../../model/secret.ts';
import { neutralise, unsealed } from '../neutralise.ts';
import { prepareText } from '../prepare/prepare.ts';
import { credentialWords } from './words.ts';

const CODE: Secret = {
  id: 1,
  kind: 'authorization-code',
  rivals: [],
  fields: ['code'],
  length: 1024,
  integrity: 'whole',
};
const MASK: Secret = { ...CODE, id: 2, length: 6, mask: 'code' };

describe('words for a credential', () => {
  it('says both kinds where they look alike', () => {
    expect(credentialWords(CODE)).toBe('an authorization code');
    expect(credentialWords({ ...CODE, rivals: ['refresh-token'] })).toBe(
      'an authorization code (or a refresh token: they look alike)',
    );
  });

  it('does not claim to know what a wordless mask hides', () => {
    expect(credentialWords({ ...MASK, kind: 'other', mask: '' })).toBe('a masked value');
  });
});

describe('text for the screen', () => {
  it('names sealed secrets in words', () => {
    expect(unsealed(`Bearer ${seal(1)} ${seal(2)} ${seal(9)}`, [CODE, MASK])).toBe(
      'Bearer [secret-1: authorization code, 1,024 characters] [masked: code] [secret 9]',
    );
  });

  it('lets no text move the cursor, turn its direction or forge a mark', () => {
    const hostile = '\x1b[2J\x1b]0;title\x07red\x9b31m \u202Eabc\u2066 \uE000x a\x00b';
    expect(neutralise(`${hostile}\n\t${seal(3)}`)).toBe('red abc x ab\n\t[secret 3]');
  });
});

describe('prepareText', () => {
  it('cleans what editors and chats put in and says so, and keeps the lines', () => {
    const { text, notices } = prepareText('\uFEFFa\u00A0b\r\n\u200B\u201Cc\u201D\x07\r\n\u2018d\u2019');
    expect(text).toBe('a b\n"c"\n\'d\'');
    expect(notices.map(({ code }) => code)).toEqual(['text-replaced']);
  });

  it('says nothing of a clean text', () => {
    expect(prepareText('a\r\nb\tc')).toEqual({ text: 'a\nb\tc', notices: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { checkedAt } from './checked-at.ts';

describe('checkedAt', () => {
  it.each([
    'The ID token is not yet valid. Current epoch = 1772366400.  The id_token was: {}',
    'current epoch: 1772366400',
  ])('takes the clock that a library names: %s', (text) => {
    expect(checkedAt(text)).toEqual({ 'token.checked-at': '2026-03-01T12:00:00.000Z' });
  });

  it.each(['epoch = 1772366400', 'Current epoch = 12', 'current epoch = 17723664001'])(
    'takes nothing else: %s',
    (text) => {
      expect(checkedAt(text)).toEqual({});
    },
  );
});

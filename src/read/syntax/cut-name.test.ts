import { describe, expect, it } from 'vitest';
import { wholeName } from './cut-name.ts';

const NAMES = ['grant_type', 'client_id', 'client_secret', 'code', 'code_verifier', 'scope'];

describe('a name that was cut off', () => {
  it.each([
    ['gran', 'grant_type'],
    ['co', 'code'],
    ['client_s', 'client_secret'],
    ['scope', 'scope'],
  ])('%s was %s', (cut, whole) => {
    expect(wholeName(cut, NAMES)).toBe(whole);
  });

  it.each(['client', 'c', 'audience', ''])('%s stays as it is', (cut) => {
    expect(wholeName(cut, NAMES)).toBe(cut);
  });
});

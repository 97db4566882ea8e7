import { describe, expect, it } from 'vitest';
import { findHeaders } from './find-headers.ts';

const valuesIn = (text: string): readonly string[] => findHeaders(text).map(({ value }) => value);

describe('the value of an Authorization header', () => {
  it.each([
    `axios.get(url, { Authorization: "Bearer x" })\naxios.get(other, { Authorization: "Bearer x" })`,
    `curl -H "Authorization: Bearer x" https://a.example\ncurl -H "Authorization: Bearer x" https://b.example`,
    `{"headers": {"Authorization": "Bearer x"}, "more": {"Authorization": "Bearer x"}}`,
  ])('of one letter ends at its quote, and nothing of what follows counts: %s', (text) => {
    expect(valuesIn(text)).toEqual(['x', 'x']);
  });

  it('is the text that Python writes for bytes, quotes and all letters between them', () => {
    const secret = 'k7Qz'.repeat(8);
    expect(new Set(valuesIn(`Authorization: Bearer b'${secret}'`))).toEqual(new Set([secret]));
  });

  it.each(['$token', '$answer.token', 'my-token', '<token>'])('is %s where that stands for it', (value) => {
    expect(valuesIn(`"Authorization" = "Bearer ${value}"\n`)).toEqual([value]);
  });
});

import { describe, expect, it } from 'vitest';
import { withoutMarkup } from './markup.ts';

describe('what tickets and word processors add', () => {
  it('is taken off around code of JIRA', () => {
    expect(
      withoutMarkup('{code:bash|title=a}\ncurl x\n{code}\n{noformat}GET /v1{noformat} {color:red}403{color}'),
    ).toBe('\ncurl x\n\nGET /v1 403');
  });

  it.each(['https://a/?code={code}&state={state}', 'GET /{code}/x {code}', 'a {color} b'])(
    'is no mask of an address or a template: %s',
    (text) => {
      expect(withoutMarkup(text)).toBe(text);
    },
  );

  it('is taken off before the points of a list', () => {
    expect(withoutMarkup('•\tone\no\ttwo\n1.\tthree\n   ◦ four\n\uF0B7\tfive')).toBe('one\ntwo\nthree\nfour\nfive');
  });

  it('is a dash where a command has a hyphen', () => {
    expect(withoutMarkup('curl –X POST —header a –data b –k')).toBe('curl -X POST --header a --data b -k');
  });

  it.each(['I call it – and nothing', 'a –X b', 'curl – see there'])(
    'is a dash where a sentence has one: %s',
    (text) => {
      expect(withoutMarkup(text)).toBe(text);
    },
  );
});

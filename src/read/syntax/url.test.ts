import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskVariables, percentDecoded, splitUrl } from './url.ts';

describe('splitUrl', () => {
  it('takes masks anywhere and changes nothing but the case of scheme and host', () => {
    expect(splitUrl('HTTPS://Login.microsoftonline.com:443/<Tenant ID>/oauth2/token?a=[x]#f')).toEqual({
      scheme: 'https',
      host: 'login.microsoftonline.com',
      path: '/<Tenant ID>/oauth2/token',
      query: new Map([['a', '[x]']]),
      fragment: 'f',
    });
  });

  it('takes a path, or a host without a scheme', () => {
    expect(splitUrl('/v1/workspaces?x')).toMatchObject({
      host: '',
      path: '/v1/workspaces',
      query: new Map([['x', '']]),
    });
    expect(splitUrl('x.datawarehouse.fabric.microsoft.com')).toMatchObject({
      host: 'x.datawarehouse.fabric.microsoft.com',
      path: '',
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof splitUrl(text).path).toBe('string');
        expect(typeof percentDecoded(text)).toBe('string');
      }),
    );
  });
});

it('undoes percent-encoding as far as it goes', () => {
  expect(percentDecoded('a%20b%2Fc')).toBe('a b/c');
  expect(percentDecoded('a%20b%')).toBe('a b%');
});

it('shows the variables of code as masks', () => {
  expect(maskVariables(`https://h/$a/\${b}/$($c.id)/{d}`)).toBe('https://h/{a}/{b}/{c.id}/{d}');
});

it.each([
  ['Ruby', '#{a.id}', '{a.id}'],
  ['Swift', '\\(id)', '{id}'],
  ['a format', '%s', '{value}'],
  ['an empty mask', '{}', '{value}'],
])('shows variables of %s as masks', (_, variable, mask) => {
  expect(maskVariables(`https://h/${variable}/x`)).toBe(`https://h/${mask}/x`);
});

it('leaves percent-encoding as it is', () => {
  expect(maskVariables('https://h/a%20b?c=%d0%b0')).toBe('https://h/a%20b?c=%d0%b0');
});

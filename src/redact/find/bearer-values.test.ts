import { describe, expect, it } from 'vitest';
import { findHeaders } from './find-headers.ts';

const SECRET = Array.from({ length: 40 }, (_, i) => 'kQ7zPw3RtX9bLm5Y'[(i * 7 + (i >> 3)) % 16]).join('');

describe('the word Bearer outside of a header', () => {
  it.each([
    ['Bearer abcdefghijklmn1', []],
    ['Bearer abcdefghijklmno1', ['abcdefghijklmno1']],
    ['Bearer xxx', []],
    ['Bearer xxxx', ['xxxx']],
    ['Bearer **', []],
    ['Bearer ***', ['***']],
    ['Bearer ""', []],
    ['said Basic <credentials>', []],
    ['Bearer $(az account get-access-token -o tsv)', []],
    [`bearer: "Bearer ${SECRET}"`, [SECRET]],
  ])('has a value behind it, or none: %s', (text, values) => {
    expect(findHeaders(`it sent ${text}\nand so on`).map(({ value }) => value)).toEqual(values);
  });
});

describe('what a variable was set to', () => {
  it('stands for it, as bearer only', () => {
    const [one] = findHeaders(`t = q.code\nh = {'Authorization': 'Bearer ' + t}`);
    expect(one).toMatchObject({ field: 'bearer', value: 'code', expression: true });
    const [other] = findHeaders(`t = q.code\nh = {'Authorization': 'Basic ' + t}`);
    expect(other).toMatchObject({ field: 'basic', value: 't' });
  });

  it.each([
    [`\`Bearer ${'$'}{await c.getToken("https://api.fabric.microsoft.com/.default")}\``, true],
    [`"Bearer $((Get-AzAccessToken -ResourceUrl 'https://api.fabric.microsoft.com').Token)"`, true],
    [`f"Bearer {login('https://api.fabric.microsoft.com', 'Winter!2026x')}"`, false],
    [`f"Basic {get_token('https://api.fabric.microsoft.com')}"`, false],
  ])('is told by the address that a call is given: %s', (value, isTold) => {
    const [one] = findHeaders(`h = {"Authorization": ${value}, "a": 1}`);
    expect(one?.tail?.includes('https://api.fabric.microsoft.com') ?? false).toBe(isTold);
    expect(one?.tail ?? '').not.toMatch(/[$}]/);
  });
});

import { describe, expect, it } from 'vitest';
import { isCall, isMask, isTokenCommand, readValue } from './read-value.ts';

const random = (length: number, seed = 7): string =>
  Array.from({ length }, (_, i) => 'kQ7zPw3RtX9bLm5Y'[(i * seed + (i >> 3)) % 16]).join('');
const SECRET = random(24);

/** The value behind `x=`, which stands at its place. */
const valueOf = (rest: string): string => {
  const text = `x=${rest}`;
  const { start, end, value } = readValue(text, 2);
  expect(text.slice(start, end)).toBe(value);
  return value;
};
const isExpression = (rest: string): boolean => readValue(rest, 0).expression === true;

describe('a value in quotes', () => {
  it.each([
    ['"a b" c', 'a b'],
    ['\'a "b" c\' d', 'a "b" c'],
    ['`a` b', 'a'],
    ["b'abc' d", 'abc'],
    ['@"abc" d', 'abc'],
    ['$"abc"', 'abc'],
    ['\\"a b\\" c', 'a b'],
    ['"a\\"b" c', 'a\\"b'],
    ['\\"a\\\\\\"b\\" c', 'a\\\\\\"b'],
    ['\\\\\\"a\\\\\\" c', 'a'],
    ['"open\nnext"', 'open'],
    ['"open', 'open'],
    ['"" b', ''],
    ['  "a"', 'a'],
    ['\n  "a"', 'a'],
    [`"{\\"error\\":\\"invalid_client\\"}"`, ''],
  ])('ends where its quote does: %j', (rest, value) => {
    expect(valueOf(rest)).toBe(value);
  });

  it('is told from one without', () => {
    expect(readValue('"a"', 0).quoted).toBe(true);
    expect(readValue('a', 0).quoted).toBe(false);
    expect(readValue('"{\\"error\\":1}"', 0).quoted).toBe(false);
    for (const text of ['$token', 'getToken()', '[mask]', '<your token>'])
      expect(readValue(text, 0).quoted).toBe(false);
    expect(readValue(`${SECRET}!`, 0)).toMatchObject({ quoted: false, value: `${SECRET}!` });
  });
});

describe('a value without quotes', () => {
  it.each([
    [`${SECRET} next`, SECRET],
    [`${SECRET}"`, SECRET],
    [`${SECRET}&b=1`, SECRET],
    [`${SECRET}&amp;b=1`, SECRET],
    [`${SECRET};b=1`, SECRET],
    [`${SECRET};Encrypt Mode=1`, SECRET],
    [`${SECRET}, b`, SECRET],
    [`${SECRET})`, SECRET],
    [`${SECRET}]}`, SECRET],
    [`${SECRET}|b`, SECRET],
    [`${SECRET}<b`, SECRET],
    [`${SECRET}#b=1`, SECRET],
    [`a;b,c)d${SECRET} e`, `a;b,c)d${SECRET}`],
    [`<${SECRET}> b`, SECRET],
    [`{${SECRET}} b`, SECRET],
    ['kQzPw7Rt(="ab cd1" e', 'kQzPw7Rt(="ab cd1"'],
    ['kQzPw7Rt(="ab cd1', 'kQzPw7Rt(='],
    ['kQzPw7Rt()="ab cd1"', 'kQzPw7Rt()='],
    ['kQzPw7Rt="ab cd1"', 'kQzPw7Rt='],
    ['kQzPw7Rt(x"ab cd1"', 'kQzPw7Rt(x'],
    ['\nnext', ''],
    ['', ''],
  ])('ends at a blank, at a quote and where something closes: %j', (rest, value) => {
    expect(valueOf(rest)).toBe(value);
  });

  it.each([
    '[your token]',
    '<your token>',
    '{{token}}',
    `${'$'}{token}`,
    '$(get token)',
    '%TOKEN%',
    '{token["access_token"]}',
  ])('is a mask in its brackets: %s', (mask) => {
    expect(valueOf(`${mask} b`)).toBe(mask);
    expect(isMask(readValue(`${mask} b`, 0))).toBe(true);
  });

  it.each([
    '$token',
    '$env:TOKEN',
    'process.env.TOKEN',
    'var.client_secret',
    'result["access_token"]',
    'result["access_token"].value',
    'config.client.secret',
    'get_token()',
    'await getToken("https://x.example")',
    'credential.get_token(scope).token',
    '$(az account get-access-token --query accessToken -o tsv)',
  ])('is an expression of a program: %s', (expression) => {
    expect(valueOf(`${expression} b`)).toBe(expression);
    expect(isExpression(`${expression}\n`)).toBe(true);
  });

  it.each([
    SECRET,
    `$${SECRET}`,
    `${SECRET}(a)`,
    `[${random(40)}]`,
    `a.${random(9)}.${random(9)}`,
    'kQzPwRtX.bLmYkQzP',
  ])('is none that looks random: %s', (value) => {
    expect(isExpression(`${value} b`)).toBe(false);
  });
});

describe('what a value is', () => {
  it.each([
    ['getToken(a)', true],
    ['Get-AzAccessToken', true],
    ['context.acquireToken(resource, id', true],
    ['$token', false],
    ['"Get-AzAccessToken"', false],
    ['kQzPw.RtX(abc', false],
    ['a.b(c', false],
    ['get-token', false],
    ['ConvertTo-SecureString', true],
    ['x-Get-AzAccessToken', false],
    ['Get-AzAccessToken1', false],
    ['Get-Az', false],
  ])('may be a call: %s', (text, expected) => {
    expect(isCall(readValue(`${text}\n`, 0))).toBe(expected);
  });

  it('may stand for another one', () => {
    for (const [text, expected] of [
      ['<token>', true],
      ['xxxx', true],
      ['acquireSomething(a)', true],
      ['"acquireSomething(a)"', false],
      [SECRET, false],
    ] as const)
      expect(isMask(readValue(`${text}\n`, 0))).toBe(expected);
  });

  it('may be the command that gives a token', () => {
    for (const [text, expected] of [
      ['$(az account get-access-token -o tsv)', true],
      ['$(AZ account get-access-token)', true],
      ['$(cat token)', false],
      ['$token', false],
    ] as const)
      expect(isTokenCommand(readValue(text, 0))).toBe(expected);
    expect(isTokenCommand({ value: '$(az account get-access-token)' })).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { buildToken } from '../../../test/support/token.ts';
import { findHeaders } from './find-headers.ts';

const random = (length: number, seed = 7): string =>
  Array.from({ length }, (_, i) => 'kQ7zPw3RtX9bLm5Y'[(i * seed + (i >> 3)) % 16]).join('');
const SECRET = random(40);
const TOKEN = buildToken({ aud: 'https://graph.microsoft.com' });

/** What is found, each once with its field; nothing but that value stands at its place. */
const found = (text: string): readonly (readonly [string, string])[] => {
  const byPlace = new Map<number, readonly [string, string]>();
  for (const { field, value, start, end, expression } of findHeaders(text)) {
    if (expression === undefined) expect(text.slice(start, end)).toBe(value);
    byPlace.set(start, [field, value]);
  }
  return [...byPlace.values()];
};

describe('the scheme of a header says what its value is', () => {
  it.each([
    [`Authorization: Bearer ${SECRET}`, 'bearer'],
    [`authorization: bearer ${SECRET}`, 'bearer'],
    [`Authorization: Token ${SECRET}`, 'bearer'],
    [`Authorization: EmbedToken ${SECRET}`, 'embed'],
    [`Authorization: SharedKey ${SECRET}`, 'key'],
    [`Authorization: Negotiate ${SECRET}`, 'key'],
    [`Proxy-Authorization: Bearer ${SECRET}`, 'bearer'],
    [`Authorization: Bearer Bearer ${SECRET}`, 'bearer'],
    [`Authorization: Basic Bearer ${SECRET}`, 'bearer'],
    [`Authorization: Bearer%20${SECRET}`, 'bearer'],
    [`Authorization=Bearer+${SECRET}`, 'bearer'],
    [`Authorization%3A%20Bearer%20${SECRET}`, 'bearer'],
    [`"Authorization", "Bearer ${SECRET}"`, 'bearer'],
    [`'Authorization' => 'Bearer ${SECRET}'`, 'bearer'],
    [`headers["Authorization"] = "Bearer ${SECRET}"`, 'bearer'],
    [`Authorization\tBearer ${SECRET}`, 'bearer'],
    [`Authorization: ${SECRET}`, 'bearer'],
  ])('%s', (text, field) => {
    expect(found(text)).toEqual([[field, SECRET]]);
  });

  it('of Basic is told outside of a header too, where it is a name and a password', () => {
    const basic = btoa('ada:a pass-word');
    expect(found(`Authorization: Basic ${basic}`)).toEqual([['basic', basic]]);
    expect(found(`it sent Basic ${basic} to it`)).toEqual([['basic', basic]]);
    expect(found('a basic understanding1234567890')).toEqual([]);
  });

  it('of Bearer is told outside of a header too, where a value follows', () => {
    expect(found(`curl --oauth "Bearer ${SECRET}"`)).toEqual([['bearer', SECRET]]);
    expect(found(`said bearer: ${SECRET}`)).toEqual([['bearer', SECRET]]);
    expect(found('send("Bearer " + token)')).toEqual([['bearer', 'token']]);
    expect(found('send("Bearer <token>")')).toEqual([['bearer', '<token>']]);
    expect(found('send("Bearer undefined")')).toEqual([['bearer', 'undefined']]);
    expect(found('send("Bearer xxxx")')).toEqual([['bearer', 'xxxx']]);
  });

  it.each([
    'the bearer of the message',
    'Bearer token is missing',
    'Bearer authenticationisneeded',
    'WWW-Authenticate: Bearer realm="a12345678901234"',
    "bearer: 'Bearer '",
  ])('is none in a sentence: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a header without a scheme', () => {
  it.each([
    ['$accessToken', true],
    ['getToken()', true],
    ['<access_token>', true],
    ['{{token}}', true],
    ['xxxx', true],
    ['***', true],
    ['token', false],
    ['my_token', true],
    ['my_value', false],
    ['"some words 12345678901234567"', false],
    ['xx', false],
    ['**', false],
    ['none', false],
    ['required', false],
    ['short1', false],
    ['averylongwordwithoutdigits', false],
    ['new AuthenticationHeaderValue("Bearer", t)', false],
    ['$(az account get-access-token --query accessToken -o tsv)', false],
  ])('holds what looks like a value: %s %s', (value, isOne) => {
    const others = found(`Authorization: ${value}\n`).map(([, each]) => each);
    expect(others.includes(value)).toBe(isOne);
  });
});

describe('a value that a program puts behind the scheme', () => {
  it.each([
    ['"Authorization": "Bearer " + token', 'token'],
    ['"Authorization": "Bearer " & token', 'token'],
    [`"Authorization" => "Bearer " . $token`, '$token'],
    ['"Authorization": "Bearer {}".format(token)', 'token'],
    ['"Authorization": "Bearer {0}" -f $token', '$token'],
    ['"Authorization": "Bearer %s" % token', 'token'],
    ['new AuthenticationHeaderValue("Bearer", token)', 'token'],
    [`"Authorization": "Bearer " + "${SECRET}"`, SECRET],
  ])('is found: %s', (text, value) => {
    expect(found(text)).toEqual([['bearer', value]]);
  });

  it.each([
    '"Authorization": "Bearer " + ',
    "headers = {'Authorization': 'Bearer ' + ",
    'h = {"Authorization": "Bearer ',
  ])('is not known where the text was cut: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    '[object Object]',
    'System.Security.SecureString',
    'Microsoft.Identity.X',
    'null',
    'None',
    'undefined',
    'NaN',
  ])('is the name of an object: %s', (name) => {
    expect(found(`Authorization: Bearer ${name}`)).toEqual([['bearer', name]]);
    expect(found(`"Authorization": "Bearer ${name}", "a": 1`)).toEqual([['bearer', name]]);
  });
});

describe('the place of a value', () => {
  it.each([
    'Authorization: Bearer',
    'Authorization: Bearer \nHost: x',
    '"Authorization": "Bearer "',
    "-H 'Authorization: Bearer ' x",
  ])('is empty: %s', (text) => {
    expect(found(text)).toEqual([['bearer', '']]);
  });

  it('is the next line, where that holds a token', () => {
    expect(found(`Authorization: Bearer\n    ${TOKEN}`)).toEqual([['bearer', TOKEN]]);
    expect(found(`Authorization: Bearer \\\n${TOKEN}`)).toEqual([['bearer', TOKEN]]);
    expect(found('Authorization: Bearer\nContent-Type: text/plain')).toEqual([['bearer', '']]);
  });

  it('is told of every header of a text', () => {
    const values = [random(40, 3), random(40, 5), random(40, 9)];
    const text = values.map((value) => `GET /\nAuthorization: Bearer ${value}\n`).join('\n');
    expect(found(text).map(([, value]) => value)).toEqual(values);
  });

  it('holds the call that says what the token is for, behind the mark', () => {
    const call = 'credential.get_token("https://api.fabric.microsoft.com/.default").token';
    const [one] = findHeaders(`headers = {"Authorization": f"Bearer {${call}}"}`);
    expect(one?.tail).toBe(`" + ${call}`);
    const [other] = findHeaders(`headers = {"Authorization": "Bearer " + ${call}}`);
    expect(other).toMatchObject({ value: call, expression: true });
  });

  it('is the end of a header, whatever quotes stand in the lines before', () => {
    expect(found('say "x\nAuthorization: Bearer ')).toEqual([['bearer', '']]);
  });

  it('ends with the bracket of its own call, and of no other', () => {
    const rest = (text: string): string => text.slice(findHeaders(text)[0]?.end ?? 0);
    expect(rest('f({"Authorization": "Bearer {}".format(token)})')).toBe('})');
    expect(rest('f("Authorization", "Bearer " + token)')).toBe(')');
    expect(rest('f("Authorization", "Bearer %s" % token)')).toBe(')');
  });
});

import { describe, expect, it } from 'vitest';
import { findNamed } from './find-named.ts';

const random = (length: number, seed = 7): string =>
  Array.from({ length }, (_, i) => 'kQ7zPw3RtX9bLm5Y'[(i * seed + (i >> 3)) % 16]).join('');
const found = (text: string): readonly string[] =>
  findNamed(text).map(({ field, start, end }) => `${field} ${text.slice(start, end)}`);

describe('a code is told by its place', () => {
  it.each([
    ['in a query', '/?a=1&code=abc123x9&b=2', ['code abc123x9']],
    ['behind the sign of a fragment', 'https://x.example/#code=abc123x9', ['code abc123x9']],
    ['in a query, though it could be an error', 'https://x.example/?code=InvalidToken401', ['code InvalidToken401']],
    ['at the start of a form', 'code=abc123x9&b=2', ['code abc123x9']],
    ['in a line of its own', 'grant_type=x\ncode=abc123x9', ['code abc123x9']],
    ['in a quoted form', '-d "code=abc123x9"', ['code abc123x9']],
    ['in an encoded form', 'a=b; code%3Dabc123x9', ['code abc123x9']],
    ['long, in JSON', `{"code": "${random(40)}"}`, [`code ${random(40)}`]],
    ['long, in XML', `<code>${random(40)}</code>`, [`code ${random(40)}`]],
    ['short', '/?code=abc12', []],
    ['an error, in a line of its own', 'code=InvalidToken401', []],
    ['short, in JSON', '{"code": "abc123x9"}', []],
    ['short, in brackets', '(code=abc123x9)', []],
    ['short, in a program', 'code := "abc123x9"', []],
    ['a word in XML', '<code>InvalidRequestOfSomebody</code>', []],
    ['code of a page', '<code><span class="a">x</span></code>', []],
  ])('%s', (_, text, values) => {
    expect(found(text)).toEqual(values);
  });

  it.each([
    ['device_code=12345678', 'device_code 12345678'],
    ['code_verifier=abcdefghijklm', 'code_verifier abcdefghijklm'],
  ])('is none where its name says more: %s', (text, value) => {
    expect(found(text)).toEqual([value]);
  });
});

describe('a value in an element', () => {
  it.each([
    ['<password>ab!cd1</password>', ['password ab!cd1']],
    ['<password> ab!cd1 </password>', ['password ab!cd1']],
    ['<password>"ab!cd1"</password>', ['password ab!cd1']],
    ['<token>\n</token>', []],
    ['the header is "Bearer <token>" and abcdef123', []],
    ['f(<password>, abcdef123)', []],
    [`<password> ${'word '.repeat(900)}</password>`, []],
    ['if (password>12345678) x()', []],
    ['<password type="a1b2c3d4">', []],
  ])('ends with it, and is none of a placeholder: %s', (text, values) => {
    expect(found(text)).toEqual(values);
  });
});

describe('what stands behind `pass`', () => {
  it.each([
    ['PASS="abcd"', ['password abcd']],
    ['pass=123456', ['password 123456']],
    ['pass:abcd', ['password abcd']],
    ['pass\tab1x', ['password ab1x']],
    ['--pass abcd', ['password abcd']],
    ['my_pass: abcd', ['password abcd']],
    ['password: abcd', ['password abcd']],
    ['PASS=ab1!cd', []],
    ['pass=12345', []],
    ['pass\t123456', []],
    ['pass\tabcdef', []],
    ['pass\tab1', []],
    ['pass\t!!!!!!', []],
  ])('is a password or the result of a test: %j', (text, values) => {
    expect(found(text)).toEqual(values);
  });
});

describe('a name', () => {
  it.each([
    ['--token abcd1234efgh', ['alone abcd1234efgh']],
    ['-token abcd1234efgh', ['bearer abcd1234efgh']],
    ['my-token: abcd1234efgh', ['alone abcd1234efgh']],
    ['password: "my bearer 1"', ['password my bearer 1']],
    ['access_token: "Bearer abcd1234efgh"', []],
    ['access_token: "basic abcd1234efgh"', []],
    ['{"name":"cookie","value":"a=1; b=2"}', ['cookie a=1; b=2']],
    ['cookie: abcd1234efgh', []],
    ['the client secret: abcd1234efgh', ['client_secret abcd1234efgh']],
    ['token client secret: abcd1234efgh', ['client_secret abcd1234efgh']],
    ['a password, password=abcd1, password', ['password abcd1']],
    ['password= password=abcd1', ['password password=abcd1']],
    ['keykey key', []],
  ])('is looked for in every place: %s', (text, values) => {
    expect(found(text)).toEqual(values);
  });
});

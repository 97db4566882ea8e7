import { describe, expect, it } from 'vitest';
import { originOf } from './origin.ts';

const used = (text: string, value = 'token'): string | undefined =>
  originOf(text, value, text.lastIndexOf(`Bearer " + ${value}`) + 10);
const JAVASCRIPT = 'function load(url, token) {\n  fetch(url, { headers: { Authorization: "Bearer " + token } });\n}';
const PYTHON = 'def load(token):\n    get(url, headers={"Authorization": "Bearer " + token})';

describe('what a function is given', () => {
  it.each([
    ['JavaScript', `${JAVASCRIPT}\nload(API, result.idToken);`],
    ['before it is made', `load(API, result.idToken);\n${JAVASCRIPT}`],
    [
      'an arrow',
      `load(API, result.idToken);\n${JAVASCRIPT.replace('function load(url, token)', 'const load = async (url, token) =>')}`,
    ],
    ['a type', `load(API, result.idToken);\n${JAVASCRIPT.replace('token)', 'token: string)')}`],
    ['Python', `${PYTHON}\nload(result["id_token"])`],
    ['by name', `${PYTHON}\nload(token=result["id_token"])`],
    ['a variable', `${PYTHON}\nx = result["id_token"]\nload(x)`],
    ['C#', 'async Task Load(string token) {\n  Header("Bearer " + token);\n}\nawait Load(result.IdToken);'],
    ['the same twice', `${PYTHON}\nload(r["id_token"])\nload(r["id_token"])`],
  ])('tells what its parameter holds: %s', (_, text) => expect(used(text)).toMatch(/^id_?token$/i));

  it.each([
    ['what differs', `${PYTHON}\nload(r["id_token"])\nload(r["access_token"])`],
    ['a call that nobody reads', `${PYTHON}\nload(r["id_token"])\nload(get())`],
    ['a function that is handed on', `${PYTHON}\nload(r["id_token"])\nrun(load)`],
    ['another parameter', `${JAVASCRIPT}\nload(result.idToken, token);`],
    ['another function', `${PYTHON}\nreload(r["id_token"])`],
    ['a variable outside that it hides', `token = r["id_token"]\n${PYTHON}`],
  ])('tells nothing of %s', (_, text) => expect(used(text)).toBeUndefined());

  it('gives way to what is set in the function', () => {
    const text = 'def load(token):\n    token = q["refresh_token"]\n    h = "Bearer " + token\nload(r["id_token"])';
    expect(used(text)).toBe('refresh_token');
  });

  it('does not count behind the end of the function', () => {
    expect(used('def load(t):\n    pass\ntoken = r["id_token"]\nh = "Bearer " + token')).toBe('id_token');
  });
});

describe('what is unpacked under another name', () => {
  it.each([
    ['alone', 'const { idToken: token } = await login();', 'idToken'],
    ['beside others', 'const { account, idToken: token, scopes } = r;', 'idToken'],
    ['of no token', 'const { account: token } = r;', undefined],
    ['of another', 'const { idToken: other, accessToken: token } = r;', 'accessToken'],
  ])('is told by the name it had: %s', (_, text, name) => {
    expect(used(`${text}\nh = "Bearer " + token`)).toBe(name);
  });
});

import { describe, expect, it } from 'vitest';
import { echoesOf } from './echoes.ts';
import { redact } from './redact.ts';

const random = (length: number, seed = 7): string =>
  Array.from({ length }, (_, i) => 'kQ7zPw3RtX9bLm5Y'[(i * seed + (i >> 3)) % 16]).join('');
const SECRET = random(40);

/** What of a text is said to be the secret. */
const found = (text: string, ...secrets: readonly string[]): readonly (readonly [number, string])[] => {
  const echoes = echoesOf();
  for (const [at, secret] of secrets.entries()) echoes.add(at + 1, secret);
  return echoes.find(text).map(({ id, start, end }) => [id, text.slice(start, end)]);
};

describe('a secret that stands again', () => {
  it.each([
    ['bare', SECRET],
    ['at any place', `${'x'.repeat(1)} ${SECRET}`],
    ['at any other place', `${'x'.repeat(2)} ${SECRET} y`],
    ['in a word', `x${SECRET}y`],
  ])('is found %s', (_, text) => {
    expect(found(text, SECRET)).toEqual([[1, SECRET]]);
  });

  it.each([
    ['percent-encoded', (value: string) => encodeURIComponent(value)],
    ['percent-encoded twice', (value: string) => encodeURIComponent(encodeURIComponent(value))],
    ['as JSON', (value: string) => JSON.stringify(value).slice(1, -1)],
    ['as JSON in JSON', (value: string) => JSON.stringify(JSON.stringify(value).slice(1, -1)).slice(1, -1)],
  ])('is found %s', (_, written) => {
    const value = `aB3/x"Y9+q\\Zk7&mN2=`;
    expect(found(`see ${written(value)} there`, value)).toEqual([[1, written(value)]]);
  });

  it.each([0, 1, 2])('is found in base64, wherever it begins there: %i', (before) => {
    const text = Buffer.from(`${'u'.repeat(before)}${SECRET}:x`).toString('base64');
    const [[, run = ''] = []] = found(text, SECRET);
    expect(run.length).toBeGreaterThan(45);
  });

  it('is found as often as it stands, each by its number and in order', () => {
    const other = random(30, 5);
    const text = `${SECRET} ${other}, ${SECRET}${SECRET} (${other})`;
    expect(found(text, SECRET, other).map(([id]) => id)).toEqual([1, 2, 1, 1, 2]);
    expect(found(text, SECRET, other).every(([id, run]) => run === (id === 1 ? SECRET : other))).toBe(true);
  });

  it('is found where it is short, and only whole where it is of words', () => {
    expect(found('it is hunter22!', 'hunter22')).toEqual([[1, 'hunter22']]);
    expect(found('it is hunter2', 'hunter22')).toEqual([]);
    const words = 'correct horse battery staple';
    expect(found(`a ${words} b`, words)).toEqual([[1, words]]);
    expect(found('a horse battery staple', words)).toEqual([]);
  });

  it('is found where only twelve letters of it are left', () => {
    for (const at of [0, 1, 2, 13, 28]) {
      const run = SECRET.slice(at, at + 12);
      for (const before of ['', '-', '--']) expect(found(`${before}${run}-`, SECRET)).toEqual([[1, run]]);
      expect(found(`-${SECRET.slice(at, at + 11)}-`, SECRET)).toEqual([]);
    }
  });

  it('is found by its longer one of two that begin alike', () => {
    const longer = `${SECRET}${random(20, 3)}`;
    expect(found(`a ${longer} b`, SECRET, longer)).toEqual([[2, longer]]);
    expect(found(`a ${longer} b`, longer, SECRET)).toEqual([[1, longer]]);
    expect(found(`a ${SECRET} b`, SECRET, longer)).toEqual([[1, SECRET]]);
  });

  it('takes whole escapes, no half of one', () => {
    expect(found(`{\\"a\\":\\"${SECRET}\\"}`, `${SECRET}\\`)).toEqual([[1, SECRET]]);
    expect(found(`{"a":"${SECRET}"}`, `${SECRET}"`)).toEqual([[1, `${SECRET}"`]]);
    const deep = [1, 2, 3].reduce((text) => JSON.stringify(text), `"${SECRET}`);
    const [[, run = ''] = []] = found(deep, `"${SECRET}`);
    expect(run).toMatch(/^\\{7}"/);
    expect(run.endsWith(SECRET)).toBe(true);
  });

  it('is found again right behind itself, and at the end of a text', () => {
    expect(found('hunter22 hunter22', 'hunter22')).toEqual([
      [1, 'hunter22'],
      [1, 'hunter22'],
    ]);
    expect(found('abc12!', 'abc12!')).toEqual([[1, 'abc12!']]);
  });

  it('is told by twelve of its letters, though these look like a word', () => {
    const value = `${random(20)}abcdefghijkl${random(20, 5)}`;
    expect(found('see -abcdefghijkl- there', value)).toEqual([[1, 'abcdefghijkl']]);
  });

  it('is forgotten where a million letters of others follow', () => {
    const [first, second] = [random(600_000), `${random(600_000, 5)}`];
    expect(found(`a ${first.slice(0, 60)} b`, first)).toHaveLength(1);
    expect(found(`a ${first.slice(0, 60)} b`, first, second)).toEqual([]);
    expect(found(`a ${second.slice(0, 60)} b`, first, second)).toHaveLength(1);
    expect(found(`a ${SECRET} b`, first.slice(0, 300_000), SECRET)).toHaveLength(1);
  });

  it('is not looked for where nothing is known', () => {
    expect(found(`a text with ${SECRET}`)).toEqual([]);
    expect(found('short', SECRET)).toEqual([]);
  });
});

describe('a secret that a program wrote elsewhere too', () => {
  it.each([
    ['a cookie', `Cookie: a=1; session=${SECRET}; b=2\nthe session ${SECRET} is over`],
    ['a header in base64', `Authorization: Basic ${btoa(`app:${SECRET}`)}\npassword=${SECRET}`],
    [
      'a part of it',
      `client_secret=${SECRET}\nit begins with ${SECRET.slice(0, 14)} and ends with ${SECRET.slice(-14)}`,
    ],
    ['before its name', `failed for ${SECRET}\nclient_secret=${SECRET}`],
  ])('is taken out in every place: %s', (_, text) => {
    const { text: redacted } = redact(text);
    for (let at = 0; at + 12 <= SECRET.length; at += 1) expect(redacted).not.toContain(SECRET.slice(at, at + 12));
  });

  it.each([
    ['a word', 'password=ConfigurationSettings1\nsee the ConfigurationSettings', 'see the ConfigurationSettings'],
    ['words', 'password="correct horse"\na correct horse there', 'a correct horse there'],
    ['a short value', 'password=abc1234\nsee abc1234', 'see abc1234'],
    [
      'an id',
      'client_secret=0a1b2c3d-1111-2222-3333-444455556666\nfor 0a1b2c3d-1111-2222-3333-444455556666',
      'for 0a1b2c3d-1111-2222-3333-444455556666',
    ],
    ['the name of an object', 'Bearer [object Object]\nit is [object Object]', 'it is [object Object]'],
  ])('stays where it may be something else: %s', (_, text, line) => {
    expect(redact(text).text.split('\n')[1]).toBe(line);
  });
});

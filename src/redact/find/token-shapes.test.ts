import { describe, expect, it } from 'vitest';
import { buildToken } from '../../../test/support/token.ts';
import type { Found } from '../text/found.ts';
import { findCookies } from './find-cookies.ts';
import { findShapes, isBasic, kindsOf } from './find-shapes.ts';
import { findStructures } from './find-structures.ts';
import { findTokens } from './find-tokens.ts';

const random = (length: number, seed = 7): string =>
  Array.from({ length }, (_, i) => 'kQ7zPw3RtX9bLm5Y'[(i * seed + (i >> 3)) % 16]).join('');
const TOKEN = buildToken({ aud: 'https://graph.microsoft.com', appid: 'an-app' });
const [HEAD = '', CLAIMS = '', SIGN = ''] = TOKEN.split('.');
const placed = (text: string, finds: readonly Found[]): readonly string[] =>
  finds.map(({ start, end }) => text.slice(start, end));

describe('a token', () => {
  it.each([
    ['alone', TOKEN, TOKEN],
    ['in a sentence', `it is ${TOKEN}. It fails`, TOKEN],
    ['in quotes', `"${TOKEN}"`, TOKEN],
    ['in a query', `https://x.example/?t=${TOKEN}&a=b`, TOKEN],
    ['without its signature', `${HEAD}.${CLAIMS} x`, `${HEAD}.${CLAIMS}`],
    ['cut off', `${HEAD}.${CLAIMS.slice(0, 20)} x`, `${HEAD}.${CLAIMS.slice(0, 20)}`],
    ['with dots for its end', `${HEAD}.${CLAIMS.slice(0, 20)}... x`, `${HEAD}.${CLAIMS.slice(0, 20)}...`],
    ['with dots for its middle', `${HEAD}...${SIGN.slice(-9)} x`, `${HEAD}...${SIGN.slice(-9)}`],
    ['with a word for its end', `${HEAD}.${CLAIMS}.[signature] x`, `${HEAD}.${CLAIMS}`],
  ])('is found to its end: %s', (_, text, expected) => {
    expect(placed(text, findTokens(text))[0]?.startsWith(expected)).toBe(true);
    expect(placed(text, findTokens(text))[0]?.length).toBeLessThanOrEqual(expected.length + 1 + '[signature]'.length);
  });

  it('is found as often as it stands', () => {
    const text = `${TOKEN} ${TOKEN},${TOKEN}`;
    expect(placed(text, findTokens(text))).toEqual([TOKEN, TOKEN, TOKEN]);
  });

  it('is none in a short word', () => {
    for (const text of ['eyJ', 'eyJhbGci', 'eyJhbGciOi x', 'keyJar and theyJoined'])
      expect(findTokens(text)).toEqual([]);
  });

  it.each([
    ['at a width', (TOKEN.match(/.{1,70}/g) ?? []).join('\n')],
    ['in a quoted mail', (TOKEN.match(/.{1,70}/g) ?? []).join('\n> ')],
    ['with strokes', (TOKEN.match(/.{1,70}/g) ?? []).join(' \\\n  ')],
    ['at its dots', `${HEAD}.\n${CLAIMS}.\n${SIGN}`],
    ['by blanks', `${HEAD} .${CLAIMS} .${SIGN}`],
  ])('is put together where it was broken: %s', (_, text) => {
    const [one, ...more] = findTokens(`${text}\nthe next line`);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ value: TOKEN, wrapped: true, start: 0, end: text.length });
  });

  it('takes no line behind it that is none of it', () => {
    for (const next of ['nextword', 'a', 'x'.repeat(60), 'host.example.org'])
      expect(findTokens(`${TOKEN}\n${next}`)[0]).toMatchObject({ value: TOKEN, end: TOKEN.length });
    const two = `${TOKEN}\n${TOKEN}`;
    expect(placed(two, findTokens(two))).toEqual([TOKEN, TOKEN]);
  });

  it('is put together at every width, and so is one that is cut off', () => {
    const cut = TOKEN.slice(0, -100);
    for (let width = 60; width < 100; width += 1) {
      const text = (TOKEN.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');
      expect(findTokens(`${text}\n\nend`)[0]).toMatchObject({ field: 'alone', value: TOKEN, end: text.length });
      const lines = (cut.match(new RegExp(`.{${width}}`, 'g')) ?? []).join('\n');
      expect(findTokens(`${lines}\nword`)[0]).toMatchObject({ value: lines.replaceAll('\n', ''), wrapped: true });
    }
  });

  it('is not put together with what is another one, or makes no sense', () => {
    const broken = `${HEAD}.${random(60)}\n${random(60, 5)}.${random(60, 3)}`;
    for (const text of [`${HEAD}\n${TOKEN}`, `${HEAD}.${CLAIMS}\n${TOKEN}`])
      expect(placed(text, findTokens(text))).toEqual(text.split('\n'));
    expect(placed(broken, findTokens(broken))).toEqual([`${HEAD}.${random(60)}`]);
    expect(findTokens(`${HEAD}.${CLAIMS.slice(0, 20)}\n${CLAIMS.slice(20)}(${SIGN}`)[0]?.wrapped).toBeUndefined();
  });

  it('is told from letters in a longer run by its header', () => {
    expect(placed(`abc-${TOKEN} x`, findTokens(`abc-${TOKEN} x`))).toEqual([TOKEN]);
    expect(findTokens(`${random(20)}eyJabc${random(20)}`)).toEqual([]);
  });

  it.each([
    ['eyJhbGciOiJ', false],
    ['eyJhbGciOiJS', true],
    [`eyJhbGci${'.'.repeat(7)}`, false],
    [`eyJhbGci${'.'.repeat(8)}`, true],
  ])('is one where enough of it is left: %s', (text, isOne) => {
    expect(placed(`a ${text} b`, findTokens(`a ${text} b`))).toEqual(isOne ? [text] : []);
  });

  it('that is encrypted is found with its five parts, of which one may be empty', () => {
    const head = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM' })).toString('base64url');
    for (const rest of [
      [random(40), random(16), random(90), random(22)],
      ['', random(16), random(90), random(22)],
    ]) {
      const text = [head, ...rest].join('.');
      expect(placed(`x ${text} y`, findTokens(`x ${text} y`))).toEqual([text]);
    }
  });
});

describe('a value that its letters tell', () => {
  it('ends before the dots of a sentence', () => {
    const secret = `ab1${'8Q~'}${random(34)}`;
    expect(placed(`it is ${secret}. So`, findShapes(`it is ${secret}. So`))).toEqual([secret]);
    const code = `1.A${random(60)}`;
    expect(placed(`${code}...`, findShapes(`${code}...`))).toEqual([`${code}...`]);
  });

  it('is a private key, to its end or as far as it goes', () => {
    const [open, close] = ['BEGIN', 'END'].map((word) => `-----${word} RSA PRIVATE KEY-----`);
    const body = `${random(64)}\n${random(64, 5)}\n`;
    const whole = `${open}\n${body}${close}`;
    expect(placed(`a ${whole} b`, findShapes(`a ${whole} b`))[0]).toBe(whole);
    const cut = `${open}\n${body}`;
    expect(placed(`a ${cut}\n!`, findShapes(`a ${cut}\n!`))[0]).toBe(cut.trimEnd());
    expect(findShapes(`${whole}\n${whole}`).filter(({ field }) => field === 'key')).toHaveLength(2);
    expect(kindsOf(whole)).toEqual(['private-key']);
  });

  it('is a name and a password in base64', () => {
    for (const plain of ['ada:hunter2', 'app-1:a b c', `a:${'b'.repeat(300)}`]) expect(isBasic(btoa(plain))).toBe(true);
    for (const plain of ['no colon here', ':nobody', 'two words:x', 'ada:', `a:${'b'.repeat(301)}`, 'ada:\u0001\u0002'])
      expect(isBasic(btoa(plain))).toBe(false);
    const value = btoa('ada.lovelace:hunter22');
    expect(placed(`sent ${value} to`, findShapes(`sent ${value} to`))).toEqual([value]);
    expect(findShapes(`sent ${btoa('ada.lovelace hunter22')} to`)).toEqual([]);
  });

  it('is nothing where it is short', () => {
    expect(kindsOf('1.Aabc')).toEqual([]);
    expect(kindsOf(`1.A${random(20)}`)).toEqual(['authorization-code', 'refresh-token']);
  });

  it('is a code or a refresh token as Entra gave them out first', () => {
    const both = ['authorization-code', 'refresh-token'];
    for (const [start, version] of [
      ['AQAB', 'AAAA'],
      ['OAQAB', 'AAAA'],
      ['AQAB', 'AAIAAAA'],
      ['OAQAB', 'AAIAAAA'],
    ]) {
      expect(kindsOf(`${start}${version}${random(90)}`)).toEqual(both);
      expect(kindsOf(`${start}${version}${random(20)}`)).toEqual([]);
    }
    expect(kindsOf(`OAQABABIAAAA${random(90)}`)).toEqual([]);
  });
});

describe('a value in a structure of its own', () => {
  it('is a cookie of a recording, up to the end of the list', () => {
    const text = `{"cookies": [{"name":"a","value":"one\\"1"},{"name":"b","value":"two"}], "value": "three"}`;
    expect(placed(text, findStructures(text))).toEqual(['one\\"1', 'two']);
    expect(placed('"cookies": [{"value":"one"', findStructures('"cookies": [{"value":"one"'))).toEqual(['one']);
  });

  it('is the private part of a key in JSON, on both sides of its type', () => {
    const [d, p] = [random(43), random(43, 5)];
    const text = `{"n":"${random(43, 3)}","d":"${d}","kty":"RSA","p":"${p}","e":"AQAB"}`;
    expect(placed(text, findStructures(text))).toEqual([d, p]);
    expect(placed(`${text},${text}`, findStructures(`${text},${text}`))).toEqual([d, p, d, p]);
    expect(findStructures(text.replace('kty', 'kind'))).toEqual([]);
  });

  it('is an assertion from tag to tag, or to the end', () => {
    const one = '<saml:Assertion ID="1"><a/></saml:Assertion>';
    expect(placed(`<r>${one}${one}</r>`, findStructures(`<r>${one}${one}</r>`))).toEqual([one, one]);
    expect(placed('<r><Assertion>x</r>', findStructures('<r><Assertion>x</r>'))).toEqual(['<Assertion>x</r>']);
  });

  it('is what a sentence or a table says of a secret', () => {
    const secret = random(20);
    for (const text of [`the password is ${secret}.`, `client secret ${secret}`, `| API key | ${secret} |`])
      expect(placed(text, findStructures(text))).toEqual([secret]);
    expect(findStructures(`the password is ${secret}`)[0]?.field).toBe('password');
    expect(findStructures(`the token is ${secret}`)[0]?.field).toBe('alone');
    for (const text of ['the password is configuration', `the token is a=${secret}`, `the code ${secret}`])
      expect(findStructures(text)).toEqual([]);
  });

  it.each([
    ['Cookie: a=1; b=2\nHost: x', ['a=1; b=2']],
    ['set-cookie: a=1; path=/', ['a=1; path=/']],
    [`-H "Cookie: a='1'; b=2" x`, ["a='1'; b=2"]],
    [`-H 'cookie: a=1' -H "Cookie: b=2"`, ['a=1', 'b=2']],
    ['Set-Cookie="a=1" next="b=2"', ['a=1']],
    ['cookie\n a=1; b=2\nhost\n x=y', ['a=1; b=2']],
    ['Cookie: none\nno cookie: here', []],
    ['Cookie: a=1 cookie: b=2', ['a=1 cookie: b=2']],
    ['xcookie: a=1', []],
  ])('is a header of cookies: %s', (text, values) => {
    expect(placed(text, findCookies(text))).toEqual(values);
  });
});

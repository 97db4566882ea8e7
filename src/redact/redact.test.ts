import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildToken } from '../../test/support/token.ts';
import { redact, redactor } from './redact.ts';

const SECRET = `abc8${'Q~'}${'defGhi123'.repeat(4).slice(0, 34)}`;
const NAMED = `secret-1_client-secret_${SECRET.length}-characters`;

describe('redacted text', () => {
  it.each([
    [`{"client_secret":"${SECRET}","a":[1,true]}`, `{"client_secret":"${NAMED}","a":[1,true]}`],
    [`client_secret: ${SECRET}\nscope: x`, `client_secret: ${NAMED}\nscope: x`],
    [`curl -d 'a=1&client_secret=${SECRET}&b=2' https://x`, `curl -d 'a=1&client_secret=${NAMED}&b=2' https://x`],
    [`\r\nclient_secret=${SECRET}\r\nb=2\r\n`, `\r\nclient_secret=${NAMED}\r\nb=2\r\n`],
  ])('keeps its form: %#', (text, expected) => {
    expect(redact(text).text).toBe(expected);
  });

  it('gives a number in JSON quotes, so that it stays JSON', () => {
    expect(JSON.parse(redact('{"password": 12345678, "a": 1}').text)).toEqual({
      password: 'secret-1_password_8-characters',
      a: 1,
    });
  });

  it.each([
    '{"a": 2147483619, "password": 2147483619}',
    '{"a": -2147483619, "password": 2147483619}',
    '{"password": 2147483619, "b": [2147483619, -2147483619, 2147483619.5], "c": "2147483619", "d": [0,2147483619]}',
    JSON.stringify(['{"password": 2147483619, "b": [1, 2147483619], "c": 2147483619}']),
    JSON.stringify(['{"a":2147483619.5,"password":2147483619.5,"b":""}']),
  ])('stays JSON where a number that is a secret stands again: %s', (text) => {
    const shown = redact(text).text;
    expect(shown).not.toContain('2147483619');
    expect(() => JSON.parse(shown)).not.toThrow();
  });

  it('puts no quotes around a secret number in a sentence', () => {
    expect(redact('{"password": 2147483619}\nThe pin 2147483619, they said, and (2147483619).').text).toBe(
      '{"password": "secret-1_password_10-characters"}\nThe pin secret-1_password_10-characters, they said, and (secret-1_password_10-characters).',
    );
  });

  it('stays JSON whatever stands in its strings', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom(`Bearer ${SECRET}`, `client_secret=${SECRET}\\`, `"${SECRET}"`),
    );
    const name = fc.oneof(fc.string(), fc.constantFrom('password', 'client_secret', 'name', 'value', '__proto__'));
    fc.assert(
      fc.property(fc.dictionary(name, fc.oneof(value, fc.integer(), fc.array(value))), (json) => {
        const text = JSON.stringify([json, JSON.stringify(json)]);
        expect(() => JSON.parse(redact(text).text)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('stays JSON where a text ends behind the name of a secret', () => {
    const json = { a: 'pw=', password: ['pw='] };
    const text = JSON.stringify([json, JSON.stringify(json)]);
    expect(redact(text).text).toBe(text);
  });

  it('does not read what it put into an address as a mail address', () => {
    const { text } = redact('git clone https://oauth2:kQ7zPw3RtX9bLm5Y@gitlab.example/x');
    expect(redact(text).text).toBe(text);
  });

  it('stays JSON where the name of a property ends with a colon', () => {
    const text = JSON.stringify([{ 'pw:': [] }, JSON.stringify({ 'pw:': [] })]);
    expect(redact(text)).toEqual({ text, replaced: [] });
    expect(redact(`pw:":${SECRET}"`).text).not.toContain(SECRET);
  });

  it('leaves masks and variables as they are', () => {
    const text = 'Authorization: Bearer <token>\nclient_secret=$SECRET\npassword: [redacted]';
    expect(redact(text)).toEqual({ text, replaced: [] });
  });

  it('has one pseudonym for a value, and for a person who is known by a token', () => {
    const token = buildToken({ aud: 'x', name: 'Ada Lovelace', upn: 'ada@contoso.com' });
    const text = `Bearer ${token}\nthe secret was ${SECRET}\nclient_secret=${SECRET}\nfor Ada Lovelace (ada@contoso.com)`;
    const redacted = redact(text);
    expect(redacted.text.split('\n').slice(1)).toEqual([
      `the secret was ${NAMED.replace('-1_', '-2_')}`,
      `client_secret=${NAMED.replace('-1_', '-2_')}`,
      'for person-1 (mail-1)',
    ]);
    expect(redacted.replaced).toContainEqual({ kind: 'client secret', values: 1, places: 2 });
    expect(redact(text, { includePersonal: true }).text).toContain('Ada Lovelace (ada@contoso.com)');
  });

  it('keeps ids unless they are to go', () => {
    const id = '8f49a868-987f-4716-80fd-600edd835419';
    expect(redact(`/v1/workspaces/${id}`)).toEqual({ text: `/v1/workspaces/${id}`, replaced: [] });
    expect(redact(`/v1/workspaces/${id} and ${id}`, { maskIds: true })).toEqual({
      text: '/v1/workspaces/workspace-1 and workspace-1',
      replaced: [{ kind: 'workspace', values: 1, places: 2 }],
    });
  });

  it('obeys no terminal and hides no letters', () => {
    const text = redact(`\u001b[31mred\u001b]0;title\u0007 \u202Eabc\u0008\u0000 __proto__ =cmd|' /C calc'!A0`).text;
    expect(text).toBe("red abc __proto__ =cmd|' /C calc'!A0");
  });
});

describe('a redactor', () => {
  const line = `{"time":"t","msg":"x","client_secret":"${SECRET}","id":"8f49a868-987f-4716-80fd-600edd835419"}\n`;

  it('gives the same for a stream as for the whole, however it is cut', () => {
    const text = line.repeat(12_000);
    const { push, end } = redactor();
    let streamed = '';
    for (let at = 0; at < text.length; at += 99_991) streamed += push(text.slice(at, at + 99_991));
    expect(streamed + end()).toBe(line.replace(SECRET, NAMED).repeat(12_000));
  });

  it('leaves out a run that is too long to be looked at, and goes on behind it', { timeout: 120_000 }, () => {
    const { push, end } = redactor();
    const out =
      push(`{"a":"${'A'.repeat(9_000_000)}`) + push(`${'A'.repeat(100)}","client_secret":"${SECRET}"}`) + end();
    expect(JSON.parse(out)).toEqual({ a: expect.stringMatching(/^removed_\d+-characters$/), client_secret: NAMED });
  });

  it('gives out what nothing that follows can change while it waits for more', () => {
    const { push, end } = redactor();
    const first = push(line.repeat(8000));
    expect(first.startsWith(line.replace(SECRET, NAMED))).toBe(true);
    expect(first.endsWith('\n')).toBe(true);
    expect(first + end()).toBe(line.replace(SECRET, NAMED).repeat(8000));
  });

  it('keeps a long run that can be looked at', () => {
    const { push, end } = redactor();
    const text = `before ${'x'.repeat(600_000)} after`;
    expect(push(text) + end()).toBe(text);
  });

  it('takes a run of megabytes out of a stream, however many parts of it come', () => {
    const { push, end } = redactor();
    const parts = [`before ${'x'.repeat(9 * 1024 * 1024)}`, 'x'.repeat(1000), 'xx after'];
    const streamed = parts.map(push).join('') + end();
    expect(streamed).toBe(`before removed_${9 * 1024 * 1024 + 1002}-characters after`);
  });
});

it('finds the value of a header that a pretty HAR indents, also where it is letters only and the HAR is cut', () => {
  const letters = `QwRjmLiLzyheYussFF${'tTEFHrBSHV'}`;
  const har = `"\r\n{\r\n"name": "authorization",\r\n${' '.repeat(40)}"value": "Bearer ${letters}"\r\n}`;
  expect(redact(har).text).not.toContain(letters);
});

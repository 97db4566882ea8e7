import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Paste } from '../../src/model/paste.ts';
import { findSecrets } from '../../src/redact/find/find.ts';
import { OBJECT_NAME } from '../../src/redact/find/find-headers.ts';
import { prepareText } from '../../src/redact/prepare/prepare.ts';
import { redact } from '../../src/redact/redact.ts';
import { maskOf } from '../../src/redact/register.ts';
import type { Found } from '../../src/redact/text/found.ts';
import { readCases } from '../../tools/cases/read-case.ts';
import { CODE } from './harmless-code.ts';
import { TEXT } from './harmless-text.ts';

const isPlaceholder = (found: Found): boolean => found.value === '' || maskOf(found) !== undefined;

const findsIn = (text: string): readonly Found[] => findSecrets(prepareText(text).text);

const lines = Object.entries({ ...CODE, ...TEXT }).flatMap(([of, written]) =>
  written.map((line) => {
    const [text, ...placeholders] = [line].flat() as [string, ...string[]];
    return { of, text, placeholders };
  }),
);

describe('a line without a secret', () => {
  it('is one of more than 400', () => {
    expect(lines.length).toBeGreaterThan(400);
  });

  it.each(lines)('of $of keeps all but placeholders: $text', ({ text, placeholders }) => {
    const finds = findsIn(text);
    expect(finds.filter((found) => !isPlaceholder(found)).map(({ value }) => value)).toEqual([]);
    expect(finds.map(({ value }) => value)).toEqual(placeholders);
    expect(redact(text, { includePersonal: true }).text).toBe(text);
  });
});

/** Where nobody can tell, the value is taken for a secret: its safety is worth more than what it says. */
const DOUBTED: Readonly<Record<string, string>> = {
  'x-ms-gateway-slice=estsfd; path=/': 'Set-Cookie: x-ms-gateway-slice=estsfd; path=/',
  F7XKQ9LMP: '"user_code": "F7XKQ9LMP", "verification_uri": "https://microsoft.com/devicelogin"',
  ABCD1234E: 'open the page https://microsoft.com/devicelogin and enter the code ABCD1234E to authenticate.',
  CorrectHorseBatteryStaple: 'token: CorrectHorseBatteryStaple',
};

it.each(Object.entries(DOUBTED))('in doubt a value is sealed: %s', (value, text) => {
  expect(findsIn(text).map((found) => [found.value, isPlaceholder(found)])).toEqual([[value, false]]);
});

/** What is sealed in the pastes of fixtures and field, apart from placeholders and tokens that were built: by case, and why. */
const KNOWN: Readonly<Record<string, string>> = {
  'access-token-as-refresh-token/code-kept-as-refresh-token': 'the start of an authorization code',
  'access-token-as-refresh-token/near-code-exchange-beside-refresh-token': 'the start of an authorization code',
  'auth-code-as-bearer/default-scope-in-the-address': 'the start of an authorization code',
  'auth-code-as-bearer/opaque-and-not-read': 'the start of an authorization code',
  'auth-code-as-bearer/near-code-that-was-redeemed': 'the start of an authorization code',
  'client-does-not-support-flow/older-node-driver': 'a way to sign in, behind one that ends with "password"',
  'code-redeemed-at-other-tenant/personal-grant-at-a-tenant': 'the start of an authorization code',
  'bare-default-scope/from-postman-console': 'a header of cookies',
  'malformed-authorization-header/line-break': 'a mask and the signs of a line break',
  'malformed-authorization-header/line-break-in-fetch': 'a mask and the signs of a line break',
  'malformed-authorization-header/return-character': 'a mask and the signs of a line break',
  'wrong-client-secret/xmla-app-password': 'a password',
  'thread-051': 'the hash of a code verifier',
  'thread-099': 'a secret whose letters somebody replaced, and its padding',
  'thread-114': 'the name of a variable, which looks like a password of letters',
  'thread-300': 'the start of an authorization code',
  'thread-348': 'a secret that somebody replaced by a number',
  'thread-368': 'a secret, with what stands behind it for want of a `&`',
  'thread-384': 'a password',
  'thread-482': 'a header of cookies',
  'thread-509': 'the configuration in an embed URL, which is not told from a key',
  'thread-635': 'the name of a variable, which looks like a password of letters',
  'thread-807': 'a property behind `/p:`, which gives other programs a password',
  'thread-998': 'a client secret in the place of the client id',
  'thread-1100': 'a name that the compiler of C# makes, behind `Token>`',
  'thread-1105': 'the name of an id, in brackets behind "token"',
  'thread-1193': 'the start of an authorization code',
  'thread-1277': 'the hash of a code verifier',
  'thread-1286': 'the names of variables, which look like passwords of letters',
  'thread-1307': 'the hash of a code verifier',
  'thread-1373': 'a password that somebody replaced by capitals',
  'thread-1398': 'the name of a key',
  'thread-1444': '"undefined", with what begins the next line',
  'thread-1545': 'the name of a variable, which looks like a password of letters',
  'thread-1552': 'the name of a variable, with what is called of it',
  'thread-1561': 'the hash of a code verifier',
  'thread-1630': 'the name of a variable, which looks like a password of letters',
  'thread-1655': 'a state, which looks random',
  'thread-1715': 'the name of a secret in a vault',
  'thread-1745': 'a state, which looks random',
};

const isBuilt = ({ value }: Found): boolean => value.startsWith('eyJ') && value.length > 100;

/** What was sent in the place of a secret, and is told: the name of an object, the id of a secret. */
const isTold = ({ value }: Found): boolean =>
  OBJECT_NAME.test(value) || /^[\da-fx*]{8}(?:-[\da-fx*]{4}){3}-[\da-fx*]{12}$/i.test(value);

const secretsOf = (pastes: readonly Paste[]): readonly string[] =>
  pastes
    .flatMap(({ text }) => findsIn(text))
    .filter((found) => !isPlaceholder(found) && !isBuilt(found) && !isTold(found))
    .map(({ value }) => value);

it.each(['../../fixtures', '../field'])('of the cases in %s only those that are known hold a secret', (folder) => {
  const sealed = readCases(join(import.meta.dirname, folder))
    .map(({ id, pastes }) => ({ id, values: secretsOf(pastes) }))
    .filter(({ values }) => values.length > 0);
  expect(sealed.filter(({ id }) => !(id in KNOWN))).toEqual([]);
  expect(sealed.length).toBeGreaterThan(1);
});

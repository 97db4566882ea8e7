import { describe, expect, it } from 'vitest';
import { factsOf } from '../../test/support/facts-of.ts';

const URL = 'https://api.powerbi.com/v1.0/myorg/GenerateToken';
const names = (text: string) => factsOf(text)('request.body-names');
const fetched = (sent: string, before = '') =>
  `${before}const r = await fetch("${URL}", { method: "POST", headers: { Authorization: \`Bearer $\u007btoken}\` }, body: JSON.stringify(${sent}) });`;

describe('the body of a call in code', () => {
  it.each([
    [
      'in place',
      fetched('{ accessLevel: "View", "datasets": [{ id: datasetId }] }'),
      ['accessLevel', 'datasets', 'id'],
    ],
    [
      'of a variable',
      fetched('body', 'const body = { identifier: mail, principalType: "App" };\n'),
      ['identifier', 'principalType'],
    ],
    [
      'of a variable with a type',
      fetched('payload', 'let payload: Body = {\n  "name": "Sales",\n};\nconsole.log(payload);\n'),
      ['name'],
    ],
    [
      'behind an address in a variable',
      `const url = "${URL}";\nconst data = { lifetimeInMinutes: 5 };\nfetch(url, {\n  method: 'POST',\n  body: JSON.stringify(data, null, 2),\n})`,
      ['lifetimeInMinutes'],
    ],
  ])('is read %s', (_, text, expected) => expect(names(text)).toEqual(expected));

  it.each([
    ['a spread', fetched('body', 'const body = { ...base, name: "x" };\n')],
    ['a short property', fetched('body', 'const body = { name: "x", identities };\n')],
    ['a variable that may hold names', fetched('body', 'const body = { identities: identities };\n')],
    ['a list of such variables', fetched('body', 'const body = { identities: [identity] };\n')],
    ['what a function gives', fetched('body', 'const body = { userDetails: detailsOf(user) };\n')],
    ['a later property', fetched('body', 'const body = { name: "x" };\nbody.identities = [];\n')],
    ['a function that may add to it', fetched('body', 'const body = { name: "x" };\naddTo(body);\n')],
    ['two of that name', fetched('body', 'let body = { name: "x" };\nif (rls) body = { identities: [] };\n')],
    ['one that was not pasted', fetched('body')],
    ['one of another name', fetched('body', 'const otherbody = { name: "x" };\n')],
    [
      'the body of another call',
      `await fetch("${URL}", { method: "POST" });\nawait fetch(other, { body: JSON.stringify({ name: "x" }) });`,
    ],
  ])('is not guessed from %s', (_, text) => expect(names(text)).toBeUndefined());
});

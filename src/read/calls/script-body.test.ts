import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

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

const DUMPED = 'json.dumps(payload)';
const python = (sent: string, before = '') => `${before}r = requests.post("${URL}", headers=headers, ${sent})`;
const axios = (sent: string, before = '', client = 'axios') =>
  `${before}await ${client}.post("${URL}", ${sent}, { headers: { Authorization: \`Bearer $\u007btoken}\` } });`;
const csharp = (sent: string, before = '', method = 'PostAsync') =>
  `${before}var r = await client.${method}("${URL}", ${sent});`;
const ROLES = ['accessLevel', 'identities', 'username', 'roles'];

describe('the body among the arguments of a call', () => {
  it.each([
    ['axios', axios('{ accessLevel: "View", reportId }'), undefined],
    ['axios with an object', axios('{ accessLevel: "View", "datasetId": id }'), ['accessLevel', 'datasetId']],
    ['axios with a variable', axios('body', 'const body = { name: "x" };\n'), ['name']],
    ['an instance of axios', axios('{ name: "x" }', 'const api = axios.create({ headers });\n', 'api'), ['name']],
    ['any client that is given JSON', axios('JSON.stringify({ name: "x" })', '', 'client'), ['name']],
    ['requests', python('json={"accessLevel": "View", "allowSaveAs": True}'), ['accessLevel', 'allowSaveAs']],
    ['requests with a variable', python('json=data', 'data = {"name": f"{x}", "id": None}\n'), ['name', 'id']],
    ['a variable of the same name', python('json=json', 'json = {"name": "x"}\n'), ['name']],
    [
      'JSON of a variable',
      python(
        `data=${DUMPED}`,
        'payload = {\n  "accessLevel": "View",\n  "identities": [{"username": "a", "roles": ["r"]}]\n}\nprint(payload)\n',
      ),
      ROLES,
    ],
    ['a variable of JSON', python('data=body', `payload = {"name": "x"}\nbody = ${DUMPED}\n`), ['name']],
    ['a text of JSON', python('data=body', `body = '{"name": "x"}'\n`), ['name']],
    [
      'JsonContent',
      csharp('JsonContent.Create(new { AccessLevel = "View", datasetId = id })'),
      ['accessLevel', 'datasetId'],
    ],
    [
      'an object in an object of C#',
      csharp(
        'new { accessLevel = "View", identities = new[] { new { username = $"a{b}", roles = new List<string> { "r" } } } }',
        '',
        'PostAsJsonAsync',
      ),
      ROLES,
    ],
    [
      'StringContent',
      csharp(
        'content',
        'var body = new { name = "x" };\nvar json = JsonSerializer.Serialize(body);\nvar content = new StringContent(json, Encoding.UTF8, "application/json");\n',
      ),
      ['name'],
    ],
    [
      'HttpRequestMessage',
      `var m = new HttpRequestMessage(HttpMethod.Post, "${URL}");\nm.Content = new StringContent("{\\"name\\": \\"x\\"}");`,
      ['name'],
    ],
    ['net/http', `http.NewRequest("POST", "${URL}", strings.NewReader(\`{"name": "x"}\`))`, ['name']],
  ])('is read of %s', (_, text, expected) => expect(names(text)).toEqual(expected));

  it.each([
    ['the object behind the address of a client that nobody knows', axios('{ json: { name: "x" } }', '', 'ky')],
    ['the headers in its place', axios('{ headers: { Authorization: "Bearer x" } }')],
    ['a form', python('data={"name": "x"}')],
    ['a spread', python('json={**base, "name": "x"}')],
    ['a key that is added', python('json=body', 'body = {"name": "x"}\nbody["identities"] = ids\n')],
    ['a parameter', `body = {"name": "x"}\ndef call(body):\n    ${python('json=body')}`],
    ['a class of C#', csharp('new Request { Name = "x" }', '', 'PostAsJsonAsync')],
    ['a short property of C#', csharp('JsonContent.Create(new { name = "x", identities })')],
    ['a variable of C# that may hold names', csharp('JsonContent.Create(new { identities = identities })')],
    ['a call that is cut off', `requests.post("${URL}", json={"name": "x"}`],
    ['the next call', `requests.post("${URL}")\nother(json={"name": "x"})`],
    [
      'two statements',
      `var m = new HttpRequestMessage(HttpMethod.Post, "${URL}");\nm.Content = JsonContent.Create(new { a = "x" });\nn.Content = JsonContent.Create(new { b = "x" });`,
    ],
  ])('is not guessed from %s', (_, text) => expect(names(text)).toBeUndefined());
});

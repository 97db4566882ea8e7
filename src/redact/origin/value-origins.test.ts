import { describe, expect, it } from 'vitest';
import { originOf, TOKEN_WITH_SCHEME, UNFILLED } from './origin.ts';

/** What is told of the value behind the last `Bearer` of a text. */
const origin = (text: string, value: string): string | undefined => originOf(text, value, text.lastIndexOf(value));
const used = (set: string, name = 't'): string | undefined =>
  origin(`${set}\nh = {'Authorization': 'Bearer ' + ${name}}`, name);

describe('what a variable was set to', () => {
  it.each([
    ['a member', 't = answer.id_token', 'id_token'],
    ['a member of PHP', '$t = $answer->refresh_token;', 'refresh_token'],
    ['an index', 't = answer["code"]', 'code'],
    ['a symbol of Ruby', 't = answer[:code]', 'code'],
    ['what is asked for by a name', "t = params.get('code')", 'code'],
    ['what is asked for in C#', 't = query.GetValue("code").ToString();', 'code'],
    ['with another value instead', "t = q.code ?? 'none'", 'code'],
    ['with another value in JavaScript', "t = q.code || 'none'", 'code'],
    ['that is surely there', 't = q.code!;', 'code'],
    ['with a type', 't: str = q.code', 'code'],
    ['in Go', 't := q.code', 'code'],
    ['indented', '    t   =   q.code', 'code'],
  ])('is told by its last name: %s', (_, set, name) => {
    expect(used(set)).toBe(name);
  });

  it.each([`${'$'}{t}`, '{t}', '{{t}}', '$t', '$(t)', 'str(t)', 't.toString()', 't.ToString()'])(
    'is told in every way to put it in: %s',
    (name) => {
      expect(origin(`t = q.code\nh = f"Bearer ${name}"`, name)).toBe('code');
    },
  );

  it.each([
    ['what no credential is called', 't = user.city'],
    ['nothing', 'x = q.code'],
    ['a member of something', 'a.t = q.code'],
    ['what it is compared with', 't == q.code'],
    ['what it maps to', 't => q.code'],
    ['what it matches', 't =~ q.code'],
    ['a variable that ends so', 'at = q.code'],
    ['a name in the middle', 't = q.code.split(".")[0]'],
  ])('is not told by %s', (_, set) => {
    expect(used(set)).toBeUndefined();
  });

  it('is the last before it is used, and none behind', () => {
    expect(used('t = a.code\nt = b.id_token\nt = c.refresh_token')).toBe('refresh_token');
    const text = "t = a.code\nh = 'Bearer ' + t;\nt = b.id_token\n";
    expect(originOf(text, 't', text.indexOf('t;'))).toBe('code');
    expect(originOf(`h = 'Bearer ' + t;\n${text}`, 't', 16)).toBeUndefined();
    const same = "h = 'Bearer ' + t, t = q.code";
    expect(originOf(same, 't', 16)).toBeUndefined();
  });

  it('is not looked for very far away', () => {
    expect(used(`t = q.code\n${'x'.repeat(7000)}`)).toBe('code');
    expect(used(`t = q.code\n${'x'.repeat(8100)}`)).toBeUndefined();
  });

  it('is told of each text anew', () => {
    for (const name of ['code', 'id_token', 'code']) expect(used(`t = q.${name}`)).toBe(name);
  });
});

describe('an object in place of a token', () => {
  it.each([
    't = app.acquire_token_for_client(scopes)',
    't = await client.acquireTokenSilent(request)',
    't = await app.AcquireTokenForClient(scopes).ExecuteAsync()',
    't = credential.get_token("https://x/.default")',
    't = new DefaultAzureCredential().GetTokenAsync(context)',
    't = ClientSecretCredential(a, b, c).get_token(scope)',
    '$t = Get-AzAccessToken -ResourceUrl $url',
    'def load():\n  return app.acquire_token_for_client(s)\n\nt = load()',
    'function load() {\n  if (a) return credential.getToken(s);\n  return app.acquireTokenSilent(s);\n}\nt = load()',
    'const load = async () => {\n  return credential.getToken(s);\n};\nt = await load()',
    'def load(self):\n  return app.acquire_token_for_client(s)\n\nt = self.load()',
  ])('is told: %s', (set) => {
    expect(used(set)).toBe('[object Object]');
  });

  it.each([
    't = app.acquire_token_for_client(scopes).access_token',
    't = credential.get_token(scope).token',
    'def load():\n  return credential.get_token(s).token\n\nt = load()',
    'def load():\n  if a: return credential.get_token(s)\n  return token\n\nt = load()',
    'def load():\n  x = 1\n\ndef other():\n  return credential.get_token(s)\n\nt = load()',
    'def load():\n  pass\nt = load()\nreturn credential.get_token(s)',
    't = requests.get(url).json()',
  ])('is not: %s', (set) => {
    expect(used(set)).not.toBe('[object Object]');
  });

  it.each([
    't = requests.post(url).json()',
    't = (await fetch(url)).json()',
    't = JSON.parse(body)',
    't = json.loads(r.text)',
    '$t = irm $url',
  ])('is told of a whole answer only in a text that asks for tokens: %s', (set) => {
    expect(used(`grant_type = x\n${set}`)).toBe('[object Object]');
    expect(used(`${set}\nurl = "https://x/oauth2/token"`)).toBe('[object Object]');
    expect(used(set)).toBeUndefined();
  });

  it('is told of a member that PowerShell does not put into a text', () => {
    const text = (rest: string, set = '$r = Invoke-RestMethod $url') => `${set}\n$h = @{ Authorization = ${rest} }`;
    const value = '$r.access_token';
    expect(origin(text(`"Bearer ${value}"`), value)).toBe('[object Object]');
    expect(origin(text(`"Bearer $r.token"`), '$r.token')).toBe('[object Object]');
    expect(origin(text(`"Bearer " + ${value}`), value)).not.toBe('[object Object]');
    expect(origin(text(`"Bearer ${value}"`, '$r = other $url'), value)).not.toBe('[object Object]');
    expect(origin(text(`"Bearer ${value}"`, 'Invoke-RestMethod $url'), value)).not.toBe('[object Object]');
  });
});

describe('a token that is none', () => {
  it('is undefined where axios has it under another name', () => {
    const text = (more = '') => `const r = await axios.post(url, body);${more}\nt = r.access_token`;
    expect(used(text())).toBe('undefined');
    expect(used('const r = await axios(options);\nt = r.token')).toBe('undefined');
    expect(origin(`const r = await axios.get(url);\n'Bearer ' + r.access_token`, 'r.access_token')).toBe('undefined');
    expect(used(text('\naxios.interceptors.response.use(f)'))).not.toBe('undefined');
    expect(used(text().replace('r.access', 'r.data.access'))).not.toBe('undefined');
    expect(used(text().replace('axios', 'client'))).not.toBe('undefined');
  });

  it.each([
    't = "Bearer " + x',
    "t = f'Bearer {x}'",
    `t = \`bearer ${'$'}{x}\``,
    'def load():\n  return "Bearer " + x\n\nt = load()',
  ])('has the scheme already: %s', (set) => {
    expect(used(set)).toBe(TOKEN_WITH_SCHEME);
    expect(used(set.replace(/bearer/i, 'Bearing'))).not.toBe(TOKEN_WITH_SCHEME);
  });

  it('is a variable that nobody fills', () => {
    expect(origin("curl -H 'Authorization: Bearer $TOKEN' x", '$TOKEN')).toBe(UNFILLED);
    expect(origin('curl -H "Authorization: Bearer $TOKEN" x', '$TOKEN')).toBeUndefined();
  });
});

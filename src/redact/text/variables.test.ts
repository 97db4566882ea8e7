import { describe, expect, it } from 'vitest';
import { originOf, TOKEN_WITH_SCHEME } from '../origin/origin.ts';

const used = (set: string, name: string): string | undefined => {
  const text = `${set}\nh = {'Authorization': 'Bearer ' + ${name}}`;
  return originOf(text, name, text.lastIndexOf(name));
};

describe('what was put under a name', () => {
  it.each([
    ['a header of App Service', 't = request.headers["X-MS-TOKEN-AAD-ID-TOKEN"]', 't', 'X-MS-TOKEN-AAD-ID-TOKEN'],
    ['a header that is asked for', "t = req.header('x-ms-token-aad-id-token')", 't', 'x-ms-token-aad-id-token'],
    ['with a default', 't = request.args.get("code", "")', 't', 'code'],
    ['a getter of Java', 'String t = authResult.idToken();', 't', 'idToken'],
    ['a getter of an older Java', 'String t = result.getIdToken();', 't', 'getIdToken'],
    ['an attribute', 'token.accessToken = account.id_token', 'token.accessToken', 'id_token'],
    ['a place', 'session["t"] = request.args.get("code")', "session['t']", 'code'],
    ['a place that is asked for', 'session["t"] = request.args.get("code")', "session.get('t')", 'code'],
    ['an attribute of PHP', '$this->token = $_GET["code"];', '$this->token', 'code'],
    [
      'a session that is read again',
      'session.t = a.id_token\nconst session = await getServerSession(o);',
      'session.t',
      'id_token',
    ],
    ['another variable', 'c = req.query.code;\ntoken.a = c;\ns.t = token.a', 's.t', 'code'],
    ['a comment behind it', 't = q.code  # of the redirect', 't', 'code'],
  ])('is told: %s', (_, set, name, origin) => {
    expect(used(set, name)).toBe(origin);
  });

  it.each([
    ['another name of it', 'token.idToken = account.id_token', 'token.accessToken'],
    ['another object', 'token.t = account.id_token\ntoken = await refresh()', 'token.t'],
    ['another object again', 'a.t = b.id_token', 'c.t'],
    ['a variable that is unpacked later', 'token = q.code\nconst { token } = await load()', 'token'],
    ['one that is unpacked as another', 'token = q.code\nconst { value: token } = await load()', 'token'],
    ['what is done with a code', 't = auth.redeemCode()', 't'],
    ['a getter of no token', 't = result.statusCode()', 't'],
    ['itself', 't = t', 't'],
    ['two that name each other', 'a = b\nb = a', 'a'],
  ])('is not told: %s', (_, set, name) => {
    expect(used(set, name)).toBeUndefined();
  });

  it('holds the scheme already', () => {
    expect(used('session["t"] = "Bearer " + x', "session['t']")).toBe(TOKEN_WITH_SCHEME);
  });

  it('holds the scheme already where a function puts it in front, whatever its comments say', () => {
    const load = 'def load(x):\n    # to return what is sent\n    return "Bearer " + x\n';
    expect(used(`${load}t = load(x)`, 't')).toBe(TOKEN_WITH_SCHEME);
  });

  it.each([
    ['on one line', 'function load(r) {return r.json();}\nconst t = load(r);'],
    ['behind another statement', 'function load(r) { check(r);return r.json(); }\nconst t = load(r);'],
    ['with blanks around it', 'def load(r):\n    return  r.json() \n\nt = load(r)'],
    ['by way of a variable', 'def load(r):\n    a = r.json()\n    return a\n\nt = load(r)'],
  ])('is the whole answer that a function gives back: %s', (_, set) => {
    expect(used(`# /oauth2/v2.0/token\n${set}`, 't')).toBe('[object Object]');
  });

  it('is read in a hurry from hostile text', () => {
    const started = performance.now();
    used(`${'a.b["c"]'.repeat(20_000)}\n${'{a,'.repeat(20_000)}\n${'t = f(('.repeat(5000)}`, 't');
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

describe('the object that a credential gives', () => {
  it.each([
    'const t = await cred.getToken("x");',
    'const t: AccessToken | null = await cred.getToken("x");',
    'const c = new ClientSecretCredential(a, b, d);\nconst t = await c.getToken(scope);',
    'c = DefaultAzureCredential()\nt = c.get_token(scope)',
    "import { x } from '@azure/identity';\nconst t = await azureCred.getToken(scopes[0]);",
    'const c = new DefaultAzureCredential();\nconst t = await c.getToken(\n  "x",\n);',
    'const t = await msal.acquireTokenSilent({\n  scopes,\n  account,\n});',
    'var t = await app.AcquireTokenForClient(scopes)\n    .ExecuteAsync();',
    'async function load() {\n  const token = await cred.getToken(s);\n  return token;\n}\nconst t = await load();',
  ])('is told: %s', (set) => {
    expect(used(set, 't')).toBe('[object Object]');
  });

  it.each([
    'const { t } = await cred.getToken("x");',
    'const t = (await cred.getToken("x")).token;',
    'const t = await cred.getToken("x").then((r) => r.token);',
    'const c = new DefaultAzureCredential();\nconst t = (await c.getToken(\n  "x",\n)).token;',
    'const t = await cred.getToken("x")\n  .then((r) => r.token);',
    'const t = await credential.getToken("x").then((r) => r.token);',
    'const t = await msal.acquireTokenSilent({\n  scopes,\n  account,\n})\n  .then((r) => r.accessToken);',
    'const t = await auth.getToken("x");',
    "import { x } from '@azure/identity';\nconst t = await auth.getToken(s);",
    "import { x } from '@azure/identity';\nconst cred = new OurTokens();\nconst t = await cred.getToken(s);",
    't = notebookutils.credentials.getToken("pbi")',
    'async function load() {\n  const token = await cred.getToken(s);\n  return token.token;\n}\nconst t = await load();',
  ])('is not told: %s', (set) => {
    expect(used(set, 't')).not.toBe('[object Object]');
  });
});

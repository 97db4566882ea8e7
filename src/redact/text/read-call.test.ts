// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are templates of other programs.
import { describe, expect, it } from 'vitest';
import { asksForToken } from '../find/asks-for-token.ts';
import { callAt, isCutCall, mayHoldSecret, slotAt } from './read-call.ts';

describe('a call that stands for a value', () => {
  it.each([
    [
      '(Get-AzAccessToken -ResourceUrl "https://a.example").Token;',
      '(Get-AzAccessToken -ResourceUrl "https://a.example").Token',
    ],
    [
      'Json.Document(Web.Contents(Url, [Content=Text.ToBinary(Body)]))[access_token],',
      'Json.Document(Web.Contents(Url, [Content=Text.ToBinary(Body)]))[access_token]',
    ],
    [
      'app.AcquireTokenForClient(scopes).ExecuteAsync().Result.AccessToken)',
      'app.AcquireTokenForClient(scopes).ExecuteAsync().Result.AccessToken',
    ],
    ['login(name=")", key=\\"(\\") next', 'login(name=")", key=\\"(\\")'],
    ['login("it\'s mine (all", b) next', 'login("it\'s mine (all", b)'],
    ['$((Get-AzAccessToken).Token) next', '$((Get-AzAccessToken).Token)'],
    ['getSecretV2(\n  "a",\n  "b"\n)\n', 'getSecretV2(\n  "a",\n  "b"\n)'],
  ])('is read to its end: %s', (text, call) => {
    expect(callAt(text, 0)).toBe(call);
  });

  it.each(['tY0feTT()', 'login("a', 'Summer(2024)', 'decode(x)!yc=', 'decode(x)(yc)', 'a(b', '"get()"', `get('a\n')`])(
    'is not: %s',
    (text) => {
      expect(callAt(text, 0)).toBeUndefined();
    },
  );

  it('may stand in a template', () => {
    expect(slotAt("`Bearer ${await get('a')}`", 8)).toBe("${await get('a')}");
    expect(slotAt('{{ login("a").token }}"', 0)).toBe('{{ login("a").token }}');
    expect(slotAt("f'{get(1'", 2)).toBeUndefined();
    expect(slotAt("{get('a') or other}", 0)).toBeUndefined();
    expect(slotAt("get('a')", 0)).toBeUndefined();
  });
});

const RANDOM = ['kQ7zPw', '3RtX9'].join('');

describe('a call is handed what may be a secret', () => {
  it.each([
    `login("app", "${RANDOM}")`,
    `decrypt(${RANDOM})`,
    `tool(--key ${RANDOM})`,
    'f("hunter2x")',
    `f(new ${RANDOM}(a))`,
    `f(new List<${RANDOM}>())`,
    `f(new RequestV2("${RANDOM}"))`,
    'f(new KqV2zPwRtXbL(a))',
    'f(new RequestV2024Rain)',
    // Eight letters are the fewest of a password of Entra: https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy
    'login("letmein1")',
    "login('reader', 'password1234')",
    'f(new kQzPwRtXbLmV2(a))',
    'f(new List<kQzPwRtXbLmV2>())',
  ])('%s', (call) => {
    expect(mayHoldSecret(call)).toBe(true);
  });

  it.each([
    'os.getenv("FABRIC_SP_SECRET2024")',
    'get_token("https://x7k2p9.datawarehouse.fabric.microsoft.com/.default")',
    'get_token("0b1c5c8e-6a2a-4d8c-b4c7-2e0d6b8ab111/.default")',
    'Json.Document(Web.Contents(TokenUri, [Query=Uri.BuildQueryString(Body)]))',
    'api.GenerateTokenAsync(new GenerateTokenRequestV2(\n  reports: new List<GenerateTokenRequestV2Report> { new(reportId) }))',
    'client.create(new PlanRequestV3Options { Name = name })',
    'get("configuration")',
    'get("2024-01-01")',
    'get("see step 2 of it")',
    'settings.get("v2.{FABRIC_REGION}.url")',
    // What is called is no argument, and a variable is handed none.
    'loadX509V2Key3(name)',
    '${AppKey2024Prod3}',
  ])('or is not: %s', (call) => {
    expect(mayHoldSecret(call)).toBe(false);
  });
});

describe('the start of a call', () => {
  it.each(['{login({', 'credential.get_token(', '${getToken(', '$tokens.getAccess([', '@getToken('])(
    'is told by its name and its bracket: %s',
    (run) => {
      expect(isCutCall(run)).toBe(true);
    },
  );

  it.each(['login', 'login(x', 'getToken()', 'kQzPwRtX(', '7login('])('is not: %s', (run) => {
    expect(isCutCall(run)).toBe(false);
  });
});

describe('what a call asks a token for may be shown', () => {
  it.each([
    'get_token("https://graph.microsoft.com/.default")',
    '(Get-AzAccessToken -ResourceUrl "https://management.azure.com").Token',
    'credential.GetToken(new TokenRequestContext(new[] { "https://graph.microsoft.com/.default" })).Token',
    'app.acquire_token_for_client(scopes=["https://graph.microsoft.com/.default"])["access_token"]',
    'notebookutils.credentials.getToken("storage")',
  ])('%s', (call) => {
    expect(asksForToken(call)).toBe(true);
  });

  it.each([
    'get_token("user", "monkey")',
    'get_token("monkey")',
    'get_token("https://x.example/.default", "monkey")',
    'get_token("https://x.example/.default", password="monkey")',
    '(Get-Token -Password monkey -Resource "https://x.example")',
    `get_token("https://x.example/.default", ${RANDOM})`,
    `get_token("https://x.example/${RANDOM}kQ7zP")`,
    '(Get-Token monkey -Resource "https://x.example")',
    'get_token()',
  ])('but not with anything else in it: %s', (call) => {
    expect(asksForToken(call)).toBe(false);
  });
});

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are templates of other programs.
import { describe, expect, it } from 'vitest';
import { asksForToken } from './asks-for-token.ts';
import { callAt, mayHoldSecret, slotAt } from './read-call.ts';

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
    ['getSecretV2(\n  "a",\n  "b"\n)\n', 'getSecretV2(\n  "a",\n  "b"\n)'],
  ])('is read to its end: %s', (text, call) => {
    expect(callAt(text, 0)).toBe(call);
  });

  it.each(['tY0feTT()', 'login("a', 'Summer(2024)', 'decode(x)!yc=', 'a(b', '"get()"', `get('a\n')`])(
    'is not: %s',
    (text) => {
      expect(callAt(text, 0)).toBeUndefined();
    },
  );

  it('may stand in a template', () => {
    expect(slotAt("`Bearer ${await get('a')}`", 8)).toBe("${await get('a')}");
    expect(slotAt("f'{get(1'", 2)).toBeUndefined();
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
  ])('or is not: %s', (call) => {
    expect(mayHoldSecret(call)).toBe(false);
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

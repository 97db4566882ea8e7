import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

describe('scopes that a library takes by place', () => {
  it.each([
    ['new TokenRequestContext(new[] { "https://management.azure.com/.default" })', 'https://management.azure.com'],
    [
      'new TokenRequestContext(new string[] { "https://api.fabric.microsoft.com/.default" })',
      'https://api.fabric.microsoft.com',
    ],
    [
      'new TokenRequestContext().addScopes("https://analysis.windows.net/powerbi/api/.default")',
      'https://analysis.windows.net/powerbi/api',
    ],
    [
      'app.acquireTokenByClientCredential({ scopes: ["https://graph.microsoft.com/.default"] })',
      'https://graph.microsoft.com',
    ],
    [
      't = DefaultAzureCredential().get_token("https://management.azure.com/.default").token',
      'https://management.azure.com',
    ],
    ['await credential.getToken("https://storage.azure.com/.default")', 'https://storage.azure.com'],
    ['get_bearer_token_provider(credential, "https://database.windows.net/.default")', 'https://database.windows.net'],
    ['app.acquire_token_for_client(["https://api.fabric.microsoft.com/.default"])', 'https://api.fabric.microsoft.com'],
    ['string[] scopes = new string[] { "https://graph.microsoft.com/.default" };', 'https://graph.microsoft.com'],
    [
      'string[] scopes = new string[1]\n        {\n  "https://graph.microsoft.com/.default"\n};',
      'https://graph.microsoft.com',
    ],
    ['Scopes = new List<string>() { "https://graph.microsoft.com/.default" };', 'https://graph.microsoft.com'],
    ['Set<String> SCOPE = Set.of("https://graph.microsoft.com/.default");', 'https://graph.microsoft.com'],
    ['const scopes: string[] = ["https://graph.microsoft.com/.default"];', 'https://graph.microsoft.com'],
    ['Options{Scopes: []string{"https://graph.microsoft.com/.default"}}', 'https://graph.microsoft.com'],
    [
      'ClientCredentialParameters.builder(Collections.singleton("https://graph.microsoft.com/.default")).build()',
      'https://graph.microsoft.com',
    ],
    ['AcquireTokenForClient(new[] { "https://graph.microsoft.com/.default" })', 'https://graph.microsoft.com'],
  ])('reads %s', (code, resource) => {
    const value = factsOf(code);
    expect(value('token-request.scope')).toEqual([`${resource}/.default`]);
    expect(value('token-request.scope-form')).toBe('default');
  });

  it.each([
    'token = credential.get_token(".default").token',
    "const t = await credential.getToken('.default');",
    'await credential.GetTokenAsync(new TokenRequestContext(new[] { ".default" }))',
    'new TokenRequestContext().addScopes(".default")',
    'app.acquire_token_for_client([".default"])',
  ])('reads a scope that lost its API: %s', (code) => {
    const value = factsOf(code);
    expect(value('token-request.scope')).toEqual(['.default']);
    expect(value('token-request.scope-form')).toBe('bare-default');
  });

  it('reads the resource that ADAL takes first', () => {
    const value = factsOf('context.acquire_token_with_client_credentials("https://graph.windows.net", app, key)');
    expect(value('token-request.resource')).toBe('https://graph.windows.net');
    expect(value('token-request.scope')).toBeUndefined();
  });

  it('reads the resource of an Azure service token provider', () => {
    const value = factsOf('await provider.GetAccessTokenAsync("https://graph.microsoft.com/");');
    expect(value('token-request.resource')).toBe('https://graph.microsoft.com/');
  });

  it.each([
    'credential.get_token(SCOPE)',
    'getToken("refresh")',
    'cache.get_token("user-1")',
    'settings.get(".default")',
  ])('reads nothing from %s', (code) => {
    expect(factsOf(code)('token-request.scope')).toBeUndefined();
  });
});

describe('short names of notebooks', () => {
  it.each([
    ['pbi', 'https://analysis.windows.net/powerbi/api'],
    ['storage', 'https://storage.azure.com'],
    ['keyvault', 'https://vault.azure.net'],
    ['kusto', 'https://kusto.kusto.windows.net'],
  ])('getToken(%j) asks for %s', (name, resource) => {
    expect(factsOf(`x = mssparkutils.credentials.getToken("${name}")`)('token-request.resource')).toBe(resource);
    expect(factsOf(`x = notebookutils.credentials.getToken('${name}')`)('token-request.resource')).toBe(resource);
  });

  it('says nothing of a name that it does not know', () => {
    expect(factsOf('x = notebookutils.credentials.getToken("ml")')('token-request.resource')).toBeUndefined();
  });
});

describe('the command of the Azure CLI in place of the token', () => {
  const curl = (options: string) =>
    `curl -H "Authorization: Bearer $(az account get-access-token${options} --query accessToken -o tsv)" https://api.fabric.microsoft.com/v1/workspaces`;

  it('is a good header, and says what the token is for', () => {
    const value = factsOf(curl(''));
    expect(value('request.authorization')).toBe('bearer');
    expect(value('token-request.resource')).toBe('https://management.azure.com');
    expect(value('credential.kind')).toBeUndefined();
  });

  it('may be long, and may be quoted', () => {
    const tenant = '--tenant 3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6';
    for (const resource of ['https://api.fabric.microsoft.com', '"https://api.fabric.microsoft.com"']) {
      const value = factsOf(curl(` ${tenant} --resource ${resource}`));
      expect(value('request.authorization')).toBe('bearer');
      expect(value('request.url')).toBe('https://api.fabric.microsoft.com/v1/workspaces');
      expect(value('token-request.resource')).toBe('https://api.fabric.microsoft.com');
    }
  });
});

describe('commands that give a token for Azure Resource Manager by default', () => {
  it.each([
    'az account get-access-token',
    'token=$(az account get-access-token --query accessToken -o tsv)',
    '$ az account get-access-token --tenant contoso.com',
    'I get the token with: az account get-access-token',
    'Token hole ich mit: az account get-access-token\nWas tun?',
    'We take a token from `az account get-access-token`. Then we call the API.',
    '$t = (Get-AzAccessToken).Token',
    'Get-AzAccessToken -TenantId contoso.com',
    'Get-AzAccessToken -ResourceTypeName Arm',
  ])('%s', (command) => {
    expect(factsOf(command)('token-request.resource')).toBe('https://management.azure.com');
  });

  it.each([
    ['az account get-access-token --resource https://api.fabric.microsoft.com', 'https://api.fabric.microsoft.com'],
    ['$t = Get-AzAccessToken -ResourceUrl "https://api.fabric.microsoft.com"', 'https://api.fabric.microsoft.com'],
    ['az account get-access-token --resource-type ms-graph', 'https://graph.microsoft.com'],
    [
      'az account get-access-token \\\n  --resource https://api.fabric.microsoft.com',
      'https://api.fabric.microsoft.com',
    ],
  ])('%s names another one', (command, resource) => {
    expect(factsOf(command)('token-request.resource')).toBe(resource);
  });

  it.each([
    'I got the token with az account get-access-token and the right resource.',
    'Get-AzAccessToken is what I use.',
    'I get the token with: az account get-access-token and the resource of Fabric',
    'We do not take the token from az account get-access-token.',
    'Get-AzAccessToken @parameters',
    'az account get-access-token --scope $SCOPE',
  ])('says nothing where the options were not seen: %s', (text) => {
    expect(factsOf(text)('token-request.resource')).toBeUndefined();
  });

  it('takes nothing for left out where a line was cut off', () => {
    const resource = (line: string) => factsOf(line)('token-request.resource');
    expect(resource('$t = Get-AzAccessToken')).toBe('https://management.azure.com');
    expect(resource('+ $t = Get-AzAccessToken -Resou ...')).toBeUndefined();
  });
});

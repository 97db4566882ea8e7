import type { Recipe } from './model.ts';
import { type Lines, pathWith, type Steps, stepsFor, titleOf } from './script.ts';

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const variableLines = ({ variables, flow }: Recipe): Lines =>
  variables
    .filter(({ name }) => !(flow === 'managed-identity' && name === 'IDENTITY_URL'))
    .map(({ name, means, value }) =>
      value === undefined
        ? `string ${name} = Need("${name}", ${quoted(means)});`
        : `string ${name} = Environment.GetEnvironmentVariable("${name}") ?? ${quoted(value)}; // ${means}`,
    );

const credential = (kind: string, given: string): Lines => [
  `var credential = new ${kind}Credential(${given},`,
  `    new ${kind}CredentialOptions { AuthorityHost = new Uri(AUTHORITY) });`,
];

/** These two take everything with their options. */
const inOptions = (kind: string, more: string): Lines => [
  `var credential = new ${kind}Credential(new ${kind}CredentialOptions`,
  '{',
  '    AuthorityHost = new Uri(AUTHORITY),',
  '    TenantId = TENANT_ID,',
  '    ClientId = CLIENT_ID,',
  `    ${more},`,
  '});',
];

const token = ({ scope }: Recipe): Lines => [
  `var answer = await credential.GetTokenAsync(new TokenRequestContext([${quoted(scope)}]), default);`,
  'string token = answer.Token;',
];

/** Azure.Identity keeps refresh tokens to itself, so this one is a plain request. */
const refresh = ({ parameters }: Recipe): Lines => [
  'using var entra = new HttpClient();',
  'var asked = await entra.PostAsync($"{AUTHORITY}/{TENANT_ID}/oauth2/v2.0/token",',
  '    new FormUrlEncodedContent(new Dictionary<string, string>',
  '    {',
  ...parameters.map(({ name, value, from }) => `        ["${name}"] = ${from === 'text' ? quoted(value) : value},`),
  '    }));',
  'string answer = await asked.Content.ReadAsStringAsync();',
  'if (!asked.IsSuccessStatusCode) throw new Exception(answer);',
  'string token = JsonDocument.Parse(answer).RootElement.GetProperty("access_token").GetString()!;',
];

const STEPS: Steps = {
  'client-secret': (recipe) => [...credential('ClientSecret', 'TENANT_ID, CLIENT_ID, CLIENT_SECRET'), ...token(recipe)],
  certificate: (recipe) => [
    'var certificate = X509Certificate2.CreateFromPemFile(CERTIFICATE_FILE, KEY_FILE);',
    ...credential('ClientCertificate', 'TENANT_ID, CLIENT_ID, certificate'),
    ...token(recipe),
  ],
  federated: (recipe) => [
    ...credential(
      'ClientAssertion',
      'TENANT_ID, CLIENT_ID, cancel => File.ReadAllTextAsync(AZURE_FEDERATED_TOKEN_FILE, cancel)',
    ),
    ...token(recipe),
  ],
  'authorization-code': (recipe) => [
    ...inOptions('InteractiveBrowser', 'RedirectUri = new Uri(REDIRECT_URI)'),
    ...token(recipe),
  ],
  'device-code': (recipe) => [
    ...inOptions(
      'DeviceCode',
      'DeviceCodeCallback = (code, _) => { Console.WriteLine(code.Message); return Task.CompletedTask; }',
    ),
    ...token(recipe),
  ],
  'on-behalf-of': (recipe) => [
    ...credential('OnBehalfOf', 'TENANT_ID, CLIENT_ID, CLIENT_SECRET, USER_TOKEN'),
    ...token(recipe),
  ],
  'managed-identity': (recipe) => [
    'var credential = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);',
    ...token(recipe),
  ],
  refresh,
};

const USINGS: Readonly<Partial<Record<Recipe['flow'], Lines>>> = {
  certificate: ['using System.Security.Cryptography.X509Certificates;'],
  refresh: ['using System.Text.Json;'],
};

const bodyLines = (body: Readonly<Record<string, string>>): Lines => [
  `request.Content = JsonContent.Create(new { ${Object.entries(body)
    .map(([name, value]) => `${name} = ${value.startsWith('$') ? value.slice(1) : quoted(value)}`)
    .join(', ')} });`,
];

const callLines = ({ call, shows }: Recipe): Lines =>
  call === undefined
    ? [`// ${shows}`, 'Console.WriteLine($"Got a token of {token.Length} characters.");']
    : [
        'using var http = new HttpClient();',
        `using var request = new HttpRequestMessage(HttpMethod.${call.method === 'GET' ? 'Get' : 'Post'}, $"{API}${pathWith(call.path, (name) => `{${name}}`)}");`,
        'request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);',
        ...Object.entries(call.headers)
          .filter(([name]) => name !== 'Content-Type')
          .map(([name, value]) => `request.Headers.Add("${name}", "${value}");`),
        ...(call.body === undefined ? [] : bodyLines(call.body)),
        'using var called = await http.SendAsync(request);',
        'Console.WriteLine($"{(int)called.StatusCode}\\n{await called.Content.ReadAsStringAsync()}");',
      ];

const NEED: Lines = [
  'static string Need(string name, string means) =>',
  '    Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new Exception($"Set {name} to {means}");',
];

/** The recipe as a program in C# 12 with Azure.Identity. */
export const writeCSharp = (recipe: Recipe): string =>
  [
    `// ${titleOf(recipe)}`,
    `// Program.cs of .NET 8 or newer${recipe.flow === 'refresh' ? '' : '; dotnet add package Azure.Identity'}`,
    ...(recipe.flow === 'refresh' ? [] : ['using Azure.Core;', 'using Azure.Identity;']),
    ...(recipe.call === undefined ? [] : ['using System.Net.Http.Headers;']),
    ...(recipe.call?.body === undefined ? [] : ['using System.Net.Http.Json;']),
    ...(USINGS[recipe.flow] ?? []),
    '',
    ...variableLines(recipe),
    '',
    ...stepsFor(STEPS, recipe),
    '',
    ...callLines(recipe),
    '',
    ...NEED,
    '',
  ].join('\n');

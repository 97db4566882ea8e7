// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders belong to the language that is written
import type { Parameter, Recipe } from './model.ts';
import { type Lines, pathWith, signInScope, stepsFor, stepsOf, titleOf } from './script.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const variableLines = ({ variables }: Recipe): Lines =>
  variables.map(({ name, means, value }) =>
    value === undefined
      ? `$${name} = Get-Needed '${name}' ${quoted(means)}`
      : `$${name} = if ($env:${name}) { $env:${name} } else { ${quoted(value)} }  # ${means}`,
  );

const TOKEN_URL = '"${AUTHORITY}/${TENANT_ID}/oauth2/v2.0/token"';

const fieldLine = ({ name, value, from }: Parameter): string =>
  `  ${name} = ${from === 'text' ? quoted(value) : `$${value}`}`;

const form = ({ parameters }: Recipe): Lines => ['$form = @{', ...parameters.map(fieldLine), '}'];

const request = (recipe: Recipe): Lines => [
  ...form(recipe),
  `$answer = Invoke-RestMethod -Method Post -Uri ${TOKEN_URL} -Body $form`,
];

const ENCODE: Lines = [
  'function ConvertTo-Base64Url([byte[]] $bytes) {',
  "  [Convert]::ToBase64String($bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_')",
  '}',
];

const signIn = (recipe: Recipe): Lines => [
  ...ENCODE,
  '$random = [byte[]]::new(48)',
  '[Security.Cryptography.RandomNumberGenerator]::Create().GetBytes($random)',
  '$verifier = ConvertTo-Base64Url $random',
  '$sha = [Security.Cryptography.SHA256]::Create()',
  '$challenge = ConvertTo-Base64Url $sha.ComputeHash([Text.Encoding]::ASCII.GetBytes($verifier))',
  '$state = [guid]::NewGuid().ToString()',
  '$address = "${AUTHORITY}/${TENANT_ID}/oauth2/v2.0/authorize?client_id=${CLIENT_ID}&response_type=code" +',
  `  "&redirect_uri=$([uri]::EscapeDataString($REDIRECT_URI))&scope=${encodeURIComponent(signInScope(recipe))}" +`,
  '  "&state=${state}&code_challenge=${challenge}&code_challenge_method=S256"',
  '$listener = [Net.HttpListener]::new()',
  "$listener.Prefixes.Add($REDIRECT_URI.TrimEnd('/') + '/')",
  '$listener.Start()',
  'Write-Host "Open this address and sign in:`n$address"',
  '$context = $listener.GetContext()',
  "$page = [Text.Encoding]::UTF8.GetBytes('You can close this page.')",
  '$context.Response.OutputStream.Write($page, 0, $page.Length)',
  '$context.Response.Close()',
  '$listener.Stop()',
  '$cameBack = $context.Request.QueryString',
  "if ($cameBack['state'] -ne $state) { throw 'That is another sign-in.' }",
  "if (-not $cameBack['code']) { throw $cameBack['error_description'] }",
  "$code = $cameBack['code']",
];

/** PowerShell 7: Windows PowerShell cannot read a key from PEM. */
const SIGN: Lines = [
  ...ENCODE,
  'function ConvertTo-Part($part) { ConvertTo-Base64Url ([Text.Encoding]::UTF8.GetBytes(($part | ConvertTo-Json -Compress))) }',
  '$certificate = [Security.Cryptography.X509Certificates.X509Certificate2]::CreateFromPemFile($CERTIFICATE_FILE, $KEY_FILE)',
  '$sha = [Security.Cryptography.SHA256]::Create()',
  '$now = [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()',
  "$head = ConvertTo-Part @{ alg = 'PS256'; typ = 'JWT'; 'x5t#S256' = ConvertTo-Base64Url $sha.ComputeHash($certificate.RawData) }",
  '$claims = ConvertTo-Part @{',
  `  aud = ${TOKEN_URL}`,
  '  iss = $CLIENT_ID',
  '  sub = $CLIENT_ID',
  '  jti = [guid]::NewGuid().ToString()',
  '  nbf = $now',
  '  exp = $now + 600',
  '}',
  '$rsa = [Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($certificate)',
  '$signature = $rsa.SignData([Text.Encoding]::ASCII.GetBytes("${head}.${claims}"),',
  '  [Security.Cryptography.HashAlgorithmName]::SHA256, [Security.Cryptography.RSASignaturePadding]::Pss)',
  '$assertion = "${head}.${claims}.$(ConvertTo-Base64Url $signature)"',
];

const poll = (recipe: Recipe): Lines => [
  '$device = Invoke-RestMethod -Method Post -Uri "${AUTHORITY}/${TENANT_ID}/oauth2/v2.0/devicecode" -Body @{',
  '  client_id = $CLIENT_ID',
  `  scope = ${quoted(signInScope(recipe))}`,
  '}',
  'Write-Host $device.message',
  '$deviceCode = $device.device_code',
  ...form(recipe),
  '$answer = $null',
  'while (-not $answer) {',
  '  Start-Sleep -Seconds $device.interval',
  '  try {',
  `    $answer = Invoke-RestMethod -Method Post -Uri ${TOKEN_URL} -Body $form`,
  '  } catch {',
  '    if ("$($_.ErrorDetails.Message)" -notmatch \'authorization_pending\') { throw }',
  '  }',
  '}',
];

const STEPS = stepsOf({
  request,
  signIn,
  sign: SIGN,
  readAssertion: ['$assertion = (Get-Content -Raw $AZURE_FEDERATED_TOKEN_FILE).Trim()'],
  poll,
  askMachine: (resource) => [
    `$resource = [uri]::EscapeDataString(${quoted(resource)})`,
    '$answer = Invoke-RestMethod -Uri "${IDENTITY_URL}&resource=${resource}" -Headers @{ Metadata = \'true\' }',
  ],
});

const bodyOption = (body: Readonly<Record<string, string>>): string =>
  ` -ContentType 'application/json' -Body (@{ ${Object.entries(body)
    .map(([name, value]) => `${name} = ${value.startsWith('$') ? value : quoted(value)}`)
    .join('; ')} } | ConvertTo-Json)`;

const callLines = ({ call, shows }: Recipe): Lines => {
  if (call === undefined) return [`# ${shows}`, 'Write-Host "Got a token, good for $($answer.expires_in) seconds."'];
  const headers = Object.entries(call.headers)
    .filter(([name]) => name !== 'Content-Type')
    .map(([name, value]) => `'${name}' = '${value}'`);
  return [
    `$headers = @{ ${['Authorization = "Bearer $($answer.access_token)"', ...headers].join('; ')} }`,
    `Invoke-RestMethod -Method ${call.method} -Uri "\${API}${pathWith(call.path, (name) => `\${${name}}`)}" -Headers $headers` +
      (call.body === undefined ? '' : bodyOption(call.body)),
  ];
};

const NEED: Lines = [
  'function Get-Needed($name, $means) {',
  '  $value = [Environment]::GetEnvironmentVariable($name)',
  '  if (-not $value) { throw "Set $name to $means" }',
  '  $value',
  '}',
];

/** The recipe for PowerShell; a certificate needs PowerShell 7. */
export const writePowerShell = (recipe: Recipe): string =>
  [
    `# ${titleOf(recipe)}`,
    ...(recipe.flow === 'certificate' ? ['#Requires -Version 7'] : []),
    "$ErrorActionPreference = 'Stop'",
    ...NEED,
    ...variableLines(recipe),
    '',
    ...stepsFor(STEPS, recipe),
    '',
    ...callLines(recipe),
    '',
  ].join('\n');

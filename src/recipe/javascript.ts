// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders belong to the language that is written
import type { Parameter, Recipe } from './model.ts';
import { type Lines, pathWith, signInScope, stepsFor, stepsOf, titleOf } from './script.ts';

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const variableLines = ({ variables }: Recipe): Lines =>
  variables.map(({ name, means, value }) =>
    value === undefined
      ? `const ${name} = need('${name}', ${quoted(means)});`
      : `const ${name} = env['${name}'] ?? ${quoted(value)}; // ${means}`,
  );

const TOKEN_URL = '`${AUTHORITY}/${TENANT_ID}/oauth2/v2.0/token`';

const fieldLine = ({ name, value, from }: Parameter): string =>
  `  ${name}: ${from === 'text' ? quoted(value) : value},`;

const request = ({ parameters }: Recipe): Lines => [
  `const answer = await ask(${TOKEN_URL}, {`,
  ...parameters.map(fieldLine),
  '});',
];

const signIn = (recipe: Recipe): Lines => [
  "const verifier = randomBytes(48).toString('base64url');",
  "const state = randomBytes(16).toString('hex');",
  'const signInUrl = `${AUTHORITY}/${TENANT_ID}/oauth2/v2.0/authorize?${new URLSearchParams({',
  '  client_id: CLIENT_ID,',
  "  response_type: 'code',",
  '  redirect_uri: REDIRECT_URI,',
  `  scope: ${quoted(signInScope(recipe))},`,
  '  state,',
  "  code_challenge: createHash('sha256').update(verifier).digest('base64url'),",
  "  code_challenge_method: 'S256',",
  '})}`;',
  'const code = await new Promise((resolve, reject) => {',
  '  const server = createServer((request, response) => {',
  '    const { searchParams } = new URL(request.url, REDIRECT_URI);',
  "    response.setHeader('Connection', 'close').end('You can close this page.');",
  "    if (!searchParams.has('state')) return;",
  '    server.close();',
  "    if (searchParams.get('state') !== state) reject(new Error('That is another sign-in.'));",
  "    else if (searchParams.has('code')) resolve(searchParams.get('code'));",
  "    else reject(new Error(searchParams.get('error_description')));",
  '  });',
  "  server.listen(new URL(REDIRECT_URI).port, 'localhost', () => {",
  '    stdout.write(`Open this address and sign in:\\n${signInUrl}\\n`);',
  '  });',
  '});',
];

const SIGN: Lines = [
  "const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');",
  "const thumbprint = createHash('sha256').update(new X509Certificate(readFileSync(CERTIFICATE_FILE)).raw).digest('base64url');",
  'const now = Math.floor(Date.now() / 1000);',
  "const head = encode({ alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint });",
  'const claims = encode({',
  `  aud: ${TOKEN_URL},`,
  '  iss: CLIENT_ID,',
  '  sub: CLIENT_ID,',
  '  jti: randomUUID(),',
  '  nbf: now,',
  '  exp: now + 600,',
  '});',
  'const key = { key: readFileSync(KEY_FILE), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };',
  "const assertion = `${head}.${claims}.${sign('sha256', Buffer.from(`${head}.${claims}`), key).toString('base64url')}`;",
];

const poll = (recipe: Recipe): Lines => [
  'const device = await ask(`${AUTHORITY}/${TENANT_ID}/oauth2/v2.0/devicecode`, {',
  '  client_id: CLIENT_ID,',
  `  scope: ${quoted(signInScope(recipe))},`,
  '});',
  'if (!device.device_code) throw new Error(device.error_description);',
  'stdout.write(`${device.message}\\n`);',
  'const deviceCode = device.device_code;',
  'let answer;',
  'do {',
  '  await new Promise((resolve) => setTimeout(resolve, device.interval * 1000));',
  ...request(recipe).map((line) => `  ${line.replace(/^const /, '')}`),
  "} while (answer.error === 'authorization_pending');",
];

const STEPS = stepsOf({
  request,
  signIn,
  sign: SIGN,
  readAssertion: ["const assertion = readFileSync(AZURE_FEDERATED_TOKEN_FILE, 'utf8').trim();"],
  poll,
  askMachine: (resource) => [
    `const query = new URLSearchParams({ resource: ${quoted(resource)} });`,
    "const local = await fetch(`${IDENTITY_URL}&${query}`, { headers: { Metadata: 'true' } });",
    'const answer = await local.json();',
  ],
});

const IMPORTS: Readonly<Partial<Record<Recipe['flow'], Lines>>> = {
  'authorization-code': [
    "import { createHash, randomBytes } from 'node:crypto';",
    "import { createServer } from 'node:http';",
  ],
  certificate: [
    "import { constants, createHash, randomUUID, sign, X509Certificate } from 'node:crypto';",
    "import { readFileSync } from 'node:fs';",
  ],
  federated: ["import { readFileSync } from 'node:fs';"],
};

const ASK: Lines = [
  'const ask = async (url, form) => {',
  "  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });",
  '  return response.json();',
  '};',
];

const bodyLines = (body: Readonly<Record<string, string>>): Lines => [
  `  body: JSON.stringify({ ${Object.entries(body)
    .map(([name, value]) => `${name}: ${value.startsWith('$') ? value.slice(1) : quoted(value)}`)
    .join(', ')} }),`,
];

const callLines = ({ call, shows }: Recipe): Lines =>
  call === undefined
    ? [`// ${shows}`, 'stdout.write(`Got a token, good for ${answer.expires_in} seconds.\\n`);']
    : [
        `const called = await fetch(\`\${API}${pathWith(call.path, (name) => `\${${name}}`)}\`, {`,
        `  method: '${call.method}',`,
        '  headers: {',
        '    Authorization: `Bearer ${answer.access_token}`,',
        ...Object.entries(call.headers).map(([name, value]) => `    '${name}': '${value}',`),
        '  },',
        ...(call.body === undefined ? [] : bodyLines(call.body)),
        '});',
        'stdout.write(`${called.status}\\n${await called.text()}\\n`);',
      ];

const needsForm = ({ flow }: Recipe): boolean => flow !== 'managed-identity';

const NEED: Lines = [
  'const need = (name, means) => {',
  '  if (!env[name]) throw new Error(`Set ${name} to ${means}`);',
  '  return env[name];',
  '};',
];

/** The recipe as a module for Node 20 or newer, without packages. */
export const writeJavaScript = (recipe: Recipe): string =>
  [
    `// ${titleOf(recipe)}`,
    '// Save it as token.mjs. It needs Node 20 or newer, and no packages.',
    ...(IMPORTS[recipe.flow] ?? []),
    "import { env, stdout } from 'node:process';",
    '',
    ...(recipe.variables.some(({ value }) => value === undefined) ? NEED : []),
    ...variableLines(recipe),
    '',
    ...(needsForm(recipe) ? ASK : []),
    ...stepsFor(STEPS, recipe),
    'if (!answer.access_token) throw new Error(`${answer.error}: ${answer.error_description}`);',
    '',
    ...callLines(recipe),
    '',
  ].join('\n');

import type { Recipe } from './model.ts';
import { PYTHON_SEND, pythonEnd, pythonVariables, quotedPython } from './python.ts';
import { type Lines, type Steps, stepsFor, titleOf } from './script.ts';

const client = (kind: 'Confidential' | 'Public', credential: Lines = []): Lines => [
  `app = msal.${kind}ClientApplication(`,
  '    CLIENT_ID,',
  '    authority=f"{AUTHORITY}/{TENANT_ID}",',
  ...credential,
  ')',
];

const scopes = ({ scope }: Recipe): string => `[${quotedPython(scope)}]`;

const forApp =
  (before: Lines, credential: Lines) =>
  (recipe: Recipe): Lines => [
    ...before,
    ...client('Confidential', credential),
    `answer = app.acquire_token_for_client(${scopes(recipe)})`,
  ];

const CERTIFICATE = [
  'with open(CERTIFICATE_FILE) as file:',
  '    certificate = file.read()',
  'with open(KEY_FILE) as file:',
  '    key = file.read()',
];

const FEDERATED = [
  'def assertion():',
  '    with open(AZURE_FEDERATED_TOKEN_FILE) as file:',
  '        return file.read()',
  '',
  '',
];

/** msal adds offline_access and openid by itself, and refuses to be given them. */
const STEPS: Steps = {
  'client-secret': forApp([], ['    client_credential=CLIENT_SECRET,']),
  certificate: forApp(CERTIFICATE, ['    client_credential={"private_key": key, "public_certificate": certificate},']),
  federated: forApp(FEDERATED, ['    client_credential={"client_assertion": assertion},']),
  'authorization-code': (recipe) => [
    ...client('Public'),
    `answer = app.acquire_token_interactive(${scopes(recipe)}, port=int(REDIRECT_URI.rsplit(":", 1)[1].strip("/")))`,
  ],
  'device-code': (recipe) => [
    ...client('Public'),
    `device = app.initiate_device_flow(${scopes(recipe)})`,
    'if "message" not in device:',
    '    raise SystemExit(device.get("error_description"))',
    'print(device["message"], flush=True)',
    'answer = app.acquire_token_by_device_flow(device)',
  ],
  'on-behalf-of': (recipe) => [
    ...client('Confidential', ['    client_credential=CLIENT_SECRET,']),
    `answer = app.acquire_token_on_behalf_of(USER_TOKEN, ${scopes(recipe)})`,
  ],
  refresh: (recipe) => [
    ...client('Public'),
    `answer = app.acquire_token_by_refresh_token(REFRESH_TOKEN, ${scopes(recipe)})`,
  ],
  'managed-identity': ({ parameters: [resource] }) => [
    'identity = msal.ManagedIdentityClient(msal.SystemAssignedManagedIdentity(), http_client=requests.Session())',
    `answer = identity.acquire_token_for_client(resource=${quotedPython(resource?.value ?? '')})`,
  ],
};

const isLocal = ({ flow }: Recipe): boolean => flow === 'managed-identity';

/** The endpoint of the machine is found by msal itself. */
const withoutEndpoint = (recipe: Recipe): Recipe => ({
  ...recipe,
  variables: recipe.variables.filter(({ name }) => name !== 'IDENTITY_URL'),
});

/** The recipe for Python with Microsoft's library msal. */
export const writePythonMsal = (recipe: Recipe): string =>
  [
    `# ${titleOf(recipe)}`,
    '# pip install "msal>=1.29"',
    ...['json', 'os', 'urllib.error', 'urllib.request'].map((name) => `import ${name}`),
    '',
    'import msal',
    ...(isLocal(recipe) ? ['import requests'] : []),
    '',
    '',
    ...pythonVariables(withoutEndpoint(recipe)),
    ...PYTHON_SEND,
    ...stepsFor(STEPS, recipe),
    ...pythonEnd(recipe),
  ].join('\n');

import type { Parameter, Recipe } from './model.ts';
import { type Lines, pathWith, signInScope, snake, stepsFor, stepsOf, titleOf } from './script.ts';

/** A text as a string of Python. */
export const quotedPython = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const NEED: Lines = [
  'def need(name, means):',
  '    if not os.environ.get(name):',
  '        raise SystemExit(f"Set {name} to {means}")',
  '    return os.environ[name]',
  '',
  '',
];

/** Values from the environment, as both Python writers read them, with the blank lines behind them. */
export const pythonVariables = ({ variables }: Recipe): Lines => [
  ...(variables.some(({ value }) => value === undefined) ? NEED : []),
  ...variables.map(({ name, means, value }) =>
    value === undefined
      ? `${name} = need("${name}", ${quotedPython(means)})`
      : `${name} = os.environ.get("${name}", ${quotedPython(value)})  # ${means}`,
  ),
  ...(variables.length > 0 ? ['', ''] : []),
];

const TOKEN_URL = 'f"{AUTHORITY}/{TENANT_ID}/oauth2/v2.0/token"';

const fieldLine = ({ name, value, from }: Parameter): string =>
  `    "${name}": ${from === 'text' ? quotedPython(value) : from === 'step' ? snake(value) : value},`;

const request = ({ parameters }: Recipe): Lines => [`answer = ask(${TOKEN_URL}, {`, ...parameters.map(fieldLine), '})'];

const ENCODE: Lines = ['def encode(part):', '    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()', '', ''];

const signIn = (recipe: Recipe): Lines => [
  ...ENCODE,
  'verifier = encode(secrets.token_bytes(48))',
  'state = secrets.token_hex(16)',
  'query = urllib.parse.urlencode({',
  '    "client_id": CLIENT_ID,',
  '    "response_type": "code",',
  '    "redirect_uri": REDIRECT_URI,',
  `    "scope": ${quotedPython(signInScope(recipe))},`,
  '    "state": state,',
  '    "code_challenge": encode(hashlib.sha256(verifier.encode()).digest()),',
  '    "code_challenge_method": "S256",',
  '})',
  'came_back = {}',
  '',
  '',
  'class Redirect(http.server.BaseHTTPRequestHandler):',
  '    def do_GET(self):',
  '        came_back.update(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))',
  '        self.send_response(200)',
  '        self.end_headers()',
  '        self.wfile.write(b"You can close this page.")',
  '',
  '    def log_message(self, *_):',
  '        pass  # the address holds the code',
  '',
  '',
  'with http.server.HTTPServer(("localhost", urllib.parse.urlsplit(REDIRECT_URI).port or 80), Redirect) as server:',
  '    print(f"Open this address and sign in:\\n{AUTHORITY}/{TENANT_ID}/oauth2/v2.0/authorize?{query}", flush=True)',
  '    while "state" not in came_back:',
  '        server.handle_request()',
  'if came_back["state"] != state or "code" not in came_back:',
  '    raise SystemExit(came_back.get("error_description", "That is another sign-in."))',
  'code = came_back["code"]',
];

const SIGN: Lines = [
  ...ENCODE,
  'def openssl(*arguments, stdin=None):',
  '    return subprocess.run(["openssl", *arguments], input=stdin, stdout=subprocess.PIPE, check=True).stdout',
  '',
  '',
  'certificate = openssl("x509", "-in", CERTIFICATE_FILE, "-outform", "DER")',
  'thumbprint = encode(hashlib.sha256(certificate).digest())',
  'now = int(time.time())',
  'head = encode(json.dumps({"alg": "PS256", "typ": "JWT", "x5t#S256": thumbprint}).encode())',
  'claims = encode(json.dumps({',
  `    "aud": ${TOKEN_URL},`,
  '    "iss": CLIENT_ID,',
  '    "sub": CLIENT_ID,',
  '    "jti": str(uuid.uuid4()),',
  '    "nbf": now,',
  '    "exp": now + 600,',
  '}).encode())',
  'pss = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32"]',
  'signature = openssl("dgst", "-sha256", "-binary", "-sign", KEY_FILE, *pss, stdin=f"{head}.{claims}".encode())',
  'assertion = f"{head}.{claims}.{encode(signature)}"',
];

const poll = (recipe: Recipe): Lines => [
  'device = ask(f"{AUTHORITY}/{TENANT_ID}/oauth2/v2.0/devicecode", {',
  '    "client_id": CLIENT_ID,',
  `    "scope": ${quotedPython(signInScope(recipe))},`,
  '})',
  'if "device_code" not in device:',
  '    raise SystemExit(device.get("error_description"))',
  'print(device["message"], flush=True)',
  'device_code = device["device_code"]',
  'while True:',
  '    time.sleep(device["interval"])',
  ...request(recipe).map((line) => `    ${line}`),
  '    if answer.get("error") != "authorization_pending":',
  '        break',
];

const STEPS = stepsOf({
  request,
  signIn,
  sign: SIGN,
  readAssertion: ['with open(AZURE_FEDERATED_TOKEN_FILE) as file:', '    assertion = file.read().strip()'],
  poll,
  askMachine: (resource) => [
    `query = urllib.parse.urlencode({"resource": ${quotedPython(resource)}})`,
    'local = urllib.request.Request(f"{IDENTITY_URL}&{query}", headers={"Metadata": "true"})',
    'answer = json.loads(send(local)[1])',
  ],
});

const IMPORTS: Readonly<Partial<Record<Recipe['flow'], Lines>>> = {
  'authorization-code': ['base64', 'hashlib', 'http.server', 'secrets'],
  certificate: ['base64', 'hashlib', 'subprocess', 'time', 'uuid'],
  'device-code': ['time'],
};
const ALWAYS: Lines = ['json', 'os', 'urllib.error', 'urllib.parse', 'urllib.request'];

/** What sends a request, for both Python writers. */
export const PYTHON_SEND: Lines = [
  'def send(request):',
  '    try:',
  '        with urllib.request.urlopen(request) as answer:',
  '            return answer.status, answer.read().decode()',
  '    except urllib.error.HTTPError as refused:',
  '        return refused.code, refused.read().decode()',
  '',
  '',
];
const ASK: Lines = [
  'def ask(url, form):',
  '    return json.loads(send(urllib.request.Request(url, urllib.parse.urlencode(form).encode()))[1])',
  '',
  '',
];

/** The call after it, for both Python writers; `answer` holds the token. */
const pythonCall = ({ call, shows }: Recipe): Lines => {
  if (call === undefined) return [`# ${shows}`, `print("Got a token, good for", answer["expires_in"], "seconds.")`];
  const body = Object.entries(call.body ?? {}).map(
    ([name, value]) => `"${name}": ${value.startsWith('$') ? value.slice(1) : quotedPython(value)}`,
  );
  return [
    `call = urllib.request.Request(f"{API}${pathWith(call.path, (name) => `{${name}}`)}", method="${call.method}", headers={`,
    '    "Authorization": f"Bearer {answer[\'access_token\']}",',
    ...Object.entries(call.headers).map(([name, value]) => `    "${name}": "${value}",`),
    body.length === 0 ? '})' : `}, data=json.dumps({${body.join(', ')}}).encode())`,
    'print(*send(call), sep="\\n")',
  ];
};

/** The end of every script: what was refused is said, else the call is made. */
export const pythonEnd = (recipe: Recipe): Lines => [
  'if "access_token" not in answer:',
  "    raise SystemExit(f\"{answer.get('error')}: {answer.get('error_description')}\")",
  '',
  ...pythonCall(recipe),
  '',
];

/** The recipe for Python 3 with nothing but its standard library; a certificate needs openssl too. */
export const writePython = (recipe: Recipe): string =>
  [
    `# ${titleOf(recipe)}`,
    `# Python 3.8 or newer, without packages${recipe.flow === 'certificate' ? '; openssl signs' : ''}.`,
    ...[...(IMPORTS[recipe.flow] ?? []), ...ALWAYS].sort().map((name) => `import ${name}`),
    '',
    '',
    ...pythonVariables(recipe),
    ...PYTHON_SEND,
    ...(recipe.flow === 'managed-identity' ? [] : ASK),
    ...stepsFor(STEPS, recipe),
    ...pythonEnd(recipe),
  ].join('\n');

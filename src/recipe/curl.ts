// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders belong to the language that is written
import type { Parameter, Recipe } from './model.ts';
import { isHidden, type Lines, pathWith, signInScope, snake, stepsFor, stepsOf, titleOf } from './script.ts';

const TOKEN_URL = '"$AUTHORITY/$TENANT_ID/oauth2/v2.0/token"';

const variableLines = ({ variables }: Recipe): Lines =>
  variables.map(({ name, means, value }) =>
    value === undefined ? `: "\${${name}:?Set it to ${means}}"` : `${name}="\${${name}:-${value}}"  # ${means}`,
  );

const nameOf = ({ from, value }: Parameter): string => (from === 'step' ? snake(value).toUpperCase() : value);

const shownField = (parameter: Parameter): string =>
  `  --data-urlencode "${parameter.name}=${parameter.from === 'text' ? parameter.value : `$${nameOf(parameter)}`}"`;

/** A code stands percent-encoded in the address that it came with. */
const hiddenField = (parameter: Parameter): string =>
  `${parameter.name === 'code' ? 'data' : 'data-urlencode'} = ${parameter.name}=$${nameOf(parameter)}`;

/** Lines of a command, each but the last with a backslash. */
const continued = (lines: Lines): Lines => lines.map((line, i) => (i < lines.length - 1 ? `${line} \\` : line));

/** Secrets go in by stdin: the arguments of a process are open to everybody on the machine. */
const request = (recipe: Recipe): Lines => {
  const hidden = recipe.parameters.filter((parameter) => isHidden(parameter, recipe));
  const shown = recipe.parameters.filter((parameter) => !isHidden(parameter, recipe));
  const command = [`ANSWER=$(curl --silent --show-error ${TOKEN_URL}`, ...shown.map(shownField)];
  if (hidden.length === 0) return [...continued(command).slice(0, -1), `${command.at(-1)})`];
  return [...continued([...command, '  --config - <<FIELDS']), ...hidden.map(hiddenField), 'FIELDS', ')'];
};

const BASE64URL = "base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }";

const signIn = (recipe: Recipe): Lines => [
  BASE64URL,
  'VERIFIER=$(openssl rand 48 | base64url)',
  'CHALLENGE=$(printf %s "$VERIFIER" | openssl dgst -sha256 -binary | base64url)',
  'STATE=$(openssl rand -hex 16)',
  'printf "Open this address and sign in:\\n%s\\n" "$AUTHORITY/$TENANT_ID/oauth2/v2.0/authorize?client_id=$CLIENT_ID&response_type=code&redirect_uri=$REDIRECT_URI' +
    `&scope=${encodeURIComponent(signInScope(recipe))}&state=$STATE&code_challenge=$CHALLENGE&code_challenge_method=S256"`,
  'echo "The browser ends at an address that it cannot open. Paste that address:"',
  'read -r BACK',
  'case "$BACK" in *"state=$STATE"*) ;; *) echo "That is the address of another sign-in." >&2; exit 1 ;; esac',
  'CODE=$(printf %s "$BACK" | sed -n "s/.*[?&]code=\\([^&#]*\\).*/\\1/p")',
];

const SIGN: Lines = [
  BASE64URL,
  'NOW=$(date +%s)',
  'THUMBPRINT=$(openssl x509 -in "$CERTIFICATE_FILE" -outform DER | openssl dgst -sha256 -binary | base64url)',
  'HEAD=$(printf \'{"alg":"PS256","typ":"JWT","x5t#S256":"%s"}\' "$THUMBPRINT" | base64url)',
  'CLAIMS=$(printf \'{"aud":"%s","iss":"%s","sub":"%s","jti":"%s","nbf":%s,"exp":%s}\' \\',
  `  ${TOKEN_URL} "$CLIENT_ID" "$CLIENT_ID" "$(openssl rand -hex 16)" "$NOW" "$((NOW + 600))" | base64url)`,
  'SIGNATURE=$(printf %s "$HEAD.$CLAIMS" | openssl dgst -sha256 -binary -sign "$KEY_FILE" \\',
  '  -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32 | base64url)',
  'ASSERTION="$HEAD.$CLAIMS.$SIGNATURE"',
];

const poll = (recipe: Recipe): Lines => [
  'DEVICE=$(curl --silent --show-error "$AUTHORITY/$TENANT_ID/oauth2/v2.0/devicecode" \\',
  '  --data-urlencode "client_id=$CLIENT_ID" \\',
  `  --data-urlencode "scope=${signInScope(recipe)}")`,
  'printf "%s" "$DEVICE" | text_of message',
  'DEVICE_CODE=$(printf %s "$DEVICE" | text_of device_code)',
  'INTERVAL=$(printf %s "$DEVICE" | sed -n \'s/.*"interval" *: *\\([0-9]*\\).*/\\1/p\')',
  'while :; do',
  '  sleep "${INTERVAL:-5}"',
  ...request(recipe),
  '  case "$ANSWER" in *authorization_pending*) ;; *) break ;; esac',
  'done',
];

const STEPS = stepsOf({
  request,
  signIn,
  sign: SIGN,
  readAssertion: ['ASSERTION=$(cat "$AZURE_FEDERATED_TOKEN_FILE")'],
  poll,
  askMachine: (resource) => [
    "ANSWER=$(curl --silent --show-error --noproxy '*' --header 'Metadata: true' --get \"$IDENTITY_URL\" \\",
    `  --data-urlencode "resource=${resource}")`,
  ],
});

const bodyOf = (body: Readonly<Record<string, string>>): string =>
  pathWith(JSON.stringify(body), (name) => `\${${name}}`).replaceAll('"', '\\"');

const callLines = ({ call, shows }: Recipe): Lines => {
  if (call === undefined) return [`# ${shows}`, 'echo "Got a token."'];
  const command = [
    `curl --silent --show-error --include "$API${pathWith(call.path, (name) => `\${${name}}`)}"`,
    ...Object.entries(call.headers).map(([name, value]) => `  --header "${name}: ${value}"`),
    ...(call.body === undefined ? [] : [`  --data "${bodyOf(call.body)}"`]),
    '  --config - <<HEADER',
  ];
  return [...continued(command), 'header = "Authorization: Bearer $TOKEN"', 'HEADER'];
};

/** The recipe as a script for bash with curl, and openssl where something is signed. */
export const writeCurl = (recipe: Recipe): string =>
  [
    '#!/usr/bin/env bash',
    `# ${titleOf(recipe)}`,
    'set -eu',
    ...variableLines(recipe),
    '',
    'text_of() { sed -n "s/.*\\"$1\\" *: *\\"\\([^\\"]*\\)\\".*/\\1/p"; }',
    ...stepsFor(STEPS, recipe),
    'TOKEN=$(printf %s "$ANSWER" | text_of access_token)',
    'if [ -z "$TOKEN" ]; then printf "%s\\n" "$ANSWER" >&2; exit 1; fi',
    '',
    ...callLines(recipe),
    '',
  ].join('\n');

import { expect, it } from 'vitest';
import { redact } from '../../src/redact/redact.ts';

const PASSWORDS = [`Qx${'!'}r7Tw${'z9Lm'}`, ['k3Jd8', 'sQ2mZ', 'p0Vx7'].join('')];

/** How languages, files and people write a name and its secret, which stands at `@@`. */
const WRITTEN: readonly string[] = [
  '{ "clientSecret": { "value": "@@" } }',
  '"secret": ["@@"]',
  'client_secret <- "@@"',
  'var clientSecret string = "@@"',
  "client_secret CONSTANT VARCHAR2(100) := '@@';",
  "DECLARE @secret NVARCHAR(200) = N'@@';",
  '#define CLIENT_SECRET "@@"',
  'Map("client_secret" -> "@@")',
  'mapOf("client_secret" to "@@")',
  '(client_secret "@@")',
  '<stringProp name="Argument.name">client_secret</stringProp>\n<stringProp name="Argument.value">@@</stringProp>',
  '    &{body}    Create Dictionary    client_secret    @@',
  'client secret (value): @@',
  'User: joe Pass: @@',
  'auth: { user: "joe", pass: "@@" }',
  'my password is @@',
  'Passwort: @@',
  'Das Kennwort lautet @@',
  'Clientgeheimnis: @@',
  'mot de passe : @@',
  'contraseña: @@',
  'パスワード: @@',
];

it.each(WRITTEN)('a secret behind its name is sealed: %s', (line) => {
  for (const password of PASSWORDS) {
    const { text } = redact(line.replace('@@', password));
    expect(text).not.toContain(password);
    expect(redact(text).text).toBe(text);
  }
});

/** How tools, files and people show a secret where no sign stands between its name and it. */
const SHOWN: readonly string[] = [
  '**Client secret:** @@',
  '- **password**: `@@`',
  'client_secret：@@',
  '### Client Secret\n\n@@\n',
  'client_secret\n@@\nusername',
  '        Key: client_secret\n        Value: @@\n',
  '$client_secret\n[1] "@@"',
  's:13:"client_secret";s:15:"@@";',
  'CLIENT_SECRET_DEV=@@',
  'clientSecretProd: @@',
  '{"password2":"@@"}',
  '<o:Password Type="x">@@</o:Password>',
  '<password><![CDATA[@@]]></password>',
  '<client_secret>\n    @@\n</client_secret>',
  '<key>client_secret</key>\n<string>@@</string>',
  '<tr><td>Password</td><td><code>@@</code></td></tr>',
  '<input type="password" id="x" value="@@">',
  '<add value="@@" key="ida:ClientSecret" />',
  '<S N="Password">@@</S>',
  '::add-mask::@@',
  '##vso[task.setvariable variable=x;issecret=true]@@',
  "$s = '@@'\n$c = New-Object PSCredential('app', (ConvertTo-SecureString $s -AsPlainText -Force))",
  's = "@@"\nbody = {"client_secret": s}',
  'client_secret = ("@@")',
  'пароль: @@',
  'haslo: @@',
  '비밀번호: @@',
  'クライアント シークレット：@@',
  'secreto de cliente: @@',
];

it.each(SHOWN)('a secret is sealed where it is shown so: %s', (line) => {
  for (const password of PASSWORDS) {
    const { text } = redact(line.replace('@@', password));
    expect(text).not.toContain(password);
    expect(redact(text).text).toBe(text);
  }
});

/** What takes the place of a name: the kind of a manifest, the look of a cookie, a shape. */
const RANDOM = ['k3Jd8', 'sQ2mZ', 'p0Vx7', 'Yt5B', 'w9'].join('');
const base64 = (text: string): string => Buffer.from(text).toString('base64');

it.each([
  'apiVersion: v1\nkind: Secret\nmetadata:\n  name: fabric\ndata:\n  spn: @@\n',
  'apiVersion: v1\ndata:\n  spn: @@\nkind: Secret\nmetadata:\n  name: fabric\n',
  '{"kind":"Secret","data":{"spn":"@@"},"metadata":{"name":"fabric"}}',
  'curl -b "ESTSAUTH=@@" https://host.example',
  '.login.microsoftonline.com\tTRUE\t/\tTRUE\t1790000000\tESTSAUTHPERSISTENT\t@@',
  "cookies = {'ESTSAUTH': '@@', 'x': 'y'}",
  'Cookie: a=1;\n   ESTSAUTH=@@; b=2',
  'X-ZUMO-AUTH: @@',
  '{"credentialType":"Basic","credentials":"@@"}',
  'header: a\nsignature: @@',
])('a value is sealed by what stands around it: %s', (text) => {
  expect(redact(text.replace('@@', RANDOM)).text).not.toContain(RANDOM);
});

it('a name and a password in base64 are sealed behind an equals sign, and a password without a name', () => {
  for (const value of [base64(`app:${RANDOM}`), base64(`:${RANDOM}`), base64(`{"client_secret":"${RANDOM}"}`)])
    expect(redact(`cred=${value}`).text).not.toContain(value.slice(0, 12));
});

it('a password in braces is sealed in a connection string, and the place for one is not', () => {
  const text = (value: string): string => `Driver={ODBC Driver 18};UID=app;PWD={${value}};Encrypt=yes`;
  expect(redact(text(`${RANDOM}$%&@`)).text).not.toContain(RANDOM);
  expect(redact(text('password')).text).toBe(text('password'));
});

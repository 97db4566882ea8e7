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

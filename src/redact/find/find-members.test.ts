import { describe, expect, it } from 'vitest';
import { redact } from '../redact.ts';
import { findMembers } from './find-members.ts';

const SECRET = ['kQ7zPw3R', 'tX9bLm5Y', 'zW4n'].join('');
/** As people make them up: a word, a number. */
const PASSWORD = ['Sunny', 'beach', '4711'].join('');
const NUMBER = ['98765', '43210', '12345'].join('');
const GUID = '3c6c2a2d-66bf-4a2f-9a50-97a33b19b8e0';

const found = (text: string): readonly string[] =>
  findMembers(text).map(({ field, start, end }) => `${field} ${text.slice(start, end)}`);

describe('a secret beside the name that tells it', () => {
  it('is found where the value stands first', () => {
    const pair = (name: string) => `{ "type": "text", "value": "${SECRET}", "enabled": true, "key": "${name}" }`;
    expect(found(pair('client_secret'))).toEqual([`client_secret ${SECRET}`]);
    expect(found(pair('scope'))).toEqual([]);
    expect(found(pair('code'))).toEqual([]);
    expect(found(pair('client_secret').replace(SECRET, 'required'))).toEqual([]);
  });

  it.each([
    ['the Azure CLI', { name: 'AzureAd__ClientSecret', slotSetting: false, value: PASSWORD }],
    ['a variable that Postman marks', { key: 'spn', value: PASSWORD, type: 'secret' }],
    ['a key vault', { value: PASSWORD, id: 'https://v.vault.azure.net/secrets/spn/1', attributes: { enabled: true } }],
    [
      'a key vault, sorted',
      { contentType: '', id: 'https://v.vault.azure.net/secrets/spn/1', name: 'spn', value: PASSWORD },
    ],
    ['an output of Terraform', { client_secret: { sensitive: true, type: 'string', value: PASSWORD } }],
    [
      'the state of Terraform',
      { type: 'azuread_application_password', instances: [{ attributes: { key_id: GUID, value: PASSWORD } }] },
    ],
  ])('is found in what %s writes', (_, json) => {
    for (const text of [
      JSON.stringify(json),
      JSON.stringify(json, null, 2),
      JSON.stringify({ log: JSON.stringify(json) }),
    ])
      expect(redact(text).text).not.toContain(PASSWORD);
  });

  it('is found in the default of a variable, and in a resource that is shown', () => {
    expect(redact(`variable "sp_password" {\n  type    = string\n  default = "${PASSWORD}"\n}`).text).not.toContain(
      PASSWORD,
    );
    const shown = `resource "azuread_service_principal_password" "fabric" {\n    key_id = "${GUID}"\n    value  = "${PASSWORD}"\n}`;
    expect(redact(shown).text).toBe(shown.replace(PASSWORD, 'secret-1_client-secret_14-characters'));
  });
});

describe('a list or object under the name of a secret', () => {
  it.each([
    [{ password: [Number(NUMBER), 9_876_543_210] }],
    [{ password: [[Number(NUMBER)]], a: [1] }],
    [{ passwords: ['first', PASSWORD, NUMBER] }],
    [{ clientSecret: { production: PASSWORD, test: SECRET } }],
    [{ client_secret: [SECRET, Number(NUMBER)] }],
  ])('gives none of its values away, and stays JSON: %j', (json) => {
    for (const text of [JSON.stringify(json), JSON.stringify(json, null, 2)]) {
      const redacted = redact(text).text;
      for (const secret of [SECRET, PASSWORD, NUMBER, '9876543210']) expect(redacted).not.toContain(secret);
      expect(Object.keys(JSON.parse(redacted))).toEqual(Object.keys(json));
      expect(redact(redacted).text).toBe(redacted);
    }
  });

  it.each([
    { password: { type: 'string', minLength: 12, pattern: '^[a-z]{8,}$' } },
    { password: ['This field is required.'] },
    { clientSecret: { type: 'AzureKeyVaultSecret', secretName: 'fabric-sp-2026', store: { referenceName: 'Vault1' } } },
    { secret: { id: `/subscriptions/${GUID}/secrets/x1`, keyId: GUID } },
    { accessToken: [{ name: 'groups', essential: false }] },
    { passwordCredentials: [{ keyId: GUID, displayName: 'fabric-ci-2026', hint: 'k7Q' }] },
    { keys: ['Report01Sales', 'Report02Sales'] },
  ])('keeps what tells of secrets and is none: %j', (json) => {
    expect(redact(JSON.stringify(json)).text).toBe(JSON.stringify(json));
  });
});

import { describe, expect, it } from 'vitest';
import { redact } from '../redact.ts';

const VALUE = 'Zx9Q'.repeat(12);

describe('secrets in structures of their own', () => {
  it('are the values of a list of cookies, also where its end was not pasted', () => {
    const list = `"cookies": [{ "name": "session", "value": "${VALUE}" }`;
    for (const text of [`${list}], "value": "kept"`, list]) {
      const redacted = redact(text).text;
      expect(redacted).not.toContain(VALUE);
      expect(redacted).toContain('"name": "session"');
      expect(redacted.includes('"value": "kept"')).toBe(text.includes('kept'));
    }
  });

  it('are SAML assertions from tag to tag; one without an end hides all behind it', () => {
    const saml = `<saml:Assertion ID="a"><saml:NameID>${VALUE}</saml:NameID>`;
    const whole = redact(`<r>${saml}</saml:Assertion></r> says 403`).text;
    expect(whole).toMatch(/^<r>secret-1_\S+<\/r> says 403$/);
    expect(redact(`<r>${saml} says 403`).text).toMatch(/^<r>secret-1_\S+$/);
  });

  it('are the private parts of every JSON Web Key, and not the public ones', () => {
    const key = (letter: string) => `{"kty":"RSA","n":"${'n'.repeat(40)}","d":"${letter.repeat(40)}"}`;
    const redacted = redact(`[${key('d')},${key('f')}]`).text;
    expect(redacted).not.toMatch(/d{40}|f{40}/);
    expect(redacted.match(/n{40}/g)).toHaveLength(2);
  });
});

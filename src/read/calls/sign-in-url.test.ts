import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

const AUTHORIZE = 'auth_url = "https://login.microsoftonline.com/common/oauth2/v2.0/authorize"';

describe('the token endpoint that code puts together', () => {
  it.each([
    'token_url = "https://login.microsoftonline.com/" + TENANT + "/oauth2/v2.0/token"',
    'token_url = f"https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/token"',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the code that is read
    'const tokenUrl = `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`',
  ])('names another tenant than the authorize URL: %s', (line) => {
    const value = factsOf(`${AUTHORIZE}\n${line}`);
    expect(value('token-request.endpoint')).toBe('v2');
    expect(value('token-request.tenant')).toBeUndefined();
    expect(value('token-request.tenant-kind')).toBeUndefined();
    expect(value('sign-in.tenant-kind')).toBe('common');
  });

  it('names the tenant that the variable is set to', () => {
    const value = factsOf(
      `TENANT = "contoso.com"\n${AUTHORIZE}\ntoken_url = "https://login.microsoftonline.com/" + TENANT + "/oauth2/v2.0/token"`,
    );
    expect(value('token-request.tenant')).toBe('contoso.com');
  });

  it('is none where the host goes on to something else', () => {
    const value = factsOf('base = "https://login.microsoftonline.com/" + TENANT + "/discovery/keys"');
    expect(value('token-request.endpoint')).toBeUndefined();
  });

  it.each([
    'POST https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token',
    'We call `https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token` for it.',
  ])('takes a mask of a person for a placeholder: %s', (text) => {
    expect(factsOf(text)('token-request.tenant-kind')).toBe('placeholder');
  });
});

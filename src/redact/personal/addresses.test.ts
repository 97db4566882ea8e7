// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are templates of other programs.
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import { sealPastes } from '../seal.ts';

const random = (length: number, seed = 7): string =>
  Array.from({ length }, (_, i) => 'kQ7zPw3RtX9bLm5Y'[(i * seed + (i >> 3)) % 16]).join('');
const sealed = (text: string) => sealPastes([{ text }]);
const LOGIN = 'https://login.microsoftonline.com';

describe('the address of a sign-in under the name of a header or of a token', () => {
  it.each([
    `authorization: "${LOGIN}/common/oauth2/v2.0/authorize?scope=openid%20profile",`,
    `authorization: '${LOGIN}/0b1c5c8e-6a2a-4d8c-b4c7-2e0d6b8ab111/oauth2/v2.0/authorize',`,
    'authorization: `https://login.microsoftonline.com/${process.env.AZURE_AD_TENANT_ID}/oauth2/v2.0/authorize`,',
    `"authorization": "${LOGIN}/contoso.onmicrosoft.com/oauth2/authorize?scope=https%3A%2F%2Fanalysis.windows.net%2Fpowerbi%2Fapi%2F.default"`,
    'authorization: "https://sso.example.org/v1/connect/authorize"',
    'token: `https://login.microsoftonline.com/${process.env.AZURE_AD_TENANT_ID}/oauth2/v2.0/token`,',
    'token: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",',
  ])('is no secret: %s', (text) => {
    expect(sealed(text)).toMatchObject({ texts: [text], secrets: [] });
  });

  it.each([
    `Authorization: https://hooks.example.com/services/${random(24)}`,
    `authorization: "https://host.example/v1/authorize?ticket=${random(12)}"`,
    'Authorization: https://hooks.example.com/services/abcdefgh1jklmnop',
    'authorization: "https://host.example/v1/authorize?ticket=abcdefgh1jklmnop"',
    `authorization: "https://ada:${random(9)}@host.example/v1/authorize"`,
    `token: "${LOGIN}/${random(30)}/oauth2/v2.0/token"`,
    `token: "${LOGIN}/\${a}${random(30)}/oauth2/v2.0/token"`,
    `token: "${LOGIN}/common/oauth2/v2.0/token?t=${random(20)}"`,
    `authorization: "https://host.example/v1?client_secret=${random(20)}"`,
  ])('is sealed where it may hold one: %s', (text) => {
    for (const run of text.match(/[A-Za-z0-9]{9,}/g)?.filter((one) => /\d[A-Za-z]/.test(one)) ?? [])
      expect(sealed(text).texts[0]).not.toContain(run);
  });

  it('is no header, and keeps its tenant', () => {
    const told = factsOf(
      `Provider({\n  authorization: "${LOGIN}/common/oauth2/v2.0/authorize?scope=openid",\n  token: "${LOGIN}/common/oauth2/v2.0/token",\n})\n\nGET https://api.powerbi.com/v1.0/myorg/groups gives 401`,
    );
    expect(told('request.authorization')).toBeUndefined();
    expect(told('credential.shape')).toBeUndefined();
    expect(told('token-request.tenant')).toBe('common');
  });
});

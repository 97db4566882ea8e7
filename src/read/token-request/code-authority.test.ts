import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

const HOST = 'https://login.microsoftonline.com';
const GRANT =
  '{"grant_type": "client_credentials", "client_id": "x", "scope": "https://api.fabric.microsoft.com/.default"}';
const python = (url: string) => `directory = "contoso.com"\nurl = ${url}\nrequests.post(url, data=${GRANT})`;
const seen = (text: string) => {
  const value = factsOf(text);
  return [value('token-request.host'), value('token-request.endpoint'), value('token-request.tenant')];
};

describe('the address of Entra ID that code puts together', () => {
  it.each([
    ['a sum', python(`"${HOST}/" + directory + "/oauth2/v2.0/token"`)],
    ['an f-string', python(`f"${HOST}/{directory}/oauth2/v2.0/token"`)],
    ['format', python(`"${HOST}/{}/oauth2/v2.0/token".format(directory)`)],
    ['format by number', python(`"${HOST}/{0}/oauth2/v2.0/token".format(directory)`)],
    ['a percent sign', python(`"${HOST}/%s/oauth2/v2.0/token" % directory`)],
    [
      'the authority in a variable',
      python(`authority + "/oauth2/v2.0/token"`).replace('url =', `authority = "${HOST}/" + directory\nurl =`),
    ],
    [
      'in place',
      `directory = "contoso.com"\nrequests.post("${HOST}/{}/oauth2/v2.0/token".format(directory), data=${GRANT})`,
    ],
    [
      'a template',
      `const d = 'contoso.com';\nfetch(\`${HOST}/$\u007bd}/oauth2/v2.0/token\`, { method: "POST", body: new URLSearchParams(${GRANT}) })`,
    ],
    ['a shell', `D=contoso.com\ncurl -d grant_type=client_credentials -d client_id=x "${HOST}/$D/oauth2/v2.0/token"`],
    [
      'a shell with the address in a variable',
      `D="contoso.com"\nURL="${HOST}/$\u007bD}/oauth2/v2.0/token"\ncurl -d grant_type=client_credentials -d client_id=x "$URL"`,
    ],
  ])('has the tenant of the variable: %s', (_, text) => {
    expect(seen(text)).toEqual(['login.microsoftonline.com', 'v2', 'contoso.com']);
  });

  it.each([
    ['a sum', `authority="${HOST}/" + directory`],
    ['an f-string', `authority=f"${HOST}/{directory}"`],
  ])('has the tenant of the authority that a library is given: %s', (_, authority) => {
    const text = `directory = "common"\napp = msal.ConfidentialClientApplication("x", ${authority})\napp.acquire_token_for_client(["https://api.fabric.microsoft.com/.default"])`;
    expect(factsOf(text)('token-request.tenant-kind')).toBe('common');
  });

  it.each([
    ['a variable that nobody sets', python(`"${HOST}/" + other + "/oauth2/v2.0/token"`)],
    [
      'one of the environment',
      python(`"${HOST}/" + directory + "/oauth2/v2.0/token"`).replace('"contoso.com"', 'os.environ["D"]'),
    ],
    ['one that is set below', `requests.post("${HOST}/" + d + "/oauth2/v2.0/token", data=${GRANT})\nd = "contoso.com"`],
    [
      'one that holds no tenant',
      python(`"${HOST}/" + directory + "/oauth2/v2.0/token"`).replace('contoso.com', 'a/b c'),
    ],
    ['a number that nobody fills', python(`"${HOST}/{0}/oauth2/v2.0/token"`)],
  ])('has no tenant of %s', (_, text) => expect(seen(text)).toEqual(['login.microsoftonline.com', 'v2', undefined]));
});

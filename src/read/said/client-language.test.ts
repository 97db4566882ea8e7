import { describe, expect, it } from 'vitest';
import { languageIn } from './client-language.ts';

describe('the language of pasted code', () => {
  it.each([
    ["const { confidentialclientapplication } = require('@azure/msal-node');", 'javascript'],
    ['auth = await msalinstance.acquiretokensilent({ scopes })', 'javascript'],
    ['import msal app = msal.confidentialclientapplication(id)', 'python'],
    ['file "/srv/job.py", line 12, in main', 'python'],
    ['using microsoft.identity.client; var t = await app.acquiretokenforclient(scopes).executeasync();', 'csharp'],
    ['new com.azure.identity.clientsecretcredentialbuilder()', 'java'],
    ['azidentity.newclientsecretcredential(tenant, id, secret, nil)', 'go'],
    ['invoke-restmethod -uri $uri -headers $headers', 'powershell'],
  ])('is seen in %s', (text, language) => {
    expect(languageIn(text)).toBe(language);
  });

  it.each([
    ['no code', 'get /v1/workspaces gives 401, see the docs of node.js'],
    ['two languages', 'const x = await fetch(u); in powershell: invoke-restmethod -uri $u'],
    ['a command of the shell', 'curl -i https://api.fabric.microsoft.com/v1/workspaces'],
  ])('is not told by %s', (_, text) => {
    expect(languageIn(text)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { sealPastes } from '../seal.ts';
import { UNFILLED } from './origin.ts';

const masksIn = (text: string) => sealPastes([{ text }]).secrets.map(({ mask }) => mask);

describe('a variable that nothing was put in for', () => {
  it.each([
    ["curl -H 'Authorization: Bearer $TOKEN' https://api.fabric.microsoft.com/v1/workspaces", 'single quotes'],
    [
      `me@host:~$ curl -s \\\n  -H 'Authorization: Bearer \${TOKEN}' \\\n  https://x/v1/workspaces`,
      'over several lines',
    ],
    ['PS C:\\> curl.exe -H "Authorization: Bearer %TOKEN%" https://x/v1/workspaces', 'cmd syntax in PowerShell'],
    ['me@host:~$ curl -H "Authorization: Bearer %TOKEN%" https://x/v1/workspaces', 'cmd syntax in bash'],
    ['C:\\work>curl -H "Authorization: Bearer $TOKEN" https://x/v1/workspaces', 'bash syntax in cmd'],
    ['Authorization: Bearer {{token}}\nUser-Agent: PostmanRuntime/7.43.0', 'a request as Postman sent it'],
  ])('is seen in %j (%s)', (text) => {
    expect(masksIn(text)).toContain(UNFILLED);
  });

  it.each([
    ['curl -H "Authorization: Bearer $TOKEN" https://x/v1/workspaces', 'double quotes'],
    ["curl -H 'Authorization: Bearer <token>' https://x/v1/workspaces", 'a mask'],
    ["curl -H 'Authorization: Bearer $(TOKEN)' https://x/v1/workspaces", 'a macro of Azure DevOps'],
    [`curl -H 'Authorization: Bearer \${{ secrets.TOKEN }}' https://x/v1/workspaces`, 'an expression of GitHub'],
    ['bash -c "curl -H \'Authorization: Bearer $TOKEN\' https://x/v1/workspaces"', 'single within double quotes'],
    ['C:\\work>curl -H "Authorization: Bearer %TOKEN%" https://x/v1/workspaces', 'cmd in its own syntax'],
    ['curl -H "Authorization: Bearer %TOKEN%" https://x/v1/workspaces', 'no prompt tells the shell'],
    ['GET https://x/v1/workspaces\nAuthorization: Bearer {{token}}', 'a file of requests'],
    ["exec(`curl -H 'Authorization: Bearer $" + "{token}' https://x`)", 'a template of JavaScript'],
  ])('is not seen in %j (%s)', (text) => {
    expect(masksIn(text)).not.toContain(UNFILLED);
  });
});

import { describe, expect, it } from 'vitest';
import type { Request } from '../../model/incident.ts';
import { seal } from '../../model/secret.ts';
import { powerShellCallReader } from './powershell-call.ts';

const read = (text: string): readonly Request[] =>
  powerShellCallReader.read(text, 0).flatMap(({ piece }) => (piece.kind === 'request' ? [piece] : []));
const URL = 'https://api.fabric.microsoft.com/v1/workspaces';
const BEARER = `Authorization = "Bearer ${seal(4)}"`;

describe('a call of PowerShell', () => {
  it.each([
    ['a table in place', `Invoke-RestMethod -Uri ${URL} -Headers @{ ${BEARER} } -Method Get`],
    ['a table set before', `$h = @{\n  ${BEARER} # the token\n}\nirm '${URL}' -Headers $h`],
    ['a table that is added to', `$h = @{}\n$h.Add("Authorization", "Bearer ${seal(4)}")\niwr ${URL} -Headers $h`],
    ['an index', `$h = @{}\n$h["Authorization"] = "Bearer ${seal(4)}"\niwr ${URL} -Headers $h`],
    [
      'a dictionary of .NET',
      `$h = New-Object "System.Collections.Generic.Dictionary[[String],[String]]"\n$h.Add("Authorization", "Bearer ${seal(4)}")\nInvoke-RestMethod '${URL}' -Method 'GET' -Headers $h`,
    ],
    ['splatting', `$p = [ordered]@{ Uri = '${URL}'; Headers = @{ ${BEARER} }; Method = 'Get' }\nInvoke-RestMethod @p`],
    ['backticks', `Invoke-RestMethod \`\n  -Uri "${URL}" \`\n  -Headers @{ ${BEARER} }`],
    ['shortened names', `Invoke-RestMethod -Uri ${URL} -Head @{ ${BEARER} } -Meth:Get -UseBasicParsing`],
  ])('is whole with %s', (_, text) => {
    expect(read(text)).toMatchObject([{ complete: true, method: 'GET', url: URL, authorization: 'bearer', bearer: 4 }]);
  });

  it('sends a table as a form, JSON as the form type where nobody names another, and the lines of a here-string', () => {
    const token = `$b = @{ grant_type = 'client_credentials'; scope = 'x' }\nInvoke-RestMethod -Method Post -Uri "https://login.microsoftonline.com/t/oauth2/v2.0/token" -Body $b`;
    expect(read(token)[0]).toMatchObject({ complete: true, body: 'grant_type=client_credentials&scope=x' });
    const json = `$b = @{ name = 'Sales' } | ConvertTo-Json\nInvoke-RestMethod -Method Post -Uri ${URL} -Body $b -Headers @{ ${BEARER} }`;
    expect(read(json)[0]).toMatchObject({ body: '{"name":"Sales"}' });
    expect(read(json)[0]?.headers).toContainEqual({ name: 'Content-Type', value: 'application/x-www-form-urlencoded' });
    const here = `$b = @"\n{"a":1}\n"@\nInvoke-RestMethod -Method Post -Uri ${URL} -Body $b -ContentType 'application/json'`;
    expect(read(here)[0]).toMatchObject({ body: '{"a":1}', authorization: 'missing' });
  });

  it.each([
    ['loses a name that starts with $', `irm "${URL}?$top=5&$skip=2"`, `${URL}?=5&=2`],
    ['loses it in a variable', `$u = "${URL}?$filter=x"\nirm $u`, `${URL}?=x`],
    ['keeps it behind a backtick', `irm "${URL}?\`$top=5"`, `${URL}?$top=5`],
    ['keeps it in single quotes', `irm '${URL}?$top=5'`, `${URL}?$top=5`],
    ['keeps it where the script sets it', `$top = '%24top'\nirm "${URL}?$top=5"`, `${URL}?%24top=5`],
  ])('in double quotes %s', (_, text, url) => {
    expect(read(text)[0]?.url).toBe(url);
  });

  it('puts what variables hold into the address', () => {
    const text = `$base = 'https://api.fabric.microsoft.com'\n$id = 'w1'\nirm "$base/v1/workspaces/$id/items"`;
    expect(read(text)[0]?.url).toBe('https://api.fabric.microsoft.com/v1/workspaces/w1/items');
  });

  it.each([
    `irm ${URL} -Headers $headers`,
    `$h = Get-Headers\nirm ${URL} -Headers $h`,
    `$h = @{ Accept = '*/*' }\n$h += $auth\nirm ${URL} -Headers $h`,
    `irm ${URL} -Headers (@{ a = 'b' } + $more)`,
    `irm ${URL} -Credential $c`,
    `irm ${URL} -Authentication OAuth -Token $t`,
    `irm ${URL} @more`,
    `irm ${URL} -Headers @{ Accept = '*/*'`,
    `irm ${URL} \`\n`,
    `Invoke-PowerBIRestMethod -Url 'groups' -Method Get`,
  ])('does not know that the token is missing in %s', (text) => {
    for (const request of read(text)) expect(request).toMatchObject({ complete: false });
    expect(read(text)[0]?.authorization).toBeUndefined();
  });

  it.each([
    [
      'in the middle of a pipe',
      '$body | irm -Uri https://api.powerbi.com/v1.0/myorg/groups/{g}/users -Method Post -Headers $h',
      'groups/{g}/users',
    ],
    [
      'relative',
      'Invoke-PowerBIRestMethod -Url groups/{id}/datasets/{ds}/refreshes -Method Post',
      'groups/{id}/datasets/{ds}/refreshes',
    ],
    ['as the first argument', 'Invoke-PowerBIRestMethod groups/{id}/users -Method Post', 'groups/{id}/users'],
    [
      'with a property',
      'irm https://api.powerbi.com/v1.0/myorg/groups/$($ws.id)/users -Method Post',
      'groups/{ws.id}/users',
    ],
  ])('keeps the whole of an address without quotes, %s', (_, text, path) => {
    const [request] = read(text);
    expect(request).toMatchObject({ method: 'POST', url: `https://api.powerbi.com/v1.0/myorg/${path}` });
    if (!text.startsWith('irm')) expect(request?.authorization).toBeUndefined();
  });

  it.each([
    'I run Invoke-PowerBIRestMethod -Url groups/{g}/users -Method Post and it gives 404',
    'I run Invoke-PowerBIRestMethod groups/{g}/users -Method Post, which gives 404',
    'Invoke-PowerBIRestMethod -Method Post groups/{g}/users. this was never refused',
    'irm https://api.powerbi.com/v1.0/myorg/groups/{g}/users -Method Post fails with 404',
  ])('ends where its sentence goes on: %s', (text) => {
    const [request, ...others] = read(text);
    const url = 'https://api.powerbi.com/v1.0/myorg/groups/{g}/users';
    expect(others).toEqual([]);
    expect(request).toMatchObject({ complete: false, method: 'POST', url });
    expect(request?.authorization).toBeUndefined();
  });

  it('ends an address without quotes where its block ends', () => {
    const text = `$all | % { irm https://api.powerbi.com/v1.0/myorg/groups/{g}}; irm ${URL} -Method Post`;
    expect(read(text)).toMatchObject([{ url: 'https://api.powerbi.com/v1.0/myorg/groups/{g}' }, { method: 'POST' }]);
  });

  it('is not the address that an error record shows cut off, nor its message', () => {
    expect(read(`+ Invoke-RestMethod -Uri "${URL} ...\n+ ~~~~`)).toEqual([]);
    expect(read(`+ Invoke-RestMethod -Uri ${URL} ...\n+ ~~~~`)).toEqual([]);
    expect(read(`Invoke-RestMethod : {"errorCode":"x"}`)).toEqual([]);
  });

  it('is what an error record shows of it, where nothing shows more: the address, with no method or header that the cut took', () => {
    const record = `+ Invoke-PowerBIRestMethod -Url "groups/$ws/datasets" -Me ...\n+ ~~~~`;
    const [request] = read(record);
    expect(request).toMatchObject({ complete: false, url: 'https://api.powerbi.com/v1.0/myorg/groups/{ws}/datasets' });
    expect(request).not.toHaveProperty('method');
    expect(read(`+ irm -Method Post "${URL}" -Headers $h -B ...`)[0]).toMatchObject({ method: 'POST', url: URL });

    const script = `Invoke-PowerBIRestMethod -Url "groups/$ws/datasets" -Method Post -Body $b\n`;
    expect(read(`${script}At line:1 char:1\n${record}`)).toMatchObject([{ method: 'POST' }]);
  });

  it('sends the body of a GET as its query, behind the one that the address has', () => {
    expect(read(`irm ${URL} -Body @{ top = '5' }`)[0]?.url).toBe(`${URL}?top=5`);
    expect(read(`irm "${URL}?a=b" -Body @{ top = $n }`)[0]?.url).toBe(`${URL}?a=b&top=$n`);
  });

  it('keeps the names of a body whose values only the machine knows', () => {
    const post = `Invoke-RestMethod -Method Post -Uri ${URL} -Body $b`;
    const table = `@{ name = $name; inner = @{ a = 'b' }; at = (Get-Date) }`;
    expect(read(`$b = ${table} | ConvertTo-Json\n${post}`)[0]?.body).toBe(
      '{"name":"$name","inner":{"a":"b"},"at":null}',
    );
    expect(read(`$b = @{ name = $name; at = (Get-Date) }\n${post}`)[0]?.body).toBe('name=$name&at=<value>');
    expect(read(post)[0]).not.toHaveProperty('body');
  });

  it('does not know the headers where a function gives the value of one', () => {
    const [request] = read(`irm ${URL} -Headers @{ Accept = '*/*'; Authorization = (Get-Token) }`);
    expect(request).toMatchObject({ complete: false, headers: [{ name: 'Accept', value: '*/*' }] });
    expect(request?.authorization).toBeUndefined();
  });

  it('is no call where no address is given', () => {
    expect(read('Invoke-RestMethod -Method Get')).toEqual([]);
    expect(read('Invoke-RestMethod -Uri $uri -Method Get')).toEqual([]);
  });
});

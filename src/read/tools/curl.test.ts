import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Request } from '../../model/incident.ts';
import { seal } from '../../model/secret.ts';
import { curlReader } from './curl.ts';

const read = (text: string): readonly Request[] =>
  curlReader.read(text, 0).flatMap(({ piece }) => (piece.kind === 'request' ? [piece] : []));

describe('curl commands', () => {
  it('ends where what came of it is noted behind it', () => {
    expect(read('curl https://h.example/p -> 404').map(({ url, complete }) => [url, complete])).toEqual([
      ['https://h.example/p', true],
    ]);
  });

  it('reads method, URL, headers and bearer of a whole command', () => {
    const [request] = read(`curl https://api.fabric.microsoft.com/v1/workspaces -H "Authorization: Bearer ${seal(7)}"`);
    expect(request).toMatchObject({
      complete: true,
      method: 'GET',
      url: 'https://api.fabric.microsoft.com/v1/workspaces',
      authorization: 'bearer',
      bearer: 7,
    });
  });

  it('reads any number of flags in one word', () => {
    expect(read(`curl -${'s'.repeat(150_000)} https://h.example/p`)).toMatchObject([{ url: 'https://h.example/p' }]);
  });

  it('reads a command behind the signs of `bash -x`', () => {
    expect(read('++ curl -s https://h.example/p')).toMatchObject([{ url: 'https://h.example/p' }]);
  });

  it('knows that the header is missing only where the command is whole', () => {
    expect(read('curl -s https://h.example/p')[0]).toMatchObject({ complete: true, authorization: 'missing' });
    const cut = read(`curl -s https://h.example/p -H 'Content-Type: app`)[0];
    expect(cut?.complete).toBe(false);
    expect(cut?.authorization).toBeUndefined();
  });

  it.each([
    [`-d 'a=1' -d b=2`, 'POST', 'a=1&b=2', 'application/x-www-form-urlencoded'],
    [`--json '{"a":1}'`, 'POST', '{"a":1}', 'application/json'],
    [`-XPATCH --data-raw '{}' -H 'Content-Type: application/json'`, 'PATCH', '{}', 'application/json'],
    [`--data-urlencode "scope=x y" --request PUT`, 'PUT', 'scope=x y', 'application/x-www-form-urlencoded'],
    [`-F 'file=@report.pbix'`, 'POST', 'file=@report.pbix', 'multipart/form-data'],
  ])('reads the body of %s', (options, method, body, type) => {
    const [request] = read(`curl ${options} https://h.example/p`);
    expect(request).toMatchObject({ method, body });
    expect(request?.headers.find(({ name }) => name === 'Content-Type')?.value).toBe(type);
  });

  it('puts data into the query with -G', () => {
    expect(read(`curl -G https://h.example/p -d a=1`)[0]).toMatchObject({
      method: 'GET',
      url: 'https://h.example/p?a=1',
    });
  });

  it.each([
    ['-I https://h.example/p', 'HEAD', 'https://h.example/p'],
    ['-T report.pbix https://h.example/p', 'PUT', 'https://h.example/p'],
    ['--request=PATCH https://h.example/p', 'PATCH', 'https://h.example/p'],
    [`-G 'https://h.example/p?x=0' -d a=1`, 'GET', 'https://h.example/p?x=0&a=1'],
  ])('reads what %s sends', (options, method, url) => {
    expect(read(`curl ${options}`)[0]).toMatchObject({ method, url });
  });

  it('reads a header without a value, and an option whose value was not pasted', () => {
    expect(read(`curl -H 'X-Empty;' https://h.example/p`)[0]?.headers).toEqual([{ name: 'X-Empty', value: '' }]);
    expect(read('curl https://h.example/p --header')[0]).toMatchObject({ complete: false, headers: [] });
    expect(read('curl https://h.example/p --unheard-of')[0]?.url).toBe('https://h.example/p');
  });

  it('reads a command within the words of another as a part of that', () => {
    expect(read(`curl https://h.example/p -d "$(curl https://h.example/q)"`)).toHaveLength(1);
  });

  it('reads --oauth2-bearer and -u as the header they become', () => {
    expect(read(`curl --oauth2-bearer ${seal(2)} https://h.example`)[0]).toMatchObject({
      authorization: 'bearer',
      bearer: 2,
    });
    expect(read('curl -u me:pw https://h.example')[0]?.authorization).toBe('basic');
  });

  it('reads curl.exe over several lines of PowerShell and Windows', () => {
    const text = `PS C:\\> curl.exe -X POST \`\n  -H "Accept: */*" \`\n  https://h.example/p`;
    expect(read(text)[0]).toMatchObject({ method: 'POST', url: 'https://h.example/p' });
  });

  it.each([
    '-H @headers.txt',
    '-H "$AUTH"',
    '-K curl.conf',
    '-n',
    '--negotiate',
    "--expand-header 'Authorization: Bearer {{token}}'",
    '$OPTIONS',
    '-H',
    '\\\n',
  ])('does not know whether the header is missing with %s', (option) => {
    expect(read(`curl https://h.example/p ${option}`)[0]?.authorization).toBeUndefined();
  });

  it.each(['-d @body.json', '--data-urlencode scope@file', '-d "$BODY"'])(
    'knows no body and no end of it with %s',
    (option) => {
      expect(read(`curl https://h.example/p ${option}`)[0]?.complete).toBe(false);
    },
  );

  it('takes the lines below as the body of -d @-', () => {
    const text = 'curl -d @- https://h.example/p <<\'EOF\'\n{"a":1}\nEOF\nnext';
    expect(read(text)[0]).toMatchObject({ complete: true, method: 'POST', body: '{"a":1}' });
    expect(read('curl -d @- https://h.example/p <<EOF\n{"a":1}')[0]?.complete).toBe(false);
  });

  it('ends with the bracket that it stands in, and leaves out where its output goes', () => {
    const text = `OUT=$(sudo curl -s -H "Authorization: Bearer $(get "token")" https://h.example/p 2>/dev/null)`;
    expect(read(text)[0]).toMatchObject({ complete: true, url: 'https://h.example/p' });
  });

  it('is no curl where PowerShell means its own cmdlet', () => {
    expect(read('curl https://h.example/p -Headers @{ Authorization = "x" }')).toEqual([]);
  });

  it('takes no sentence and no message of curl for a command', () => {
    expect(read('curl to call https://h.example/p gives an error')).toEqual([]);
    expect(read('curl: (6) Could not resolve host: h.example')).toEqual([]);
  });

  it('reads back any command that is written with the usual quotes', () => {
    const name = fc.stringMatching(/^X-[A-Za-z]{1,12}$/);
    const value = fc.stringMatching(/^[A-Za-z0-9 ;,"=/]{0,30}$/).map((text) => text.trim());
    const headers = fc.uniqueArray(fc.record({ name, value }), { selector: (h) => h.name.toLowerCase(), maxLength: 5 });
    const path = fc.stringMatching(/^[A-Za-z0-9/_-]{0,30}$/);
    const quotes = fc.constantFrom<(text: string) => string>(
      (text) => `'${text}'`,
      (text) => `"${text.replace(/["\\$`]/g, '\\$&')}"`,
      (text) => `$'${text.replace(/['\\]/g, '\\$&')}'`,
    );
    const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE');
    const joint = fc.constantFrom(' ', ' \\\n  ');
    fc.assert(
      fc.property(headers, path, quotes, method, joint, (given, tail, quote, verb, space) => {
        const url = `https://api.fabric.microsoft.com/v1/${tail}`;
        const options = given.map((header) => `-H ${quote(`${header.name}: ${header.value}`)}`);
        const [request] = read(['curl', `-X ${verb}`, ...options, quote(url)].join(space));
        expect(request).toMatchObject({ complete: true, method: verb, url, headers: given });
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { curlReader } from './curl.ts';
import { httpieReader } from './httpie.ts';

const HOST = 'api.fabric.microsoft.com/v1/workspaces';

const read = (text: string) => httpieReader.read(text, 0).map(({ piece }) => piece);

describe('commands of HTTPie', () => {
  it('show headers, the body and the query by the marks of their items', () => {
    expect(read(`$ http POST https://${HOST} 'Authorization:Bearer x' displayName=a n:=1 type==b`)).toMatchObject([
      {
        complete: true,
        method: 'POST',
        url: `https://${HOST}?type=b`,
        authorization: 'bearer',
        body: '{"displayName":"a","n":"1"}',
      },
    ]);
  });

  it('take the scheme from the name of the command', () => {
    expect(read(`http ${HOST}`)).toMatchObject([{ method: 'GET', url: `http://${HOST}`, authorization: 'missing' }]);
    expect(read(`xhs ${HOST}`)).toMatchObject([{ url: `https://${HOST}` }]);
  });

  it.each(['-A bearer -a x', '--auth-type=bearer --auth=x', '--bearer x'])('send a token with %s', (options) => {
    expect(read(`https ${options} ${HOST}`)).toMatchObject([{ authorization: 'bearer' }]);
  });

  it('send name and password as Basic', () => {
    expect(read(`https -a app:x ${HOST}`)).toMatchObject([{ authorization: 'basic' }]);
  });

  it('send a form with --form, and what comes out of a pipe with POST', () => {
    expect(read('http -f POST login.microsoftonline.com/a/oauth2/v2.0/token grant_type=password')).toMatchObject([
      { body: 'grant_type=password' },
    ]);
    expect(read(`echo '{}' | http https://${HOST}`)).toMatchObject([{ method: 'POST' }]);
  });

  it.each([
    `--session=me https://${HOST}`,
    `https://${HOST} X-A:@file`,
    `https://${HOST} displayName=a \\`,
    `https://${HOST} 'X-A:b`,
  ])('are not whole with %s', (words) => {
    expect(read(`http ${words}`)).toMatchObject([{ complete: false }]);
    expect(read(`http ${words}`)[0]).not.toHaveProperty('authorization');
  });

  it.each(['http 403 is what I get', 'the service talks http GET /a', `see https://${HOST}`, 'http GET example.com/a'])(
    'are none in: %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

describe('commands of Wget', () => {
  const wget = (text: string) => curlReader.read(text, 0).map(({ piece }) => piece);

  it('show method, headers and body', () => {
    expect(
      wget(`wget -q -O- --method=PATCH --header 'Authorization: Bearer x' --body-data '{}' https://${HOST}`),
    ).toMatchObject([{ complete: true, method: 'PATCH', url: `https://${HOST}`, authorization: 'bearer', body: '{}' }]);
    expect(wget(`wget --post-data=a=b https://${HOST}`)).toMatchObject([{ method: 'POST', authorization: 'missing' }]);
  });

  it('are not whole where a file adds to them', () => {
    expect(wget(`wget --config=a.rc https://${HOST}`)).toMatchObject([{ complete: false }]);
  });
});

describe('a header of curl without a colon', () => {
  const curl = (header: string) => curlReader.read(`curl -H "${header}" https://${HOST}`, 0)[0]?.piece;

  it('is not sent', () => {
    expect(curl('Authorization Bearer x')).toMatchObject({ complete: true, authorization: 'missing', headers: [] });
  });

  it.each(['$HEADER', '@headers.txt'])('may be any where it is %s', (header) => {
    expect(curl(header)).toMatchObject({ complete: false });
    expect(curl(header)).not.toHaveProperty('authorization');
  });
});

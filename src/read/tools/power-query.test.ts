import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import { readText } from '../read.ts';

const pieces = (text: string) => readText(text, 0).map(({ piece }) => piece);
const call = (text: string) => pieces(text).find(({ place }) => place.what === 'call in Power Query');

describe('Web.Contents', () => {
  it.each([
    ['"https://api.powerbi.com/v1.0/myorg/groups"', 'https://api.powerbi.com/v1.0/myorg/groups'],
    ['"https://api.powerbi.com", [RelativePath = "v1.0/myorg/groups"]', 'https://api.powerbi.com/v1.0/myorg/groups'],
    ['"https://api.powerbi.com/", [RelativePath="/v1.0/myorg/apps"]', 'https://api.powerbi.com/v1.0/myorg/apps'],
    [
      'Base & "groups", [Query = [#"$top" = Number.ToText(5), a = "b"]]',
      'https://api.powerbi.com/v1.0/myorg/groups?$top=5&a=b',
    ],
    ['Base & Id & "/reports"', 'https://api.powerbi.com/v1.0/myorg/{Id}/reports'],
  ])('%s calls %s', (options, url) => {
    const text = `let Base = "https://api.powerbi.com/v1.0/myorg/",\n S = Json.Document(Web.Contents(${options})) in S`;
    expect(call(text)).toMatchObject({ method: 'GET', url, complete: false });
  });

  it('sends a record as JSON where the code makes JSON of it', () => {
    const text = `let
  Url = "https://login.microsoftonline.com/common/oauth2/v2.0/token",
  Body = [grant_type = "client_credentials", scope = "https://a/.default"],
  T = Web.Contents(Url, [Content = Json.FromValue(Body)])
in T`;
    expect(call(text)).toMatchObject({ body: '{"grant_type":"client_credentials","scope":"https://a/.default"}' });
    expect(factsOf(text)('token-request.body-format')).toBe('json');
  });

  it('sends a record as a form, and what stands in its headers', () => {
    const text = `let
  Url = "https://login.microsoftonline.com/" & Tenant & "/oauth2/v2.0/token", Tenant = "common",
  Body = [grant_type = "client_credentials", client_id = client_id, scope = "https://a/.default"],
  T = Web.Contents(Url, [Content = Text.ToBinary(Uri.BuildQueryString(Body)), Headers = [#"Content-Type" = "application/json"]])
in T`;
    expect(pieces(text)).toContainEqual(
      expect.objectContaining({
        method: 'POST',
        url: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
        body: 'grant_type=client_credentials&scope=https://a/.default',
        headers: [{ name: 'Content-Type', value: 'application/json' }],
      }),
    );
  });

  it('with ApiKeyName sends the key in the URL and no header; without it the stored credential makes one', () => {
    const of = (options: string) => call(`Web.Contents("https://api.powerbi.com/v1.0/myorg/groups", ${options})`);
    expect(of('[ApiKeyName = "Authorization"]')).toMatchObject({ authorization: 'missing' });
    expect(of('[Timeout = #duration(0, 0, 1, 0)]')).not.toHaveProperty('authorization');
  });

  it('reads an option in the wrong place as what it is there: a header', () => {
    const text = 'Web.Contents("https://api.powerbi.com/v1.0/myorg", [Headers = [RelativePath = "groups"]])';
    expect(call(text)).toMatchObject({
      url: 'https://api.powerbi.com/v1.0/myorg',
      headers: [{ name: 'RelativePath', value: 'groups' }],
    });
  });

  it('that breaks off is left to what can be seen of it', () => {
    const text = 'Web.Contents("https://api.powerbi.com", [RelativePath = "v1.0/myorg/groups", Headers = [';
    expect(pieces(text).filter(({ place }) => place.what === 'call in Power Query')).toEqual([]);
  });

  it('whose names go round in a circle ends', () => {
    const circle = Array.from({ length: 40 }, (_, i) => `n${i} = n${(i + 1) % 40} & n${(i + 7) % 40}`).join(',\n');
    expect(call(`let\n${circle},\n u = Web.Contents("https://api.powerbi.com/v1.0/" & n0) in u`)).toBeDefined();
  });
});

it('the scopes of a connector belong to the resource that it keeps apart', () => {
  const text = 'scope_prefix = "https://a/";\nscopes = { "Read.All", "offline_access" };\nR = Web.Contents(u);';
  expect(pieces(text)).toContainEqual(
    expect.objectContaining({ kind: 'setting', name: 'scope', value: 'https://a/Read.All offline_access' }),
  );
});

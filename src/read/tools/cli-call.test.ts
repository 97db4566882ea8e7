import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

describe('fab api', () => {
  it.each([
    ['fab api workspaces', 'GET', 'https://api.fabric.microsoft.com/v1/workspaces'],
    [
      "fab api -X post workspaces/$ID/items -i '{}'",
      'POST',
      'https://api.fabric.microsoft.com/v1/workspaces/{ID}/items',
    ],
    ['$ fab api -A powerbi groups', 'GET', 'https://api.powerbi.com/v1.0/myorg/groups'],
    [
      'fab api "admin/workspaces?state=active" --method=get',
      'GET',
      'https://api.fabric.microsoft.com/v1/admin/workspaces?state=active',
    ],
  ])('%s', (command, method, url) => {
    const value = factsOf(command);
    expect(value('request.method')).toBe(method);
    expect(value('request.url')).toBe(url);
  });

  it('names its path once: it is no route of Power BI beside', () => {
    const value = factsOf('fab api admin/workspaces\n403 InsufficientScopes');
    expect(value('request.url')).toBe('https://api.fabric.microsoft.com/v1/admin/workspaces');
  });

  it.each(['fab api call fails for me', 'With fab api I get 401', 'fab api --help'])('is no call in %j', (text) => {
    expect(factsOf(text)('request.url')).toBeUndefined();
  });
});

describe('az rest', () => {
  const URL = 'https://api.fabric.microsoft.com/v1/workspaces';

  it('is a call with method, URL and the resource of its token', () => {
    const value = factsOf(
      `az rest --method post --url ${URL} --body '{"displayName":"x"}' --resource https://api.fabric.microsoft.com`,
    );
    expect(value('request.method')).toBe('POST');
    expect(value('request.url')).toBe(URL);
    expect(value('request.body-names')).toEqual(['displayName']);
    expect(value('token-request.resource')).toBe('https://api.fabric.microsoft.com');
    expect(value('request.authorization')).toBeUndefined();
  });

  it('sends no token to Fabric and Power BI unless --resource or a header asks for it', () => {
    expect(factsOf(`az rest --url ${URL}`)('request.authorization')).toBe('missing');
    expect(factsOf(`az rest --url ${URL} --headers "X=1"`)('request.authorization')).toBeUndefined();
    expect(
      factsOf('az rest --url https://management.azure.com/subscriptions?api-version=1')('request.authorization'),
    ).toBeUndefined();
  });
});

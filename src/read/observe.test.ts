import { describe, expect, it } from 'vitest';
import { buildToken } from '../../test/support/token.ts';
import type { FactPath } from '../facts/catalog.ts';
import type { FactValue } from '../model/evidence.ts';
import { observe } from './observe.ts';
import { readPastes } from './read.ts';

const look = (...texts: string[]) => {
  const { incidents, secrets } = readPastes(texts.map((text) => ({ text })));
  const [incident] = incidents;
  if (incident === undefined) throw new Error('nothing was read');
  const { facts, recognised } = observe(incident, secrets);
  const value = (path: FactPath): FactValue | null | undefined => {
    const fact = facts.get(path);
    return fact?.state === 'absent' ? null : fact?.value;
  };
  return { value, recognised: recognised.map(({ what }) => what), facts };
};

const token = buildToken({ aud: 'https://graph.microsoft.com', idtyp: 'app', nbf: 1_772_362_800, exp: 1_772_367_300 });

describe('what is known of the request', () => {
  it('reads method, host, path, workspace and query names, with the place', () => {
    const { value, facts } = look(
      '\nGET https://API.powerbi.com/v1.0/myorg/groups/{workspaceId}/datasets?$top=1 HTTP/1.1',
    );
    expect(value('request.method')).toBe('GET');
    expect(value('request.host')).toBe('api.powerbi.com');
    expect(value('request.path')).toBe('/v1.0/myorg/groups/{workspaceId}/datasets');
    expect(value('call.workspace-id')).toBe('{workspaceId}');
    expect(value('request.query-names')).toEqual(['$top']);
    expect(facts.get('request.method')?.origin).toEqual({
      by: 'read',
      place: { paste: 0, line: 2, what: 'HTTP request' },
    });
  });

  it('claims a missing Authorization of a whole command only', () => {
    expect(look('curl https://api.powerbi.com/v1.0/myorg/groups').value('request.authorization')).toBe('missing');
    expect(
      look('GET https://api.powerbi.com/v1.0/myorg/groups HTTP/1.1\nAccept: a/b').value('request.authorization'),
    ).toBeUndefined();
  });

  it('says nothing of the scheme where a mask may hold it', () => {
    const { value } = look('GET https://api.powerbi.com/v1.0/myorg/groups HTTP/1.1\nAuthorization: [token]');
    expect(value('request.authorization')).toBeUndefined();
  });

  it.each([
    ['https://api.fabric.microsoft.com//v1/workspaces', 'doubled-slash'],
    ['https://api.powerbi.com/v1.0/myorg//groups', 'doubled-slash'],
    ['https://api.powerbi.com/v1.0/myorg/groups//5c0ad9e6-8a49-4b6c-9c11-2f3ee3c0a001/reports', 'doubled-slash'],
    ['https://api.powerbi.com/v1.0/myorg/groups//{groupId}/reports', 'doubled-slash'],
    ['https://api.powerbi.com/v1.0/myorg/groups//reports', 'empty-id'],
    ['https://api.powerbi.com/v1.0/myorg/datasets//Default.TakeOver', 'empty-id'],
    ['https://api.fabric.microsoft.com/v1/workspaces//items', 'empty-id'],
    ['https://api.powerbi.com/v1.0/myorg/groups/{g}/dataflows//transactions/{t}/cancel', 'doubled-slash'],
    ['https://api.powerbi.com/v1.0/myorg/groups/{g}/dataflows//transactions', 'empty-id'],
    ['https://api.powerbi.com/v1.0/myorg/admin/capacities//AssignWorkspaces', 'doubled-slash'],
    ['https://api.powerbi.com/v1.0/myorg/groups/{a} {b}/reports', 'several-ids'],
    [
      'https://api.powerbi.com/v1.0/myorg/datasets/3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6%209b1d7c22-0e4f-4a6b-8d13-5f6a7b8c9d0e/x',
      'several-ids',
    ],
    ['https://api.powerbi.com/v1.0/myorg/groups/undefined/reports', 'placeholder'],
    ['https://api.fabric.microsoft.com/v1/v1/workspaces', 'doubled-version'],
    ['https://graph.microsoft.com/me', 'no-version'],
    ['https://graph.microsoft.com/v1.0/me', null],
    ['https://api.fabric.microsoft.com/workspaces/{w}/items', 'no-version'],
    ['https://api.powerbi.com/v1.0/3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6/reports', 'id-for-myorg'],
    ['https://api.powerbi.com/v1.0/myorg/reports/3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6/pages', null],
    ['https://api.powerbi.com/v1.0/myorg/v1.0/myorg/groups', 'doubled-version'],
    ['https://api.powerbi.com/v1.0/myorg/groups', null],
    ['https://api.powerbi.com/v1.0/myorg/groups/my space/reports', 'blank'],
    ['https://api.powerbi.com/v1.0/myorg/groups/<workspace id>/reports', null],
    [
      'https://api.fabric.microsoft.com/v1/workspaces/00000000-0000-0000-0000-000000000000/items/3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6',
      'zero-id',
    ],
    [
      'https://api.fabric.microsoft.com/v1/workspaces/00000000-0000-0000-0000-000000000000/items/00000000-0000-0000-0000-000000000000',
      null,
    ],
  ])('sees what is odd in the path of %s', (url, problem) => {
    expect(look(`GET ${url} HTTP/1.1`).value('request.path-problem')).toBe(problem);
  });

  it.each([
    ['$u = "https://api.powerbi.com/v1.0/myorg/groups?$top=5"\nInvoke-RestMethod $u', 'nameless-parameter'],
    ['GET https://api.powerbi.com/v1.0/myorg/groups?=5 HTTP/1.1', 'nameless-parameter'],
    ['GET https://api.powerbi.com/v1.0/myorg/groups?$top=5 HTTP/1.1', null],
    ['fetch("https://api.powerbi.com/v1.0/myorg/groups?$top=5")', null],
    ["$u = 'https://api.powerbi.com/v1.0/myorg/groups?$top=5'", null],
  ])('sees a parameter without its name in %s', (text, problem) => {
    expect(look(text).value('request.path-problem')).toBe(problem);
  });

  it.each([
    ['3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6', 'id-for-name'],
    ['sales-north-eu-2024-prod', null],
    ['Sales - 3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6', null],
  ])('sees an id where an XMLA address has a name: %s', (name, problem) => {
    const text = `Data Source="powerbi://api.powerbi.com/v1.0/myorg/${name}"`;
    expect(look(text).value('request.path-problem')).toBe(problem);
  });

  it('knows the property names of a body that was seen to its end only', () => {
    const line = 'POST https://api.powerbi.com/v1.0/myorg/groups/x/users HTTP/1.1\n\n';
    expect(look(`${line}{"a":{"b":1}}`).value('request.body-names')).toEqual(['a', 'b']);
    expect(look(`${line}{"a":{"b":1`).value('request.body-names')).toBeUndefined();
  });
});

describe('what is known of the credential', () => {
  it('takes the bearer of the call, and a token by itself where the bearer is masked', () => {
    const call = 'curl https://api.fabric.microsoft.com/v1/workspaces -H "Authorization: Bearer';
    expect(look(`${call} ${token}"`).value('token.aud')).toBe('https://graph.microsoft.com');
    expect(look(`${call} [token]"`, token).value('token.aud')).toBe('https://graph.microsoft.com');
  });

  it('says what a value is that was pasted alone, as far as its letters tell', () => {
    const value = `0.AX${'aB3d'.repeat(6)}`;
    const code = `${value}.AgABAAIAAAA${'b'.repeat(40)}`;
    for (const text of [code, `code=${code}`, `"${code}"`]) {
      expect(look(text).value('credential.kind')).toBe('authorization-code');
    }
    const open = look(`${value}AgABB${'b'.repeat(40)}`);
    expect(open.value('credential.kind')).toBeUndefined();
    expect(open.value('credential.could-be')).toEqual(['authorization-code', 'refresh-token']);
    expect(look(`I got this code: ${code} and what now?`).value('credential.kind')).toBeUndefined();
  });

  it('takes none of two different tokens', () => {
    const other = buildToken({ aud: 'https://api.fabric.microsoft.com' });
    expect(look(`first ${token}\nsecond ${other}`).value('token.aud')).toBeUndefined();
  });
});

describe('what is known of the token request', () => {
  const endpoint = 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token';

  it('reads a form with everything in it', () => {
    const { value } = look(
      `POST ${endpoint} HTTP/1.1\n\ngrant_type=client_credentials&client_id=11111111-2222-3333-4444-555555555555&client_secret=${'k'.repeat(8)}${'Q7~'.repeat(11)}&scope=https%3A%2F%2Fapi.fabric.microsoft.com%2F.default`,
    );
    expect(value('token-request.grant')).toBe('client-credentials');
    expect(value('token-request.endpoint')).toBe('v2');
    expect(value('token-request.tenant')).toBe('contoso.com');
    expect(value('token-request.tenant-kind')).toBe('named');
    expect(value('token-request.client-id-shape')).toBe('guid');
    expect(value('token-request.client-credential')).toBe('secret');
    expect(value('token-request.secret-shape')).toBe('value');
    expect(value('token-request.scope')).toEqual(['https://api.fabric.microsoft.com/.default']);
    expect(value('token-request.scope-form')).toBe('default');
    expect(value('token-request.body-format')).toBe('form');
    expect(value('token-request.names')).toEqual(['grant_type', 'client_id', 'client_secret', 'scope']);
  });

  it('does not take a shortened request for a whole one', () => {
    const { value } = look(`POST ${endpoint} HTTP/1.1\n\ngrant_type=client_credentials`);
    expect(value('token-request.names')).toBeUndefined();
    expect(value('token-request.client-credential')).toBeUndefined();
  });

  it.each([
    ['scope=.default', 'bare-default'],
    ['scope=User.Read%20openid', 'no-resource'],
    ['scope=https://a.example/X https://b.example/Y', 'several-resources'],
    ['scope=https://a.example/.default https://a.example/Y', 'default-and-named'],
    ['scope=User.Read%2520openid', 'percent-encoded'],
    ['scope=https://a.example/.default&resource=https://a.example', 'resource-and-scope'],
    ['scope=', 'empty'],
    ['scope=openid profile', 'no-resource'],
  ])('tells the form of %s', (scope, form) => {
    expect(look(`POST ${endpoint} HTTP/1.1\n\ngrant_type=password&${scope}`).value('token-request.scope-form')).toBe(
      form,
    );
  });

  it('takes a variable in code for no placeholder, and no real name for one', () => {
    const code = 'authority = f"https://login.microsoftonline.com/{tenant_id}"';
    expect(look(code).value('token-request.tenant-kind')).toBeUndefined();
    const kindOf = (tenant: string) =>
      look(`POST https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token HTTP/1.1`).value(
        'token-request.tenant-kind',
      );
    expect(kindOf('academy.example')).toBe('named');
    expect(kindOf('YOUR_TENANT')).toBe('placeholder');
    expect(kindOf('my_tenant_id')).toBe('placeholder');
  });

  it('fills its gaps with settings, and says nothing where two of them differ', () => {
    expect(look('authority = "https://login.microsoftonline.com/common"').value('token-request.tenant-kind')).toBe(
      'common',
    );
    const { value } = look('scopes: ["https://a.example/.default"]\nscopes: ["https://b.example/.default"]');
    expect(value('token-request.scope')).toBeUndefined();
  });

  it('sees a code that was sent as a refresh token', () => {
    const code = `0.AX${'aB3_'.repeat(60)}`;
    const { value } = look(
      `https://app.example/cb?code=${code}&state=1`,
      `grant_type=refresh_token&client_id=1&refresh_token=${code}`,
    );
    expect(value('token-request.sent-as-refresh-token')).toBe('code');
  });
});

describe('what is known of the sign-in', () => {
  it('compares the redirect URIs of both legs', () => {
    const authorize =
      'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=1&response_type=code&redirect_uri=https%3A%2F%2Fa.example%2F';
    const { value } = look(authorize, 'grant_type=authorization_code&client_id=1&redirect_uri=https%3A%2F%2Fa.example');
    expect(value('sign-in.response-type')).toBe('code');
    expect(value('sign-in.redirect-uri')).toBe('https://a.example/');
    expect(value('sign-in.redirect-matches')).toBe(false);
  });
});

it('says that a decoded token was recognised', () => {
  const claims = { aud: 'https://api.fabric.microsoft.com', iss: 'https://sts.windows.net/x/', exp: 1, sub: 'y' };
  expect(look(JSON.stringify(claims)).recognised).toEqual(['Decoded token']);
});

it('says what was recognised, in words and without the secrets', () => {
  const { recognised } = look(
    `curl https://api.fabric.microsoft.com/v1/workspaces -H "Authorization: Bearer ${token}"`,
  );
  expect(recognised).toEqual(['Curl command: GET api.fabric.microsoft.com/v1/workspaces', 'Access token, app, 75 min']);
});

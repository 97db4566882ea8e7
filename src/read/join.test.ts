import { describe, expect, it } from 'vitest';
import { buildToken } from '../../test/support/token.ts';
import type { Reading } from '../model/incident.ts';
import { readPastes } from './read.ts';

const read = (...texts: string[]): Reading => readPastes(texts.map((text) => ({ text })));

const token = buildToken({ aud: 'https://api.fabric.microsoft.com', exp: 1_772_366_400 });

describe('an answer behind the address of the token endpoint', () => {
  const answersTo = (text: string) => {
    const [incident] = read(text).incidents;
    return [incident?.response?.status, incident?.tokenResponse?.status];
  };

  it('has the status above its body, not the call that the code would have made', () => {
    const refusal = (content: string) => `ManagedIdentityCredential authentication unavailable.
Status: 400 (Bad Request)

Content:
${content}

await client.GetAsync("https://api.fabric.microsoft.com/v1/workspaces");`;
    const ofToken = '{"error":"invalid_request","error_description":"Identity not found"}';
    expect(answersTo(refusal(ofToken))).toEqual([undefined, 400]);
    expect(answersTo(refusal('{"errorCode":"InvalidInput","message":"The request has an invalid input"}'))).toEqual([
      400,
      undefined,
    ]);
  });

  it('is one of the API, if it is a bare 403, which that endpoint never gives', () => {
    expect(
      answersTo(
        'I get a token from https://login.microsoftonline.com/contoso.com/oauth2/token. With it the API says Forbidden, Status 403.',
      ),
    ).toEqual([403, undefined]);
  });

  it('is one of the endpoint otherwise', () => {
    expect(
      answersTo('401 Client Error: Unauthorized for url: https://login.microsoftonline.com/common/oauth2/token')[0],
    ).toBeUndefined();
  });
});

describe('the answer of the token endpoint, told once more', () => {
  const asked = (status: number, ...more: string[]) =>
    read(
      'The token requests fail with HTTP 401.\nServer: reports.datawarehouse.fabric.microsoft.com',
      `POST https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token HTTP/1.1\n\ngrant_type=client_credentials\n\nHTTP/1.1 ${status}`,
      ...more,
    ).incidents[0];

  it('is none of an API', () => {
    expect(asked(401)?.response).toBeUndefined();
    expect(asked(401)?.tokenResponse).toMatchObject({ status: 401 });
  });

  it('is one of an API where the endpoint gave another answer, or an API gave the same', () => {
    expect(asked(200)?.response).toMatchObject({ status: 401 });
    expect(
      asked(401, 'GET https://api.powerbi.com/v1.0/myorg/groups HTTP/1.1\n\nHTTP/1.1 401')?.response,
    ).toMatchObject({
      status: 401,
    });
  });
});

describe('putting pieces together', () => {
  it('makes one call of a command, its URL in a log, and an answer in another paste', () => {
    const { incidents } = read(
      `curl -H "Authorization: Bearer ${token}" https://api.fabric.microsoft.com/v1/workspaces`,
      'calling GET on https://api.fabric.microsoft.com/v1/workspaces',
      '{"requestId":"1","errorCode":"InvalidToken","message":"Access token is invalid"}',
      'HTTP/1.1 401 Unauthorized',
    );
    expect(incidents).toHaveLength(1);
    expect(incidents[0]?.request).toMatchObject({ method: 'GET', bearer: 1, complete: true });
    expect(incidents[0]?.response).toMatchObject({ status: 401, body: expect.stringContaining('InvalidToken') });
  });

  it('does not take a call that is said to work for the one that was refused', () => {
    const command = 'az rest -m post --url "https://api.fabric.microsoft.com/v1/workspaces/$ws/lakehouses"';
    const said = 'It was created with POST https://api.fabric.microsoft.com/v1/workspaces.\n403 Forbidden';
    const [incident, ...others] = read(`${command}\n${said}`).incidents;
    expect(others).toEqual([]);
    expect(incident?.request?.url).toContain('/lakehouses');
    expect(incident?.response?.status).toBe(403);
    const refused = read(command, 'then POST https://api.fabric.microsoft.com/v1/workspaces gives 401 Unauthorized');
    expect(refused.incidents[0]?.request?.url).toMatch(/workspaces$/);
  });

  it('fills the gaps of one sighting from another', () => {
    const [incident] = read(
      'PATCH https://api.powerbi.com/v1.0/myorg/groups/{id} HTTP/1.1',
      `PATCH https://api.powerbi.com/v1.0/myorg/groups/{id}\nAuthorization: Bearer ${token}\n\n{"name":"x"}`,
    ).incidents;
    expect(incident?.request).toMatchObject({ method: 'PATCH', bearer: 1, body: '{"name":"x"}' });
  });

  it('adds a header that was pasted apart from the call, and its answer', () => {
    const [incident] = read(
      'GET https://api.powerbi.com/v1.0/myorg/groups HTTP/1.1',
      `Authorization: Bearer Bearer ${token}`,
      'HTTP/1.1 403 Forbidden',
    ).incidents;
    expect(incident?.request).toMatchObject({ method: 'GET', authorization: 'doubled-scheme', bearer: 1 });
    expect(incident?.response?.status).toBe(403);
  });

  it('keeps the answer of Entra apart from that of the API', () => {
    const [incident] = read(
      'GET https://api.fabric.microsoft.com/v1/workspaces HTTP/1.1\n\nHTTP/1.1 403 Forbidden\n\n{"errorCode":"Forbidden"}',
      'POST https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token HTTP/1.1\n\ngrant_type=client_credentials',
      '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}',
    ).incidents;
    expect(incident?.request?.url).toBe('https://api.fabric.microsoft.com/v1/workspaces');
    expect(incident?.response?.status).toBe(403);
    expect(incident?.tokenRequest?.body).toBe('grant_type=client_credentials');
    expect(incident?.tokenResponse?.body).toContain('AADSTS7000215');
  });

  it('gives the status to Entra where no call was seen', () => {
    const [incident] = read(
      'AADSTS900144: The request body must contain the following parameter',
      'HTTP/1.1 400',
    ).incidents;
    expect(incident?.response).toBeUndefined();
    expect(incident?.tokenResponse?.status).toBe(400);
  });

  it('takes two calls for two failures only where each was refused', () => {
    const call = (path: string, status: number): string =>
      `GET https://api.fabric.microsoft.com/v1/${path} HTTP/1.1\n\nHTTP/1.1 ${status}`;
    const two = read(call('workspaces', 401), call('capacities', 403)).incidents;
    expect(two.map(({ response }) => response?.status)).toEqual([401, 403]);
    const one = read(call('workspaces', 200), call('capacities', 403)).incidents;
    expect(one.map(({ request }) => request?.url)).toEqual(['https://api.fabric.microsoft.com/v1/capacities']);
  });

  it('takes a loop over many items for one failure', () => {
    const line = (n: number): string =>
      `GET https://api.powerbi.com/v1.0/myorg/datasets/0000000${n}-0000-0000-0000-000000000000 HTTP/1.1\n\nHTTP/1.1 404\n`;
    expect(read([1, 2, 3, 4].map(line).join('\n')).incidents).toHaveLength(1);
  });

  it('gives a bare refusal below the request for a token to the call, where Entra gave a token', () => {
    const token = 'curl https://login.microsoftonline.com/common/oauth2/v2.0/token -d grant_type=client_credentials';
    const call = 'GET https://api.powerbi.com/v1.0/myorg/groups HTTP/1.1';
    const got = `{"token_type":"Bearer","expires_in":3599,"access_token":"${buildToken({ aud: 'https://a.co' })}"}`;
    const [incident] = read([got, call, token, '401 Unauthorized'].join('\n\n')).incidents;
    expect(incident?.response).toMatchObject({ status: 401 });
    const [open] = read([call, token, '401 Unauthorized'].join('\n\n')).incidents;
    expect(open?.response).toBeUndefined();
  });

  it('says how many different failures it left out of a long log', () => {
    const log = (count: number): string =>
      Array.from(
        { length: count },
        (_, n) => `GET https://api.fabric.microsoft.com/v1/path${n} HTTP/1.1\n\nHTTP/1.1 403\n`,
      ).join('\n');
    expect(read(log(10))).toMatchObject({ incidents: { length: 10 }, notices: [] });
    const { incidents, notices } = read(log(13));
    expect(incidents).toHaveLength(10);
    expect(notices.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^3 more different failing calls were left out/),
    ]);
  });

  it('says what it did not recognise, and nothing of an empty paste', () => {
    const { notices, incidents } = read('it does not work', '  \n');
    expect(notices.map(({ code, place }) => [code, place?.paste])).toEqual([['not-recognised', 0]]);
    expect(incidents).toHaveLength(1);
    expect(read('').incidents).toEqual([]);
  });
});

describe('a call that was repeated', () => {
  const call = 'GET https://api.fabric.microsoft.com/v1/workspaces\nAuthorization: Bearer';
  const expired = buildToken({ aud: 'https://api.fabric.microsoft.com', exp: 1_700_000_000 });
  const statusesOf = (text: string) => read(text).incidents.map(({ response }) => response?.status);

  it('was refused last as its last answer says, with the token of that time', () => {
    const { incidents, secrets } = read(
      `${call} ${expired}\n\nHTTP/1.1 401 Unauthorized\n\n${call} ${token}\n\nHTTP/1.1 403 Forbidden`,
    );
    expect(incidents.map(({ response }) => response?.status)).toEqual([403]);
    expect(secrets.find(({ id }) => id === incidents[0]?.request?.bearer)?.claims?.['exp']).toBe(1_772_366_400);
  });

  it('was refused as before where the later refusal only says to wait', () => {
    expect(
      statusesOf(`${call} ${token}\n\nHTTP/1.1 403 Forbidden\n\n${call} ${token}\n\nHTTP/1.1 429 Too Many Requests`),
    ).toEqual([403]);
  });

  it('is left out where it went through later and another call failed', () => {
    const other = 'GET https://api.fabric.microsoft.com/v1/admin/workspaces\n\nHTTP/1.1 403 Forbidden';
    const first = `${call} ${token}\n\nHTTP/1.1 429 Too Many Requests\n\n${call} ${token}\n\nHTTP/1.1 200 OK`;
    expect(statusesOf(`${first}\n\n${other}`)).toEqual([403]);
    expect(statusesOf(first)).toEqual([429]);
  });
});

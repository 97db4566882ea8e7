import { describe, expect, it } from 'vitest';
import type { Message } from '../model/diagnosis.ts';
import { sealPattern } from '../model/secret.ts';
import { observe } from './observe.ts';
import { readPastes } from './read.ts';

const messagesIn = (text: string): readonly Message[] => {
  const { incidents, secrets } = readPastes([{ text }]);
  const [incident] = incidents;
  return incident === undefined ? [] : observe(incident, secrets).messages;
};

const secret = `${'aB3'.repeat(4)}8Q~${'Zx9k'.repeat(6)}`;

describe('messages as a report may show them', () => {
  it('keep what helps to find the call, and name the other headers only', () => {
    const [request, answer] = messagesIn(
      `GET https://api.fabric.microsoft.com/v1/workspaces HTTP/1.1\nHost: api.fabric.microsoft.com\nAuthorization: Bearer ${secret}\nCookie: a=b\nX-Customer: Contoso\n\nHTTP/1.1 401 Unauthorized\nrequestId: 8f49a868-987f-4716-80fd-600edd835419\n\n{"errorCode":"InvalidToken","message":"no"}`,
    );
    expect(request).toMatchObject({ is: 'request', start: 'GET https://api.fabric.microsoft.com/v1/workspaces' });
    expect(request?.headers.map(({ name }) => name)).toEqual(['Host', 'Authorization']);
    expect(request?.headers[1]?.value.replace(sealPattern(), '*')).toBe('Bearer *');
    expect(request?.withheld).toEqual(['Cookie', 'X-Customer']);
    expect(answer).toMatchObject({
      is: 'answer',
      start: '401',
      headers: [{ name: 'requestId', value: '8f49a868-987f-4716-80fd-600edd835419' }],
      body: '{"errorCode":"InvalidToken","message":"no"}',
    });
  });

  it('show of a token request what is public, and no value else', () => {
    const [request] = messagesIn(
      `curl -X POST https://login.microsoftonline.com/t.example/oauth2/v2.0/token -d grant_type=password -d username=ada -d password=${secret} -d scope=.default\nAADSTS50126`,
    );
    expect(request?.is).toBe('token-request');
    expect(request?.body?.replace(sealPattern(), '*')).toBe(
      'grant_type=password\n&username=(not shown)\n&password=*\n&scope=.default',
    );
  });

  it('tell of the data of a request only its names, and of a good answer only its size', () => {
    const [request, answer] = messagesIn(
      'POST https://api.powerbi.com/v1.0/myorg/datasets/x/executeQueries HTTP/1.1\nContent-Type: application/json\n\n{"queries":[{"query":"EVALUATE Salaries"}]}\n\nHTTP/1.1 200 OK\n\n{"results":[{"rows":[{"name":"Ada"}]}]}',
    );
    expect(request?.body).toBe('(JSON, values not shown: queries, query)');
    expect(answer?.body).toMatch(/^\(\d+ characters, not shown\)$/);
  });
});

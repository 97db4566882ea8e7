import { describe, expect, it } from 'vitest';
import { readText } from '../read.ts';

const URL = 'https://api.powerbi.com/v1.0/myorg/groups';
const pieces = (document: object) => readText(JSON.stringify(document, null, 2), 0).map(({ piece }) => piece);

const action = (authentication: object) => ({ uri: URL, method: 'get', authentication });

describe('the inputs of an action', () => {
  it.each([
    [{ type: 'ActiveDirectoryOAuth', tenant: 't.example', audience: URL, clientId: 'c' }, 'client-credentials'],
    [{ type: 'ManagedServiceIdentity', audience: URL }, 'managed-identity'],
    [{ type: 'MSI', resource: URL }, 'managed-identity'],
  ])('%j: give the call, the grant and the resource', (authentication, grant) => {
    const found = pieces(action(authentication));
    expect(found[0]).toMatchObject({ kind: 'request', complete: false, method: 'GET', url: URL });
    expect(found).toContainEqual(expect.objectContaining({ kind: 'setting', name: 'grant', value: grant }));
    expect(found).toContainEqual(expect.objectContaining({ kind: 'setting', name: 'resource', value: URL }));
  });

  it('give the body as it is sent, and no sign-in where only headers stand', () => {
    const headers = { Accept: '*/*', nested: {} };
    const given = { uri: URL, method: 'post', headers };
    expect(pieces({ ...given, body: { name: 'Sales' } })).toMatchObject([
      { kind: 'request', method: 'POST', headers: [{ name: 'Accept', value: '*/*' }], body: '{"name":"Sales"}' },
    ]);
    expect(pieces({ ...given, body: 'name=Sales' })[0]).toMatchObject({ body: 'name=Sales' });
  });

  it('never say that no header was sent: the action adds it', () => {
    const [request] = pieces(action({ type: 'ManagedServiceIdentity', audience: URL }));
    expect(request).not.toHaveProperty('authorization');
  });
});

describe('the sign-in of an action that was cut down', () => {
  const lines = `"uri": "${URL}",\n"authentication": { "type": "MSI", "audience": "https://graph.microsoft.com" }`;

  it('is read beside the call', () => {
    const found = readText(lines, 0).map(({ piece }) => piece);
    expect(found).toContainEqual(expect.objectContaining({ kind: 'request', url: URL }));
    expect(found).toContainEqual(expect.objectContaining({ name: 'grant', value: 'managed-identity' }));
    expect(found).toContainEqual(expect.objectContaining({ name: 'resource', value: 'https://graph.microsoft.com' }));
  });

  it('is read where the action names no method', () => {
    const found = pieces({
      inputs: { uri: URL, authentication: { type: 'MSI', audience: 'https://graph.microsoft.com' } },
    });
    expect(found).toContainEqual(expect.objectContaining({ kind: 'request', url: URL }));
    expect(found).toContainEqual(expect.objectContaining({ name: 'resource', value: 'https://graph.microsoft.com' }));
  });

  it('of another kind says nothing', () => {
    expect(readText('"authentication": { "type": "Basic", "username": "x" }', 0)).toEqual([]);
  });
});

describe('the outputs of an action', () => {
  const outputs = {
    statusCode: 401,
    headers: { Date: 'Sun, 01 Mar 2026 12:00:00 GMT', RequestId: '1' },
    body: { a: 1 },
  };

  it('are the whole answer', () => {
    const found = pieces({ inputs: action({}), outputs });
    expect(found).toContainEqual(
      expect.objectContaining({ kind: 'response', complete: true, status: 401, body: '{"a":1}' }),
    );
  });

  it.each([
    ['without the date that every answer has', JSON.stringify({ ...outputs, headers: { RequestId: '1' } })],
    ['that break off', JSON.stringify(outputs).slice(0, -2)],
  ])('%s are not', (_, text) => {
    const [answer] = readText(text, 0).map(({ piece }) => piece);
    expect(answer).toMatchObject({ kind: 'response', complete: false, status: 401 });
  });
});

import { describe, expect, it } from 'vitest';
import { readText } from '../read.ts';

const URL = 'https://api.fabric.microsoft.com/v1/workspaces';
const BODY = '{"requestId":"1","errorCode":"InsufficientPrivileges","message":"No {role}."}';

const log = (prefix: string, titles: readonly [string, string, string]): string =>
  [
    `${prefix}${titles[0]}Request URL: '${URL}'`,
    `${prefix}${titles[0]}Request method: 'POST'`,
    `${prefix}${titles[0]}Request headers:`,
    `${prefix}    'Content-Type': 'application/json'`,
    `${prefix}${titles[0]}Request body:`,
    `${prefix}    {"displayName": "nb"}`,
    'urllib3.connectionpool: Starting new HTTPS connection (1): api.fabric.microsoft.com:443',
    `${prefix}${titles[1]} 403 Forbidden`,
    `${prefix}${titles[2]}Response headers:`,
    `${prefix}    'RequestId': '1'`,
    `${prefix}${titles[2]}Response body:`,
    `${prefix}    ${BODY}`,
  ].join('\n');

const azure = log('cli.azure.cli.core.util: ', ['', 'Response status:', '']);
const pieces = (text: string) => readText(text, 0).map(({ piece }) => piece);

describe('the log of a Python client', () => {
  it.each([
    ['azure-core', log('', ['', 'Response status:', ''])],
    ['az --debug', azure],
    ['fab', log('2026-02-27 09:14:09,101 - DEBUG - ', ['> ', '< Status:', '< '])],
  ])('of %s gives the request and its answer, both whole', (_, text) => {
    expect(pieces(text)).toMatchObject([
      {
        kind: 'request',
        complete: true,
        method: 'POST',
        url: URL,
        headers: [{ name: 'Content-Type', value: 'application/json' }],
        authorization: 'missing',
        body: '{"displayName": "nb"}',
      },
      { kind: 'response', complete: true, status: 403, headers: [{ name: 'RequestId', value: '1' }], body: BODY },
    ]);
  });

  it('that breaks off in the request headers leaves open what they are', () => {
    const [request] = pieces(azure.slice(0, azure.indexOf('    {')).split('\n').slice(0, 4).join('\n'));
    expect(request).toMatchObject({ kind: 'request', complete: false });
    expect(request).not.toHaveProperty('authorization');
  });

  it.each(['Response headers:', 'Response body:', '"message"'])(
    'that breaks off behind %s has no whole answer',
    (at) => {
      const cut = pieces(azure.slice(0, azure.indexOf(at) + at.length));
      expect(cut[1]).toMatchObject({ kind: 'response', complete: false, status: 403 });
    },
  );

  it('takes the headers of no other logger', () => {
    const mixed = azure.replace('urllib3', "    'Authorization': 'Basic x'\nurllib3");
    expect(pieces(mixed)[0]).toMatchObject({ authorization: 'missing' });
  });
});

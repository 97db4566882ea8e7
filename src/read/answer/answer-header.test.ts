import { describe, expect, it } from 'vitest';
import type { Response } from '../../model/incident.ts';
import { responseFacts } from '../observe/observe-response.ts';
import { answerHeaderReader } from './answer-header.ts';

const responses = (text: string): readonly Response[] =>
  answerHeaderReader.read(text, 0).flatMap(({ piece }) => (piece.kind === 'response' ? [piece] : []));
const codes = (text: string) => responses(text).map((response) => responseFacts(response)['response.code']);

describe('headers and codes outside of an answer', () => {
  it.each([
    'x-powerbi-error-info: TokenExpired',
    "'X-PowerBI-Error-Info': 'TokenExpired',",
    '"x-powerbi-error-info" : "TokenExpired"',
    '< x-powerbi-error-info: TokenExpired',
    'the header x-powerbi-error-info = TokenExpired, nothing else',
  ])('reads the header of %j', (text) => {
    expect(responses(text).map((response) => responseFacts(response)['response.error-info'])).toEqual(['TokenExpired']);
  });

  it('knows from a whole dump with an empty body that there is no error info', () => {
    const dump =
      "{'Content-Length': '0', 'RequestId': 'abcdefgh-1', 'X-Frame-Options': 'deny', 'Date': 'Fri, 25 Jul 2025 10:29:29 GMT'}";
    const [response] = responses(`Headers: ${dump}`);
    expect(response?.complete).toBe(true);
    expect(response && responseFacts(response)).toMatchObject({
      'response.error-info': null,
      'response.body': 'empty',
      'response.codes': null,
      'response.date': '2025-07-25T10:29:29.000Z',
    });
  });

  it('does not take the headers of a request for an answer', () => {
    expect(responses("{'Authorization': 'x', 'Content-Type': 'a/b', 'Accept': '*/*', 'User-Agent': 'u'}")).toEqual([]);
  });

  it.each([
    ["API error code: 'FeatureNotAvailable'", 'FeatureNotAvailable'],
    ['errorCode InsufficientScopes', 'InsufficientScopes'],
    ['Error code: SomethingNewAndUnknown', 'SomethingNewAndUnknown'],
    ['##[error]PowerBIEntityAlreadyExists', 'PowerBIEntityAlreadyExists'],
    ['Code: Forbidden', 'Forbidden'],
    ['with error: BadRequest: Tenant was not recognised', 'BadRequest'],
    ['x api: [Unauthorized] Access is unauthorized', 'Unauthorized'],
    ['ERROR: (InsufficientPrivileges) The caller may not do this', 'InsufficientPrivileges'],
    ['WorkspaceNotFound', 'WorkspaceNotFound'],
    ['<Error><Code>AuthorizationPermissionMismatch</Code></Error>', 'AuthorizationPermissionMismatch'],
  ])('reads the code of %j', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it.each([
    "if (error.code === 'ItemNotFound') retry();",
    'Access is Forbidden here, said Unauthorized people',
    'new ItemNotFoundException()',
    'ErrorCode: unauthorized_client',
    'Error: TypeError: x is not a function',
    'HttpStatusCode.NotFound',
    '[Error] Failed to create the item',
    'Location: Fabric portal > Settings',
    'Date: tomorrow',
  ])('sees no code and no header in %j', (text) => {
    expect(responses(text)).toEqual([]);
  });

  it('keeps the headers of one answer together and leaves a URL between them to its own reader', () => {
    const near = responses('RequestId : abcdefgh-1\nResponseDate : Thu, 09 Aug 2018 07:13:34 GMT');
    expect(near).toHaveLength(1);
    expect(responses('RequestId: abcdefgh-1\nUri: https://x/y\nActivityId: abcdefgh-2')).toHaveLength(2);
  });
});

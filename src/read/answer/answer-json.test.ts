import { describe, expect, it } from 'vitest';
import { seal } from '../../model/secret.ts';
import { responseFacts } from '../observe/observe-response.ts';
import { answerJsonReader } from './answer-json.ts';

const pieces = (text: string) => answerJsonReader.read(text, 0).map(({ piece }) => piece);
const code = (text: string) => {
  const [piece] = pieces(text);
  return piece?.kind === 'response' ? responseFacts(piece)['response.code'] : undefined;
};

describe('answers in JSON', () => {
  it.each([
    ['Fabric', '{"requestId":"r","errorCode":"InvalidToken","message":"m"}', 'InvalidToken'],
    [
      'Power BI with pbi.error',
      '{"error":{"code":"PowerBINotAuthorizedException","pbi.error":{"code":"PowerBINotAuthorizedException","details":[]}}}',
      'PowerBINotAuthorizedException',
    ],
    ['Power BI, short', '{"error":{"code":"TokenExpired","message":"m"}}', 'TokenExpired'],
    [
      'Graph',
      '{"error":{"code":"InvalidAuthenticationToken","innerError":{"request-id":"x"}}}',
      'InvalidAuthenticationToken',
    ],
    [
      'a failed operation',
      '{"status":"Failed","error":{"errorCode":"CapacityNotActive","message":"m"}}',
      'CapacityNotActive',
    ],
    ['a Python client', "{'errorCode': 'ItemNotFound', 'message': 'm'}", 'ItemNotFound'],
    ['a log line', '{"level":"error","body":"{\\"errorCode\\":\\"InsufficientScopes\\"}"}', 'InsufficientScopes'],
    ['an HTTP client', "{ status: 403, data: { error: { code: 'TokenExpired' } } }", 'TokenExpired'],
    ['a text that is cut off', '{"errorCode":"WorkspaceNotFound","message":"The works', 'WorkspaceNotFound'],
  ])('gives the code of %s', (_, text, expected) => {
    expect(code(`before ${text} after`)).toBe(expected);
  });

  it('reads the reason behind an unknown error', () => {
    const text =
      '{"errorCode":"UnknownError","moreDetails":[{"errorCode":"DatamartCreationFailedDueToBadRequest","message":"off"}]}';
    expect(code(text)).toBe('DatamartCreationFailedDueToBadRequest');
  });

  it('takes the status that an answer carries inside', () => {
    expect(pieces('{"statusCode":401,"message":"Unauthorized"}')[0]).toMatchObject({ status: 401 });
  });

  it('reads the event of an embedded report, where the code is the message and the status is the code', () => {
    const [piece] = pieces('{"message":"LoadReportFailed","errorCode":"403","level":6}');
    expect(piece).toMatchObject({ status: 403 });
    expect(code('{"message":"LoadReportFailed","errorCode":"403","level":6}')).toBe('LoadReportFailed');
  });

  it('reads a token answer as a credential, not as a failure', () => {
    const text = `{"token_type":"Bearer","expires_in":3599,"access_token":"${seal(2)}"}`;
    expect(pieces(text)).toMatchObject([{ kind: 'credential', secret: 2 }]);
  });

  it.each([
    ["{ tokenType: 'Bearer', resource: 'https://graph.windows.net', ", 'https://graph.windows.net'],
    ['{ "token_type": "Bearer", "resource": "sales", ', undefined],
  ])('takes the resource that a token answer names: %s', (start, value) => {
    const found = pieces(`${start}"access_token": "${seal(2)}" }`);
    expect(found.find(({ kind }) => kind === 'setting')).toEqual(
      value === undefined ? undefined : expect.objectContaining({ name: 'resource', value }),
    );
  });

  it.each([
    '{"identifier":"x","groupUserAccessRight":"Admin","principalType":"App"}',
    '{"value":[]}',
    'const c = { type: "report", tokenType: models.TokenType.Embed };',
    '{"aud":"https://api.fabric.microsoft.com","roles":["Tenant.Read.All"]}',
  ])('sees no answer in %j', (text) => {
    expect(pieces(text)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { statusesIn } from './status-words.ts';

const statuses = (text: string): readonly number[] => statusesIn(text).map(({ status }) => status);

describe('the name of a status in a sentence', () => {
  it.each([
    ['the list works, however "GenerateToken" fails with Forbidden error', 403],
    ['it returns Unauthorized.', 401],
    ['we always get an Unauthorized exception when we refresh', 401],
    ['Get-PowerBIDataset: Forbidden', 403],
    ['Set-PowerBIWorkspace : Unauthorized', 401],
    ['the API responds with "Forbidden"', 403],
    // The Azure SDK for Python: https://github.com/Azure/azure-sdk-for-python/blob/main/sdk/core/azure-core/azure/core/exceptions.py
    ["HttpResponseError: Operation returned an invalid status 'Forbidden'", 403],
  ])('is a status: %s', (text, status) => {
    expect(statuses(text)).toEqual([status]);
  });

  it.each([
    'forbidden fruit',
    'we got unauthorized access to the workspace removed',
    'an app gets Forbidden territory as its name',
    'the unauthorized user',
    'New-PowerBIReport: Unauthorized users see nothing',
  ])('is none: %s', (text) => {
    expect(statuses(text)).toEqual([]);
  });
});

describe('a status behind a failure', () => {
  it.each([
    ["I get the error 'Get report failed 403'.", 403],
    ['the refresh fails with 401 again', 401],
  ])('is a status: %s', (text, status) => {
    expect(statuses(text)).toEqual([status]);
  });

  it('is none where something is counted', () => {
    expect(statuses('step failed 403 times')).toEqual([]);
  });
});

describe('a status behind a call', () => {
  it.each([
    ['ExportTo → 403, it is on Pro', 403],
    ['GET /groups -> 404', 404],
    ['then every call 403', 403],
    ['Authorization: [object Promise] 401', 401],
    ['Run a query against a dataset failed: Forbidden', 403],
  ])('%s', (text, status) => {
    expect(statuses(text)).toEqual([status]);
  });

  it.each(['items -> 500 rows', 'then 403 rows came', 'the report has 401 pages'])('is none: %s', (text) => {
    expect(statuses(text)).toEqual([]);
  });
});

describe('a status with nothing behind it', () => {
  it.each([
    ['404 (no body)', 404],
    ['GET /x\n404, empty body', 404],
    ['401 without any response body', 401],
    ['500 with an empty response', 500],
  ])('%s', (text, status) => expect(statuses(text)).toEqual([status]));

  it.each(['row 404 (no body)', 'page 404 (no message)', '404 rows (no body)', '204 (no body)'])(
    'is none: %s',
    (text) => expect(statuses(text)).toEqual([]),
  );
});

describe('a status behind the body of an error', () => {
  it.each([
    ['{"error":{"code":"TokenExpired"}} 401', 401],
    ['{"error":{"code":"TokenExpired"}}  (401)\nand no more', 401],
    ['Body: {"errorCode":"ItemNotFound","message":"no such item"} [404]', 404],
  ])('%s', (text, status) => expect(statuses(text)).toEqual([status]));

  it.each(['{"top": 5} 500', 'for {x} 404', '{"error":{"code":"X"}} 404 ms', '{"message":"done"} took 500'])(
    'is none: %s',
    (text) => expect(statuses(text)).toEqual([]),
  );
});

describe('a status by its name behind an exception', () => {
  it.each([
    ['HttpOperationException BadRequest', 400],
    ['it throws Microsoft.Rest.HttpOperationException: Forbidden when it embeds', 403],
    ['(HttpRequestException Not Found)', 404],
    ['HttpResponseError: Unauthorized.', 401],
  ])('%s', (text, status) => expect(statuses(text)).toEqual([status]));

  it.each([
    'catch (HttpOperationException Forbidden)',
    'there is no HttpOperationException BadRequest',
    'HttpOperationException: Forbidden fruit',
    'HttpOperationException: Unauthorized is thrown for users without a role',
    'HttpOperationException ex',
  ])('is none: %s', (text) => expect(statuses(text)).toEqual([]));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusReader } from './status.ts';
import { statusesIn } from './status-words.ts';

const read = (text: string): readonly number[] => statusesIn(text).map(({ status }) => status);

const REASONS = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
};
const reasons = fc.constantFrom(
  ...Object.entries(REASONS).map(([status, reason]) => ({ status: Number(status), reason })),
);

describe('statuses in text', () => {
  it('reads every status back from every way to write it, with words around it', () => {
    const forms = fc.constantFrom(
      (status: number, reason: string) => `${status} ${reason}`,
      (status: number, reason: string) => `${status} (${reason})`,
      (status: number, reason: string) => `${reason} (${status})`,
      (status: number, reason: string) => `(${status}) ${reason}.`,
      (status: number) => `HTTP/1.1 ${status}`,
      (status: number) => `HTTP ${status}`,
      (status: number) => `[HTTP ${status}]`,
      (status: number) => `status code ${status}`,
      (status: number) => `StatusCode: ${status}`,
      (status: number) => `"statusCode": ${status},`,
      (status: number) => `<Response [${status}]>`,
      (status: number) => `Request failed with status code ${status}`,
      (status: number, reason: string) => `Response status code does not indicate success: ${status} (${reason}).`,
      (status: number, reason: string) =>
        `${status} Client Error: ${reason} for url: https://api.powerbi.com/v1.0/myorg/groups`,
      (status: number) => `${status}: {"errorCode":"X"}`,
      (status: number) => `unexpected status ${status}`,
      (status: number) => `Http failure response for https://api.powerbi.com/v1.0/myorg/groups: ${status} OK`,
      (status: number) => `"GET /v1/workspaces HTTP/1.1" ${status} 105`,
      (_status: number, reason: string) => `Operation returned an invalid status code '${reason.replaceAll(' ', '')}'`,
    );
    fc.assert(
      fc.property(reasons, forms, ({ status, reason }, form) => {
        expect(new Set(read(`The call stopped.\n${form(status, reason)}\nThat is all.`))).toEqual(new Set([status]));
      }),
    );
  });

  it.each([
    'https://login.microsoftonline.com/error?code=9002313',
    'File "x.py", line 403, in main',
    'took 404 ms',
    'returned 500 rows',
    'listening on port 443',
    'at 12:40:403',
    'version 5.404',
    '10.0.403.1',
    'id 34f4ff88-403b-404a-b850-2ea8b0ed1400',
    'exit code: 400',
    'C:\\logs\\401\\x',
  ])('sees no status in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('takes a paste that is nothing but a status', () => {
    expect(read(' 403\n')).toEqual([403]);
  });

  it('gives the URL and the method that stand beside the status', () => {
    const [after] = statusReader.read(
      '403 Client Error: Forbidden for url: https://api.powerbi.com/v1.0/myorg/apps',
      0,
    );
    expect(after?.piece).toMatchObject({ status: 403, url: 'https://api.powerbi.com/v1.0/myorg/apps' });
    const [before] = statusReader.read('GET https://x.analysis.windows.net/metadata/cluster 403 (Forbidden)', 0);
    expect(before?.piece).toMatchObject({ method: 'GET', url: 'https://x.analysis.windows.net/metadata/cluster' });
  });

  it('leaves the numbers of an error body to the reader of that body', () => {
    expect(statusReader.read('{"statusCode": 401, "message": "Unauthorized"}', 0)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import { readPastes } from '../read.ts';
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

describe('statuses behind a call', () => {
  it.each([
    ['GET https://api.powerbi.com/v1.0/myorg/admin/groups?$top=5000 403 (Forbidden)', 403],
    [
      `https://api.fabric.microsoft.com/v1/workspaces/${'a'.repeat(36)}/items/b/jobs/instances?jobType=Pipeline 403`,
      403,
    ],
    ['Response Status: 500', 500],
    ['HTTP Status: 401', 401],
    ["The HTTP request was forbidden with client authentication scheme 'Anonymous'.", 403],
    ["The HTTP request is unauthorized with client authentication scheme 'Negotiate'.", 401],
    ['status=401', 401],
    ['code: 401\nmessage: Unauthorized', 401],
    ['Could not list the workspaces (401)', 401],
    ['the request failed with 403', 403],
    ['the API returned 401', 401],
    ['print(response.status_code)  # 403', 403],
    ['const answer = await fetch(url);   // 401 with an empty body', 401],
  ])('%s', (text, status) => {
    expect(read(text)).toEqual([status]);
  });

  it.each([
    ['Der Antwortstatuscode gibt keinen Erfolg an: 429 ().', 429],
    ['Der Remoteserver hat einen Fehler zurückgegeben: (401) Nicht autorisiert.', 401],
    ['Le serveur distant a retourné une erreur : (403) Interdit.', 403],
    ['El código de estado de la respuesta no indica un resultado correcto: 429 ().', 429],
    ['Errore del server remoto: (404) Non trovato.', 404],
    ['リモート サーバーがエラーを返しました: (401) 許可されていません', 401],
    ['远程服务器返回错误: (403) 已禁止。', 403],
    ['원격 서버에서 (401) 권한 없음 오류를 반환했습니다.', 401],
    ['Удаленный сервер возвратил ошибку: (404) Не найден.', 404],
    ['Código de status: 403', 403],
    ['HTTP-Fehler 503', 503],
  ])('in the language of the machine: %s', (text, status) => {
    expect(read(text)).toEqual([status]);
  });

  it.each([
    'Fehlerbereinigung dauerte 403 ms',
    'Anzahl der Berichte: (404)',
    'all workspaces (404)',
    'process ended with exit code: 401',
    'see https://learn.microsoft.com/some/page 401 times',
    'https://app.example/cb?code=401',
    'the room has (403',
    '# 404 ways to fail',
  ])('are none in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('belong to the URL that a dump names, with its method', () => {
    const value = factsOf(
      'URL: https://api.fabric.microsoft.com/v1/workspaces/x/items\nMethod: POST\nResponse Status: 500\nResponse Body:\n{"errorCode":"UnknownError","message":"An error occurred"}',
    );
    expect(value('request.method')).toBe('POST');
    expect(value('response.status')).toBe(500);
    expect(value('response.codes')).toEqual(['UnknownError']);
  });

  it('leave the method unknown where requests names the URL only', () => {
    const value = factsOf(
      'requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://api.powerbi.com/v1.0/myorg/groups',
    );
    expect(value('request.url')).toBe('https://api.powerbi.com/v1.0/myorg/groups');
    expect(value('request.method')).toBeUndefined();
  });

  it('leave out the end of a sentence behind that URL', () => {
    const value = factsOf(
      '401 Client Error: Unauthorized for url: https://api.powerbi.com/v1.0/myorg/groups. It is new.',
    );
    expect(value('request.path')).toBe('/v1.0/myorg/groups');
  });

  it('and its method as the driver of Hadoop lists them', () => {
    const url = 'https://onelake.dfs.fabric.microsoft.com/ws/lake.Lakehouse/Files/a.csv?upn=false&timeout=90';
    for (const after of ['', ', PathNotFound, "The specified path does not exist."']) {
      const value = factsOf(`java.io.FileNotFoundException: Operation failed: "Not Found", 404, HEAD, ${url}${after}`);
      expect(value('response.status')).toBe(404);
      expect(value('request.method')).toBe('HEAD');
      expect(value('request.url')).toBe(url);
    }
  });

  it.each(['requests.exceptions.HTTPError: ', 'GET https://api.fabric.microsoft.com/v1/workspaces is what I call.\n'])(
    'are answers to the request for a token where they name its URL, behind %j',
    (before) => {
      const text = `${before}401 Client Error: Unauthorized for url: https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token`;
      const [incident] = readPastes([{ text }]).incidents;
      expect(incident?.tokenResponse?.status).toBe(401);
      expect(incident?.response).toBeUndefined();
      expect(factsOf(text)('response.status')).toBeUndefined();
      expect(factsOf(text)('token-request.endpoint')).toBe('v2');
    },
  );

  it('leave the URL of a token request alone where no status names it', () => {
    const value = factsOf('no answer for url: https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token');
    expect(value('token-request.tenant')).toBe('contoso.com');
  });
});

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

  it.each([
    ["ClientResponseError: 403, message='Forbidden', url=URL('https://a.co/x')", 403, 'https://a.co/x'],
    ["403, message='Forbidden', url='https://a.co/x'", 403, 'https://a.co/x'],
    ['java.io.FileNotFoundException: https://a.co/x\n\tat sun.net', 404, 'https://a.co/x'],
    ['Received HTTP response headers after 212.3ms - 403', 403, undefined],
    ['{"errorCode":"InvalidToken"}401', 401, undefined],
    ["failed with HttpStatusCode - 'Unauthorized', message", 401, undefined],
    ['{"detail":"list failed:\\n403 Forbidden\\nRequest ID"}', 403, undefined],
  ])('reads the status in %j, with the URL that goes with it', (text, status, url) => {
    const [found] = statusReader.read(text, 0);
    expect(found?.piece).toMatchObject({ status, ...(url !== undefined && { url }) });
  });

  it('takes the body that stands right behind a status for its own, and no other', () => {
    const body = '{"error":"invalid_client","error_description":"AADSTS7000222: x"}';
    const [own] = statusReader.read(`StatusCode: 401\n\tResponseBody: ${body}`, 0);
    expect(own?.piece).toMatchObject({ status: 401, body });
    const [other] = statusReader.read(`StatusCode: 401\n\nThen the sign-in failed as well:\n${body}`, 0);
    expect(other?.piece).not.toHaveProperty('body');
  });

  it('leaves the numbers of an error body to the reader of that body', () => {
    expect(statusReader.read('{"statusCode": 401, "message": "Unauthorized"}', 0)).toEqual([]);
  });
});

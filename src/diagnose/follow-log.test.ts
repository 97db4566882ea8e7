import { describe, expect, it } from 'vitest';
import { type FailingCall, followEntries } from './follow-entries.ts';

const followLines = (lines: readonly object[]) => {
  const follower = followEntries('json-lines');
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const calls = [...follower.push(text), ...follower.end()];
  return { calls, notices: follower.notices() };
};

const textsOf = (calls: readonly FailingCall[]): readonly string[] =>
  calls.map(({ pastes }) => pastes.map(({ text }) => text).join('\n----\n'));

describe('of JSON lines', () => {
  const url = 'https://api.powerbi.com/v1.0/myorg/groups';
  it.each([
    ['pino', { level: 50, time: 1, req: { method: 'GET', url }, res: { statusCode: 403 }, msg: 'failed' }],
    [
      'pino with a host',
      {
        level: 50,
        req: { method: 'GET', url: '/v1.0/myorg/groups', headers: { host: 'api.powerbi.com' } },
        res: { statusCode: 403 },
      },
    ],
    [
      'winston with axios',
      {
        level: 'error',
        message: 'Request failed',
        config: { method: 'get', url },
        response: { status: 403, data: {} },
      },
    ],
    ['Serilog', { '@t': 'x', '@mt': 'HTTP', HttpMethod: 'GET', RequestUri: url, StatusCode: 403 }],
    [
      'Application Insights',
      {
        time: 'x',
        data: { baseType: 'RemoteDependencyData', baseData: { name: 'GET /', data: url, resultCode: '403' } },
      },
    ],
    [
      'OpenTelemetry',
      {
        timestamp: 'x',
        attributes: { 'http.request.method': 'GET', 'url.full': url, 'http.response.status_code': 403 },
      },
    ],
  ])('a failing call as %s writes it is handed on', (_, line) => {
    const [text] = textsOf(followLines([line]).calls);
    expect(text).toMatch(/^GET https:\/\/api\.powerbi\.com\/v1\.0\/myorg\/groups HTTP\/1\.1\n/m);
    expect(text).toMatch(/^HTTP\/1\.1 403$/m);
  });

  it('headers and bodies of both sides are read, and what the application says', () => {
    const line = {
      time: 1_772_366_400_000,
      request: { method: 'POST', url, headers: { 'X-A': 'b' }, body: { name: 'x' } },
      response: {
        status: 403,
        headers: { 'x-powerbi-error-info': 'TokenExpired' },
        body: '{"error":{"code":"TokenExpired"}}',
      },
      error: { message: 'Refused' },
    };
    const { calls } = followLines([line]);
    expect(calls[0]?.at).toBe('2026-03-01T12:00:00.000Z');
    expect(textsOf(calls)).toEqual([
      `Refused\n\nPOST ${url} HTTP/1.1\nX-A: b\n\n{"name":"x"}\n\nHTTP/1.1 403\nx-powerbi-error-info: TokenExpired\n\n{"error":{"code":"TokenExpired"}}\n`,
    ]);
  });

  it('an error of Entra ID in a message is handed on, and a refusal named in words', () => {
    const { calls } = followLines([
      { level: 'error', message: 'AADSTS700016: Application not found' },
      { level: 'error', message: `403 Client Error: Forbidden for url: ${url}` },
      { level: 'info', message: 'took 403 ms' },
      { level: 'error', message: '403 Client Error: Forbidden for url: https://shop.example/' },
    ]);
    expect(calls).toHaveLength(2);
  });

  it('an error that only its words name is handed on, where no other service has such a code', () => {
    const { calls } = followLines([
      { '@level': 'error', diagnostic: { detail: 'Refused\n\nError Code: InsufficientWorkspaceRole' } },
      { level: 'error', message: 'error code: BucketNotThere' },
    ]);
    expect(calls).toHaveLength(1);
  });

  it('words that look like an error of Entra ID are not handed on: its codes have four digits or more', () => {
    const { calls } = followLines([
      { level: 'error', message: 'AADSTS100 is no code' },
      { level: 'error', message: 'AADSTS9002313: Invalid request' },
    ]);
    expect(calls.map(({ pastes }) => pastes[0]?.text)).toEqual([expect.stringContaining('9002313')]);
  });

  it('a line that is no JSON is told', () => {
    const follower = followEntries('json-lines');
    expect([...follower.push('{"level":1}\nnpm warn 401\n')]).toEqual([]);
    expect(follower.notices()).toMatchObject([{ text: 'line 2 was skipped: no JSON object.' }]);
  });
});

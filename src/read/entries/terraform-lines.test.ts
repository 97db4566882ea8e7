import { describe, expect, it } from 'vitest';
import { readJsonLine } from './json-line.ts';
import { lineSplitter } from './split-lines.ts';
import { withTerraformCalls } from './terraform-lines.ts';

const asked = (call: string, path: string): object => ({
  '@message': 'Sending HTTP Request',
  Host: 'api.powerbi.com',
  tf_http_op_type: 'request',
  tf_http_req_method: 'GET',
  tf_http_req_uri: path,
  tf_http_trans_id: call,
});
const answered = (call: string, status: number): object => ({
  '@message': 'Received HTTP Response',
  '@timestamp': '2026-02-27T09:14:09.366889Z',
  tf_http_op_type: 'response',
  tf_http_res_body: '',
  tf_http_res_status_code: status,
  tf_http_trans_id: call,
});

const callsIn = (...lines: readonly object[]) => {
  const { push, end } = withTerraformCalls(lineSplitter());
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  return [...push(text), ...end()].map((split) => readJsonLine(split.text, true));
};

describe('the log of Terraform in JSON lines', () => {
  it('puts each answer with its own request, however calls overlap', () => {
    const calls = callsIn(asked('1', '/a'), asked('2', '/b'), answered('2', 403), answered('1', 200));
    expect(calls).toMatchObject([
      { url: 'https://api.powerbi.com/b', status: 403, method: 'GET', at: '2026-02-27T09:14:09.366Z' },
      { url: 'https://api.powerbi.com/a', status: 200 },
    ]);
  });

  it('gives an answer without its request, and other lines as they are', () => {
    expect(callsIn({ level: 'error', msg: 'x' }, answered('9', 403))).toMatchObject([{ text: 'x' }, { status: 403 }]);
  });

  it('forgets requests that nobody answered', () => {
    const many = Array.from({ length: 300 }, (_, n) => asked(`${n}`, `/${n}`));
    const calls = callsIn(...many, answered('0', 403), answered('299', 403));
    expect(calls).toMatchObject([{ status: 403 }, { url: 'https://api.powerbi.com/299' }]);
    expect(calls[0]).not.toHaveProperty('url');
  });
});

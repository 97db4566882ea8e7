import { describe, expect, it } from 'vitest';
import type { Request, Response } from '../../model/incident.ts';
import { terraformLogReader } from './terraform-log.ts';

const START = '2026-02-27T09:14:09.123Z [DEBUG] provider.terraform-provider-x:';
const END = 'timestamp="2026-02-27T09:14:09.122Z"';
const sent = (path: string, call = 'a'): string =>
  `${START} Sending HTTP Request: tf_http_trans_id=${call} Host=api.powerbi.com tf_http_req_method=GET tf_http_op_type=request tf_http_req_uri="${path}" ${END}`;
const received = (status: number, call = 'a', end = END): string =>
  `${START} Received HTTP Response: Requestid=abc tf_http_res_status_code=${status} tf_http_op_type=response tf_http_res_body="{\\"error\\":\\"x\\"}" tf_http_trans_id=${call} ${end}`;

const piecesIn = (text: string) => terraformLogReader.read(text, 0).map(({ piece }) => piece);
const answers = (text: string) => piecesIn(text).filter((piece): piece is Response => piece.kind === 'response');

describe('the log of Terraform', () => {
  it('gives the call with its headers, which it does not call all of them', () => {
    const [request] = piecesIn(sent('/v1.0/myorg/groups?$top=5')) as [Request];
    expect(request).toMatchObject({ method: 'GET', url: 'https://api.powerbi.com/v1.0/myorg/groups?$top=5' });
    expect(request).toMatchObject({ complete: false, headers: [{ name: 'Host', value: 'api.powerbi.com' }] });
  });

  it('joins each answer with its own request where several calls run at once', () => {
    const text = [sent('/a', '1'), sent('/b', '2'), received(403, '2'), received(200, '1'), ''].join('\n');
    expect(answers(text).map(({ url, status }) => [url, status])).toEqual([
      ['https://api.powerbi.com/b', 403],
      ['https://api.powerbi.com/a', 200],
    ]);
  });

  it('calls an answer whole only where its last field and the end of the line were seen', () => {
    expect(answers(`${received(403)}\n`)).toMatchObject([{ complete: true, body: '{"error":"x"}' }]);
    expect(answers(received(403))).toMatchObject([{ complete: false }]);
    expect(answers(`${received(403, 'a', '')}\n`)).toMatchObject([{ complete: false }]);
  });

  it('reads a body of several lines, and the fields behind it', () => {
    const text = `${START} Received HTTP Response: tf_http_op_type=response\n  tf_http_res_body=\n  | {\n  |   "errorCode": "X"\n  | }\n   tf_http_res_status_code=403 Requestid=abc ${END}\nnext`;
    expect(answers(text)).toMatchObject([{ status: 403, body: '{\n  "errorCode": "X"\n}\n', complete: true }]);
  });

  it('reads lines in JSON among other text, and none that breaks off', () => {
    const line = JSON.stringify({ tf_http_op_type: 'response', tf_http_res_status_code: 401, tf_http_res_body: '' });
    expect(answers(`log of the job:\n${line}\n`)).toMatchObject([{ status: 401, body: '' }]);
    expect(answers(`log of the job:\n${line.slice(0, -3)}`)).toEqual([]);
  });
});

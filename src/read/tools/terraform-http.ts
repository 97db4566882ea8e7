import type { Header } from '../../model/incident.ts';
import { headerValue } from '../syntax/header-value.ts';

/** The fields of one line of a log, by name. */
export type LogFields = ReadonlyMap<string, string>;

/** A request or an answer, as a provider of Terraform logs it. */
export interface TerraformMessage {
  readonly is: 'request' | 'response';
  /** The same for the request and its answer: calls of several resources run at once. */
  readonly call?: string;
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly headers: readonly Header[];
  readonly body?: string;
}

/** Names the line of a log that shows a message, in both forms of the log. */
export const TERRAFORM_MARK = 'tf_http_op_type';

/** Headers stand among the fields; the names of all others begin with a small letter or `@`. */
const headersIn = (fields: LogFields): readonly Header[] =>
  [...fields].filter(([name]) => /^[A-Z][\w-]{0,80}$/.test(name)).map(([name, value]) => ({ name, value }));

/**
 * The message that the fields of a line show: those of the HTTP transport that the plugin SDK logs with.
 * https://github.com/hashicorp/terraform-plugin-sdk/blob/main/helper/logging/logging_http_transport.go
 */
export const terraformMessage = (fields: LogFields): TerraformMessage | undefined => {
  const is = fields.get(TERRAFORM_MARK);
  if (is !== 'request' && is !== 'response') return undefined;
  const headers = headersIn(fields);
  const call = fields.get('tf_http_trans_id');
  const method = fields.get('tf_http_req_method');
  const [path, host] = [fields.get('tf_http_req_uri'), headerValue(headers, 'host')];
  const status = Number(fields.get('tf_http_res_status_code'));
  const body = fields.get(is === 'request' ? 'tf_http_req_body' : 'tf_http_res_body');
  return {
    is,
    headers,
    ...(call === undefined ? {} : { call }),
    ...(method === undefined ? {} : { method }),
    ...(path === undefined || host === undefined ? {} : { url: `https://${host}${path}` }),
    ...(status > 0 ? { status } : {}),
    ...(body === undefined ? {} : { body }),
  };
};

const textOf = (value: unknown): string | undefined =>
  Array.isArray(value)
    ? value.join(', ')
    : typeof value === 'string' || typeof value === 'number'
      ? `${value}`
      : undefined;

/** The fields of a line of the log in JSON; undefined where the line breaks off. */
export const jsonFields = (line: string): LogFields | undefined => {
  try {
    const entries = Object.entries(JSON.parse(line.slice(line.indexOf('{'))) as Record<string, unknown>);
    return new Map(
      entries
        .flatMap(([name, value]) => [[name, textOf(value)] as const])
        .filter((one): one is readonly [string, string] => one[1] !== undefined),
    );
  } catch {
    return undefined;
  }
};

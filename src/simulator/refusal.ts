import { randomUUID } from 'node:crypto';
import type { Authority } from './authority.ts';
import { filled, type Reply } from './exchange.ts';

/** The body of a refusal, with the ids and the time that Entra gives. */
export const refusal = (
  { answers, now }: Authority,
  code: number | string,
  slots: Readonly<Record<string, string>>,
): Reply => {
  const answer = answers.entra[String(code)];
  if (answer === undefined) throw new Error(`There is no answer for ${code}.`);
  const number = typeof code === 'number' ? `AADSTS${code}: ` : '';
  const [trace, correlation] = [randomUUID(), randomUUID()];
  const timestamp = new Date(now() * 1000)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
  const body = {
    error: answer.error,
    error_description: `${number}${filled(answer.text, slots)} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    ...(typeof code === 'number' && { error_codes: [code] }),
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    ...(answer.suberror && { suberror: answer.suberror }),
  };
  return {
    status: answer.status ?? 400,
    headers: { 'content-type': 'application/json; charset=utf-8', 'x-ms-request-id': trace },
    body: JSON.stringify(body),
    check: `entra.${code}`,
  };
};

import { randomUUID } from 'node:crypto';
import { API_CHECKS } from './api-checks.ts';
import type { Authority } from './authority.ts';
import { type Called, readCall } from './called.ts';
import { filled, type Heard, PASSED, type Reply } from './exchange.ts';
import { give } from './giving.ts';
import { giveOfGraph } from './graph.ts';
import { routesAt } from './routes.ts';
import type { AnsweringApi, ApiAnswer } from './world.ts';

/** Power BI and Fabric have a shape of their own each: `shapes` of the services' documentation. */
const BODIES: Readonly<Record<AnsweringApi, (answer: ApiAnswer, id: string) => unknown>> = {
  powerbi: ({ code, message }) => {
    if (code === undefined) return { Message: message };
    return message === undefined
      ? { error: { code, 'pbi.error': { code, parameters: {}, details: [], exceptionCulprit: 1 } } }
      : { error: { code, message } };
  },
  fabric: ({ code, message }, requestId) => ({ requestId, errorCode: code, message }),
  graph: ({ code, message }, id) => ({
    error: {
      code,
      message,
      innerError: { date: new Date().toISOString().slice(0, 19), 'request-id': id, 'client-request-id': id },
    },
  }),
};

const ID_HEADERS: Readonly<Record<AnsweringApi, string>> = {
  powerbi: 'requestid',
  fabric: 'requestid',
  graph: 'request-id',
};

const challenge = (tenant: string, now: number): string => {
  const claims = Buffer.from(
    JSON.stringify({ access_token: { nbf: { essential: true, value: String(now) } } }),
  ).toString('base64');
  return `Bearer realm="", authorization_uri="https://login.microsoftonline.com/${tenant}/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${claims}"`;
};

const slotsOf = ({ state, heard, api, model }: Called): Record<string, string> => ({
  path: heard.path,
  method: heard.method,
  methods:
    api === 'graph'
      ? ''
      : routesAt(api, heard.path)
          .map(({ method }) => method)
          .join(', '),
  'home-cluster': state.world.tenant.homeCluster,
  challenge: challenge(state.world.tenant.id, state.now()),
  model: model?.id ?? '',
  'retry-after': state.world.service.retryAfter,
  until: new Date((state.now() + 47) * 1000).toISOString(),
});

const bodyOf = (answer: ApiAnswer, api: AnsweringApi, id: string): string => {
  if (answer.empty) return '';
  return answer.text ?? JSON.stringify(BODIES[api](answer, id));
};

const refuse = (called: Called, check: string, answer: ApiAnswer): Reply => {
  const { api } = called;
  const slots = slotsOf(called);
  const id = randomUUID();
  const named = Object.entries(answer.headers ?? {})
    .map(([name, value]) => [name, filled(value, slots)] as const)
    .filter(([, value]) => value !== '');
  const { message } = answer;
  const spoken = message === undefined ? answer : { ...answer, message: filled(message, slots) };
  const body = bodyOf(spoken, api, id);
  return {
    status: answer.status,
    headers: {
      ...(body !== '' && {
        'content-type': answer.text === undefined ? 'application/json; charset=utf-8' : 'text/plain',
      }),
      [ID_HEADERS[api]]: id,
      ...(answer.info !== undefined && { 'x-powerbi-error-info': answer.info }),
      ...(api === 'fabric' && answer.code !== undefined && { 'x-ms-public-api-error-code': answer.code }),
      ...Object.fromEntries(named),
    },
    body,
    check,
  };
};

/** Answers a call of Power BI, Fabric or Graph. */
export const answerApi = async (authority: Authority, api: AnsweringApi, heard: Heard): Promise<Reply> => {
  const called = await readCall(authority, api, heard);
  for (const [check, applies] of API_CHECKS) {
    if (!applies(called)) continue;
    const answer = authority.answers.apis[check]?.[api];
    if (answer !== undefined) return refuse(called, check, answer);
  }
  const reply = api === 'graph' ? giveOfGraph(called) : give(called);
  return reply.check === PASSED ? { ...reply, headers: { ...reply.headers, [ID_HEADERS[api]]: randomUUID() } } : reply;
};

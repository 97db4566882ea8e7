import type { Message } from '../model/diagnosis.ts';
import type { Header, Incident, Request, Response } from '../model/incident.ts';
import { sealPattern } from '../model/secret.ts';
import { CODE_IN_TEXT } from './answer/answer-header.ts';
import { hasFailed } from './exchange.ts';
import { shownUrl } from './observe/observe-request.ts';
import { propertyNames } from './syntax/fields.ts';

/** Headers whose values help to find or repeat a call. What another one says is nobody's business. */
const TELLING =
  /^(?:accept|activityid|authorization|content-(?:length|type)|date|home-cluster-uri|host|location|origin|request-?id|retry-after|server|www-authenticate|x-ms-(?:client-)?request-id|x-ms-(?:public-api-)?error-code|x-ms-operation-id|x-powerbi-.{1,60})$/i;

/** Parameters of token requests that are no secret and name nobody. */
const PUBLIC_PARAMETERS: ReadonlySet<string> = new Set([
  'api-version',
  'client_assertion_type',
  'client_id',
  'grant_type',
  'redirect_uri',
  'requested_token_use',
  'resource',
  'response_mode',
  'response_type',
  'scope',
]);

const HIDDEN = '(not shown)';
const LONGEST_HEADER = 400;
const LONGEST_BODY = 2000;

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)} (cut here)` : text);

const isSealed = (value: string): boolean => value.replace(sealPattern(), '').trim() === '';

/** A form with the values that may be shown; one name and value a line. */
const formBody = (body: string): string =>
  body
    .split(/[&\n]/)
    .map((field) => {
      const [name = '', ...rest] = field.trim().split('=');
      const value = rest.join('=');
      return PUBLIC_PARAMETERS.has(name.trim()) || isSealed(value) ? field.trim() : `${name}=${HIDDEN}`;
    })
    .join('\n&');

/** What people send may be data of their business: of JSON the names are told, of other text the length. */
const requestBody = (body: string): string => {
  const text = body.trim();
  if (text === '') return '';
  if (/^[\w.-]{1,80}=/.test(text)) return cut(formBody(text), LONGEST_BODY);
  const names = /^[{[]/.test(text) ? propertyNames(text) : [];
  return names.length > 0
    ? cut(`(JSON, values not shown: ${names.join(', ')})`, LONGEST_BODY)
    : `(${text.length} characters, not shown)`;
};

/** What a refusal says is shown; a page, or the data of an answer that went well, is not. */
const answerBody = (body: string, isRefusal: boolean): string => {
  const text = body.trim();
  if (text === '') return '';
  if (text.startsWith('<')) return `(a page of ${text.length} characters, not shown)`;
  return isRefusal ? cut(text, LONGEST_BODY) : `(${text.length} characters, not shown)`;
};

const headersOf = (all: readonly Header[]): Pick<Message, 'headers' | 'withheld'> => {
  const headers = all.filter(({ name }) => !name.startsWith(CODE_IN_TEXT));
  const isShown = ({ name, value }: Header): boolean => TELLING.test(name) && value !== '';
  return {
    headers: headers.filter(isShown).map(({ name, value }) => ({ name, value: cut(value, LONGEST_HEADER) })),
    withheld: headers.filter((header) => !isShown(header)).map(({ name }) => name),
  };
};

const requestMessage = (is: Message['is'], request: Request | undefined): readonly Message[] => {
  if (request === undefined) return [];
  const { method, url, headers, body } = request;
  const start = [method, url === undefined ? undefined : shownUrl(url)].filter((part) => part !== undefined).join(' ');
  const message = { is, start, ...headersOf(headers), ...(body !== undefined && { body: requestBody(body) }) };
  return start === '' && message.headers.length === 0 && body === undefined ? [] : [message];
};

const answerMessage = (is: Message['is'], answer: Response | undefined): readonly Message[] => {
  if (answer === undefined) return [];
  const { status, headers, body } = answer;
  const isRefusal = hasFailed(answer) || (status === undefined && /error/i.test(body ?? ''));
  const message = {
    is,
    start: status === undefined ? '' : String(status),
    ...headersOf(headers),
    ...(body !== undefined && { body: answerBody(body, isRefusal) }),
  };
  return status === undefined && message.headers.length === 0 && body === undefined ? [] : [message];
};

/**
 * What was sent and what came back, as far as it was pasted: for a report that others read. It is sealed as all that
 * comes from readers; beside secrets it leaves out what may be personal or data of a business.
 */
export const messagesOf = (incident: Incident): readonly Message[] => [
  ...requestMessage('token-request', incident.tokenRequest),
  ...answerMessage('token-answer', incident.tokenResponse),
  ...requestMessage('request', incident.request),
  ...answerMessage('answer', incident.response),
];

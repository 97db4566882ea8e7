import { GUID } from '../../facts/guid.ts';

/** A request or an answer, before it is text. */
export interface Message {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
}

/** A call with what came back. */
export interface Exchanged {
  /** Empty where a log does not tell it. */
  readonly method: string;
  readonly url: string;
  readonly request: Message;
  /** Undefined: no answer came. */
  readonly status?: number;
  readonly statusText?: string;
  readonly response: Message;
}

/** As much of a body is read: an error answer is short, and the first part of a long one says what it is. */
export const LONGEST_BODY = 64 * 1024;
/** The reader of HTTP text takes no longer line. */
const LONGEST_URL = 7000;
const LONGEST_HEADER = 16 * 1024;

const oneLine = (text: string, most: number): string => text.slice(0, most).replace(/\s+/g, ' ').trim();

/** Pseudo headers of HTTP/2 say what the first line says; cookies say nothing and hold secrets. */
const isWanted = ([name]: readonly [string, string]): boolean => /^(?!(?:set-)?cookie$)[a-z][\w-]{0,80}$/i.test(name);

/** A body that is no JSON stands in one line: otherwise a line of it could pass for the start of another message. */
const bodyText = (body: string): string => {
  const text = body.slice(0, LONGEST_BODY).trim();
  if (!/^[{[]/.test(text)) return oneLine(text, LONGEST_BODY);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
};

const messageText = (first: string, { headers, body = '' }: Message): string => {
  const lines = headers.filter(isWanted).map(([name, value]) => `${name}: ${oneLine(value, LONGEST_HEADER)}`);
  const text = bodyText(body);
  return [first, ...lines, ...(text === '' ? [] : ['', text])].join('\n');
};

/** A call as it stands on the wire, which is how people paste one. */
export const exchangedText = ({ method, url, request, status, statusText = '', response }: Exchanged): string => {
  const target = oneLine(url, LONGEST_URL);
  const asked = messageText(method === '' ? target : `${method} ${target} HTTP/1.1`, request);
  if (status === undefined) return `${asked}\n`;
  return `${asked}\n\n${messageText(`HTTP/1.1 ${status} ${oneLine(statusText, 100)}`.trim(), response)}\n`;
};

const VOLATILE =
  /^(?:date|expires|age|etag|last-modified|(?:set-)?cookie|content-length|retry-after|x-azure-ref|x-msedge-ref|x-ms-ests-server|x-clitelem|server-timing|report-to|nel|referer)$|request-?id|activity-?id|operation-?id|correlation|session-?id|trace/i;

const IDS = new RegExp(GUID, 'gi');
const TIME = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?/g;
const LONG_NUMBER = /\d{9,40}/g;
const DURATION = /\b\d{1,9}(?:\.\d{1,9})? ?ms\b/g;

/** A text without what differs from call to call. Short numbers stay: codes are among them. */
export const withoutIds = (text: string): string =>
  text.replace(IDS, '{}').replace(TIME, '{}').replace(LONG_NUMBER, '{}').replace(DURATION, '{}');

const likenessOfMessage = ({ headers, body = '' }: Message, change: (text: string) => string): string =>
  [
    ...headers.filter(([name]) => !VOLATILE.test(name)).map(([name, value]) => `${name}: ${change(value)}`),
    change(body.slice(0, LONGEST_BODY)),
  ].join('\n');

const asItIs = (text: string): string => text;

/** Numbers that name an item or a page, not those of a version. */
const URL_NUMBER = /(?<=[/=(])\d{1,20}(?=[/&?)]|$)/g;

/** What makes two calls the same failure. Ids count where a token is asked for: there they name tenant and app. */
export const likenessOf = ({ method, url, request, status, response }: Exchanged): string =>
  [
    method,
    url.includes('/oauth2/') ? url : withoutIds(url).replace(URL_NUMBER, '{}'),
    likenessOfMessage(request, asItIs),
    status,
    likenessOfMessage(response, withoutIds),
  ].join('\n');

import type { Json, JsonObject } from '../../model/secret.ts';
import { decodeBase64Url } from '../../redact/text/base64url.ts';
import { isObject } from '../syntax/json.ts';
import { isoTime } from './iso-time.ts';
import { type Exchanged, exchangedText, LONGEST_BODY, likenessOf, type Message } from './message-text.ts';
import type { SeenCall } from './seen-call.ts';

const FAILED = /"status"\s{0,20}:\s{0,20}"?(?:[045]\d{0,2}|-1)\b/;
const GIVES_TOKEN = /oauth2\/(?:v2\.0\/)?token|msi\/token/i;
/** The error page of the sign-in comes with status 200. */
const ENTRA_CODE = /AADSTS\d{4}/;

/** Whether an entry is worth reading: most of a recording are pictures and scripts that came well. */
const mayMatter = (text: string): boolean => FAILED.test(text) || GIVES_TOKEN.test(text) || ENTRA_CODE.test(text);

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const child = (object: JsonObject, name: string): JsonObject => {
  const value = object[name];
  return isObject(value) ? value : {};
};

const pairs = (value: Json | undefined): readonly (readonly [string, string])[] =>
  Array.isArray(value)
    ? value.flatMap((each: Json) => (isObject(each) ? [[textOf(each['name']), textOf(each['value'])] as const] : []))
    : [];

/** Types that are text; the rest of what is base64 is pictures and packed data. */
const TEXT_TYPE = /json|text|xml|html|form-urlencoded|javascript|^$/i;

/** `content` of an answer; Chrome and Fiddler encode text as base64 where they are not sure of its letters. */
const contentText = (content: JsonObject): string => {
  const text = textOf(content['text']);
  if (content['encoding'] !== 'base64') return text;
  const start = text.slice(0, Math.ceil((LONGEST_BODY * 4) / 3 / 4) * 4);
  return TEXT_TYPE.test(textOf(content['mimeType'])) ? (decodeBase64Url(start.replace(/\s+/g, '')) ?? '') : '';
};

/** Percent-encoded; half a character, which cannot be encoded, is left out. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, ''));

const formText = (params: Json | undefined): string =>
  pairs(params)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&');

/** The body of a request: as sent, or put together from its fields. */
const postText = (data: JsonObject): string => {
  if (/^multipart\//i.test(textOf(data['mimeType']))) return '';
  return textOf(data['text']) || formText(data['params']);
};

const message = (from: JsonObject, body: string): Message => ({
  headers: pairs(from['headers']),
  ...(body !== '' && { body }),
});

/** The status of an answer; Chrome writes 0 and Fiddler -1 or nothing where none came. */
const statusOf = (response: JsonObject): number => {
  const status = Number(response['status']);
  return Number.isInteger(status) && status > 0 ? status : 0;
};

const exchangedOf = (entry: JsonObject): Exchanged => {
  const [request, response] = [child(entry, 'request'), child(entry, 'response')];
  const status = statusOf(response);
  return {
    method: textOf(request['method']).toUpperCase(),
    url: textOf(request['url']),
    request: message(request, postText(child(request, 'postData'))),
    ...(status > 0 && { status }),
    statusText: textOf(response['statusText']),
    response: message(response, contentText(child(response, 'content'))),
  };
};

/** What a page loads around its calls, as Chrome and Firefox name it. */
const DECORATION = /^(?:script|image|font|stylesheet|media|manifest|ping|preflight)$/;
/** The page went away before the answer came: https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h */
const ABORTED = /ERR_ABORTED|NS_BINDING_ABORTED|ERR_CACHE_MISS/;
/** Answers to a poll that goes on: https://www.rfc-editor.org/rfc/rfc8628#section-3.5 */
const WAITS = /"error"\s{0,5}:\s{0,5}"(?:authorization_pending|slow_down)"/;

const isNoise = (entry: JsonObject, exchanged: Exchanged, error: string): boolean =>
  exchanged.method === 'OPTIONS' ||
  DECORATION.test(textOf(entry['_resourceType'])) ||
  (exchanged.status === undefined && ABORTED.test(error)) ||
  WAITS.test(exchanged.response.body ?? '');

const BEARER = /^\s*Bearer\s+(\S+)\s*$/i;

const bearerOf = ({ headers }: Message): string | undefined =>
  BEARER.exec(headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '')?.[1];

const tokenOf = ({ url, response: { body = '' } }: Exchanged): string | undefined =>
  GIVES_TOKEN.test(url) ? /"access_token"\s{0,5}:\s{0,5}"([^"\\]{20,20000})"/.exec(body)?.[1] : undefined;

/** What the recorder says in place of an answer. */
const noAnswer = (error: string): string =>
  `\nNo answer came (status 0). ${error.replace(/\s+/g, ' ').slice(0, 300)}`.trimEnd().concat('\n');

/** Reads one entry of a HAR; undefined where it is no call that could matter, and is not wanted. */
export const readHarEntry = (text: string, isWanted = false): SeenCall | 'unreadable' | undefined => {
  if (!isWanted && !mayMatter(text)) return undefined;
  let entry: Json;
  try {
    entry = JSON.parse(text) as Json;
  } catch {
    return 'unreadable';
  }
  if (!isObject(entry)) return 'unreadable';
  const exchanged = exchangedOf(entry);
  const error = textOf(child(entry, 'response')['_error']) || textOf(entry['_error']);
  const [bearer, token, at] = [
    bearerOf(exchanged.request),
    tokenOf(exchanged),
    isoTime(textOf(entry['startedDateTime'])),
  ];
  return {
    method: exchanged.method,
    url: exchanged.url,
    status: exchanged.status ?? 0,
    text: exchangedText(exchanged) + (exchanged.status === undefined ? noAnswer(error) : ''),
    likeness: `${likenessOf(exchanged)}\n${error}`,
    isNoise: isNoise(entry, exchanged, error),
    ...(at !== undefined && { at }),
    ...(bearer !== undefined && { bearer }),
    ...(token !== undefined && { token }),
  };
};

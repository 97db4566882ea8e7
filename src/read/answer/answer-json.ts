import type { LooseCredential, Response, Setting } from '../../model/incident.ts';
import { type Json, type JsonObject, sealPattern } from '../../model/secret.ts';
import { type FoundJson, fieldOf, findJson, isObject, objectIn, textField } from '../syntax/json.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { statusesIn } from './status-words.ts';

const DEEPEST = 6;
const CODE = /^[A-Z][A-Za-z]{3}\w*$/;

/** `{"error":{"code","pbi.error"}}` of Power BI, Graph, ARM and OneLake; `{"error":{"errorCode"}}` of a long-running operation. */
const isErrorObject = (value: Json | undefined): boolean => {
  const error = objectIn(value);
  return (
    error !== undefined && ['code', 'errorCode', 'message', 'pbi.error'].some((name) => Object.hasOwn(error, name))
  );
};

/** `{"error":"invalid_client","error_description":...}` of Entra; people leave the first out. */
const isEntraError = (object: JsonObject): boolean =>
  textField(object, 'error_description') !== undefined ||
  (textField(object, 'error') !== undefined &&
    ['error_codes', 'error_uri', 'correlation_id'].some((name) => Object.hasOwn(object, name)));

/** `{"Message":...}` of Power BI, `{"message":...}` of gateways: an object with next to nothing else. */
const isMessage = (object: JsonObject): boolean =>
  textField(object, 'message') !== undefined &&
  Object.keys(object).every((name) =>
    /^(?:message|code|status_?code|status|exceptionmessage|activityid|traceid|requestid)$/i.test(name),
  );

/** The status that an object names: `{"statusCode":401,...}`. */
export const statusIn = (object: JsonObject): number | undefined =>
  ['statusCode', 'status_code', 'httpStatusCode', 'status', 'code', 'errorCode']
    .map((name) => fieldOf(object, name))
    .map((value) => (typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value))
    .find((status) => typeof status === 'number' && Number.isInteger(status) && status >= 400 && status < 600) as
    | number
    | undefined;

/** `{"status":401,"error":"Unauthorized"}` of gateways and web frameworks. */
const isPlainError = (object: JsonObject): boolean =>
  textField(object, 'error') !== undefined && statusIn(object) !== undefined;

/** An object with a message and no sign of an error, which a request may hold as well. */
const isBareMessage = (object: JsonObject): boolean =>
  isMessage(object) &&
  Object.keys(object).every((name) => /^message$/i.test(name)) &&
  !Object.hasOwn(object, 'Message');

/** Whether an object is an error answer of a service. Most objects are told from their names. */
const isErrorBody = (object: JsonObject): boolean => {
  if (!Object.keys(object).some((name) => /error|message/i.test(name))) return false;
  const code = textField(object, 'code');
  return (
    (textField(object, 'errorCode') ?? '') !== '' ||
    isErrorObject(fieldOf(object, 'error')) ||
    isErrorObject(fieldOf(object, 'odata.error')) ||
    isEntraError(object) ||
    Object.hasOwn(object, 'pbi.error') ||
    (code !== undefined && CODE.test(code) && textField(object, 'message') !== undefined) ||
    isMessage(object) ||
    isPlainError(object)
  );
};

/** Whether a text is the error answer of a service, and no request would hold the like. */
export const isErrorAnswer = (text: string): boolean => {
  const first = findJson(text.slice(0, 20_000))[0];
  return first !== undefined && first.from < 40 && isErrorBody(first.value) && !isBareMessage(first.value);
};

/** The error answer that an object is or holds, such as a logged `{ statusCode, body: '{"error":...}' }`. */
export const errorBodyIn = (object: JsonObject, depth = 0): JsonObject | undefined => {
  if (isErrorBody(object)) return object;
  if (depth >= DEEPEST) return undefined;
  for (const value of Object.values(object)) {
    const inner = Array.isArray(value) ? value.map(objectIn).find((item) => item !== undefined) : objectIn(value);
    const found = inner === undefined ? undefined : errorBodyIn(inner, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The status that a gateway repeats in its message: `Response status code: 'Forbidden'`. */
const statusInMessage = (body: JsonObject): number | undefined =>
  statusesIn((textField(body, 'message') ?? '').slice(0, 5_000))[0]?.status;

/** Ends the place of a token that Entra gave. */
export const OF_TOKEN_ANSWER = ' of a token answer';

const TOKEN_FIELDS = ['access_token', 'id_token', 'refresh_token', 'accessToken'] as const;

/** The tokens of a token answer, each as the credential it is. */
const credentialsOf = ({ value, from, to }: FoundJson, where: LooseCredential['place']): readonly Found[] =>
  TOKEN_FIELDS.flatMap((name) => {
    const mark = sealPattern().exec(textField(value, name) ?? '');
    if (mark === null) return [];
    const place = { ...where, what: `${name}${OF_TOKEN_ANSWER}` };
    return [{ piece: { kind: 'credential', place, secret: Number(mark[1]) } satisfies LooseCredential, from, to }];
  });

/** The resource that the v1 endpoint names in its answer: the one that the token was asked for. */
const resourceOf = ({ value, from, to }: FoundJson, where: Setting['place']): readonly Found[] => {
  const resource = textField(value, 'resource');
  if (resource === undefined || !/[:.]|^[0-9a-f-]{36}$/i.test(resource)) return [];
  const place = { ...where, what: `resource${OF_TOKEN_ANSWER}` };
  return [{ piece: { kind: 'setting', place, name: 'resource', value: resource } satisfies Setting, from, to }];
};

/** `az account get-access-token` answers with `accessToken`; code that holds one has no such neighbours. */
const isTokenAnswer = (value: JsonObject): boolean =>
  (Object.hasOwn(value, 'access_token') || Object.hasOwn(value, 'accessToken')) &&
  ['token_type', 'tokenType', 'expires_in', 'expiresOn', 'expires_on'].some((name) => Object.hasOwn(value, name));

/** What an object says as an error answer. */
interface ErrorAnswer {
  readonly what: string;
  readonly body: string;
  readonly status?: number;
}

const errorAnswerIn = ({ value, text }: FoundJson): ErrorAnswer | undefined => {
  const body = errorBodyIn(value);
  if (body === undefined) return undefined;
  const inside = innerErrors(body)
    .map(statusIn)
    .find((status) => status !== undefined);
  const status = statusIn(value) ?? statusIn(body) ?? inside ?? statusInMessage(body);
  return {
    what: isEntraError(body) ? 'error answer of Entra' : 'error answer',
    body: body === value ? text : JSON.stringify(body),
    ...(status === undefined ? {} : { status }),
  };
};

/** The same of objects that a log may repeat: what is written alike is looked at once. */
const errorAnswers = (): typeof errorAnswerIn => {
  const known = new Map<string, ErrorAnswer | undefined>();
  return (found) => {
    const key = `${found.closed ? '' : '…'}${found.text}`;
    if (!known.has(key)) known.set(key, errorAnswerIn(found));
    return known.get(key);
  };
};

/** Reads error answers and token answers in JSON, wherever they stand and however they are quoted. */
export const answerJsonReader: Reader = {
  id: 'answer-json',
  sees: 'rest',
  read: (text, paste) => {
    const place = placerOf(text, paste);
    const answerOf = errorAnswers();
    return findJson(text).flatMap((found): readonly Found[] => {
      const { value, from, to, closed } = found;
      const where = place(from, 'token answer');
      if (isTokenAnswer(value)) return [...credentialsOf(found, where), ...resourceOf(found, where)];
      const answer = answerOf(found);
      if (answer === undefined) return [];
      const { what, ...said } = answer;
      const piece: Response = { kind: 'response', place: place(from, what), complete: false, headers: [], ...said };
      return [{ piece, from, to: closed ? to : Math.max(to, from + 1) }];
    });
  },
};

/** Whether a value is an object of an error answer that holds more codes. */
export const innerErrors = (object: JsonObject): readonly JsonObject[] =>
  [
    'error',
    'innererror',
    'innerError',
    'pbi.error',
    'odata.error',
    'technicalDetails',
    'errorInfo',
    'moreDetails',
    'details',
    'detail',
    'errors',
    'extensions',
    'failureReason',
    // A gateway may pass on the whole answer as its message.
    'message',
  ]
    .flatMap((name) => {
      const value = fieldOf(object, name);
      return Array.isArray(value) ? value : [value];
    })
    .map((value: Json | undefined) => objectIn(value))
    .filter((value) => isObject(value));

import type { Facts } from '../../facts/evidence.ts';
import type { Response } from '../../model/incident.ts';
import type { JsonObject } from '../../model/secret.ts';
import { CODE_IN_TEXT } from '../answer/answer-header.ts';
import { innerErrors, statusIn } from '../answer/answer-json.ts';
import { BLOCK_PAGE } from '../answer/block-page.ts';
import { codeWords } from '../answer/code-words.ts';
import { namedWait } from '../answer/named-wait.ts';
import { GENERAL_CODES, SERVICE_CODES } from '../answer/service-codes.ts';
import { wholeName } from '../syntax/cut-name.ts';
import { findJson, textField } from '../syntax/json.ts';

type BodyKind = 'empty' | 'json' | 'html' | 'text';

/** A body, looked at once. */
interface Body {
  readonly kind: BodyKind;
  readonly text: string;
  readonly objects: readonly JsonObject[];
  /** The value in which the object ends where its end was not pasted. */
  readonly cutOff?: string;
}

const DEEPEST = 5;
/** Labels for people inside `pbi.error` details: they look like codes and name none. */
const NO_CODE = /_Label$|^DM_ErrorDetailNameCode|^\d+$/;
const CODE = /^[A-Za-z][\w.]{2,100}$/;

/** An error object and those inside of it, outer first. */
const errorObjects = (object: JsonObject, depth = 0): readonly JsonObject[] =>
  depth >= DEEPEST ? [object] : [object, ...innerErrors(object).flatMap((inner) => errorObjects(inner, depth + 1))];

const lookAt = (body: string): Body => {
  const text = body.trim();
  if (text === '') return { kind: 'empty', text, objects: [] };
  if (/^<(?:!doctype|html|head|body|script|meta)/i.test(text)) return { kind: 'html', text, objects: [] };
  const first = findJson(text)[0];
  const objects = first === undefined ? [] : errorObjects(first.value);
  const cutOff = first?.closed === false ? /"(\w{1,100})$/.exec(text)?.[1] : undefined;
  return { kind: /^[[{]/.test(text) ? 'json' : 'text', text, objects, ...(cutOff === undefined ? {} : { cutOff }) };
};

/** Power BI embedding puts its code where the message belongs: `{"message":"LoadReportFailed"}`. */
const codeAsMessage = (object: JsonObject): string | undefined => {
  const message = textField(object, 'message');
  return message !== undefined && SERVICE_CODES.has(message) ? message : undefined;
};

const NAMES_CODE = /^(?:power ?bi ?)?error ?(?:code|info)$/i;

/** `errorInfo` of powerbi-client is a list of names and values: `{"key":"PowerBIErrorInfo","value":"CapacityNotActive"}`. */
const codeAsValue = (object: JsonObject): readonly string[] => {
  const value = textField(object, 'value')?.trim() ?? '';
  const isCode = NAMES_CODE.test(textField(object, 'key') ?? '')
    ? CODE.test(value) && /[A-Z]/.test(value)
    : SERVICE_CODES.has(value);
  return isCode && textField(object, 'key') !== undefined ? [value] : [];
};

/** Codes of Node and of HTTP clients are in capitals; those of GraphQL are sentences: `AUTH_NOT_AUTHORIZED`. */
const OF_A_PROGRAM = /^(?:ERR_[A-Z\d_]+|[A-Z\d]+(?:_[A-Z\d]*)?)$/;

/** A code is text in CamelCase or with underscores; the OAuth errors of Entra are read elsewhere. */
const codesOf = (object: JsonObject): readonly string[] =>
  [textField(object, 'errorCode'), textField(object, 'code'), textField(object, 'error'), codeAsMessage(object)]
    .filter((code) => code !== undefined)
    // A terminal may have broken it in two.
    .map((code) => code.replaceAll('\n', '').trim())
    .filter((code) => CODE.test(code) && !NO_CODE.test(code) && /[A-Z]/.test(code) && !OF_A_PROGRAM.test(code));

const header = (response: Response, ...names: readonly string[]): string | undefined => {
  const value = response.headers.find(({ name }) => names.includes(name.toLowerCase()))?.value.trim();
  return value === '' ? undefined : value;
};

const codesInText = ({ headers }: Response): readonly string[] =>
  headers.filter(({ name }) => name.startsWith(CODE_IN_TEXT)).map(({ value }) => value);

const present = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);

/** The code that was cut off in the middle; of one that may have been several nobody knows what it says. */
const codeBegun = (cut: string): readonly string[] =>
  [wholeName(cut, SERVICE_CODES)].filter((code) => SERVICE_CODES.has(code));

/**
 * All codes, the most specific first. `x-powerbi-error-info` comes first: the body of Power BI may say less. Codes such
 * as `UnknownError` come last: Fabric puts the reason into `moreDetails`.
 */
const codesIn = (response: Response, body: Body | undefined): readonly string[] => {
  const inBody = [...(body?.objects.flatMap(codeAsValue) ?? []), ...(body?.objects.flatMap(codesOf) ?? [])];
  // A body that was shortened by hand is no JSON any more, and some bodies hold the sentence without its code.
  const isWords = body?.kind === 'text' || (body?.kind === 'json' && inBody.length === 0);
  const words = isWords ? codeWords(body.text).map(({ code }) => code) : [];
  const inText = words.filter((code) => !NO_CODE.test(code));
  const codes = [
    ...inBody.flatMap((code) => (code === body?.cutOff ? codeBegun(code) : [code])),
    ...present(header(response, 'x-ms-public-api-error-code')),
    ...present(header(response, 'x-ms-error-code')),
    ...inText,
    ...codesInText(response),
  ];
  return [
    ...new Set([
      ...present(header(response, 'x-powerbi-error-info')),
      ...codes.filter((code) => !GENERAL_CODES.has(code)),
      ...codes,
    ]),
  ];
};

const messagesOf = (object: JsonObject): readonly string[] => [
  ...present(textField(object, 'message')).filter((message) => !message.trimStart().startsWith('{')),
  ...present(textField(object, 'key') === undefined ? textField(object, 'value') : undefined),
  ...present(textField(object, 'error_description')),
];

const messageIn = (body: Body): string | undefined => {
  const messages = [...new Set(body.objects.flatMap(messagesOf))].join(' ');
  const text = body.kind === 'text' ? body.text.slice(0, 2_000) : '';
  return messages !== '' ? messages : text !== '' ? text : undefined;
};

const idIn = (body: Body | undefined, ...names: readonly string[]): string | undefined =>
  body?.objects.map((object) => textField(object, ...names)).find((id) => id !== undefined);

/**
 * HTML where an API answer is due: a sign-in page, or the block page of a proxy or firewall. "Access is denied due to
 * ..." is what the web server of the service says itself.
 */
const SIGN_IN_PAGE = new RegExp(
  `login\\.(?:microsoftonline|windows|microsoft|partner\\.microsoftonline)|sign in to your account|\\$Config=|${BLOCK_PAGE}(?! due to)`,
  'i',
);

/** A fact that is known to be absent where the whole answer was seen, and unknown otherwise. */
const orAbsent = <T>(value: T | undefined, whole: boolean): { value?: T | null } =>
  value !== undefined ? { value } : whole ? { value: null } : {};

const named = <K extends string, T>(name: K, { value }: { value?: T | null }): { readonly [P in K]?: T | null } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: T | null };

const dateIn = (value: string | undefined): string | undefined => {
  const time = value === undefined ? Number.NaN : Date.parse(value);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

/** The facts of the headers. Absent ones count only where the whole head was seen. */
const headerFacts = (response: Response, body: Body | undefined): Facts => {
  const whole = response.complete && response.headers.some(({ name }) => !name.startsWith(CODE_IN_TEXT));
  const challenge = header(response, 'www-authenticate');
  const asksClaims =
    challenge === undefined ? undefined : /insufficient_claims/i.test(challenge) && /\bclaims\s?=/i.test(challenge);
  const requestId =
    header(response, 'requestid', 'x-ms-request-id', 'request-id') ?? idIn(body, 'requestId', 'request-id');
  return {
    ...named('response.error-info', orAbsent(header(response, 'x-powerbi-error-info'), whole)),
    ...named('response.request-id', orAbsent(requestId, whole && body !== undefined)),
    ...named(
      'response.activity-id',
      orAbsent(header(response, 'activityid', 'x-ms-activity-id') ?? idIn(body, 'activityId'), whole),
    ),
    ...named('response.date', orAbsent(dateIn(header(response, 'date')), whole)),
    ...named('response.www-authenticate', orAbsent(challenge, whole)),
    ...(asksClaims || whole ? { 'response.claims-challenge': asksClaims ?? false } : {}),
    ...named(
      'response.retry-after',
      orAbsent(header(response, 'retry-after') ?? namedWait(body && messageIn(body)), whole),
    ),
    ...named('response.location', orAbsent(header(response, 'location'), whole)),
  };
};

const statusOf = (response: Response, body: Body | undefined): number | undefined =>
  response.status ?? body?.objects.map(statusIn).find((status) => status !== undefined);

/** What an answer says. `null` stands only where the whole answer was seen. */
export const responseFacts = (response: Response): Facts => {
  const body = response.body === undefined ? undefined : lookAt(response.body);
  const codes = codesIn(response, body);
  const whole = response.complete && body !== undefined;
  const status = statusOf(response, body);
  return {
    ...(status === undefined ? {} : { 'response.status': status }),
    ...named('response.codes', orAbsent(codes.length === 0 ? undefined : codes, whole)),
    ...named('response.code', orAbsent(codes[0], whole)),
    ...(body === undefined ? {} : { 'response.body': body.kind }),
    ...named('response.message', orAbsent(body === undefined ? undefined : messageIn(body), whole)),
    ...(body === undefined
      ? {}
      : { 'response.sign-in-page': body.kind === 'html' && SIGN_IN_PAGE.test(body.text.slice(0, 20_000)) }),
    ...headerFacts(response, body),
  };
};

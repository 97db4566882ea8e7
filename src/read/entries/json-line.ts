import type { Json } from '../../model/secret.ts';
import { codeWords } from '../answer/code-words.ts';
import { GENERAL_CODES, SERVICE_CODES } from '../answer/service-codes.ts';
import { isoTime } from './iso-time.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { seenInWords } from './log-entry.ts';
import { MAY_MATTER } from './may-matter.ts';
import { exchangedText, likenessOf, type Message, withoutIds } from './message-text.ts';
import type { SeenCall } from './seen-call.ts';

/**
 * Names of the fields of a call in logs: pino and bunyan (`req`, `res`), winston with axios (`config`, `response`),
 * Serilog (`RequestUri`, `StatusCode`), Application Insights (`data`, `resultCode`), OpenTelemetry and ECS
 * (`url.full`, `http.response.status_code`). As {@link leavesOf} writes them.
 */
const URL_NAMES = /^(?:url|uri|requesturi|requesturl|full|href|data|target|endpoint|httpurl)$/;
const METHOD_NAMES = /^(?:method|httpmethod|requestmethod|verb)$/;
const CALL_NAMES = /^(?:name|operationname|dependencyname|route|operation)$/;
const STATUS_NAMES = /^(?:status|statuscode|httpstatus|httpstatuscode|resultcode|responsestatus|responsecode)$/;
const BODY_NAMES = /^(?:body|data|payload|content|response|responsebody|requestbody|responsetext|text|raw)$/;
const REQUEST = /^(?:req|request|config|httprequest|requestbody|requestheaders)$/;
const RESPONSE = /^(?:res|response|httpresponse|responsebody|responseheaders|responsetext)$/;
const HEADERS = /^(?:headers|requestheaders|responseheaders|header)$/;
const TEXT_NAMES =
  /^(?:msg|message|m|mt|x|error|err|errors|errordescription|description|detail|details|exception|excinfo|stack|stacktrace|outermessage|innermostmessage|reason|code|errorcode|type|text|log|event)$/;

const TIME_NAMES = /^(?:time|timestamp|ts|t|date|datetime|asctime|eventtime)$/;

const LONGEST_TEXT = 20_000;

const last = ({ path }: Leaf): string => path.at(-1) ?? '';
const isUnder = ({ path }: Leaf, names: RegExp): boolean => path.some((name) => names.test(name));
const isHeader = ({ path }: Leaf): boolean => path.slice(0, -1).some((name) => HEADERS.test(name));

const isResponse = (leaf: Leaf): boolean => isUnder(leaf, RESPONSE) && !leaf.path.some((name) => REQUEST.test(name));

const headersOf = (leaves: readonly Leaf[]): Message['headers'] =>
  leaves.filter(isHeader).map(({ name, value }) => [name, value] as const);

const bodyOf = (leaves: readonly Leaf[]): string | undefined =>
  leaves.find((leaf) => !isHeader(leaf) && BODY_NAMES.test(last(leaf)) && !/^https?:\/\/\S+$/.test(leaf.value))?.value;

const message = (leaves: readonly Leaf[]): Message => {
  const body = bodyOf(leaves);
  return { headers: headersOf(leaves), ...(body !== undefined && { body }) };
};

/** The URL of the call: a whole one, or a path with the host that it was sent to. */
const urlOf = (leaves: readonly Leaf[]): string | undefined => {
  const named = leaves.filter((leaf) => URL_NAMES.test(last(leaf)) && !isHeader(leaf));
  const whole = named.find(({ value }) => /^https?:\/\/\S+$/i.test(value))?.value;
  if (whole !== undefined) return whole;
  const path = named.find(({ value }) => /^\/\S*$/.test(value))?.value;
  const host = leaves.find(
    (leaf) => /^(?:host|hostname|baseurl|serveraddress)$/.test(last(leaf)) && isUnder(leaf, REQUEST),
  );
  return path === undefined || host === undefined
    ? undefined
    : `${/^https?:/.test(host.value) ? '' : 'https://'}${host.value.replace(/\/$/, '')}${path}`;
};

const statusOf = (leaves: readonly Leaf[]): number | undefined => {
  const named = leaves.filter((leaf) => STATUS_NAMES.test(last(leaf)) && /^[1-5]\d\d$/.test(leaf.value));
  const leaf = named.find(isResponse) ?? named[0];
  return leaf === undefined ? undefined : Number(leaf.value);
};

/** The method has a field of its own, or starts the name of the call: `POST /v1/workspaces`. */
const methodOf = (leaves: readonly Leaf[]): string | undefined => {
  const own = leaves.find((leaf) => METHOD_NAMES.test(last(leaf)) && /^[a-z]{3,7}$/i.test(leaf.value));
  const name = leaves.find((leaf) => CALL_NAMES.test(last(leaf)) && /^[A-Z]{3,7} \S/.test(leaf.value));
  return own?.value.toUpperCase() ?? name?.value.split(' ', 1)[0];
};

/** The words of the line, one a line: what the application or a library says of the failure. */
const wordsOf = (leaves: readonly Leaf[]): string => {
  const texts = leaves
    .filter(
      (leaf) => TEXT_NAMES.test(last(leaf)) && !isHeader(leaf) && !isUnder(leaf, RESPONSE) && !isUnder(leaf, REQUEST),
    )
    .map(({ value }) => value.slice(0, LONGEST_TEXT));
  return [...new Set(texts)].join('\n');
};

const timeOf = (leaves: readonly Leaf[]): string | undefined => {
  const leaf = leaves.find((each) => each.path.length === 1 && TIME_NAMES.test(last(each)));
  return leaf === undefined
    ? undefined
    : isoTime(/^\d{10,13}(?:\.\d+)?$/.test(leaf.value) ? Number(leaf.value) : leaf.value);
};

/** Whether words name a code that no other service has, as the errors of Terraform and of SDKs do. */
const namesError = (words: string): boolean =>
  codeWords(words).some(({ code }) => SERVICE_CODES.has(code) && !GENERAL_CODES.has(code));

const callOf = (leaves: readonly Leaf[]): SeenCall => {
  const words = wordsOf(leaves);
  const url = urlOf(leaves);
  const status = statusOf(leaves);
  if (url === undefined) {
    const answer = status === undefined ? '' : `HTTP/1.1 ${status}\n\n`;
    return {
      ...seenInWords(words),
      ...(status !== undefined && { status }),
      text: answer + words,
      namesError: namesError(words),
      likeness: withoutIds(answer + words),
      isNoise: false,
    };
  }
  const answers = leaves.filter(isResponse);
  const exchanged = {
    method: methodOf(leaves) ?? '',
    url,
    request: message(leaves.filter((leaf) => isUnder(leaf, REQUEST) && !isUnder(leaf, RESPONSE))),
    ...(status !== undefined && { status }),
    response: message(answers),
  };
  // Behind the call the words would be taken for the body of the answer.
  const text = words === '' ? exchangedText(exchanged) : `${words}\n\n${exchangedText(exchanged)}`;
  const likeness = `${likenessOf(exchanged)}\n${withoutIds(words)}`;
  return { method: exchanged.method, url, ...(status !== undefined && { status }), text, likeness, isNoise: false };
};

/** The call that an object of a log tells of, where it names both its URL and its status. */
export const callInObject = (value: Json): SeenCall | undefined => {
  const leaves = leavesOf(value);
  return urlOf(leaves) === undefined || statusOf(leaves) === undefined ? undefined : callOf(leaves);
};

const fromLeaves = (leaves: readonly Leaf[]): SeenCall => {
  const at = timeOf(leaves);
  return { ...callOf(leaves), ...(at !== undefined && { at }) };
};

/** Reads one line of a log; undefined where it speaks of no failure, and is not wanted. */
export const readJsonLine = (text: string, isWanted = false): SeenCall | 'unreadable' | undefined => {
  if (!text.startsWith('{')) return 'unreadable';
  if (!isWanted && !MAY_MATTER.test(text)) return undefined;
  try {
    return fromLeaves(leavesOf(JSON.parse(text) as Json));
  } catch {
    return 'unreadable';
  }
};

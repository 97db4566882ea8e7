import { objectAround } from '../text/text.ts';
import { type Argument, argumentsBehind } from './call-arguments.ts';
import type { CodeCall } from './code-calls.ts';
import { type CodeValue, jsonAt, objectAt } from './code-value.ts';

/** How far behind its address the body of a call is looked for. */
const REACH = 1500;
const SENT = /\bbody\s{0,3}:\s{0,3}/;
/** The options of a call start right behind its address. */
const OPTIONS_BEFORE = /^["'`]?\s{0,20},\s{0,40}$/;

/** What `fetch` sends: in its options. */
const inOptions = (text: string, { to }: CodeCall): CodeValue | undefined => {
  const sent = SENT.exec(text.slice(to, to + REACH));
  const at = to + (sent?.index ?? 0);
  const options = sent === null ? undefined : objectAround(text, at);
  if (sent === null || options === undefined || !OPTIONS_BEFORE.test(text.slice(to, options.from))) return undefined;
  return jsonAt(text, at + sent[0].length, at);
};

type ReadArgument = (text: string, argument: Argument) => CodeValue | undefined;
const asObject: ReadArgument = (text, { from, at }) => objectAt(text, from, at);
const asJson: ReadArgument = (text, { from, at }) => jsonAt(text, from, at);

/** Arguments that hold the body, by their name: of requests and httpx, of http for Dart. */
const BY_NAME: Readonly<Record<string, ReadArgument>> = { json: asObject, data: asJson, content: asJson, body: asJson };

/** Clients that make JSON of the object behind the address: axios, the client of Angular, `PostAsJsonAsync` of .NET. */
const MAKES_JSON =
  /(?:\baxios|\bthis\.http(?:Client)?|\$http)\.(?:post|put|patch)\($|\.(?:Post|Put|Patch)AsJsonAsync\($/;
const INSTANCE = /\b([A-Za-z_]\w{0,60})\.(?:post|put|patch)\($/;
const CREATED = /\b([A-Za-z_]\w{0,60})\s{0,5}=\s{0,5}axios\.create\(/g;

const makesJson = (text: string, { from, to }: CodeCall): boolean => {
  const opened = text.slice(Math.max(0, from - 60), from) + text.slice(from, to).replace(/\([\s\S]*/, '(');
  if (MAKES_JSON.test(opened)) return true;
  const name = INSTANCE.exec(opened)?.[1];
  return name !== undefined && [...text.matchAll(CREATED)].some(([, created]) => created === name);
};

const inArguments = (text: string, call: CodeCall): CodeValue | undefined => {
  const given = argumentsBehind(text, call);
  const named = given.find(({ name = '' }) => Object.hasOwn(BY_NAME, name));
  if (named !== undefined) return BY_NAME[named.name ?? '']?.(text, named);
  const [first] = given;
  if (first === undefined || first.name !== undefined) return undefined;
  return makesJson(text, call) ? (asObject(text, first) ?? asJson(text, first)) : asJson(text, first);
};

/** The body that a statement gives the request: `request.Content = JsonContent.Create(...)`. */
const CONTENT = /\b\w{1,40}\.Content\s{0,3}=\s{0,20}/g;

const inStatement = (text: string, { from, to }: CodeCall): CodeValue | undefined => {
  if (!text.startsWith('new HttpRequestMessage(', from)) return undefined;
  const [only, ...others] = [...text.matchAll(CONTENT)];
  if (only === undefined || others.length > 0 || only.index < to || only.index - to > REACH) return undefined;
  return jsonAt(text, only.index + only[0].length, only.index);
};

/** The JSON that a call in code sends: in its options or its arguments, in place or by a variable. */
export const bodyOfCall = (text: string, call: CodeCall): string | undefined =>
  (inOptions(text, call) ?? inArguments(text, call) ?? inStatement(text, call))?.body;

import type { Header, Request, Response } from '../../model/incident.ts';
import type { Json, JsonObject } from '../../model/secret.ts';
import {
  type Fill,
  filling,
  formOf,
  type KeptAuth,
  type KeptRequest,
  type Pairs,
  sentRequest,
  sentRequests,
} from '../http/kept-request.ts';
import { type FoundJson, findJson, isObject, objectsOf, textField } from '../syntax/json.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';

const DEEPEST = 12;
const MOST = 200;

/** One request of a collection with the `auth` that it has or inherits. */
interface Item {
  readonly request: JsonObject;
  readonly auth: JsonObject | undefined;
  /** Answers that were saved with it. */
  readonly answers: readonly JsonObject[];
}

const objectField = (object: JsonObject, name: string): JsonObject | undefined => {
  const value = object[name];
  return isObject(value) ? value : undefined;
};

const itemsIn = (folder: JsonObject, inherited: JsonObject | undefined, depth = 0): readonly Item[] => {
  if (depth > DEEPEST) return [];
  const auth = objectField(folder, 'auth') ?? inherited;
  const request = objectField(folder, 'request');
  const answers = objectsOf(folder['response']);
  const own = request === undefined ? [] : [{ request, auth: objectField(request, 'auth') ?? auth, answers }];
  return [...own, ...objectsOf(folder['item']).flatMap((item) => itemsIn(item, auth, depth + 1))];
};

/** What Newman writes of a run: each request as it was sent, with its answer, whose body is a list of bytes. */
const executionsIn = (collection: JsonObject): readonly Item[] =>
  objectsOf(objectField(collection, 'run')?.['executions']).flatMap((execution): readonly Item[] => {
    const request = objectField(execution, 'request');
    const response = objectField(execution, 'response');
    if (request === undefined) return [];
    const answers =
      response === undefined ? [] : [{ ...response, stream: response['stream'] ?? null, originalRequest: request }];
    return [{ request, auth: undefined, answers }];
  });

/** Named values: `[{ key, value }]`, as of collections 2.1, or an object, as of 2.0. Disabled ones are not sent. */
const pairs = (value: Json | undefined): Pairs => {
  const entries = isObject(value)
    ? Object.entries(value)
    : objectsOf(value)
        .filter(({ disabled }) => disabled !== true)
        .map((pair) => [textField(pair, 'key', 'name') ?? '', pair['value']] as const);
  return entries
    .filter(([, given]) => typeof given !== 'object' || given === null)
    .map(([name, given]) => [name, String(given ?? '')]);
};

const joined = (value: Json | undefined, by: string): string =>
  Array.isArray(value) ? value.join(by) : String(value ?? '');

const urlOf = (url: Json | undefined): string | undefined => {
  if (typeof url === 'string') return url;
  if (!isObject(url)) return undefined;
  const raw = textField(url, 'raw');
  if (raw !== undefined) return raw;
  const host = joined(url['host'], '.');
  if (host === '') return undefined;
  const query = pairs(url['query']).map(([name, value]) => `${name}=${value}`);
  const start = host.startsWith('{{') ? '' : `${textField(url, 'protocol') ?? 'https'}://`;
  return `${start}${host}/${joined(url['path'], '/')}${query.length === 0 ? '' : `?${query.join('&')}`}`;
};

const bodyOf = (body: JsonObject | undefined): { readonly body?: string; readonly type?: string } => {
  const mode = body === undefined ? undefined : textField(body, 'mode');
  if (body === undefined || mode === undefined) return {};
  if (mode === 'urlencoded') return { body: formOf(pairs(body[mode])), type: 'application/x-www-form-urlencoded' };
  if (mode === 'formdata') return { body: formOf(pairs(body[mode])), type: 'multipart/form-data' };
  return typeof body[mode] === 'string' ? { body: body[mode] } : {};
};

const authOf = (auth: JsonObject | undefined): KeptAuth | undefined => {
  const type = auth === undefined ? undefined : textField(auth, 'type');
  return auth === undefined || type === undefined ? undefined : { type, values: pairs(auth[type]) };
};

const keptRequest = ({ request, auth }: Pick<Item, 'request' | 'auth'>): KeptRequest => {
  const url = urlOf(request['url']);
  const own = authOf(auth);
  return {
    method: textField(request, 'method') ?? 'GET',
    headers: pairs(request['header']).map(([name, value]): Header => ({ name, value })),
    ...(url === undefined ? {} : { url }),
    ...(own === undefined ? {} : { auth: own }),
    ...bodyOf(objectField(request, 'body')),
  };
};

type Place = Request['place'];

/** A refusal that was saved, behind the request as it was then; an example of a success says nothing of a failure. */
const savedPieces = (
  { auth, answers }: Item,
  complete: boolean,
  place: Place,
  fill: Fill,
): readonly (Request | Response)[] =>
  answers.flatMap((answer): readonly (Request | Response)[] => {
    const status = answer['code'];
    const request = objectField(answer, 'originalRequest');
    if (typeof status !== 'number' || status < 400 || request === undefined) return [];
    const body = textField(answer, 'body') ?? (complete && answer['stream'] === undefined ? '' : undefined);
    const response: Response = {
      kind: 'response',
      place: { ...place, what: 'answer saved in Postman' },
      complete: complete && answer['stream'] === undefined,
      status,
      headers: pairs(answer['header']).map(([name, value]) => ({ name, value })),
      ...(body === undefined ? {} : { body }),
    };
    const asSent = keptRequest({ request, auth: objectField(request, 'auth') ?? auth });
    return [sentRequest(asSent, false, { place, fill }), response];
  });

/** Whether an object is a collection, or one request of it; HAR has `headers` where Postman has `header`. */
const isCollection = ({ item, request, run }: JsonObject): boolean =>
  objectsOf(item).length > 0 ||
  (isObject(run) && objectsOf(run['executions']).length > 0) ||
  (isObject(request) && ['method', 'header', 'url'].every((name) => Object.hasOwn(request, name)));

/** The request at which the text breaks off: what stood in its auth and body nobody knows. */
const asCut = ({ request }: Item): Item => {
  const { auth: _auth, body: _body, ...rest } = request;
  return { request: rest, auth: undefined, answers: [] };
};

/** Whether a script runs before the requests, which may add headers. */
const hasScript = (text: string): boolean => /"listen"\s{0,5}:\s{0,5}"prerequest"/.test(text);

const readCollection = ({ value, text, from, to, closed }: FoundJson, place: Place): readonly Found[] => {
  const fill = filling(pairs(value['variable']));
  const all = [...itemsIn(value, undefined), ...executionsIn(value)].slice(0, MOST);
  const items = closed ? all : all.map((item, at) => (at === all.length - 1 ? asCut(item) : item));
  const complete = closed && !hasScript(text);
  return items.flatMap((item) =>
    [
      ...sentRequests(keptRequest(item), complete, { client: 'Postman', place, fill }),
      ...savedPieces(item, closed, place, fill),
    ].map((piece) => ({
      piece,
      from,
      to: Math.max(to, from + 1),
    })),
  );
};

/**
 * Reads exported collections of Postman, version 2.0 and 2.1, with the refusals that were saved in them:
 * https://schema.postman.com/collection/json/v2.1.0/draft-07/docs/index.html
 */
export const postmanReader: Reader = {
  id: 'postman',
  sees: 'rest',
  read: (text, paste) => {
    if (!/"(?:item|request)"\s{0,5}:/.test(text)) return [];
    const place = placerOf(text, paste);
    return findJson(text)
      .filter(({ value }) => isCollection(value))
      .flatMap((found) => readCollection(found, place(found.from, 'request of a Postman collection')));
  },
};

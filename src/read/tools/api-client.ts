import type { Header, Request } from '../../model/incident.ts';
import type { Json, JsonObject } from '../../model/secret.ts';
import { filling, formOf, type KeptAuth, type KeptRequest, type Pairs, sentRequests } from '../http/kept-request.ts';
import { findJson, isObject, objectsOf, textField } from '../syntax/json.ts';
import { parseYaml } from '../syntax/yaml.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';

const DEEPEST = 12;
const MOST = 200;

/** A client that keeps its requests in files, and what only its files have. */
interface Client {
  readonly name: string;
  readonly signs: readonly RegExp[];
}

const CLIENTS: readonly Client[] = [
  // https://developer.konghq.com/insomnia/import-export/
  { name: 'Insomnia', signs: [/\b__export_format"?\s{0,5}:|\bcollection\.insomnia\.rest\//] },
  // https://github.com/thunderclient/thunder-client-support
  { name: 'Thunder Client', signs: [/"client(?:Name)?"\s{0,5}:\s{0,5}"Thunder Client"/] },
  // https://docs.hoppscotch.io
  { name: 'Hoppscotch', signs: [/"endpoint"\s{0,5}:/, /"preRequestScript"\s{0,5}:/] },
  // https://docs.usebruno.com
  {
    name: 'Bruno',
    signs: [/"brunoConfig"\s{0,5}:|"type"\s{0,5}:\s{0,5}"http-request"|^http:[ \t]{0,4}\r?\n {2,4}method:/m],
  },
];

const objectOf = (value: Json | undefined): JsonObject | undefined => (isObject(value) ? value : undefined);

const isOn = ({ disabled, isDisabled, active, enabled }: JsonObject): boolean =>
  disabled !== true && isDisabled !== true && active !== false && enabled !== false;

const pairs = (value: Json | undefined): Pairs =>
  objectsOf(value)
    .filter(isOn)
    .map(
      (pair) =>
        [textField(pair, 'name', 'key') ?? '', textField(pair, 'value', 'currentValue', 'initialValue') ?? ''] as const,
    )
    .filter(([name]) => name !== '');

/** The texts of an object and of those in it, which the clients put at different depths. */
const valuesIn = (object: JsonObject): Pairs =>
  Object.entries(object).flatMap(([name, value]): Pairs => {
    if (isObject(value)) return valuesIn(value);
    if (typeof value !== 'string') return [];
    // Thunder Client keeps the token under the name of the kind.
    return [[name === 'bearer' ? 'token' : name, value] as const];
  });

const KINDS: Readonly<Record<string, string>> = { 'oauth-2': 'oauth2', none: 'noauth' };

const authOf = (auth: JsonObject | undefined): KeptAuth | undefined => {
  const type = auth === undefined ? undefined : textField(auth, 'type', 'authType', 'mode');
  if (auth === undefined || type === undefined || auth['authActive'] === false || auth['disabled'] === true)
    return undefined;
  return { type: KINDS[type] ?? type, values: valuesIn(auth) };
};

const FORM = 'application/x-www-form-urlencoded';
const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  formencoded: FORM,
  formUrlEncoded: FORM,
  formdata: 'multipart/form-data',
  multipartForm: 'multipart/form-data',
  xml: 'application/xml',
};

/** A form that is written with a field a line: `grant_type: client_credentials`. */
const linesAsForm = (text: string): string =>
  formOf(
    text.split('\n').flatMap((line): Pairs => {
      const [, name, value = ''] = /^([^:#]{1,80}): ?(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name.trim(), value.trim()]];
    }),
  );

const bodyOf = (body: JsonObject | undefined): { readonly body?: string; readonly type?: string } => {
  if (body === undefined) return {};
  const kind = textField(body, 'mimeType', 'contentType', 'type', 'mode');
  const type = kind === undefined ? undefined : kind.includes('/') ? kind : TYPES[kind];
  const fields = [body['params'], body['form'], body['formUrlEncoded']].map(pairs).find(({ length }) => length > 0);
  const text = textField(body, 'text', 'raw', 'json', 'body', 'data');
  const written = text !== undefined && type === FORM && !text.includes('=') ? linesAsForm(text) : text;
  const sent = fields === undefined ? written : formOf(fields);
  return { ...(sent === undefined ? {} : { body: sent }), ...(type === undefined ? {} : { type }) };
};

const withQuery = (url: string, query: Pairs): string =>
  query.length === 0 || url.includes('?')
    ? url
    : `${url}?${query.map(([name, value]) => `${name}=${value}`).join('&')}`;

/** A request among the objects of a file: it has a method and an address. */
const keptRequest = (object: JsonObject, inherited: KeptAuth | undefined): KeptRequest | undefined => {
  const url = textField(object, 'url', 'endpoint');
  const method = textField(object, 'method');
  if (url === undefined || method === undefined) return undefined;
  const own = authOf(objectOf(object['authentication']) ?? objectOf(object['auth']));
  const auth = own === undefined || own.type === 'inherit' ? inherited : own;
  const headers = pairs(object['headers']).map(([name, value]): Header => ({ name, value }));
  return {
    method,
    url: withQuery(url, pairs(object['parameters'] ?? object['params'])),
    headers,
    ...(auth === undefined ? {} : { auth }),
    ...bodyOf(objectOf(object['body'])),
  };
};

const requestsIn = (value: Json, inherited: KeptAuth | undefined, depth = 0): readonly KeptRequest[] => {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => requestsIn(item, inherited, depth + 1));
  if (!isObject(value)) return [];
  const own = keptRequest(value, inherited);
  if (own !== undefined) return [own];
  const auth = authOf(objectOf(value['authentication']) ?? objectOf(value['auth'])) ?? inherited;
  return Object.values(value).flatMap((inner) => requestsIn(inner, auth, depth + 1));
};

/** The variables of environments: the object `data` of Insomnia, lists of others. */
const variablesIn = (value: Json, depth = 0): Pairs => {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => variablesIn(item, depth + 1));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]): Pairs => {
    if (name === 'data' && isObject(inner)) return valuesIn(inner);
    if (name === 'variables') return pairs(inner);
    return variablesIn(inner, depth + 1);
  });
};

/** A file in a text. Of one that is cut off, the last request is left out: nobody knows what it has. */
interface KeptFile {
  readonly value: Json;
  readonly from: number;
  readonly to: number;
  readonly closed: boolean;
}

/** A collection of Insomnia, of its format 5 or 4, or a request of Bruno 3. */
const YAML_START = /^(?:type: collection\.insomnia\.rest\/|_type: export$|info:[ \t]{0,4}$)/m;

/** Whether something stands behind the requests, so that the last of them is not cut off. */
const goesOn = (file: JsonObject): boolean => {
  const last = Object.keys(file).at(-1) ?? '';
  if (last === 'resources') return objectsOf(file[last]).at(-1)?.['_type'] !== 'request';
  return last !== 'collection' && last !== 'http';
};

const filesIn = (text: string): readonly KeptFile[] => {
  const start = YAML_START.exec(text)?.index;
  if (start === undefined) return findJson(text);
  const { value, to } = parseYaml(text.slice(start));
  return [{ value, from: start, to: start + to, closed: isObject(value) && goesOn(value) }];
};

const readFile = (file: KeptFile, name: string, place: Request['place']): readonly Found[] => {
  const all = requestsIn(file.value, undefined).slice(0, MOST);
  const fill = filling(variablesIn(file.value));
  return (file.closed ? all : all.slice(0, -1)).flatMap((kept) =>
    sentRequests(kept, false, { client: name, place, fill }).map((piece) => ({
      piece,
      from: file.from,
      to: Math.max(file.to, file.from + 1),
    })),
  );
};

/**
 * Reads requests out of the files that Insomnia, Thunder Client, Hoppscotch and Bruno export. Headers may come from
 * folders and scripts too, so no request is called whole.
 */
export const apiClientReader: Reader = {
  id: 'api-client',
  sees: 'rest',
  read: (text, paste) => {
    const client = CLIENTS.find(({ signs }) => signs.every((sign) => sign.test(text)));
    if (client === undefined) return [];
    const place = placerOf(text, paste);
    return filesIn(text).flatMap((file) => readFile(file, client.name, place(file.from, `request of ${client.name}`)));
  },
};

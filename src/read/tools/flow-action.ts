import type { Header, Request, Response, Setting } from '../../model/incident.ts';
import type { Json, JsonObject } from '../../model/secret.ts';
import { authorizationIn } from '../syntax/authorization.ts';
import { headerValue } from '../syntax/header-value.ts';
import { type FoundJson, fieldOf, findJson, isObject, textField } from '../syntax/json.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import type { Grant } from '../token-request/grant.ts';
import { settingPiece } from '../token-request/setting-at.ts';

const headersIn = (value: Json | undefined): readonly Header[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([name, given]) =>
        typeof given === 'object' ? [] : [{ name, value: String(given) }],
      )
    : [];

const bodyText = (value: Json | undefined): string | undefined =>
  value === undefined || value === null ? undefined : typeof value === 'string' ? value : JSON.stringify(value);

/** The kinds of sign-in of an HTTP action and of a Web activity. Raw and basic ones make a header. */
const GRANTS: Readonly<Record<string, Grant>> = {
  activedirectoryoauth: 'client-credentials',
  serviceprincipal: 'client-credentials',
  managedserviceidentity: 'managed-identity',
  msi: 'managed-identity',
  userassignedmanagedidentity: 'managed-identity',
};

const settingsIn = (authentication: JsonObject): readonly (readonly [Setting['name'], string])[] => {
  const grant = GRANTS[(textField(authentication, 'type') ?? '').toLowerCase()];
  if (grant === undefined) return [];
  const named = [
    ['grant', grant],
    ['tenant', textField(authentication, 'tenant')],
    ['resource', textField(authentication, 'audience', 'resource')],
    ['client-id', textField(authentication, 'clientId', 'servicePrincipalId')],
  ] as const;
  return named.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
};

/** What an action sends: the call, and how it gets its token. */
const inputsIn = (found: FoundJson, place: ReturnType<typeof placerOf>): readonly Found[] => {
  const { value, from, to } = found;
  const url = textField(value, 'uri', 'url');
  if (url === undefined || !/^https?:\/\//.test(url)) return [];
  const method = textField(value, 'method');
  if (method === undefined) return [];
  const authentication = fieldOf(value, 'authentication');
  const settings = isObject(authentication) ? settingsIn(authentication) : [];
  if (settings.length === 0 && !isObject(fieldOf(value, 'headers'))) return [];
  const headers = headersIn(fieldOf(value, 'headers'));
  const body = bodyText(fieldOf(value, 'body'));
  const piece: Request = {
    kind: 'request',
    place: place(from, 'inputs of an action'),
    complete: false,
    method: method.toUpperCase(),
    url,
    headers,
    ...authorizationIn(headers, false),
    ...(body === undefined ? {} : { body }),
  };
  return [
    { piece, from, to },
    ...settings.map(([name, given]) => settingPiece({ name, value: given, from, to }, place)),
  ];
};

/** What came back. Every answer has a date: headers without one were shortened by somebody. */
const outputsIn = (found: FoundJson, place: ReturnType<typeof placerOf>): readonly Found[] => {
  const { value, from, to, closed } = found;
  const status = fieldOf(value, 'statusCode');
  if (typeof status !== 'number' || status < 100 || status > 599) return [];
  const headers = headersIn(fieldOf(value, 'headers'));
  if (headers.length === 0) return [];
  const body = bodyText(fieldOf(value, 'body'));
  const piece: Response = {
    kind: 'response',
    place: place(from, 'outputs of an action'),
    complete: closed && body !== undefined && headerValue(headers, 'date') !== undefined,
    status,
    headers,
    ...(body === undefined ? {} : { body }),
  };
  return [{ piece, from, to }];
};

const PARTS = ['inputs', 'outputs', 'typeProperties'] as const;

/** An action with both, as the run history of a Logic App gives it, or one of the two. */
const partsOf = (found: FoundJson): readonly FoundJson[] => {
  const parts = [found];
  for (const name of PARTS) {
    const value = fieldOf(found.value, name);
    if (isObject(value)) parts.push({ ...found, value });
  }
  return parts;
};

const AUTHENTICATION = /"authentication"\s{0,5}:\s{0,5}(?=\{)/g;
const MOST = 20;
const LONGEST = 4_000;

/** Sign-ins that stand outside of an action that was read: people cut it down to the lines that they ask about. */
const cutOut = (text: string, taken: readonly Found[], place: ReturnType<typeof placerOf>): readonly Found[] =>
  [...text.matchAll(AUTHENTICATION)].slice(0, MOST).flatMap(({ 0: name, index }) => {
    if (taken.some(({ from, to }) => from <= index && index < to)) return [];
    const start = index + name.length;
    const object = findJson(text.slice(start, start + LONGEST))[0];
    if (object === undefined || object.from > 0) return [];
    const [from, to] = [start, start + Math.max(1, object.to)];
    return settingsIn(object.value).map(([setting, value]) => settingPiece({ name: setting, value, from, to }, place));
  });

/**
 * Reads inputs and outputs of HTTP actions as the run history of Power Automate and Logic Apps shows them, and Web
 * activities of Data Factory: https://learn.microsoft.com/azure/connectors/connectors-native-http
 */
export const flowActionReader: Reader = {
  id: 'flow-action',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    if (!/"(?:statusCode|authentication|uri|url)"\s{0,5}:/.test(text)) return [];
    const place = placerOf(text, paste);
    const found: Found[] = [];
    for (const object of findJson(text))
      for (const part of partsOf(object)) found.push(...inputsIn(part, place), ...outputsIn(part, place));
    const read = found.map((one) => ({ ...one, to: Math.max(one.to, one.from + 1) }));
    return [...read, ...cutOut(text, read, place)];
  },
};

import type { Header, Piece, Request, Response } from '../../model/incident.ts';
import type { Json, JsonObject } from '../../model/secret.ts';
import { authorizationIn } from '../syntax/authorization.ts';
import { METHODS } from '../syntax/http-methods.ts';
import { type FoundJson, findJson, isObject } from '../syntax/json.ts';
import { placerOf } from '../text/place.ts';
import { type Found, lineBefore, type Reader } from '../text/text.ts';

const CALL = new RegExp(`^(${METHODS}) (https?://\\S{4,4000})$`);
/** The call as it stands before the braces of its entry. */
const CALL_BEFORE = new RegExp(`(${METHODS}) (https?://[^\\s"']{4,4000}?):? ?$`);

const headersIn = (value: Json | undefined): readonly Header[] | undefined =>
  isObject(value) ? Object.entries(value).map(([name, given]) => ({ name, value: String(given) })) : undefined;

const bodyIn = (value: Json | undefined): string | undefined =>
  value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value);

interface Entry {
  readonly method: string;
  readonly url: string;
  readonly shown: JsonObject;
}

const isShown = (value: Json | undefined): value is JsonObject =>
  isObject(value) && ['Request Headers', 'Response Headers'].some((name) => isObject(value[name]));

/** The entries that an object is or holds: the call stands before its braces, or as the name of the field. */
const entriesIn = ({ value, from }: FoundJson, text: string): readonly Entry[] => {
  if (isShown(value)) {
    const [, method, url] = CALL_BEFORE.exec(lineBefore(text, from, 4_100)) ?? [];
    return method === undefined || url === undefined ? [] : [{ method, url, shown: value }];
  }
  return Object.keys(value).flatMap((name): readonly Entry[] => {
    const [, method, url] = CALL.exec(name) ?? [];
    const shown = value[name];
    return method === undefined || url === undefined || !isShown(shown) ? [] : [{ method, url, shown }];
  });
};

const piecesOf = ({ method, url, shown }: Entry, place: Piece['place'], closed: boolean): readonly Piece[] => {
  const [sent, received] = [headersIn(shown['Request Headers']), headersIn(shown['Response Headers'])];
  const whole = sent !== undefined && received !== undefined;
  const [asked, answered] = [bodyIn(shown['Request Body']), bodyIn(shown['Response Body'])];
  const request: Request = {
    kind: 'request',
    place,
    complete: whole,
    method,
    url,
    headers: sent ?? [],
    ...authorizationIn(sent ?? [], whole),
    ...(asked === undefined ? {} : { body: asked }),
  };
  if (received === undefined) return [request];
  const response: Response = {
    kind: 'response',
    place,
    complete: closed,
    headers: received,
    ...(answered === undefined ? {} : { body: answered }),
  };
  return [request, response];
};

/** Reads entries of the Postman console, copied with their parts: https://learning.postman.com/docs/sending-requests/response-data/troubleshooting-api-requests/ */
export const postmanEntryReader: Reader = {
  id: 'postman-entry',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    if (!/"Re(?:quest|sponse) Headers"/.test(text)) return [];
    const place = placerOf(text, paste);
    return findJson(text).flatMap((found) => {
      const at = place(found.from, 'entry of the Postman console');
      return entriesIn(found, text)
        .flatMap((entry) => piecesOf(entry, at, found.closed))
        .map((piece) => ({ piece, from: found.from, to: Math.max(found.to, found.from + 1) }));
    });
  },
};

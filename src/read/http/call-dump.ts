import type { Header, Request, Response } from '../../model/incident.ts';
import { type JsonObject, sealPattern } from '../../model/secret.ts';
import { isCallUrl } from '../calls/api-url.ts';
import { authorizationIn } from '../syntax/authorization.ts';
import { parseObject } from '../syntax/json-literal.ts';
import { isLoginHost } from '../syntax/sign-in-host.ts';
import { maskVariables, splitUrl } from '../syntax/url.ts';
import { type Placer, placerOf } from '../text/place.ts';
import { type Found, type Line, linesOf, type Reader } from '../text/text.ts';

/** `headers: {` in a dump or in code, with the name of a class before the bracket as Node prints it. */
const HEADERS =
  /^([ \t]{0,80})["']?headers?["']?: {0,3}(?:\[Object: null prototype\] |(?:Object )?\[[A-Z]\w{0,40}\] |[A-Z]\w{0,40} )?\{/;
const FIELD =
  /^["']?(method|type|url|baseURL|host|hostname|path|data|body|status|validateStatus)["']?: {0,3}(?:'([^'\n]{0,8000})'|"([^"\n]{0,8000})"|`([^`\n]{0,8000})`|(\d{3})\b)?/;
/** Objects longer than this are no calls. */
const MOST_LINES = 400;
const MOST = 30;

interface Sibling {
  readonly name: string;
  readonly value?: string;
  readonly line: Line;
}

const indentOf = (text: string): number => /^[ \t]{0,200}/.exec(text)?.[0].length ?? 0;

/** The fields that stand beside line `index` in its object: those with its indentation, up to a line with less. */
const siblingsOf = (lines: readonly Line[], index: number): readonly Sibling[] => {
  const indent = indentOf(lines[index]?.text ?? '');
  const siblings: Sibling[] = [];
  for (const step of [-1, 1]) {
    for (let at = index + step; Math.abs(at - index) < MOST_LINES; at += step) {
      const line = lines[at];
      if (line === undefined || (line.text.trim() !== '' && indentOf(line.text) < indent)) break;
      const field = indentOf(line.text) === indent ? FIELD.exec(line.text.slice(indent)) : null;
      const value = field?.[2] ?? field?.[3] ?? field?.[4] ?? field?.[5];
      if (field !== null) siblings.push({ name: field[1] ?? '', ...(value === undefined ? {} : { value }), line });
    }
  }
  return siblings;
};

const VERB = /^(?:get|post|put|patch|delete|head)$/i;
const CALLED = /\.(get|post|put|patch|delete)\([^()\n]{0,200}\{\s{0,20}$/i;
const SET = /(?<![\w.])([A-Za-z_]\w{0,60})(?:: \w{1,40})? = \{\s{0,20}$/;

/** The method by which the object of line `index` is handed over: `request.post({`, or `request.post(options` for one with a name. */
const callerOf = (text: string, lines: readonly Line[], index: number): string | undefined => {
  const indent = indentOf(lines[index]?.text ?? '');
  let at = index - 1;
  while (index - at < MOST_LINES && indentOf(lines[at]?.text ?? '') >= indent && at >= 0) at -= 1;
  const opener = (lines[at]?.text ?? '').slice(-300);
  const called = CALLED.exec(opener)?.[1];
  const name = SET.exec(opener)?.[1];
  if (called !== undefined || name === undefined) return called;
  const verbs = ['get', 'post', 'put', 'patch', 'delete'];
  return verbs.find((verb) => text.includes(`.${verb}(${name}`));
};

/** A value may go on behind the cut; one with a secret in it has shown what it is. */
const isCutShort = (name: string, value: string): boolean =>
  name.toLowerCase() === 'authorization' && !sealPattern().test(value);

const headersOf = (value: JsonObject, closed: boolean): readonly Header[] =>
  Object.entries(value).flatMap(([name, own]): readonly Header[] => {
    if (own === null || typeof own === 'object' || (!closed && isCutShort(name, String(own)))) return [];
    return [{ name, value: String(own) }];
  });

interface Dump {
  readonly headers: readonly Header[];
  readonly closed: boolean;
  readonly siblings: readonly Sibling[];
  /** The method that the call around the object names. */
  readonly calledBy: string | undefined;
  readonly from: number;
  readonly to: number;
}

const fieldOf = ({ siblings }: Dump, name: string): string | undefined =>
  siblings.find((sibling) => sibling.name === name)?.value;

const addressOf = (dump: Dump): string | undefined => {
  const url = fieldOf(dump, 'url');
  const base = fieldOf(dump, 'baseURL');
  const host = fieldOf(dump, 'hostname') ?? fieldOf(dump, 'host');
  const path = fieldOf(dump, 'path');
  if (url === undefined && host !== undefined && path !== undefined) return `https://${host}${path}`;
  if (url === undefined || url.includes('://') || base === undefined) return url;
  return `${base.replace(/\/$/, '')}/${url.replace(/^\//, '')}`;
};

/** The stretch that tells of the call: every field beside the headers, so that no other reader takes a part for the whole. */
const spanOf = (
  { siblings, from, to }: Dump,
  names: readonly string[],
): { readonly from: number; readonly to: number } => {
  const own = siblings.filter(({ name }) => names.includes(name)).map(({ line }) => line);
  return { from: Math.min(from, ...own.map((line) => line.from)), to: Math.max(to, ...own.map((line) => line.to)) };
};

/** What axios keeps beside a request shows that this is a dump of one, with all headers that were set. */
const isSent = ({ siblings, closed }: Dump): boolean =>
  closed && siblings.some(({ name }) => name === 'validateStatus');

const requestIn = (dump: Dump, place: Placer): Found | undefined => {
  const url = addressOf(dump);
  if (url === undefined || !(isCallUrl(url) || isLoginHost(splitUrl(url).host))) return undefined;
  // jQuery calls the method `type`, too.
  const type = fieldOf(dump, 'type');
  const named = fieldOf(dump, 'method') ?? (type !== undefined && VERB.test(type) ? type : undefined);
  const method = named ?? dump.calledBy ?? 'GET';
  const body = fieldOf(dump, 'data') ?? fieldOf(dump, 'body');
  const complete = isSent(dump);
  const piece: Request = {
    kind: 'request',
    place: place(dump.from, complete ? 'request of axios' : 'options of a call'),
    complete,
    method: method.toUpperCase(),
    url: complete ? url : maskVariables(url),
    headers: dump.headers,
    ...authorizationIn(dump.headers, complete),
    ...(body === undefined ? {} : { body }),
  };
  return { piece, ...spanOf(dump, ['method', 'type', 'url', 'baseURL', 'host', 'hostname', 'path', 'data', 'body']) };
};

const responseIn = (dump: Dump, place: Placer): Found | undefined => {
  const status = Number(fieldOf(dump, 'status'));
  if (!(status >= 100 && status < 600) || fieldOf(dump, 'method') !== undefined) return undefined;
  const url = fieldOf(dump, 'url');
  const piece: Response = {
    kind: 'response',
    place: place(dump.from, 'answer in a dump'),
    complete: dump.closed,
    status,
    headers: dump.headers,
    ...(url?.includes('://') ? { url } : {}),
  };
  return { piece, ...spanOf(dump, ['status']) };
};

/**
 * Reads calls and answers as programs print them when they fail, and as code holds them: an object with `headers` and,
 * beside it, method and URL or a status. Whole is what a library printed with its end.
 */
export const callDumpReader: Reader = {
  id: 'call-dump',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    if (!/headers?["']?: /.test(text)) return [];
    const place = placerOf(text, paste);
    const lines = linesOf(text);
    return lines
      .map((line, index) => ({ line, index, opens: HEADERS.exec(line.text)?.[0].length }))
      .filter(({ opens }) => opens !== undefined)
      .slice(0, MOST)
      .flatMap(({ line, index, opens = 0 }): readonly Found[] => {
        const object = parseObject(text, line.from + opens - 1, 0);
        if (object === undefined) return [];
        const { value, to, closed } = object;
        const dump = {
          headers: headersOf(value, closed),
          closed,
          siblings: siblingsOf(lines, index),
          calledBy: callerOf(text, lines, index),
          from: line.from,
          to,
        };
        const found = responseIn(dump, place) ?? requestIn(dump, place);
        return found === undefined ? [] : [found];
      });
  },
};

import type { Header, Request } from '../../model/incident.ts';
import { isCallUrl } from '../calls/api-url.ts';
import { type Authorization, authorizationIn } from '../syntax/authorization.ts';
import { headerValue } from '../syntax/header-value.ts';
import { isLoginHost } from '../syntax/sign-in-host.ts';
import { splitUrl } from '../syntax/url.ts';
import { type Placer, placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { settingPiece } from '../token-request/setting-at.ts';
import { type Code, expressionEnd, partsOf, recordFields, resolved, textOf } from './power-query-text.ts';

const CALL = /\bWeb\.Contents\(/g;
const MOST = 50;
const MOST_LOOKUPS = 60;

type Pairs = readonly (readonly [string, string])[];

/** The names and texts of a record, of a name that is set to one, or of several that are put together with `&`. */
const pairsIn = (expression: string, code: Code): Pairs =>
  partsOf(expression, '&').flatMap((part) =>
    [...recordFields(resolved(part, code))].map(([name, value]) => [name, textOf(value, code)] as const),
  );

/** Parameters whose value decides: a variable in their place says nothing. */
const DECIDING = /^(?:scope|resource|grant_type|client_id|redirect_uri)$/;

const WRAPPER = /^(Text\.ToBinary|Json\.FromValue|Uri\.BuildQueryString)\(([\s\S]*)\)$/;
/** What a function makes of a record. */
const MAKES: Readonly<Record<string, 'form' | 'json'>> = { 'Json.FromValue': 'json', 'Uri.BuildQueryString': 'form' };

/** What is sent: a form or JSON where a record is turned into one, else the text. */
const bodyOf = (expression: string, code: Code, as?: 'form' | 'json', depth = 0): string => {
  const own = resolved(expression.trim(), code);
  const [, wrapper = '', inner] = WRAPPER.exec(own) ?? [];
  if (inner !== undefined && depth < 5) return bodyOf(inner, code, as ?? MAKES[wrapper], depth + 1);
  if (as === undefined) return textOf(own, code);
  const pairs = pairsIn(own, code).filter(([name, value]) => !DECIDING.test(name) || !/^\{/.test(value));
  if (as === 'json' && pairs.length === 0) return textOf(own, code);
  return as === 'json'
    ? JSON.stringify(Object.fromEntries(pairs))
    : pairs.map(([name, value]) => `${name}=${value.replaceAll('&', '%26')}`).join('&');
};

const joined = (base: string, path: string | undefined, query: Pairs): string => {
  const url = path === undefined ? base : `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
  if (query.length === 0) return url;
  return `${url}${url.includes('?') ? '&' : '?'}${query.map(([name, value]) => `${name}=${value}`).join('&')}`;
};

/**
 * The header as the code sets it. With `ApiKeyName` the stored key goes into the URL, so no header is sent:
 * https://learn.microsoft.com/powerquery-m/web-contents
 */
const authorizationOf = (headers: readonly Header[], options: ReadonlyMap<string, string>): Authorization => {
  const isKeyInUrl = options.has('ApiKeyName') && headerValue(headers, 'authorization') === undefined;
  return isKeyInUrl ? { authorization: 'missing' } : authorizationIn(headers, false);
};

const requestAt = (call: string, code: Code): Omit<Request, 'place'> | undefined => {
  const [address = '', given = '[]'] = partsOf(call, ',');
  const options = recordFields(resolved(given, code));
  const option = (name: string): string | undefined => {
    const value = options.get(name);
    return value === undefined ? undefined : textOf(value, code);
  };
  const url = joined(textOf(address, code), option('RelativePath'), pairsIn(options.get('Query') ?? '', code));
  if (!isCallUrl(url) && !isLoginHost(splitUrl(url).host)) return undefined;
  const headers = pairsIn(options.get('Headers') ?? '', code).map(([name, value]): Header => ({ name, value }));
  const content = options.get('Content');
  return {
    kind: 'request',
    complete: false,
    method: content === undefined ? 'GET' : 'POST',
    url,
    headers,
    ...authorizationOf(headers, options),
    ...(content === undefined ? {} : { body: bodyOf(content, code) }),
  };
};

const SCOPES = /\bscopes?[ \t]{0,10}=[ \t]{0,10}\{((?:\s{0,20}"[^"\n]{1,200}",?){1,40})\s{0,20}\}/gi;
const SCOPE_PREFIX = /\bscope_?prefix[ \t]{0,10}=[ \t]{0,10}"([^"\n]{1,200})"/i;

/** The scopes of a connector, whose samples keep their resource apart: https://github.com/microsoft/DataConnectors */
const scopesIn = (text: string, place: Placer): readonly Found[] => {
  const prefix = SCOPE_PREFIX.exec(text)?.[1] ?? '';
  return [...text.matchAll(SCOPES)].map(({ index: from, 0: whole, 1: list = '' }) => {
    const scopes = [...list.matchAll(/"([^"]{1,200})"/g)].map(([, scope = '']) =>
      /:\/\/|^offline_access$/.test(scope) ? scope : `${prefix}${scope}`,
    );
    return settingPiece({ name: 'scope', value: scopes.join(' '), from, to: from + whole.length }, place);
  });
};

/** Reads the calls in queries and custom connectors of Power Query: `Web.Contents` with its options. */
export const powerQueryReader: Reader = {
  id: 'power-query',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    if (!text.includes('Web.Contents(')) return [];
    const place = placerOf(text, paste);
    const calls = [...text.matchAll(CALL)].slice(0, MOST).flatMap(({ index, 0: start }): readonly Found[] => {
      const from = index + start.length;
      const to = expressionEnd(text, from, '');
      if (text[to] !== ')') return [];
      const request = requestAt(text.slice(from, to), { text, at: index, left: MOST_LOOKUPS });
      if (request === undefined) return [];
      return [{ piece: { ...request, place: place(index, 'call in Power Query') }, from: index, to: to + 1 }];
    });
    return [...calls, ...scopesIn(text, place)];
  },
};

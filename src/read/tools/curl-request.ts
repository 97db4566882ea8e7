import type { Header, Request } from '../../model/incident.ts';
import { headerValue } from '../syntax/header-value.ts';
import { type Argument, valuesOf } from './curl-arguments.ts';

/** A value that is read from a file or a variable, so that the command does not show it. */
const isElsewhere = (value: string): boolean => /^(?:@|\$\{?\w{1,60}\}?$|\$\{\w{1,60}\[@\]\}$|%\w{1,60}%$)/.test(value);

/** `@file` names a file of headers, and a lone variable may hold any. */
const isHeader = (text: string): boolean => !isElsewhere(text) && /[:;]/.test(text);

const headerOf = (text: string): Header => {
  const colon = text.indexOf(':');
  return colon === -1
    ? { name: text.replace(/;$/, '').trim(), value: '' }
    : { name: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim() };
};

const headersOf = (all: readonly Argument[], hasData: boolean): readonly Header[] => {
  const headers = valuesOf(all, 'header').filter(isHeader).map(headerOf);
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined && headerValue(headers, name) === undefined) headers.push({ name, value });
  };
  const [bearer] = valuesOf(all, 'bearer');
  add('Authorization', bearer === undefined ? undefined : `Bearer ${bearer}`);
  add('Authorization', valuesOf(all, 'user').length === 0 ? undefined : 'Basic');
  add('Content-Type', valuesOf(all, 'json').length > 0 ? 'application/json' : undefined);
  add('Content-Type', valuesOf(all, 'form').length > 0 ? 'multipart/form-data' : undefined);
  add('Content-Type', hasData ? 'application/x-www-form-urlencoded' : undefined);
  return headers;
};

/** The body, as far as it stands in the command: a value that starts with `@` is read from a file. */
const bodyOf = (all: readonly Argument[]): string | undefined => {
  const form = valuesOf(all, 'form');
  if (form.length > 0) return form.join('\n');
  const json = valuesOf(all, 'json');
  const data = json.length > 0 ? json : valuesOf(all, 'data', 'data-urlencode');
  return data.length === 0 || data.some(isElsewhere) ? undefined : data.join(json.length > 0 ? '' : '&');
};

const methodOf = (all: readonly Argument[], sendsBody: boolean): string => {
  const [named] = valuesOf(all, 'method');
  if (named !== undefined) return named.toUpperCase();
  if (valuesOf(all, 'head').length > 0) return 'HEAD';
  if (valuesOf(all, 'upload').length > 0) return 'PUT';
  return sendsBody && valuesOf(all, 'get').length === 0 ? 'POST' : 'GET';
};

/** In a command every bare word is an address; `curl to see what happens` is a sentence. */
export const looksLikeUrl = (word: string): boolean =>
  /^[a-z][\w+.-]{0,20}:\/\//i.test(word) || /^[\w$<{[]\S*[./]/.test(word);

const urlOf = (all: readonly Argument[], body: string | undefined): string | undefined => {
  const words = [...valuesOf(all, 'url'), ...valuesOf(all, 'word')];
  const url =
    words.find((word) => word.includes('://')) ?? words.find(looksLikeUrl) ?? words.find((word) => word !== '');
  if (url === undefined || body === undefined || valuesOf(all, 'get').length === 0) return url;
  return `${url}${url.includes('?') ? '&' : '?'}${body}`;
};

/** The request that the arguments of a command make. */
export const requestOf = (all: readonly Argument[]): Pick<Request, 'method' | 'url' | 'headers' | 'body'> => {
  const sent = valuesOf(all, 'data', 'data-urlencode', 'json', 'form').length > 0;
  const body = bodyOf(all);
  const asQuery = valuesOf(all, 'get').length > 0;
  const url = urlOf(all, body);
  return {
    method: methodOf(all, sent),
    headers: headersOf(all, sent && !asQuery),
    ...(url === undefined ? {} : { url }),
    ...(body === undefined || asQuery ? {} : { body }),
  };
};

/** `Authorization Bearer ...`: curl sends no header without a colon. */
const isIgnored = (text: string): boolean => /^[A-Za-z][\w-]{0,60}[ \t=]/.test(text);

/** What the options take from elsewhere: a file of headers or options, a body in a file, a credential of the machine. */
export const takesMore = (all: readonly Argument[]): boolean =>
  valuesOf(all, 'header').some((value) => !isHeader(value) && !isIgnored(value)) ||
  valuesOf(all, 'data', 'data-urlencode', 'json').some((value) => isElsewhere(value) || /^\w{1,40}@/.test(value)) ||
  valuesOf(all, 'elsewhere', 'signs-in').length > 0;

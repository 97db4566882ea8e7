import type { Fields } from '../../model/incident.ts';
import { formFields } from './fields.ts';

/** The parts of a URL as pasted. Parts that are not there are empty. */
export interface UrlParts {
  readonly scheme: string;
  /** Lower case, without port and user. */
  readonly host: string;
  readonly path: string;
  readonly query: Fields;
  readonly fragment: string;
}

const NO_FIELDS: Fields = new Map();

const cutAt = (text: string, mark: string): readonly [string, string] => {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
};

const hostOf = (authority: string): string => {
  const [first, afterUser] = cutAt(authority, '@');
  const host = afterUser === '' ? first : afterUser;
  return (host.includes(':') ? host.replace(/:\d{1,5}$/, '') : host).toLowerCase();
};

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]{1,20}$/;

const schemeOf = (url: string): string => {
  const scheme = url.slice(0, Math.max(0, url.indexOf('://')));
  return SCHEME.test(scheme) ? scheme : '';
};

const partsOf = (text: string): UrlParts => {
  const url = text.trim();
  const [beforeFragment, fragment] = cutAt(url, '#');
  const [beforeQuery, query] = cutAt(beforeFragment, '?');
  const scheme = schemeOf(beforeQuery);
  const rest = scheme === '' ? beforeQuery : beforeQuery.slice(scheme.length + 3);
  const slash = rest.indexOf('/');
  const pathOnly = scheme === '' && slash === 0;
  const authority = pathOnly ? '' : slash === -1 ? rest : rest.slice(0, slash);
  const path = slash === -1 ? '' : rest.slice(slash);
  return {
    scheme: scheme.toLowerCase(),
    host: hostOf(authority),
    path,
    query: query === '' ? NO_FIELDS : formFields(query),
    fragment,
  };
};

let last: { readonly text: string; readonly parts: UrlParts } | undefined;

/**
 * Splits a URL. People paste URLs with masks (`{workspaceId}`, `<tenant>`, `[redirect_url]`), which the standard parser
 * refuses or encodes, so this one takes anything and changes nothing. It is asked several times in a row for each URL.
 */
export const splitUrl = (text: string): UrlParts => {
  if (last?.text !== text) last = { text, parts: partsOf(text) };
  return last.parts;
};

/** A text with percent-encoding undone; what does not decode stays. */
export const percentDecoded = (text: string): string => {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%[0-7][0-9a-f]/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
  }
};

/** A URL in code with its variables (`$($ws.id)`, `${id}`, `$id`, `#{id}`, `\\(id)`, `%s`, `{}`) as masks: `{ws.id}`. */
export const maskVariables = (url: string): string =>
  /[$#{%\\]/.test(url)
    ? url
        .replace(/\$\(\$?([^()]{1,60})\)/g, '{$1}')
        .replace(/[$#]\{([^{}]{1,60})\}/g, '{$1}')
        .replace(/\\\(([\w.]{1,60})\)/g, '{$1}')
        .replace(/(?:%[sdv]|\{\})(?=[/?&]|$)/g, '{value}')
        .replace(/(^|\/)\$([A-Za-z_]\w{0,60})/g, '$1{$2}')
    : url;

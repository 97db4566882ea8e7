import type { AuthorizationForm, Header } from '../../model/incident.ts';
import { sealPattern } from '../../model/secret.ts';
import { headerValue } from './header-value.ts';

/** The form of an `Authorization` header and the secret in it. */
export interface Authorization {
  readonly authorization?: AuthorizationForm;
  readonly bearer?: number;
}

/**
 * Settings of a sign-in have the same name: `authorization: "https://login.microsoftonline.com/..."`. Where a reader took the
 * address before, blanks stand in its place.
 */
const ADDRESS = /^["'`]?(?:https?:\/\/| {12})/i;
/** Two headers that were put into one, as clients and proxies do. */
const TWO_HEADERS = /^bearer\s{1,20}[^\s,;]{1,9000}\s{0,5}[,;]\s{0,5}bearer\b/i;

const formOf = (value: string): AuthorizationForm | undefined => {
  const text = value.trim();
  if (ADDRESS.test(text === '' ? value : text)) return undefined;
  if (text === '' || /^bearer:?$/i.test(text)) return 'empty';
  if (/^basic\b/i.test(text)) return 'basic';
  if (/^embedtoken\s{1,20}[^\s,;]/i.test(text)) return 'embed-token';
  if (/^["']/.test(text) || /^bearer\s{1,20}["']/i.test(text)) return 'quoted';
  if (/^bearer\s{1,20}bearer\b/i.test(text) || TWO_HEADERS.test(text)) return 'doubled-scheme';
  if (/^\uE000/.test(text)) return 'no-scheme';
  if (/^bearer\s{1,20}(?:[^\s,;]+|\$\(\s{0,5}az\s[^()]{1,700}\)|`\s{0,5}az\s[^`]{1,700}`?)$/i.test(text))
    return 'bearer';
  if (/^bearer/i.test(text)) return 'broken';
  return /^[A-Za-z][\w-]{1,40}\s/.test(text) ? 'other-scheme' : 'no-scheme';
};

/** Reads the value of an `Authorization` header, sealed. */
export const readAuthorization = (value: string): Authorization => {
  const id = sealPattern().exec(value)?.[1];
  const form = formOf(value);
  return { ...(form && { authorization: form }), ...(id === undefined ? {} : { bearer: Number(id) }) };
};

/**
 * The `Authorization` among the headers. Without one nothing is known, unless the whole request was seen: then it is
 * missing.
 */
export const authorizationIn = (headers: readonly Header[], complete: boolean): Authorization => {
  const value = headerValue(headers, 'authorization');
  if (value !== undefined) return readAuthorization(value);
  return complete ? { authorization: 'missing' } : {};
};

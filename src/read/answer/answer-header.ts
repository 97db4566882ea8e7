import type { Header, Response } from '../../model/incident.ts';
import { findJson } from '../syntax/json.ts';
import { overlapWith } from '../text/overlap.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { type CodeWord, codeWords } from './code-words.ts';

/**
 * Starts the name under which a code that stood in text, outside of any body, joins the headers of its answer. No
 * service sends such a header; the code is part of the name, so that two codes stay two when answers are merged.
 */
export const CODE_IN_TEXT = 'error-code-in-text:';

/** Azure SDKs log `REDACTED` in place of an id. */
const ID = /^(?=\D{0,80}\d)[\w-]{8,80}$/;
const WORD = /^[A-Za-z][\w.]{2,100}$/;
const URL = /^(?:https?:\/)?\/[^\s]/i;
const ANY = /\S/;
const CHALLENGE = /^(?:Bearer|Basic|Negotiate|NTLM|PoP|MSOAuth)/i;

/** Headers of answers that stand alone in texts, and what their value must look like to be one. */
const HEADERS: Readonly<Record<string, RegExp>> = {
  'x-powerbi-error-info': WORD,
  'x-powerbi-error-details': ANY,
  'x-powerbi-auto-license-info': WORD,
  'x-ms-public-api-error-code': WORD,
  'x-ms-error-code': WORD,
  requestid: ID,
  'request-id': ID,
  'x-ms-request-id': ID,
  activityid: ID,
  'x-ms-operation-id': ID,
  'www-authenticate': CHALLENGE,
  'retry-after': /^(?:\d{1,7}|[A-Z][a-z]{2}, .*)$/,
  location: URL,
  'home-cluster-uri': URL,
  date: /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} /,
  responsedate: /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} /,
  'content-length': /^0$/,
};

/** A header name, with or without quotes, what stands between it and the value, and the value. */
const LINE = new RegExp(
  `(?<![\\w-])["'[]?(${Object.keys(HEADERS).join('|')})["']?\\s{0,30}(?:[:=,]|=>)\\s{0,30}(?:"([^"\\n]{0,2000})"|'([^'\\n]{0,2000})'|([^\\n]{0,2000}))`,
  'gi',
);
/** What may hang on a bare value: the end of a dump, a comma, a line break. */
const TAIL = /(?<!["'\]},;\s\\]|\\[rn])(?:["'\]},;\s\\]|\\[rn])+$/;

interface HeaderAt extends Header {
  readonly from: number;
  readonly to: number;
}

/** Names that PowerShell gives to headers in `Resolve-PowerBIError`. */
const REAL_NAMES: Readonly<Record<string, string>> = { responsedate: 'Date' };

const bareValue = (raw: string, shape: RegExp): string => {
  const value = shape === CHALLENGE ? raw.trim() : raw.trimEnd().replace(TAIL, '').trim();
  if (shape !== ID && shape !== WORD && shape !== URL) return value;
  return /^[^\s,;"'\])}<]{1,500}/.exec(value)?.[0].replace(/[.:]$/, '') ?? '';
};

const headersIn = (text: string): readonly HeaderAt[] =>
  [...text.matchAll(LINE)].flatMap((match) => {
    const [all, written = '', double, single, bare = ''] = match;
    const shape = HEADERS[written.toLowerCase()] ?? ANY;
    const value = double ?? single ?? bareValue(bare, shape);
    if (!shape.test(value)) return [];
    const name = REAL_NAMES[written.toLowerCase()] ?? written;
    return [{ name, value, from: match.index, to: match.index + all.trimEnd().length }];
  });

/** Names that answers have and requests do not. */
const ANSWER_ONLY =
  /^(?:date|server|requestid|x-ms-.*|x-powerbi-.*|x-frame-options|strict-transport-security|www-authenticate|retry-after|home-cluster-uri|access-control-expose-headers|x-content-type-options|set-cookie|request-redirected)$/i;
const REQUEST_ONLY = /^(?:authorization|user-agent|accept|host)$/i;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{1,60}$/;

/** A dump of all headers of an answer, as Python and JavaScript print them. */
const dumpsIn = (text: string): readonly { readonly headers: readonly Header[]; from: number; to: number }[] =>
  findJson(text).flatMap(({ value, from, to, closed }) => {
    const names = Object.keys(value);
    const isDump =
      closed &&
      names.length >= 4 &&
      names.every((name) => HEADER_NAME.test(name) && typeof value[name] !== 'object') &&
      names.filter((name) => ANSWER_ONLY.test(name)).length >= 2 &&
      !names.some((name) => REQUEST_ONLY.test(name));
    return isDump ? [{ headers: names.map((name) => ({ name, value: String(value[name] ?? '') })), from, to }] : [];
  });

const isEmpty = (headers: readonly Header[]): boolean =>
  headers.some(({ name, value }) => name.toLowerCase() === 'content-length' && value.trim() === '0');

/** Headers and codes that stand close together belong to one answer; a URL between them is left to its own reader. */
const CLOSE = 400;
const grouped = (text: string, headers: readonly HeaderAt[]): readonly (readonly HeaderAt[])[] => {
  const groups: HeaderAt[][] = [];
  for (const header of [...headers].sort((a, b) => a.from - b.from)) {
    const group = groups.at(-1);
    const end = group?.at(-1)?.to ?? 0;
    const between = text.slice(end, header.from);
    const near = between.length <= CLOSE && !/\n[ \t]{0,40}\r?\n|:\/\//.test(between);
    if (group !== undefined && near) group.push(header);
    else groups.push([header]);
  }
  return groups;
};

const codeHeader = ({ code, from, to }: CodeWord): HeaderAt => ({ name: CODE_IN_TEXT + code, value: code, from, to });

/** Reads response headers that stand outside of a whole HTTP answer, and error codes that stand in text. */
export const answerHeaderReader: Reader = {
  id: 'answer-header',
  sees: 'rest',
  read: (text, paste) => {
    const place = placerOf(text, paste);
    const response = (from: number, headers: readonly Header[], complete: boolean): Response => ({
      kind: 'response',
      place: place(
        from,
        headers.some(({ name }) => !name.startsWith(CODE_IN_TEXT)) ? 'response headers' : 'error code',
      ),
      complete,
      headers: headers.map(({ name, value }) => ({ name, value })),
      ...(isEmpty(headers) ? { body: '' } : {}),
    });
    const dumps = dumpsIn(text);
    const inDump = overlapWith(dumps);
    const single = headersIn(text).filter((header) => !inDump(header));
    const inHeader = overlapWith(single);
    const codes = codeWords(text).filter((word) => !inDump(word) && !inHeader(word));
    return [
      ...dumps.map(({ headers, from, to }): Found => ({ piece: response(from, headers, true), from, to })),
      ...grouped(text, [...single, ...codes.map(codeHeader)]).map((group): Found => {
        const from = group[0]?.from ?? 0;
        return { piece: response(from, group, false), from, to: group.at(-1)?.to ?? from };
      }),
    ].sort((a, b) => a.from - b.from);
  },
};

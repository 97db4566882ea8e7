import type { Header, Request } from '../../model/incident.ts';
import { isCallUrl } from '../calls/api-url.ts';
import { formOf, type Pairs } from '../http/kept-request.ts';
import { authorizationIn } from '../syntax/authorization.ts';
import { commandLines } from '../syntax/command-line.ts';
import { headerValue } from '../syntax/header-value.ts';
import { METHODS } from '../syntax/http-methods.ts';
import { type ShellWords, shellWords } from '../syntax/shell-words.ts';
import { isLoginHost } from '../syntax/sign-in-host.ts';
import { maskVariables, splitUrl } from '../syntax/url.ts';
import { placerOf } from '../text/place.ts';
import { type Found, lineBefore, type Reader } from '../text/text.ts';

/** `xh` takes the same words: https://github.com/ducaale/xh */
const NAME = /(?<![\w./:-])(?:https?|xhs?)(?=[ \t])/g;
const GOES_ON = new RegExp(
  `^[ \\t]{1,10}(?:-{1,2}[A-Za-z]|(?:${METHODS})[ \\t]|["']?(?:https?://|[\\w-]{1,60}\\.)[\\w.-]{3})`,
  'i',
);

/** Options with a value, by what it means: https://httpie.io/docs/cli */
const VALUED: Readonly<Record<string, 'auth' | 'auth-type' | 'bearer' | 'raw' | 'elsewhere' | 'skip'>> = {
  '-a': 'auth',
  '--auth': 'auth',
  '-A': 'auth-type',
  '--auth-type': 'auth-type',
  '--bearer': 'bearer',
  '--raw': 'raw',
  '--session': 'elsewhere',
  '--session-read-only': 'elsewhere',
  ...Object.fromEntries(
    [
      ...[
        '-s',
        '--style',
        '-o',
        '--output',
        '-p',
        '--print',
        '-P',
        '--history-print',
        '--timeout',
        '--proxy',
        '--verify',
      ],
      ...['--cert', '--cert-key', '--cert-key-pass', '--pretty', '--format-options', '--max-redirects', '--boundary'],
      ...[
        '--default-scheme',
        '--ssl',
        '--ciphers',
        '--response-mime',
        '--response-charset',
        '--max-headers',
        '--http-version',
      ],
    ].map((name) => [name, 'skip' as const]),
  ),
};

/** What the words of a command say. */
interface Said {
  readonly options: ReadonlyMap<string, string>;
  readonly isForm: boolean;
  readonly words: readonly string[];
}

const saidIn = (words: readonly string[]): Said => {
  const options = new Map<string, string>();
  const rest: string[] = [];
  let isForm = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [name = '', glued] = word.startsWith('--') ? word.split(/=(.*)/s) : [word];
    const means = VALUED[name];
    if (means !== undefined) {
      options.set(means, glued ?? words[at + 1] ?? '');
      if (glued === undefined) at += 1;
    } else if (!word.startsWith('-')) rest.push(word);
    isForm ||= name === '--form' || /^-[a-z]{0,8}f/i.test(name);
  }
  return { options, isForm, words: rest };
};

/** A header, a field of the body, of the query, or one that is read from a file, by the first of their marks. */
const ITEM = /^([^=:@;]{1,120})(:=@|=@|:@|:=|==|=|:|@|;)([\s\S]{0,60000})$/;

interface Items {
  readonly headers: readonly Header[];
  readonly fields: Pairs;
  readonly query: Pairs;
  /** Whether all of it stands in the command. */
  readonly known: boolean;
}

const itemsIn = (words: readonly string[]): Items => {
  const items = words.map((word) => ITEM.exec(word));
  const withMark = (...marks: readonly string[]): Pairs =>
    items.flatMap((item) =>
      item !== null && marks.includes(item[2] ?? '') ? [[item[1] ?? '', item[3] ?? ''] as const] : [],
    );
  return {
    headers: withMark(':', ';').map(([name, value]) => ({ name, value })),
    fields: withMark('=', ':='),
    query: withMark('=='),
    known: items.every((item) => item !== null && !(item[2] ?? '').includes('@')),
  };
};

const authorizationOf = (options: ReadonlyMap<string, string>): readonly Header[] => {
  const [auth, bearer] = [options.get('auth'), options.get('bearer')];
  if (bearer !== undefined) return [{ name: 'Authorization', value: `Bearer ${bearer}` }];
  if (auth === undefined) return [];
  return [{ name: 'Authorization', value: options.get('auth-type') === 'bearer' ? `Bearer ${auth}` : 'Basic' }];
};

const addressOf = (name: string, word: string, query: Pairs): string => {
  const url = maskVariables(word.includes('://') ? word : `${/s$/.test(name) ? 'https' : 'http'}://${word}`);
  return query.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${formOf(query)}`;
};

const jsonOf = (fields: Pairs): string => JSON.stringify(Object.fromEntries(fields));

const requestOf = (
  name: string,
  { words, whole }: ShellWords,
  isFed: boolean,
  place: Request['place'],
): Request | undefined => {
  const { options, isForm, words: all } = saidIn(words);
  const [first = ''] = all;
  const method = new RegExp(`^(?:${METHODS})$`, 'i').test(first) ? first : undefined;
  const [word = '', ...rest] = method === undefined ? all : all.slice(1);
  const { headers: own, fields, query, known } = itemsIn(rest);
  const url = addressOf(name, word, query);
  if (!isCallUrl(url) && !isLoginHost(splitUrl(url).host)) return undefined;
  const body = options.get('raw') ?? (fields.length === 0 ? undefined : isForm ? formOf(fields) : jsonOf(fields));
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  const hasType = body === undefined || headerValue(own, 'content-type') !== undefined;
  const headers = [...own, ...authorizationOf(options), ...(hasType ? [] : [{ name: 'Content-Type', value: type }])];
  const complete = whole && known && !options.has('elsewhere');
  return {
    kind: 'request',
    place,
    complete,
    method: (method ?? (body === undefined && !isFed ? 'GET' : 'POST')).toUpperCase(),
    url,
    headers,
    ...authorizationIn(headers, complete),
    ...(body === undefined ? {} : { body }),
  };
};

/** Reads commands of HTTPie and of xh: options, a method, an address and items such as `name=value`. */
export const httpieReader: Reader = {
  id: 'httpie',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const place = placerOf(text, paste);
    return commandLines(text, NAME, GOES_ON).flatMap(({ name, words, from, to }): readonly Found[] => {
      const what = name.startsWith('x') ? 'xh command' : 'HTTPie command';
      const isFed = /\|[ \t]{0,20}$/.test(lineBefore(text, from, 200)) || /\s<\s/.test(words);
      const piece = requestOf(name, shellWords(words, 0), isFed, place(from, what));
      return piece === undefined ? [] : [{ piece, from, to }];
    });
  },
};

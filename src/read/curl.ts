import type { Header, Request } from '../model/incident.ts';
import { authorizationIn } from './authorization.ts';
import { COMMAND_OPTIONS, type CommandOptions, type CurlOption, standsAlone } from './curl-options.ts';
import { headerValue } from './header-value.ts';
import { placerOf } from './place.ts';
import { CMDLET_OPTIONS } from './powershell-command.ts';
import { type ShellWords, shellWords } from './shell-words.ts';
import type { Found, Reader } from './text.ts';
import { shellOf, windowsWords } from './windows-words.ts';

/** One option with its value, or a word that stands by itself. */
interface Argument {
  readonly option: CurlOption | 'word';
  readonly value: string;
}

const longArgument = (
  word: string,
  next: string | undefined,
  { long }: CommandOptions,
): [argument: Argument, used: number] => {
  const equals = word.indexOf('=');
  const option = long[equals === -1 ? word.slice(2) : word.slice(2, equals)] ?? 'flag';
  if (standsAlone(option)) return [{ option, value: '' }, 1];
  return equals === -1 ? [{ option, value: next ?? '' }, 2] : [{ option, value: word.slice(equals + 1) }, 1];
};

/** Letters in one word, such as `-sSXPOST`: flags first, each of which counts once, the rest is the value of the first that takes one. */
const shortArguments = (
  word: string,
  next: string | undefined,
  { short }: CommandOptions,
): [found: Argument[], used: number] => {
  const found: Argument[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const option = short[word.charAt(at)] ?? 'flag';
    if (standsAlone(option)) {
      if (!found.some((flag) => flag.option === option)) found.push({ option, value: '' });
      continue;
    }
    const glued = word.slice(at + 1);
    found.push({ option, value: glued === '' ? (next ?? '') : glued });
    return [found, glued === '' ? 2 : 1];
  }
  return [found, 1];
};

const argumentsIn = (words: readonly string[], options: CommandOptions): readonly Argument[] => {
  const all: Argument[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    if (word.startsWith('--') && word.length > 2) {
      const [argument, used] = longArgument(word, words[at + 1], options);
      all.push(argument);
      at += used;
    } else if (word.startsWith('-') && word.length > 1) {
      const [found, used] = shortArguments(word, words[at + 1], options);
      for (const argument of found) all.push(argument);
      at += used;
    } else {
      all.push({ option: 'word', value: word });
      at += 1;
    }
  }
  return all;
};

/** A value that is read from a file or a variable, so that the command does not show it. */
const isElsewhere = (value: string): boolean => /^(?:@|\$\{?\w{1,60}\}?$|\$\{\w{1,60}\[@\]\}$|%\w{1,60}%$)/.test(value);

const valuesOf = (all: readonly Argument[], ...options: readonly Argument['option'][]): readonly string[] =>
  all.filter(({ option }) => options.includes(option)).map(({ value }) => value);

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

const looksLikeUrl = (word: string): boolean => /^[a-z][\w+.-]{0,20}:\/\//i.test(word) || /^[\w$<{[]\S*[./]/.test(word);

const urlOf = (all: readonly Argument[], body: string | undefined): string | undefined => {
  const words = [...valuesOf(all, 'url'), ...valuesOf(all, 'word')];
  const url =
    words.find((word) => word.includes('://')) ?? words.find(looksLikeUrl) ?? words.find((word) => word !== '');
  if (url === undefined || body === undefined || valuesOf(all, 'get').length === 0) return url;
  return `${url}${url.includes('?') ? '&' : '?'}${body}`;
};

/** The request that the arguments of a command make. */
const requestOf = (all: readonly Argument[]): Pick<Request, 'method' | 'url' | 'headers' | 'body'> => {
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

const COMMAND =
  /((?:^|\n)\+{1,4}|(?:^|\n)[ \t]{0,20}(?:-(?=[ \t])|(?:-[ \t]{1,4})?(?:run|script|command|cmd):)|^|[\n(|;&`>$#!])([ \t]{0,20}(?:(?:sudo|time|exec)[ \t]{1,3})?)((?:curl|wget)(?:\.exe)?)(?=[ \t]+[^\s:=,.]|[ \t]*[\\^`][ \t]*\r?\n)/gi;

/** `Authorization Bearer ...`: curl sends no header without a colon. */
const isIgnored = (text: string): boolean => /^[A-Za-z][\w-]{0,60}[ \t=]/.test(text);

/** What the options take from elsewhere: a file of headers or options, a body in a file, a credential of the machine. */
const takesMore = (all: readonly Argument[]): boolean =>
  valuesOf(all, 'header').some((value) => !isHeader(value) && !isIgnored(value)) ||
  valuesOf(all, 'data', 'data-urlencode', 'json').some((value) => isElsewhere(value) || /^\w{1,40}@/.test(value)) ||
  valuesOf(all, 'elsewhere', 'signs-in').length > 0;

const REDIRECTION = /^\d?(?:>{1,2}|<)(?:&\d)?/;

/** The words without what they tell the shell: where output goes, and that input follows. */
const withoutRedirections = (words: readonly string[]): readonly string[] =>
  words.filter((word, at) => !REDIRECTION.test(word) && !/^\d?(?:>{1,2}|<)$/.test(words[at - 1] ?? ''));

const LONGEST_INPUT = 20_000;
const HERE_DOCUMENT = /(?:^|\s)<<-?[ \t]{0,3}(["']?)([A-Za-z_]\w{0,30})\1[^\n]{0,200}$/;

/** The lines below a command that are its input: `-d @- <<'EOF'`. `whole` is false where their end was not pasted. */
const inputBelow = (
  text: string,
  from: number,
  to: number,
): { readonly body: string; readonly to: number; readonly whole: boolean } | undefined => {
  const end = HERE_DOCUMENT.exec(text.slice(Math.max(from, to - 300), to))?.[2];
  if (end === undefined || text[to] !== '\n') return undefined;
  const lines = text.slice(to + 1, to + LONGEST_INPUT).split('\n');
  const last = lines.findIndex((line) => line.trim() === end);
  const body = lines.slice(0, last === -1 ? lines.length : last).join('\n');
  return { body, to: to + 1 + body.length + (last === -1 ? 0 : end.length + 1), whole: last !== -1 };
};

/** The words of a command, in the shell that it was typed into; a body that stands below it takes the place of `@-`. */
/** What came of a command, noted behind it: `curl https://... -> 404`. */
const RESULT = /[ \t](?:[-=]>|→|⇒)[ \t]{1,3}(?=(?:HTTP )?[1-5]\d\d\b)/;

/** A text that ends before the result noted on the line that starts a command. */
const withoutResult = (text: string, start: number): string => {
  const stop = text.indexOf('\n', start);
  const line = text.slice(start, Math.min(stop === -1 ? text.length : stop, start + 2_000));
  const result = RESULT.exec(line);
  return result === null ? text : text.slice(0, start + result.index);
};

const commandWords = (whole: string, from: number, start: number): ShellWords => {
  const text = withoutResult(whole, start);
  const shell = shellOf(text, from, start);
  if (shell !== 'posix') return windowsWords[shell](text, start);
  const read = shellWords(text, start);
  const input = inputBelow(text, start, read.to);
  const words = withoutRedirections(read.words);
  if (input === undefined) return { ...read, words };
  return {
    words: words.map((word) => (word === '@-' ? input.body : word)),
    to: input.to,
    whole: read.whole && input.whole,
  };
};

/** In a command every bare word is a URL; "curl to see what happens" is a sentence. */
const isCommand = (first: string): boolean => {
  return first.startsWith('-') || looksLikeUrl(first);
};

/** Enough of the text to see whether a command starts here; most mentions of curl are none. */
const PEEK = 400;

const readAt = (text: string, from: number, name: string): (Found & { readonly piece: Request }) | undefined => {
  const start = from + name.length;
  const first = shellWords(text.slice(start, start + PEEK), 0, 1).words[0] ?? '';
  if (!isCommand(first.replace(/^\^/, ''))) return undefined;
  const { words, to, whole } = commandWords(text, from, start);
  if (CMDLET_OPTIONS.test(text.slice(start, to))) return undefined;
  const tool = name.toLowerCase().startsWith('wget') ? 'wget' : 'curl';
  const all = argumentsIn(words, COMMAND_OPTIONS[tool]);
  const parts = requestOf(all);
  const complete = whole && parts.url !== undefined && !takesMore(all) && valuesOf(all, 'word').every(looksLikeUrl);
  const piece: Request = {
    kind: 'request',
    place: { paste: 0, line: 1, what: `${tool} command` },
    complete,
    ...parts,
    ...authorizationIn(parts.headers, complete),
  };
  return { piece, from, to };
};

/** Reads commands of curl and wget, of any shell: quotes, line continuations and the options that shape a request. */
export const curlReader: Reader = {
  id: 'curl',
  sees: 'rest',
  read: (text, paste) => {
    const place = placerOf(text, paste);
    const found: Found[] = [];
    let end = 0;
    for (const { index, 1: before = '', 2: blanks = '', 3: name = '' } of text.matchAll(COMMAND)) {
      const from = index + before.length + blanks.length;
      if (from < end) continue;
      const read = readAt(text, from, name);
      if (read === undefined) continue;
      end = read.to;
      if (read.piece.url !== undefined)
        found.push({ ...read, piece: { ...read.piece, place: place(from, read.piece.place.what) } });
    }
    return found;
  },
};

import type { Header, Request, Response } from '../model/incident.ts';
import { isErrorAnswer } from './answer-json.ts';
import { authorizationIn } from './authorization.ts';
import { bodyEnd } from './body.ts';
import { headerValue } from './header-value.ts';
import { METHODS } from './http-methods.ts';
import { type Placer, placerOf } from './place.ts';
import { closingBracket, type Found, type Line, linesOf, type Reader } from './text.ts';

/** What the first line of a message says. */
interface Start {
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  /** The line says `HTTP/1.1`, so a message follows. */
  readonly version: boolean;
}

/** A line of a message without the marks of `curl -v`; `from` and `to` stay those of the text. */
interface MessageLine extends Line {
  readonly mark: '' | '>' | '<' | '*';
  /** Undefined where no message starts here. Told once, as many ask. */
  readonly start: Start | undefined;
}

const METHOD = `(${METHODS})`;
const REQUEST_LINE = new RegExp(
  `^\\s{0,20}["'\`]?${METHOD}[ \\t]{1,10}(\\S[^\\r\\n]{0,8000}?)[ \\t]{1,10}HTTP/[\\d.]{1,3}["'\`]?\\s*$`,
);
const BARE_LINE = new RegExp(
  `^\\s{0,20}${METHOD}[ \\t]{1,10}((?:https?://|\\{\\{)\\S{1,8000}|/[\\w{<$]\\S{1,8000})(?:[ \\t]{1,10}(?:-[ \\t])?(\\d{3})(?:[ \\t]{1,10}\\(?[A-Za-z][A-Za-z ]{1,40}\\)?)?)?[ \\t]*$`,
);
const STATUS_LINE = /^\s{0,20}HTTP\/[\d.]{1,3}[ \t]{1,10}(\d{3})(?:[ \t][^\r\n]{0,200})?$/;
const HEADER = /^[ \t]{0,8}([A-Za-z][\w-]{0,80})[ \t]{0,4}:(?:[ \t]{0,20}([^\r\n]*))?$/;
/** Words that people put above a body or headers: no header, no body. */
const CAPTION = /^\s{0,20}(?:request |response )?(?:body|headers|payload|raw body)\s{0,5}:?\s*$/i;

/** What every first line of a message has. */
const MAY_START = new RegExp(`HTTP/|(?:${METHODS})[ \\t]`);

const startIn = (text: string): Start | undefined => {
  if (text === '') return undefined;
  const answer = STATUS_LINE.exec(text);
  if (answer !== null) return { status: Number(answer[1]), version: true };
  const request = REQUEST_LINE.exec(text);
  if (request !== null) {
    const [, method = '', url = ''] = request;
    return { method, url, version: true };
  }
  const bare = BARE_LINE.exec(text);
  if (bare === null) return undefined;
  const [, method = '', url = '', status] = bare;
  return { method, url, version: false, ...(status === undefined ? {} : { status: Number(status) }) };
};

const VERBOSE = new RegExp(`^> (?:${METHODS}) \\S`);
const MARKED = /^([<>*])(?: |$)/;
/** What stands among the talk on a terminal: counts of bytes, and the meter that shows how far the transfer is. */
const BYTES =
  /^[{}] \[\d{1,10} bytes data\]|^ {1,3}% Total {1,4}%|^ {10,40}Dload {1,3}Upload|^ {0,3}\d{1,3} {1,6}[\d.]{1,6}[kMG]? {1,6}\d{1,3} {1,6}\d/;

/** libcurl itself marks only the first line that it sends, as PHP and others show it: the rest of its headers, with their mark. */
const withSentMarks = (lines: readonly MessageLine[]): readonly MessageLine[] => {
  let goesOn = false;
  return lines.map((line, index) => {
    const before = lines[index - 1];
    goesOn =
      line.mark === '' && (goesOn || (before?.mark === '>' && before.start !== undefined && HEADER.test(line.text)));
    const isEnd = goesOn && line.text.trim() === '';
    if (!goesOn || (!isEnd && !HEADER.test(line.text))) {
      goesOn = false;
      return line;
    }
    goesOn = !isEnd;
    return { ...line, mark: '>' };
  });
};

const messageLine = ({ from, to }: Line, mark: MessageLine['mark'], text: string): MessageLine => ({
  from,
  to,
  mark,
  text,
  start: startIn(text),
});

/** The lines of the text; where it is the talk of `curl -v`, its marks are taken off. */
const messageLines = (text: string): readonly MessageLine[] => {
  const lines = linesOf(text);
  if (!lines.some((line) => VERBOSE.test(line.text))) return lines.map((line) => messageLine(line, '', line.text));
  const marked = lines.map((line): MessageLine => {
    const mark = BYTES.test(line.text) ? '*' : (MARKED.exec(line.text)?.[1] as '>' | '<' | '*' | undefined);
    return mark === undefined ? messageLine(line, '', line.text) : messageLine(line, mark, line.text.slice(2));
  });
  return withSentMarks(marked);
};

interface Head {
  readonly headers: readonly Header[];
  /** Index of the line after the headers (and after a blank line or caption). */
  readonly next: number;
  /** Whether the blank line that ends the headers was seen. */
  readonly ended: boolean;
}

const readHead = (lines: readonly MessageLine[], from: number): Head => {
  const headers: Header[] = [];
  const mark = lines[from - 1]?.mark;
  let next = from;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (line?.mark === '*' && mark !== '') continue;
    if (line === undefined || line.mark !== mark) break;
    if (CAPTION.test(line.text)) continue;
    const header = HEADER.exec(line.text);
    if (header === null || line.start !== undefined) break;
    const [, name = '', value = ''] = header;
    headers.push({ name, value: value.trim() });
  }
  const last = lines[next];
  // The line break at the end of a text is no blank line: more headers may have stood behind it.
  const isBlank = last?.text.trim() === '' && (mark !== '' || next < lines.length - 1);
  return { headers, next, ended: isBlank && last?.mark === mark };
};

/** The body after the head: from its first line that is not blank, if there is one before the next message. */
const readBody = (
  text: string,
  lines: readonly MessageLine[],
  from: number,
  of: 'request' | 'response',
): { readonly body: string; readonly to: number } | undefined => {
  let at = from;
  while (
    at < lines.length &&
    (lines[at]?.text.trim() === '' || lines[at]?.mark === '*' || CAPTION.test(lines[at]?.text ?? ''))
  )
    at += 1;
  const first = lines[at];
  if (first === undefined || first.mark !== '' || first.start !== undefined) return undefined;
  // Behind its last word curl shows a body only where that waited in a pipe; others go on with their own lines.
  const isOver = lines.slice(from, at).some(({ mark, text: said }) => mark === '*' && said.startsWith('Connection #'));
  if (isOver && !/^\s{0,20}[{[<"]/.test(first.text)) return undefined;
  let next = at;
  for (let line = lines[next]; line?.mark === '' && line.start === undefined; line = lines[next]) next += 1;
  const to = bodyEnd(text, first.from, lines[next]?.from ?? text.length, of);
  return to === undefined ? undefined : { body: text.slice(first.from, to).trim(), to };
};

const absolute = (url: string, headers: readonly Header[]): string => {
  const host = headerValue(headers, 'host');
  return url.startsWith('/') && host !== undefined && host !== '' ? `https://${host}${url}` : url;
};

type Message = Request | Response;

/** Only `curl -v` shows a request with all its headers; its last line, which is empty, ends them. */
const requestOf = (start: Start, { headers, ended }: Head, body: string | undefined, verbose: boolean): Request => ({
  kind: 'request',
  place: { paste: 0, line: 1, what: verbose ? 'request of curl -v' : 'HTTP request' },
  complete: verbose && ended,
  ...(start.method === undefined ? {} : { method: start.method }),
  ...(start.url === undefined ? {} : { url: absolute(start.url, headers) }),
  headers,
  ...authorizationIn(headers, verbose && ended),
  ...(body === undefined ? {} : { body }),
});

const responseOf = (status: number, { headers, ended }: Head, body: string | undefined, verbose: boolean): Response => {
  const empty = body === undefined && headerValue(headers, 'content-length') === '0';
  const text = empty ? '' : body;
  // Some clients show the headers and not the body.
  const isLeftOut =
    text === undefined &&
    (Number(headerValue(headers, 'content-length') ?? 0) > 0 ||
      headerValue(headers, 'transfer-encoding')?.toLowerCase() === 'chunked');
  const isCut = /^[{[]/.test(text ?? '') && closingBracket(text ?? '', 0) === undefined;
  return {
    kind: 'response',
    place: { paste: 0, line: 1, what: 'HTTP response' },
    complete: ended && !isCut && !isLeftOut && (verbose || headers.length > 1),
    status,
    headers,
    ...(text === undefined ? {} : { body: text }),
  };
};

interface ReadMessage {
  readonly pieces: readonly Message[];
  readonly next: number;
  readonly to: number;
}

const readMessage = (text: string, lines: readonly MessageLine[], index: number, start: Start): ReadMessage => {
  const line = lines[index];
  const verbose = line !== undefined && line.mark !== '';
  const isResponse = start.url === undefined;
  const head = readHead(lines, index + 1);
  const { headers, next } = head;
  const noBody = isResponse && headerValue(headers, 'content-length') === '0';
  const read = noBody ? undefined : readBody(text, lines, next, isResponse ? 'response' : 'request');
  // People paste the answer right below the call; it is left to the reader of answers.
  const body = !isResponse && !verbose && read !== undefined && isErrorAnswer(read.body) ? undefined : read;
  const to = body?.to ?? lines[next - 1]?.to ?? 0;
  let after = next;
  while (body !== undefined && (lines[after]?.from ?? body.to) < body.to) after += 1;
  const pieces: Message[] = [];
  if (!isResponse) pieces.push(requestOf(start, head, body?.body, verbose));
  if (start.status !== undefined)
    pieces.push(responseOf(start.status, head, isResponse ? body?.body : undefined, verbose));
  return { pieces, to, next: Math.max(after, index + 1) };
};

const foundOf = (message: ReadMessage, from: number, place: Placer): readonly Found[] =>
  message.pieces.map((piece) => ({ piece: { ...piece, place: place(from, piece.place.what) }, from, to: message.to }));

/** Reads requests and responses as they stand on the wire, or nearly so: `curl -i`, `curl -v`, .http files, docs, consoles. */
export const httpTextReader: Reader = {
  id: 'http-text',
  sees: 'rest',
  read: (text, paste) => {
    if (!MAY_START.test(text)) return [];
    const place = placerOf(text, paste);
    const lines = messageLines(text);
    const found: Found[] = [];
    for (let index = 0; index < lines.length; ) {
      const line = lines[index];
      if (line?.start === undefined) {
        index += 1;
        continue;
      }
      const message = readMessage(text, lines, index, line.start);
      found.push(...foundOf(message, line.from, place));
      index = message.next;
    }
    return found;
  },
};

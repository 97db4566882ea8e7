import type { Header, Request, Response } from '../../model/incident.ts';
import { isErrorAnswer } from '../answer/answer-json.ts';
import { authorizationIn } from '../syntax/authorization.ts';
import { headerValue } from '../syntax/header-value.ts';
import { type Placer, placerOf } from '../text/place.ts';
import { closingBracket, type Found, type Reader } from '../text/text.ts';
import { bodyEnd } from './body.ts';
import { CAPTION, HEADER, MAY_START, type MessageLine, messageLines, type Start } from './message-lines.ts';

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

/** Whether what stands below a request is the answer to it: people paste it there, and a GET has no body of its own. */
const isAnswer = (body: string, { method }: Start): boolean =>
  isErrorAnswer(body) || (/^get$/i.test(method ?? '') && body.startsWith('{'));

const readMessage = (text: string, lines: readonly MessageLine[], index: number, start: Start): ReadMessage => {
  const line = lines[index];
  const verbose = line !== undefined && line.mark !== '';
  const isResponse = start.url === undefined;
  const head = readHead(lines, index + 1);
  const { headers, next } = head;
  const noBody = isResponse && headerValue(headers, 'content-length') === '0';
  const read = noBody ? undefined : readBody(text, lines, next, isResponse ? 'response' : 'request');
  // It is left to the reader of answers.
  const body = !isResponse && !verbose && read !== undefined && isAnswer(read.body, start) ? undefined : read;
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

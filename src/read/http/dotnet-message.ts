import type { Header, Request, Response } from '../../model/incident.ts';
import { authorizationIn } from '../syntax/authorization.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';

/**
 * What .NET prints for a request or an answer, in logs, in debuggers and in the error records of PowerShell 7:
 * https://github.com/dotnet/runtime/blob/main/src/libraries/System.Net.Http/src/System/Net/Http/HttpRequestMessage.cs
 */
const REQUEST =
  /\bMethod: ([A-Z]{3,7}), RequestUri: '([^'\n]{1,4000})', Version: [\d.]{1,5}, Content: [^\n]{1,200}?, Headers:\s{0,80}\{/g;
const RESPONSE =
  /\bStatusCode: (\d{3}), ReasonPhrase: '[^'\n]{0,200}', Version: [\d.]{1,5}, Content: [^\n]{1,200}?, Headers:\s{0,80}\{/g;
const HEADER = /^\s{0,80}([A-Za-z][\w-]{0,80}): ?(.{0,4000})$/;
const LONGEST = 20_000;

interface HeaderBlock {
  readonly headers: readonly Header[];
  readonly to: number;
  /** Whether the bracket that ends the headers was seen. */
  readonly closed: boolean;
}

const headersAt = (text: string, from: number): HeaderBlock => {
  const headers: Header[] = [];
  let to = from;
  for (const line of text.slice(from, from + LONGEST).split('\n')) {
    const header = HEADER.exec(line);
    if (line.trim() === '}') return { headers, to: to + line.length, closed: true };
    if (header === null && line.trim() !== '') break;
    if (header !== null) {
      const [, name = '', value = ''] = header;
      headers.push({ name, value: value.trim() });
    }
    to += line.length + 1;
  }
  return { headers, to: Math.min(to, text.length), closed: false };
};

const contentLength = (headers: readonly Header[]): boolean =>
  headers.some(({ name, value }) => name.toLowerCase() === 'content-length' && value === '0');

/** Reads the requests and answers of `HttpClient` as .NET prints them. */
export const dotnetMessageReader: Reader = {
  id: 'dotnet-message',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const place = placerOf(text, paste);
    const requests = [...text.matchAll(REQUEST)].map(({ index, 0: all, 1: method = '', 2: url = '' }): Found => {
      const { headers, to, closed } = headersAt(text, index + all.length);
      const piece: Request = {
        kind: 'request',
        place: place(index, 'request of HttpClient'),
        complete: closed,
        method,
        url,
        headers,
        ...authorizationIn(headers, closed),
      };
      return { piece, from: index, to };
    });
    const responses = [...text.matchAll(RESPONSE)].map((match): Found => {
      const { headers, to, closed } = headersAt(text, match.index + match[0].length);
      const piece: Response = {
        kind: 'response',
        place: place(match.index, 'answer to HttpClient'),
        complete: closed,
        status: Number(match[1]),
        headers,
        ...(contentLength(headers) ? { body: '' } : {}),
      };
      return { piece, from: match.index, to };
    });
    return [...requests, ...responses].sort((a, b) => a.from - b.from);
  },
};

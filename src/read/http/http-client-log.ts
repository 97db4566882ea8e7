import { placerOf } from '../text/place.ts';
import { type Found, type Line, linesOf, type Reader } from '../text/text.ts';
import { readHttpLines } from './http-lines.ts';

/** What Python prints with `http.client.HTTPConnection.debuglevel = 1`: https://docs.python.org/3/library/http.client.html */
const SEND = /^send: b(['"])(.{0,60000}?)\1?$/;
const REPLY = /^reply: ['"](HTTP\/[\d.]{1,3} \d{3}.{0,200}?)(?:\\r\\n)?['"]$/;
const HEADER = /^header: ([A-Za-z][\w-]{0,80}: ?.{0,8000})$/;
/** A line break of the message: the border puts blanks around it. */
const BREAK = ' \\r\\n ';
const STARTS = /^[A-Z]{3,7} \S{1,8000} HTTP\/[\d.]{1,3} \\r\\n /;

const unescaped = (text: string): string => text.replaceAll("\\'", "'").replaceAll('\\\\', '\\');

/** The lines that were sent, each with the place of the line of the log that shows them. */
const sentLines = (line: Line): readonly Line[] => {
  const sent = SEND.exec(line.text)?.[2];
  if (sent === undefined) return [];
  if (!STARTS.test(sent)) return [{ ...line, text: unescaped(sent) }];
  const end = sent.indexOf(`${BREAK}${BREAK}`);
  const head = end === -1 ? sent : sent.slice(0, end);
  const body = end === -1 ? '' : sent.slice(end + 2 * BREAK.length);
  const marked = head.split(BREAK).map((text) => `> ${unescaped(text)}`);
  return [...marked, ...(end !== -1 ? ['> '] : []), ...(body === '' ? [] : [unescaped(body)])].map((text) => ({
    ...line,
    text,
  }));
};

const receivedLines = (line: Line): readonly Line[] => {
  const text = REPLY.exec(line.text)?.[1] ?? HEADER.exec(line.text)?.[1];
  return text === undefined ? [] : [{ ...line, text: `< ${text}` }];
};

/** A line behind the headers of an answer shows that they were all pasted. */
const withEnds = (lines: readonly Line[]): readonly Line[] =>
  lines.flatMap((line, index): readonly Line[] => {
    const shown = [...sentLines(line), ...receivedLines(line)];
    const isLast =
      HEADER.test(line.text) && lines[index + 1] !== undefined && !HEADER.test(lines[index + 1]?.text ?? '');
    return isLast ? [...shown, { ...line, text: '< ' }] : shown;
  });

/** Reads the log of Python's own HTTP client, which `requests` and `urllib` share. */
export const httpClientLogReader: Reader = {
  id: 'http-client-log',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    if (!/^send: b['"]/m.test(text)) return [];
    return readHttpLines(withEnds(linesOf(text)), placerOf(text, paste), paste).map((found) => ({
      ...found,
      piece: { ...found.piece, place: { ...found.piece.place, what: `${found.piece.kind} of http.client` } },
    }));
  },
};

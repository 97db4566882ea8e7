import { METHODS } from '../syntax/http-methods.ts';
import { placerOf } from '../text/place.ts';
import { type Found, type Line, linesOf, type Reader } from '../text/text.ts';
import { readHttpLines } from './http-lines.ts';
import { ktorLines } from './ktor-log.ts';
import { wgetLines } from './wget-debug.ts';

/** A client that logs its calls line by line, and its lines as `curl -v` would show them. */
interface Dialect {
  readonly name: string;
  /** Shows what went over the wire. Elsewhere what adds the token may come later: no request is shown whole. */
  readonly isWire: boolean;
  readonly seenIn: (text: string) => boolean;
  readonly linesFrom: (lines: readonly Line[]) => readonly Line[];
}

const FIRST_SENT = new RegExp(`^(?:${METHODS}) \\S`);
const FIRST_RECEIVED = /^HTTP\/[\d.]{1,3} \d{3}/;

const isFirst = (said: string): boolean => FIRST_SENT.test(said) || FIRST_RECEIVED.test(said);

type Mark = '>' | '<';

/** The length of a chunk, which stands before it: https://www.rfc-editor.org/rfc/rfc9112#section-7.1 */
const CHUNK = /^[\da-fA-F]{1,8}$/;

/** Puts the marks before the lines of both directions; what follows the empty line of a message is its body, without one. */
const marker = () => {
  const inBody: Record<Mark, boolean> = { '>': false, '<': false };
  return (mark: Mark, said: string): string => {
    if (isFirst(said)) inBody[mark] = false;
    if (inBody[mark]) return CHUNK.test(said) ? '* ' : said;
    inBody[mark] = said === '';
    return `${mark} ${said}`;
  };
};

/** Apache HttpClient 4 and 5, and SoapUI, which logs as version 3 did: https://hc.apache.org/httpcomponents-client-5.3.x/logging.html */
const APACHE = /(?:http-outgoing-\d{1,9} |\bDEBUG:)(>>|<<) (.{0,60000})$/;
const WIRE = /^"(.{0,60000}?)(?: ?\[\\r\])?(?:\[\\n\])?"?$/;

const apacheLines = (lines: readonly Line[]): readonly Line[] => {
  const said = lines.flatMap((line) => {
    const [, arrow, what = ''] = APACHE.exec(line.text) ?? [];
    return arrow === undefined ? [] : [{ line, mark: arrow === '>>' ? ('>' as const) : ('<' as const), what }];
  });
  const wire = said.filter(({ what }) => WIRE.test(what));
  const marked = marker();
  return (wire.length > 0 ? wire : said).map(({ line, mark, what }) => ({
    ...line,
    text: marked(mark, WIRE.exec(what)?.[1] ?? what),
  }));
};

/** A quoted message of Go or Ruby, with its line breaks as escapes. Only the first line of what Ruby sends has all of it. */
const QUOTED = /^([^"]{0,200})"(.{0,100000})"$/;
const BREAK = / ?\\r\\n ?/;

const unescaped = (text: string): string =>
  text.replaceAll('\\"', '"').replaceAll('\\n', '\n').replaceAll('\\\\', '\\');

const quotedLines = (isOwn: (before: string, said: string) => Mark | undefined) => {
  return (lines: readonly Line[]): readonly Line[] => {
    const marked = marker();
    return lines.flatMap((line): readonly Line[] => {
      const [, before = '', said] = QUOTED.exec(line.text) ?? [];
      const mark = said === undefined ? undefined : isOwn(before, said);
      if (said === undefined || mark === undefined) return [];
      const parts = said.split(BREAK);
      // The break at the end of a line of Ruby begins no line of its own.
      const shown = parts.length > 1 && parts.at(-1) === '' && !isFirst(said) ? parts.slice(0, -1) : parts;
      const whole = isFirst(said) && shown.at(-1) === '' && shown.at(-2) !== '' ? shown.slice(0, -1) : shown;
      return whole.map((part) => ({ ...line, text: marked(mark, unescaped(part)) }));
    });
  };
};

const ARROWS: Readonly<Record<string, Mark>> = { '<- ': '>', '-> ': '<' };

/** The interceptor of OkHttp: https://square.github.io/okhttp/features/interceptors/ */
const OK_SENT = new RegExp(`^(.{0,120}?)--> (${METHODS}) (https?://\\S{1,8000})`);
const OK_RECEIVED = /^(.{0,120}?)<-- (\d{3})(?: [^\n]{0,200}?)? https?:\/\/\S{1,8000} \(/;
const OK_END = /^(?:--> END |<-- END HTTP)/;

const shapeOf = (prefix: string): string => prefix.replace(/\d/g, '0');

const okLines = (lines: readonly Line[]): readonly Line[] => {
  let shape: string | undefined;
  let mark: Mark = '>';
  let isBody = false;
  return lines.flatMap((line): readonly Line[] => {
    const sent = OK_SENT.exec(line.text);
    const received = sent === null ? OK_RECEIVED.exec(line.text) : null;
    if (sent !== null || received !== null) {
      shape = shapeOf(sent?.[1] ?? received?.[1] ?? '');
      mark = sent === null ? '<' : '>';
      isBody = false;
      return [{ ...line, text: sent === null ? `< HTTP/1.1 ${received?.[2]}` : `> ${sent[2]} ${sent[3]} HTTP/1.1` }];
    }
    if (shape === undefined || shapeOf(line.text.slice(0, shape.length)) !== shape) return [];
    const said = line.text.slice(shape.length);
    if (OK_END.test(said)) {
      shape = undefined;
      return [{ ...line, text: mark === '<' && !isBody ? '< ' : '* ' }];
    }
    if (isBody) return [{ ...line, text: said }];
    isBody = said.trim() === '';
    return [{ ...line, text: `${mark} ${said}` }];
  });
};

/** httr and httr2 for R: https://httr2.r-lib.org/reference/req_verbose.html */
const HTTR: Readonly<Record<string, Mark>> = { '->': '>', '<-': '<' };

const httrLines = (lines: readonly Line[]): readonly Line[] => {
  const marked = marker();
  return lines.flatMap((line): readonly Line[] => {
    const [, arrow, said = ''] = /^(->|<-|>>|<<) ?(.{0,60000})$/.exec(line.text) ?? [];
    if (arrow === undefined) return [];
    const mark = HTTR[arrow];
    return [{ ...line, text: mark === undefined ? said : marked(mark, said) }];
  });
};

/** One line a call: https://urllib3.readthedocs.io/en/stable/reference/urllib3.connectionpool.html */
const URLLIB3 = new RegExp(
  `^.{0,200}?(https?://[^\\s:/"]{1,200})(?::\\d{1,5})? "(${METHODS}) (/\\S{0,8000}) HTTP/[\\d.]{1,3}" (\\d{3}) `,
);

const urllib3Lines = (lines: readonly Line[]): readonly Line[] =>
  lines.flatMap((line): readonly Line[] => {
    const [, base, method, path, status] = URLLIB3.exec(line.text) ?? [];
    if (base === undefined) return [];
    const texts = [`> ${method} ${base}${path} HTTP/1.1`, `< HTTP/1.1 ${status}`];
    return texts.map((text) => ({ ...line, text }));
  });

const DIALECTS: readonly Dialect[] = [
  {
    name: 'a log of HttpClient',
    isWire: true,
    seenIn: (text) => /http-outgoing-\d|DEBUG:>> "/.test(text),
    linesFrom: apacheLines,
  },
  { name: 'a log of OkHttp', isWire: false, seenIn: (text) => /--> [A-Z]{3,7} http/.test(text), linesFrom: okLines },
  { name: 'a log of Wget', isWire: true, seenIn: (text) => /^---request begin---$/m.test(text), linesFrom: wgetLines },
  { name: 'a log of Ktor', isWire: false, seenIn: (text) => /^REQUEST: http/m.test(text), linesFrom: ktorLines },
  { name: 'a log of httr', isWire: true, seenIn: (text) => /^-> [A-Z]{3,7} \//m.test(text), linesFrom: httrLines },
  {
    name: 'a log of urllib3',
    isWire: false,
    seenIn: (text) => / "[A-Z]{3,7} \/\S{0,8000} HTTP\/[\d.]{1,3}" \d/.test(text),
    linesFrom: urllib3Lines,
  },
  {
    name: 'a log of Net::HTTP',
    isWire: true,
    seenIn: (text) => /^<- "/m.test(text),
    linesFrom: quotedLines((before) => ARROWS[before]),
  },
  {
    name: 'a quoted dump',
    isWire: false,
    seenIn: (text) => /"(?:[A-Z]{3,7} \S{1,4000} )?HTTP\/[\d.]{1,3} [^\n]{0,200}?\\r\\n/.test(text),
    linesFrom: quotedLines((before, said) => {
      if (ARROWS[before] !== undefined) return undefined;
      return FIRST_RECEIVED.test(said) ? '<' : FIRST_SENT.test(said) ? '>' : undefined;
    }),
  },
];

/** The empty line that ends the headers of a request, as talk that says nothing. */
const withoutEnd = (line: Line): Line => (/^> ?$/.test(line.text) ? { ...line, text: '* ' } : line);

/** A mark at the very end of a text, behind which a header may have been cut off. */
const isCutMark = (line: Line, text: string): boolean => line.to === text.length && /^[<>] ?$/.test(line.text);

/** Reads logs of HTTP clients that print a call line by line, with marks of their own: in Java, Go, Ruby, R and Python. */
export const wireLogReader: Reader = {
  id: 'wire-log',
  sees: 'rest',
  read: (text, paste): readonly Found[] =>
    DIALECTS.flatMap(({ name, isWire, seenIn, linesFrom }): readonly Found[] => {
      if (!seenIn(text)) return [];
      const lines = linesFrom(linesOf(text)).filter((line) => !isCutMark(line, text));
      return readHttpLines(isWire ? lines : lines.map(withoutEnd), placerOf(text, paste), paste).map((found) => ({
        ...found,
        piece: { ...found.piece, place: { ...found.piece.place, what: `${found.piece.kind} in ${name}` } },
      }));
    }),
};

import { codeWords } from '../answer/code-words.ts';
import { METHODS } from '../syntax/http-methods.ts';
import { type Line, linesOf } from '../text/text.ts';

/** What the first line of a message says. */
export interface Start {
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  /** The line says `HTTP/1.1`, so a message follows. */
  readonly version: boolean;
}

/** A line of a message without the marks of `curl -v`; `from` and `to` stay those of the text. */
export interface MessageLine extends Line {
  readonly mark: '' | '>' | '<' | '*';
  /** Undefined where no message starts here. Told once, as many ask. */
  readonly start: Start | undefined;
}

const METHOD = `(${METHODS})`;
const REQUEST_LINE = new RegExp(
  `^\\s{0,20}["'\`]?${METHOD}[ \\t]{1,10}(\\S[^\\r\\n]{0,8000}?)[ \\t]{1,10}HTTP/[\\d.]{1,3}["'\`]?\\s*$`,
);
const BARE_LINE = new RegExp(
  `^\\s{0,20}${METHOD}[ \\t]{1,10}((?:https?://|\\{\\{)\\S{1,8000}|/[\\w{<$]\\S{1,8000})(?:[ \\t]{1,10}(?:-[ \\t])?(\\d{3})(?:[ \\t]{1,10}(\\(?[A-Za-z][A-Za-z ]{1,40}\\)?))?)?[ \\t]*$`,
);
const STATUS_LINE = /^\s{0,20}HTTP\/[\d.]{1,3}[ \t]{1,10}(\d{3})(?:[ \t][^\r\n]{0,200})?$/;
/** A header of a message. */
export const HEADER = /^[ \t]{0,8}([A-Za-z][\w-]{0,80})[ \t]{0,4}:(?:[ \t]{0,20}([^\r\n]*))?$/;
/** Words that people put above a body or headers: no header, no body. */
export const CAPTION = /^\s{0,20}(?:request |response )?(?:body|headers|payload|raw body)\s{0,5}:?\s*$/i;

/** What every first line of a message has. */
export const MAY_START = new RegExp(`HTTP/|(?:${METHODS})[ \\t]`);

/** A note goes on behind a colon: `GET /v1/workspaces:` and the answer below. */
const withoutMark = (url: string): string => url.replace(/(?<=[\w})>\]])[:;,]$/, '');

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
  const [, method = '', url = '', status, said = ''] = bare;
  // The code of the service behind the status, which its own reader takes with it.
  if (url.startsWith('http') && /[a-z][A-Z]/.test(said) && codeWords(said).length > 0) return undefined;
  return { method, url: withoutMark(url), version: false, ...(status === undefined ? {} : { status: Number(status) }) };
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
export const messageLines = (text: string): readonly MessageLine[] => {
  const lines = linesOf(text);
  if (!lines.some((line) => VERBOSE.test(line.text))) return lines.map((line) => messageLine(line, '', line.text));
  const marked = lines.map((line): MessageLine => {
    const mark = BYTES.test(line.text) ? '*' : (MARKED.exec(line.text)?.[1] as '>' | '<' | '*' | undefined);
    return mark === undefined ? messageLine(line, '', line.text) : messageLine(line, mark, line.text.slice(2));
  });
  return withSentMarks(marked);
};

import { closingBracket } from '../text/text.ts';

const FORM = /^[\w.-]{1,80}=[^\r\n]*$/;

/** Where the run of lines that look like parts of a form ends. */
const formEnd = (text: string, from: number, limit: number): number | undefined => {
  let end: number | undefined;
  for (let at = from; at < limit; ) {
    const stop = text.indexOf('\n', at);
    const to = stop === -1 || stop > limit ? limit : stop;
    const line = text.slice(at, to).trim();
    if (!FORM.test(line.replace(/^&/, ''))) break;
    end = to;
    at = to + 1;
  }
  return end;
};

const paragraphEnd = (text: string, from: number, limit: number): number => {
  const blank = /\n[ \t]*\r?\n/.exec(text.slice(from, limit));
  return blank === null ? limit : from + blank.index;
};

/**
 * Where the body that starts at `from` ends, at the latest at `limit`. What follows a message in a paste is often prose:
 * JSON ends with its bracket, a form with its lines, a page with its end tag, other text with its paragraph. A request
 * body that is none of these is no body.
 */
export const bodyEnd = (text: string, from: number, limit: number, of: 'request' | 'response'): number | undefined => {
  const start = from + (/^\s{0,40}/.exec(text.slice(from, from + 40))?.[0].length ?? 0);
  const first = text.charAt(start);
  if (first === '{' || first === '[') return Math.min(closingBracket(text, start, limit) ?? limit, limit);
  if (first === '<' && of === 'response') {
    const end = text.slice(start, limit).toLowerCase().indexOf('</html>');
    return end === -1 ? limit : start + end + 7;
  }
  return formEnd(text, start, limit) ?? (of === 'response' ? paragraphEnd(text, start, limit) : undefined);
};

import { isCallAt } from '../calls/api-url.ts';
import { METHODS } from '../syntax/http-methods.ts';
import { isAuthorizePath, isTokenPath } from '../syntax/sign-in-host.ts';
import { splitUrl } from '../syntax/url.ts';
import { urlsIn } from '../syntax/urls.ts';
import { startsLine } from './log-start.ts';
import { MAX_ENTRY, type Split, type Splitter, splitLines } from './splitter.ts';

/** An entry that goes on for longer is cut between two lines. */
const LONGEST = 64 * 1024;

const REQUEST_LINE = new RegExp(`\\b(?:${METHODS}) \\S{1,8000} HTTP/\\d`);

const isCalled = (url: string): boolean => {
  const parts = splitUrl(url);
  return isCallAt(parts) || isTokenPath(parts.path) || isAuthorizePath(parts.path);
};

/** Whether a line of a log is the first that speaks of a call: what follows belongs to it, up to the next one. */
const startsCall = (line: string): boolean =>
  (line.includes('://') && startsLine(line) && urlsIn(line).some(({ url }) => isCalled(url))) ||
  (line.includes(' HTTP/') && startsLine(line) && REQUEST_LINE.test(line));

/**
 * Splits a log that is no JSON into the calls that it speaks of: an entry is a line that names the URL of a call, with
 * the lines up to the next one that does, as an answer, its body and a stack trace stand below the request.
 */
export const logSplitter = (limit = MAX_ENTRY): Splitter => {
  let lines: string[] = [];
  let size = 0;
  let number = 0;

  const close = (found: Split[]): readonly Split[] => {
    if (lines.length === 0) return found;
    number += 1;
    found.push({ is: 'entry', number, text: lines.join('\n') });
    lines = [];
    size = 0;
    return found;
  };

  const take = (text: string | undefined, found: Split[]): void => {
    if (text === undefined || size > LONGEST || startsCall(text)) close(found);
    if (text === undefined) {
      number += 1;
      found.push({ is: 'too-large', number, text: '' });
      return;
    }
    lines.push(text);
    size += text.length + 1;
  };

  return splitLines(limit, take, close);
};

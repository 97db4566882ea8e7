import { stringEnd } from './json-string.ts';
import { gathering, MAX_ENTRY, type Split, type Splitter } from './splitter.ts';

/** Where the objects of `log.entries` stand: in the document, in `log`, in the list. */
const IN_LIST = 3;
/** Names of fields are read above the entries only, and no longer than this. */
const LONGEST_NAME = 40;

const [QUOTE, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [34, 91, 93, 123, 125] as const;

/** The place in the document that a scan has come to. */
interface Scan {
  depth: number;
  inLog: boolean;
  inEntries: boolean;
  inEntry: boolean;
  inString: boolean;
  /** The text ends in a backslash that escapes what comes. */
  escaped: boolean;
  /** The last string above the entries: before a bracket it is the name of the field. */
  name: string;
}

const opens = (scan: Scan, code: number): 'entry starts' | undefined => {
  if (scan.depth === 1) scan.inLog = code === OPEN && scan.name === 'log';
  if (scan.depth === 2) scan.inEntries = scan.inLog && code === OPEN_LIST && scan.name === 'entries';
  const starts = scan.inEntries && scan.depth === IN_LIST && code === OPEN;
  scan.depth += 1;
  if (!starts) return undefined;
  scan.inEntry = true;
  return 'entry starts';
};

const closes = (scan: Scan): 'entry ends' | 'document ends' | undefined => {
  scan.depth -= 1;
  if (scan.depth < IN_LIST) scan.inEntries = false;
  if (scan.depth < 2) scan.inLog = false;
  if (scan.depth <= 0) return 'document ends';
  if (!scan.inEntry || scan.depth > IN_LIST) return undefined;
  scan.inEntry = false;
  return 'entry ends';
};

/** Takes one character outside of strings; says what it starts or ends. */
const step = (scan: Scan, code: number): 'entry starts' | 'entry ends' | 'document ends' | undefined => {
  if (code === OPEN || code === OPEN_LIST) return opens(scan, code);
  if (code === CLOSE || code === CLOSE_LIST) return closes(scan);
  if (code !== QUOTE) return undefined;
  scan.inString = true;
  if (!scan.inEntry) scan.name = '';
  return undefined;
};

/** Goes on inside a string; gives the index after it, or the end of the chunk. */
const skipString = (scan: Scan, chunk: string, from: number): number => {
  const end = stringEnd(chunk, from, scan.escaped);
  const to = end.at ?? chunk.length;
  if (!scan.inEntry && scan.name.length < LONGEST_NAME) {
    scan.name += chunk.slice(from, Math.min(to, from + LONGEST_NAME));
  }
  scan.inString = end.at === undefined;
  scan.escaped = end.at === undefined && end.escaped;
  return scan.inString ? to : to + 1;
};

const startOfScan = (): Scan => ({
  depth: 0,
  inLog: false,
  inEntries: false,
  inEntry: false,
  inString: false,
  escaped: false,
  name: '',
});

/**
 * Splits a HAR (https://w3c.github.io/web-performance/specs/HAR/Overview.html) into the texts of its entries. It looks at brackets
 * and strings only, in one pass: whether an entry is good JSON shows when it is read.
 */
export const harSplitter = (limit = MAX_ENTRY): Splitter => {
  const scan = startOfScan();
  const entry = gathering(limit);
  let number = 0;
  let hasEnded = false;

  const close = (last: string): Split => {
    const text = entry.take(last);
    number += 1;
    return text === undefined ? { is: 'too-large', number, text: '' } : { is: 'entry', number, text };
  };

  const push = (chunk: string): readonly Split[] => {
    const found: Split[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length && !hasEnded; ) {
      if (scan.inString) {
        at = skipString(scan, chunk, at);
        continue;
      }
      const did = step(scan, chunk.charCodeAt(at));
      at += 1;
      if (did === 'entry starts') from = at - 1;
      if (did === 'document ends') hasEnded = true;
      if (did !== 'entry ends') continue;
      found.push(close(chunk.slice(from, at)));
    }
    if (scan.inEntry) entry.add(chunk.slice(from));
    return found;
  };

  return { push, end: () => (hasEnded ? [] : [{ is: 'cut-off', number: number + (scan.inEntry ? 1 : 0), text: '' }]) };
};

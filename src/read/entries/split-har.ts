import { stringEnd } from './json-string.ts';
import { gathering, MAX_ENTRY, type Split, type Splitter } from './splitter.ts';

/** Where the objects of `log.entries` stand: in the document, in `log`, in the list. */
const IN_LIST = 3;
/** Names of fields are read above the entries only, and no longer than this. */
const LONGEST_NAME = 40;

const [QUOTE, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [34, 91, 93, 123, 125] as const;

/** The place in the document: how deep, and whether inside of `log` and of its list of entries. */
interface Position {
  depth: number;
  inLog: boolean;
  inEntries: boolean;
  /** The last string above the entries: before a bracket it is the name of the field. */
  name: string;
}

const opens = (position: Position, code: number): void => {
  if (position.depth === 1) position.inLog = code === OPEN && position.name === 'log';
  if (position.depth === 2) position.inEntries = position.inLog && code === OPEN_LIST && position.name === 'entries';
  position.depth += 1;
};

const closes = (position: Position): void => {
  position.depth -= 1;
  if (position.depth < IN_LIST) position.inEntries = false;
  if (position.depth < 2) position.inLog = false;
};

/**
 * Splits a HAR (http://www.softwareishard.com/blog/har-12-spec/) into the texts of its entries. It looks at brackets
 * and strings only, in one pass: whether an entry is good JSON shows when it is read.
 */
export const harSplitter = (limit = MAX_ENTRY): Splitter => {
  const position: Position = { depth: 0, inLog: false, inEntries: false, name: '' };
  const entry = gathering(limit);
  let inString = false;
  let escaped = false;
  let inEntry = false;
  let hasEnded = false;
  let number = 0;

  const close = (): Split => {
    const text = entry.take();
    number += 1;
    inEntry = false;
    return text === undefined ? { is: 'too-large', number, text: '' } : { is: 'entry', number, text };
  };

  /** Goes on inside a string; gives the index after it. */
  const skipString = (chunk: string, from: number): number => {
    const end = stringEnd(chunk, from, escaped);
    const to = end.at ?? chunk.length;
    if (!inEntry && position.name.length < LONGEST_NAME) position.name += chunk.slice(from, to).slice(0, LONGEST_NAME);
    inString = end.at === undefined;
    escaped = end.at === undefined && end.escaped;
    return inString ? to : to + 1;
  };

  const isEntry = (): boolean => position.inEntries && position.depth === IN_LIST;

  const push = (chunk: string): readonly Split[] => {
    const found: Split[] = [];
    let from = 0;
    let at = 0;
    while (at < chunk.length && !hasEnded) {
      if (inString) {
        at = skipString(chunk, at);
        continue;
      }
      const code = chunk.charCodeAt(at);
      at += 1;
      if (code === QUOTE) {
        inString = true;
        if (!inEntry) position.name = '';
      } else if (code === OPEN || code === OPEN_LIST) {
        if (!inEntry && code === OPEN && isEntry()) {
          inEntry = true;
          from = at - 1;
        }
        opens(position, code);
      } else if (code === CLOSE || code === CLOSE_LIST) {
        closes(position);
        hasEnded = position.depth <= 0;
        if (inEntry && position.depth === IN_LIST) {
          entry.add(chunk.slice(from, at));
          found.push(close());
        }
      }
    }
    if (inEntry) entry.add(chunk.slice(from));
    return found;
  };

  return { push, end: () => (hasEnded ? [] : [{ is: 'cut-off', number: number + (inEntry ? 1 : 0), text: '' }]) };
};

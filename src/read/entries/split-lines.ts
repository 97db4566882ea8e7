import { MAX_ENTRY, type Split, type Splitter, splitLines } from './splitter.ts';

const isWhole = (line: string): boolean => {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
};

/** Splits JSON lines: every line that is not blank is an entry. The last one may lack its line break, or its end. */
export const lineSplitter = (limit = MAX_ENTRY): Splitter => {
  let number = 0;

  const take = (text: string | undefined, found: Split[]): void => {
    number += 1;
    const entry = text?.trim();
    if (entry === undefined) found.push({ is: 'too-large', number, text: '' });
    else if (entry !== '') found.push({ is: 'entry', number, text: entry });
  };

  return splitLines(limit, take, (found) =>
    found.map((last) => (last.is === 'entry' && !isWhole(last.text) ? { ...last, is: 'cut-off', text: '' } : last)),
  );
};

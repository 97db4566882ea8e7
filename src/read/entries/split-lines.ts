import { byLine, gathering, MAX_ENTRY, type Split, type Splitter } from './splitter.ts';

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
  const line = gathering(limit);
  let number = 0;
  let found: Split[] = [];

  const take = (text: string | undefined): void => {
    number += 1;
    const entry = text?.trim();
    if (entry === undefined) found.push({ is: 'too-large', number, text: '' });
    else if (entry !== '') found.push({ is: 'entry', number, text: entry });
  };

  return {
    push: (chunk) => {
      found = [];
      byLine(chunk, line, take);
      return found;
    },
    end: () => {
      found = [];
      if (!line.isEmpty()) take(line.take(''));
      return found.map((last) =>
        last.is === 'entry' && !isWhole(last.text) ? { ...last, is: 'cut-off', text: '' } : last,
      );
    },
  };
};

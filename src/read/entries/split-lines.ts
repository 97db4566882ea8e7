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

  const close = (): readonly Split[] => {
    const text = line.take()?.trim();
    number += 1;
    if (text === undefined) return [{ is: 'too-large', number, text: '' }];
    return text === '' ? [] : [{ is: 'entry', number, text }];
  };

  return {
    push: (chunk) => byLine(chunk, line, close),
    end: () =>
      line.isEmpty()
        ? []
        : close().map((last) =>
            last.is === 'entry' && !isWhole(last.text) ? { ...last, is: 'cut-off', text: '' } : last,
          ),
  };
};

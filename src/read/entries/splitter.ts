/** The largest entry that is read, in characters: more is a download or an upload, and no refused call. */
export const MAX_ENTRY = 8 * 1024 * 1024;

/** What a splitter found: the text of one entry, or why there is none. `number` counts entries or lines, from 1. */
export interface Split {
  readonly is: 'entry' | 'too-large' | 'cut-off';
  readonly number: number;
  /** Empty where the entry is not handed on. */
  readonly text: string;
}

/** Splits a stream of text into entries; it never holds more than one. The same text gives the same entries, however it is cut. */
export interface Splitter {
  readonly push: (chunk: string) => readonly Split[];
  /** What is left when the stream has ended. */
  readonly end: () => readonly Split[];
}

/** The parts of one entry while it comes in. A part of a chunk keeps the chunk alive, so an entry that is too large lets go at once. */
export interface Gathering {
  readonly add: (part: string) => void;
  /** Everything gathered, with its last part; undefined where it was too much. Starts anew. */
  readonly take: (last: string) => string | undefined;
  readonly isEmpty: () => boolean;
}

/** Gathers the parts of entries, up to a limit. */
export const gathering = (limit: number): Gathering => {
  let parts: string[] = [];
  let size = 0;
  const add = (part: string): void => {
    size += part.length;
    if (size > limit) parts = [];
    else if (part !== '') parts.push(part);
  };
  return {
    add,
    take: (last) => {
      // Most entries stand in one chunk: nothing is put together for them.
      if (size === 0) return last.length > limit ? undefined : last;
      add(last);
      const whole = size > limit ? undefined : parts.join('');
      parts = [];
      size = 0;
      return whole;
    },
    isEmpty: () => size === 0,
  };
};

/** Gathers the lines of a chunk, and hands on each that ends in it, undefined where it is too large; the rest waits for the next chunk. */
const byLine = (chunk: string, line: Gathering, take: (text: string | undefined) => void): void => {
  let from = 0;
  for (let at = chunk.indexOf('\n'); at !== -1; at = chunk.indexOf('\n', from)) {
    take(line.take(chunk.slice(from, at)));
    from = at + 1;
  }
  line.add(chunk.slice(from));
};

/** Splits line by line. `take` adds what a line brings, undefined where it is too large; `close` sees what the end brings. */
export const splitLines = (
  limit: number,
  take: (line: string | undefined, found: Split[]) => void,
  close: (found: Split[]) => readonly Split[],
): Splitter => {
  const line = gathering(limit);
  return {
    push: (chunk) => {
      const found: Split[] = [];
      byLine(chunk, line, (text) => take(text, found));
      return found;
    },
    end: () => {
      const found: Split[] = [];
      if (!line.isEmpty()) take(line.take(''), found);
      return close(found);
    },
  };
};

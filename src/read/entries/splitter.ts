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
  /** Everything gathered; undefined where it was too much. Starts anew. */
  readonly take: () => string | undefined;
  readonly isEmpty: () => boolean;
}

/** Gathers the parts of entries, up to a limit. */
export const gathering = (limit: number): Gathering => {
  let parts: string[] = [];
  let size = 0;
  return {
    add: (part) => {
      size += part.length;
      if (size > limit) parts = [];
      else if (part !== '') parts.push(part);
    },
    take: () => {
      const whole = size > limit ? undefined : parts.join('');
      parts = [];
      size = 0;
      return whole;
    },
    isEmpty: () => size === 0,
  };
};

/** Gathers the lines of a chunk, and gives what is made of each that ends in it; the rest waits for the next chunk. */
export const byLine = (chunk: string, line: Gathering, take: () => readonly Split[]): readonly Split[] => {
  const found: Split[] = [];
  let from = 0;
  for (let at = chunk.indexOf('\n'); at !== -1; at = chunk.indexOf('\n', from)) {
    line.add(chunk.slice(from, at));
    found.push(...take());
    from = at + 1;
  }
  line.add(chunk.slice(from));
  return found;
};

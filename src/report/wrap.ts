const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const ZERO = /\p{Mn}|\p{Me}|\u200d|\ufe0f/u;

/** Each of them takes one column. */
const ASCII = /^[ -~]*$/;

const columnsOf = (char: string): number => (ASCII.test(char) ? 1 : ZERO.test(char) ? 0 : WIDE.test(char) ? 2 : 1);

/** How many columns a text takes in a terminal. */
export const columns = (text: string): number => {
  if (ASCII.test(text)) return text.length;
  let sum = 0;
  for (const char of text) sum += columnsOf(char);
  return sum;
};

/** Pads a text with blanks to a number of columns. */
export const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columns(text)));

const BREAK_AFTER = '/?&=,;:.-_>';

/** Better places: an id keeps its hyphens together, so that it can be copied. */
const BETTER_AFTER = '/?&';

/** The first part of a word that fits into the room, broken after a mark of a URL or path where there is one. */
const fitting = (word: string, room: number): string => {
  let taken = 0;
  let hard = 0;
  let soft = 0;
  let better = 0;
  for (const char of word) {
    taken += columnsOf(char);
    if (taken > room && hard > 0) break;
    hard += char.length;
    if (BREAK_AFTER.includes(char)) soft = hard;
    if (BETTER_AFTER.includes(char)) better = hard;
  }
  return word.slice(0, [better, soft].find((end) => end > hard / 2) ?? hard);
};

/**
 * Breaks a text into lines of at most `width` columns. The first line starts with `lead`, the others with blanks of
 * the same width, or with `rest`. All white space counts as one blank; a word that is too long is broken.
 */
export const wrap = (text: string, width: number, lead = '', rest = ' '.repeat(columns(lead))): readonly string[] => {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const lines: string[] = [];
  let line = '';
  const start = (): string => (lines.length === 0 ? lead : rest);
  const room = (): number => Math.max(8, width - columns(start()));
  const end = (): void => {
    lines.push(start() + line);
    line = '';
  };
  for (const word of words) {
    if (line !== '' && columns(line) + 1 + columns(word) <= room()) {
      line += ` ${word}`;
      continue;
    }
    if (line !== '') end();
    for (line = word; columns(line) > room(); ) {
      const part = fitting(line, room());
      const left = line.slice(part.length);
      line = part;
      end();
      line = left;
    }
  }
  if (line !== '') end();
  return lines;
};

/** Runs of three letters are told apart by so many numbers; few of them are the same by chance. */
const RUNS = 2 ** 15;

/** The number of the run that ends with a letter, from that of the run before; capitals count as small letters. */
const next = (run: number, code: number): number => ((run << 5) ^ (code | 0x20)) & (RUNS - 1);

const isIn = new Uint8Array(RUNS);
let known: string | undefined;
let small: string | undefined;

const learn = (text: string): void => {
  known = text;
  small = undefined;
  isIn.fill(0);
  for (let at = 0, run = 0; at < text.length; at += 1) {
    run = next(run, text.charCodeAt(at));
    isIn[run] = 1;
  }
};

/** Whether the text may hold this: it has all of its runs of three letters. */
const hasRuns = (mark: string): boolean => {
  for (let at = 0, run = 0; at < mark.length; at += 1) {
    run = next(run, mark.charCodeAt(at));
    if (at >= 2 && isIn[run] === 0) return false;
  }
  return true;
};

/**
 * Whether a text may hold a mark, whatever its capitals: hundreds are asked for in a row, of which most texts hold few.
 * False is certain.
 */
export const mayHold = (text: string, mark: string): boolean => {
  if (known !== text) learn(text);
  return hasRuns(mark);
};

/** Whether a text, in small letters, holds a mark. */
export const holds = (text: string, mark: string): boolean => {
  if (!mayHold(text, mark)) return false;
  small ??= text.toLowerCase();
  return small.includes(mark);
};

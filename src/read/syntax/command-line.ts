/** The command that starts at a place: its words up to the end of the line, continued lines included. */
export interface CommandLine {
  readonly name: string;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** Where parameters may stand that are not seen: splatted (`@login`), or cut off by an error record (`-Cred ...`). */
export const MAY_HOLD_MORE = /@\w|(?:\.{3}|…)\s{0,10}$/;

const LONGEST = 4000;
const MOST = 100;
/** A line break that no backslash, caret or backtick continues. */
const END = /(?<![\\^`])[ \t]{0,10}\r?\n/;
/** A command stands at the start of a line, behind a prompt, a pipe, a bracket or `=`. */
const STARTS = /(?:^|[\n(=|;$>&{`+])[ \t]{0,20}$/;

/**
 * The commands of a text whose name fits a global pattern. A name in a sentence starts no command: nothing but a
 * prompt stands before one, and nothing but options, values of its own or its end behind it.
 */
export const commandLines = (text: string, name: RegExp, goesOn: RegExp): readonly CommandLine[] =>
  [...text.matchAll(name)].slice(0, MOST).flatMap((match): readonly CommandLine[] => {
    const end = match.index + match[0].length;
    const near = text.slice(end, end + LONGEST);
    const words = near.slice(0, END.exec(near)?.index ?? near.length);
    const isCommand = STARTS.test(text.slice(Math.max(0, match.index - 30), match.index)) && goesOn.test(words);
    return isCommand ? [{ name: match[0], words, from: match.index, to: end + words.length }] : [];
  });

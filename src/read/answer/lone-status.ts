import { remembered } from '../text/remembered.ts';

/** What may stand before a status that has a line of its own: a prompt, the mark of a cell of a notebook. */
const BEFORE = /(?:^|\n)[ \t>$]{0,8}(?:Out\[\d{1,4}\]:? ?|\[)?$/;
const AFTER = /^\]?[ \t]{0,10}(?=\r?\n|$)/;
const NUMBER_ABOVE = /(?:^|\n)[ \t]{0,20}\d{1,12}[ \t]{0,20}\r?\n[ \t]{0,20}$/;
const NUMBER_BELOW = /^[ \t]{0,20}\r?\n[ \t]{0,20}\d{1,12}[ \t]{0,20}(?:\r?\n|$)/;

/** A reason phrase as all that a paragraph says: the body of a bare answer, or what a tool printed of it. */
export const NAMED_ALONE =
  /(?<=^|\n[ \t]{0,400}\r?\n|```\w{0,12}\r?\n)[ \t]{0,8}["'`]?(Forbidden|Unauthori[sz]ed)["'`]?[.!]?[ \t]{0,8}(?=(?:\r?\n[ \t]{0,400}){0,3}$|\r?\n(?:[ \t]{0,400}\r?\n|```))/g;

/** Whether a text counts its lines: the number between the two, which nobody gets as a status, has a line of its own as well. */
const countsLines = remembered((text: string): boolean => /^402$/m.test(text));

/**
 * Whether 401 or 403 at this place is a status because nothing else stands on its line: people and prompts write it
 * like that below a call. In a column of numbers it is none.
 */
export const isLoneStatus = (text: string, from: number, status: number): boolean => {
  if (status !== 401 && status !== 403) return false;
  const before = text.slice(Math.max(0, from - 60), from);
  const after = text.slice(from + 3, from + 63);
  const stands = BEFORE.test(before) && AFTER.test(after);
  return stands && !NUMBER_ABOVE.test(before) && !NUMBER_BELOW.test(after) && !countsLines(text);
};

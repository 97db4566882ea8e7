import { looksRandom } from './looks-random.ts';
import { rewrite, through, type View } from './views.ts';

/** Lines of a terminal are at least so wide. */
const NARROWEST = 38;

/** Where lines of the same, greatest width follow each other, something broke them: the ends of these lines. */
const brokenLines = (text: string): ReadonlySet<number> => {
  const lines = text.split('\n');
  const width = lines.reduce((widest, { length }) => Math.max(widest, length), 0);
  const ends = new Set<number>();
  if (width < NARROWEST) return ends;
  let end = -1;
  let isRow = false;
  for (const [i, line] of lines.entries()) {
    end += line.length + 1;
    const isFull = line.length === width;
    if (isFull && (isRow || lines[i + 1]?.length === width)) ends.add(end);
    isRow = isFull;
  }
  return ends;
};

/** A break with what mails, quotes and indentation put around it. */
const BREAK = /[ \t]{0,3}\r?\n[ \t]{0,40}(?:[>|│][ \t]?){0,5}/g;
const HEAD = /[A-Za-z0-9+/=_~.%!*$@^-]{12,4000}/y;
const TAIL = /(?:[A-Za-z0-9+/=_~%!*$@^-]{4}|[:=][ \t]{0,3}["'`]?)$/;

/** Whether a line ends in the middle of a value that goes on in the next one. */
const goesOn = (text: string, start: number, end: number): boolean => {
  HEAD.lastIndex = end;
  const head = HEAD.exec(text)?.[0] ?? '';
  return looksRandom(head) && !/^[\w-]{1,40}=/.test(head) && TAIL.test(text.slice(Math.max(0, start - 12), start));
};

const withoutBreaks = (text: string): View | undefined => {
  const broken = brokenLines(text);
  return rewrite(text, BREAK, ({ 0: { length }, index }) => {
    const isBroken = broken.has(text.indexOf('\n', index));
    return isBroken || goesOn(text, index, index + length) ? '' : undefined;
  });
};

/** Values that a program puts together or lays out over lines, and commands that a sign at the end of the line continues. */
const LAYOUT =
  /(["'])[ \t]{0,5}(?:[+&.][ \t]{0,5}|\\[ \t]{0,3}|_[ \t]{0,3})?\n[ \t]{0,40}(?:[+&.][ \t]{0,5})?\1(?=[^\s"',:;)}\]])|@(["'])\n(?=[^\n]{1,8000}\n\2@)|("""|''')\n?|[ \t]{0,20}[\\`^]\n[ \t]{0,40}|([:=][ \t]{0,3})[|>][+-]?\d?[ \t]{0,3}\n[ \t]{1,40}/g;

const laidOut = (text: string): View | undefined =>
  /\n|"""|'''/.test(text)
    ? rewrite(text, LAYOUT, ({ 1: joint, 2: here, 3: triple, 4: block }) => {
        if (joint !== undefined) return '';
        return here ?? triple?.[0] ?? block ?? ' ';
      })
    : undefined;

/** The text with lines put together that belong together: laid out by a program, or broken by a terminal or a mail. */
export const joinedView = (text: string): View | undefined => {
  const laid = laidOut(text);
  const from = laid?.text ?? text;
  const whole = from.includes('\n') ? withoutBreaks(from) : undefined;
  return laid ? (through(laid, whole) ?? laid) : whole;
};

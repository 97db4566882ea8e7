import { looksRandom } from '../text/looks-random.ts';
import { matchAt } from '../text/match-at.ts';
import { changedBy, rewrite, type View } from '../text/views.ts';

/** Widths of terminals and mails: a line that ends just there was broken as a rule. */
const WIDTHS: ReadonlySet<number> = new Set([72, 76, 78, 79, 80, 100, 120, 132]);
/** Lines of a terminal are at least so wide. */
const NARROWEST = 38;

/** Where lines of the same width follow each other, something broke them: the ends of these lines. */
const brokenLines = (text: string): ReadonlySet<number> => {
  const ends = new Set<number>();
  let [from, before] = [0, -1];
  while (from <= text.length) {
    const at = text.indexOf('\n', from);
    const end = at < 0 ? text.length : at;
    const length = end - from;
    if (length >= NARROWEST && length === before) ends.add(from - 1).add(end);
    else if (length >= NARROWEST && WIDTHS.has(length)) ends.add(end);
    [from, before] = [end + 1, length];
  }
  return ends;
};

/** What mails, quotes, comments and editors put around a line, behind its indentation: `> `, `// `, ` * `, ` 14 | `, `14:`. */
const MARGIN = String.raw`[ \t]{0,40}(?:(?:[>|│][ \t]?){1,5}|(?:[*#]|\/\/|--)[ \t]{1,3}|\d{1,6}(?:[ \t]{0,3}[:|│][ \t]{0,3}|[ \t]{1,4}))?`;
/** A break with its margin. An answer, a URL or a code of Entra begins on a line of its own. */
const BREAK = new RegExp(
  String.raw`[ \t]{0,3}\r?\n(?!HTTP\/\d|https?:\/\/|[ \t]{0,8}AADSTS\d{4,8}[:. ])${MARGIN}`,
  'g',
);
const HEAD = /[A-Za-z0-9+/=_~.%!*$@^-]{12,4000}/y;
const OF_TAIL = /[\w+/=~%!*$@^:"'`\t -]/;
const TAIL = /(?:[A-Za-z0-9+/=_~%!*$@^-]{4}|[:=][ \t]{0,3}["'`]?[\w+/~-]{0,3})$/;

/** Wherever a value may go on in the next line: the same as the three before, in one look. */
const MAY_GO_ON = new RegExp(
  String.raw`\n(?=${MARGIN}[A-Za-z0-9+/=_~.%!*$@^-]{12})(?<=(?:[A-Za-z0-9+/=_~%!*$@^-]{4}|[:=][ \t]{0,3}["'\`]?[\w+/~-]{0,3})[ \t]{0,3}\r?\n)`,
);

/** How far back an open quote is looked for. */
const LONGEST = 8000;

/** A word at the end of a line is none that goes on. */
const WORD = /(?:^|[\s(,])[A-Za-z]?[a-z]{1,20}$/;

/** Whether what stands at `at` closes a quote that the line up to `end` left open. */
const closesQuote = (text: string, end: number, at: number): boolean => {
  const quote = /^\\{0,3}(["'`])/.exec(text.slice(at, at + 4))?.[1];
  if (quote === undefined) return false;
  const line = text.slice(Math.max(text.lastIndexOf('\n', end - 1) + 1, end - LONGEST), end);
  return line.split(quote).length % 2 === 0;
};

/** Whether a line ends in the middle of a value that goes on in the next one. */
const goesOn = (text: string, start: number, end: number): boolean => {
  if (!OF_TAIL.test(text.charAt(start - 1))) return false;
  const head = matchAt(HEAD, text, end);
  if (head === undefined) return false;
  const before = text.slice(Math.max(0, start - 24), start);
  if (/^[\w-]{1,40}=[^=]/.test(head) || !TAIL.test(before) || WORD.test(before)) return false;
  return looksRandom(head) || closesQuote(text, start, end + head.length);
};

/** The text in which no line was broken, which may be asked about twice in a row. */
let whole: string | undefined;

const withoutBreaks = (text: string): View | undefined => {
  if (text === whole || !text.includes('\n')) return undefined;
  const broken = brokenLines(text);
  const view =
    broken.size === 0 && !MAY_GO_ON.test(text)
      ? undefined
      : rewrite(text, BREAK, ({ length }, index) => {
          const isBroken = broken.size > 0 && broken.has(text.indexOf('\n', index));
          return isBroken || goesOn(text, index, index + length) ? '' : undefined;
        });
  if (view === undefined) whole = text;
  return view;
};

/** Values that a program puts together or lays out over lines. */
const LAYOUT =
  /(["'])[ \t]{0,5}(?:\n[ \t]{0,40}(?=[+&.]))?(?:[+&.][ \t]{0,5}(?:_[ \t]{0,3})?|\\[ \t]{0,3}|_[ \t]{0,3})?\n[ \t]{0,40}(?:[+&.][ \t]{0,5})?\1(?=[^\s"',:;)}\]])|(["'])[ \t]{0,5}[+&.][ \t]{0,40}\2(?=[^\s"',:;)}\]])|@(["'])\n(?=(?:\S{1,8000}\n){0,100}[^\s'"]{0,8000}\3@)|("""|''')\n?|([:=][ \t]{0,3})[|>][+-]?\d?[ \t]{0,3}\n[ \t]{1,40}/g;
const MAY_BE_LAID_OUT = /["'][ \t]{0,5}(?:[+&.\\_\n]|["']{2})|["']{3}|[:=][ \t]{0,3}[|>]/;

const laidOut = (text: string): View | undefined =>
  MAY_BE_LAID_OUT.test(text)
    ? rewrite(text, LAYOUT, (layout) => {
        const first = layout.charAt(0);
        if (first === '@') return layout.charAt(1);
        if (/^(?:"""|''')/.test(layout)) return first;
        return /["']/.test(first) ? '' : (/^[:=][ \t]{0,3}/.exec(layout)?.[0] ?? ' ');
      })
    : undefined;

/** The end of a line that says that its command goes on in the next one, in any shell. */
const CONTINUED = /(?:[ \t]{0,20}\\|[ \t]{1,20}[`^])\n[ \t]{0,40}/g;

const withoutContinuations = (text: string): View | undefined =>
  /[\\`^]\n/.test(text) ? rewrite(text, CONTINUED, () => ' ') : undefined;

/** The text without the marks of a quoted mail. */
const unquoted = (text: string): View | undefined =>
  /\n> /.test(text) ? rewrite(text, /(?<=\n|^)(?:>[ \t]?){1,5}/g, () => '') : undefined;

/** A line of at least sixty letters that goes on in the next one. */
const SOFT_BREAK = /=(?<=[^\n]{60}=)\r?\n/;

/** The text of a mail without the signs of its encoding, quoted-printable: https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
const withoutSoftBreaks = (text: string): View | undefined =>
  SOFT_BREAK.test(text) ? rewrite(text, /=\r?\n|=3D/g, (sign) => (sign === '=3D' ? '=' : '')) : undefined;

/** The text with lines put together that belong together: laid out by a program, or broken by a terminal or a mail. */
export const joinedView = (text: string): View | undefined =>
  [withoutSoftBreaks, unquoted, withoutBreaks, laidOut, withoutContinuations, withoutBreaks].reduce<View | undefined>(
    (view, step) => {
      const next = step(view?.text ?? text);
      return view ? changedBy(view, next) : next;
    },
    undefined,
  );

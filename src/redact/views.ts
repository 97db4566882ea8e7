/**
 * A text read another way, such as without its escapes, with the way back: secrets are looked for in the view and
 * sealed in the text.
 */
export interface View {
  readonly text: string;
  /** The span of the original text that became this span of the view. */
  readonly spanOf: (start: number, end: number) => readonly [start: number, end: number];
  /** Where a place of the original text stands in the view. */
  readonly placeOf: (at: number) => number;
  /** Where the view differs from the text that it was last made from, in order. */
  readonly edited: readonly (readonly [start: number, end: number])[];
}

/** One replacement: where it stands in the view and in what it was made from. */
interface Edit {
  readonly at: number;
  readonly until: number;
  readonly from: number;
  readonly to: number;
}

/** The last edit that begins before `at`, by bisection. */
const editBefore = (edits: readonly Edit[], at: number): Edit | undefined => {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return edits[low - 1];
};

/** Where a place of the original lies in the view: inside of what was replaced, at its end. */
const seenAt = (edits: readonly Edit[], at: number): number => {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.from ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const edit = edits[low - 1];
  return edit === undefined ? at : edit.until + Math.max(0, at - edit.to);
};

/** Where a border of the view lies in the original: inside of a replacement, at its far side. */
const placeOf = (edits: readonly Edit[], at: number, isEnd: boolean): number => {
  const edit = editBefore(edits, isEnd ? at : at + 1);
  if (edit === undefined) return at;
  if (at < edit.until) return isEnd ? edit.to : edit.from;
  return edit.to + at - edit.until;
};

/** The text with every match replaced; `to` gives undefined for a match that stays. Undefined where all of them stay. */
export const rewrite = (
  text: string,
  pattern: RegExp,
  to: (match: RegExpExecArray) => string | undefined,
): View | undefined => {
  const edits: Edit[] = [];
  const pieces: string[] = [];
  let last = 0;
  let length = 0;
  for (const match of text.matchAll(pattern)) {
    const by = to(match);
    if (by === undefined) continue;
    const before = text.slice(last, match.index);
    const at = length + before.length;
    last = match.index + match[0].length;
    length = at + by.length;
    pieces.push(before, by);
    edits.push({ at, until: length, from: match.index, to: last });
  }
  if (edits.length === 0) return undefined;
  pieces.push(text.slice(last));
  return {
    text: pieces.join(''),
    spanOf: (start, end) => [placeOf(edits, start, false), placeOf(edits, end, true)],
    placeOf: (at) => seenAt(edits, at),
    edited: edits.map(({ at, until }) => [at, until]),
  };
};

/** A view of a view, with the way back through both. */
export const through = (outer: View, inner: View | undefined): View | undefined =>
  inner && {
    text: inner.text,
    spanOf: (start, end) => outer.spanOf(...inner.spanOf(start, end)),
    placeOf: (at) => inner.placeOf(outer.placeOf(at)),
    edited: inner.edited,
  };

/** A view of a view that differs from the first text wherever one of the two steps changed it. */
export const changedBy = (outer: View, inner: View | undefined): View => {
  const view = through(outer, inner);
  if (view === undefined || inner === undefined) return outer;
  const before = outer.edited.map(([start, end]) => [inner.placeOf(start), inner.placeOf(end)] as const);
  return { ...view, edited: [...before, ...inner.edited].sort((a, b) => a[0] - b[0]) };
};

const NAMED: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };
const LETTER: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: '\t' };

/** Of backticks, those before a quote and short even runs are escapes of PowerShell: others are fences and lines. */
const ESCAPE =
  /%([0-7][0-9A-Fa-f])|\\u00([0-7][0-9A-Fa-f])|\\(["'\\/nrt])|&(quot|amp|lt|gt|apos);|&#x([0-7][0-9A-Fa-f]);|&#(\d{2,3});|`(?<!``)(?:(`(?:``){0,3})(?!`)|((?:``){0,4})(["'$]))/g;
const MAY_ESCAPE = /%[0-7][0-9A-Fa-f]|\\[u"'\\/nrt]|&(?:quot|amp|lt|gt|apos|#)|`["'$]|(?<!`)(?:``){1,4}(?!`)/;

const ofHex = (code: string): string => String.fromCharCode(Number.parseInt(code, 16));

const plainLetter = (match: RegExpExecArray): string => {
  const [, percent, unicode, backslash, name, hex, decimal, doubled, pairs = '', quote = ''] = match;
  const code = percent ?? unicode ?? hex;
  if (code !== undefined) return ofHex(code);
  if (backslash !== undefined) return LETTER[backslash] ?? backslash;
  if (name !== undefined) return NAMED[name] ?? '';
  if (decimal !== undefined) return String.fromCharCode(Number(decimal) & 0x7f);
  return doubled === undefined ? '`'.repeat(pairs.length / 2) + quote : '`'.repeat((doubled.length + 1) / 2);
};

/** JSON in a cell of CSV: every quote is doubled. */
const DOUBLED = /""[\w-]{2,60}""\s{0,5}:/;

/** The text with one layer of escapes taken off: percent, JSON, HTML, PowerShell, CSV. */
const lessEscaped = (text: string): View | undefined => {
  const plain = MAY_ESCAPE.test(text) ? rewrite(text, ESCAPE, plainLetter) : undefined;
  if (!DOUBLED.test(plain?.text ?? text)) return plain;
  const single = rewrite(plain?.text ?? text, /""/g, () => '"');
  return plain ? changedBy(plain, single) : single;
};

const MOST_LAYERS = 4;

/** The text without its escapes, layer by layer: JSON in a URL in JSON has three. Empty where it has none. */
export const unescapedViews = (text: string): readonly View[] => {
  const views: View[] = [];
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const outer = views.at(-1);
    const inner = lessEscaped(outer?.text ?? text);
    const view = outer ? through(outer, inner) : inner;
    if (view === undefined) break;
    views.push(view);
  }
  return views;
};

/** A value without escapes and line breaks: the same for every way to write it. */
export const canonical = (value: string): string => {
  const plain = (unescapedViews(value).at(-1)?.text ?? value).replace(/(?<!\s)\s*\n\s*/g, '');
  return plain === '' ? value : plain;
};

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

/**
 * Replacements in order, four numbers each: where one begins and ends in the view, and where in what it was made from. A
 * text may have one for every second letter.
 */
type Edits = readonly number[];
const [AT, UNTIL, FROM, TO] = [0, 1, 2, 3] as const;
const STEP = 4;

/** Where the last edit stands of those that begin before a place, by bisection; `side` says in which of the two texts. */
const editBefore = (edits: Edits, at: number, side: typeof AT | typeof FROM): number => {
  let low = 0;
  let high = edits.length / STEP;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle * STEP + side] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return (low - 1) * STEP;
};

/** Where a place of the original lies in the view: inside of what was replaced, at its end. */
const seenAt = (edits: Edits, at: number): number => {
  const edit = editBefore(edits, at, FROM);
  return edit < 0 ? at : (edits[edit + UNTIL] ?? 0) + Math.max(0, at - (edits[edit + TO] ?? 0));
};

/** Where a border of the view lies in the original: inside of a replacement, at its far side. */
const placeOf = (edits: Edits, at: number, isEnd: boolean): number => {
  const edit = editBefore(edits, isEnd ? at : at + 1, AT);
  if (edit < 0) return at;
  const until = edits[edit + UNTIL] ?? 0;
  if (at < until) return edits[edit + (isEnd ? TO : FROM)] ?? 0;
  return (edits[edit + TO] ?? 0) + at - until;
};

/** What was edited so near to each other is looked at as one. */
const NEAR = 400;

const editedIn = (edits: Edits): View['edited'] => {
  const places: [start: number, end: number][] = [];
  for (let edit = 0; edit < edits.length; edit += STEP) {
    const [at = 0, until = 0] = [edits[edit + AT], edits[edit + UNTIL]];
    const last = places.at(-1);
    if (last !== undefined && at - last[1] <= NEAR) last[1] = until;
    else places.push([at, until]);
  }
  return places;
};

/** The text with every match replaced; `to` gives undefined for a match that stays. Undefined where all of them stay. */
export const rewrite = (
  text: string,
  pattern: RegExp,
  to: (match: string, at: number) => string | undefined,
): View | undefined => {
  const edits: number[] = [];
  let longer = 0;
  const plain = text.replace(pattern, (match: string, ...groups: readonly (string | number)[]) => {
    const from = Number(groups.at(-2));
    const by = to(match, from);
    if (by === undefined) return match;
    edits.push(from + longer, from + longer + by.length, from, from + match.length);
    longer += by.length - match.length;
    return by;
  });
  if (edits.length === 0) return undefined;
  return {
    text: plain,
    spanOf: (start, end) => [placeOf(edits, start, false), placeOf(edits, end, true)],
    placeOf: (at) => seenAt(edits, at),
    edited: editedIn(edits),
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
  /%[0-7][0-9A-Fa-f]|\\u00[0-7][0-9A-Fa-f]|\\["'\\/nrt]|&(?:quot|amp|lt|gt|apos);|&#x[0-7][0-9A-Fa-f];|&#\d{2,3};|`(?<!``)(?:`(?:``){0,3}(?!`)|(?:``){0,4}["'$])/g;
const MAY_ESCAPE = /%[0-7][0-9A-Fa-f]|\\[u"'\\/nrt]|&(?:quot|amp|lt|gt|apos|#)|`["'$]|(?<!`)(?:``){1,4}(?!`)/;

const ofHex = (code: string): string => String.fromCharCode(Number.parseInt(code, 16));

const ofHtml = (escape: string): string => {
  if (escape.startsWith('&#x')) return ofHex(escape.slice(3, -1));
  const code = escape.slice(1, -1);
  return code.startsWith('#') ? String.fromCharCode(Number(code.slice(1)) & 0x7f) : (NAMED[code] ?? '');
};

/** Backticks, each of which takes the next sign as it is. */
const ofBackticks = (escape: string): string =>
  escape.endsWith('`') ? '`'.repeat(escape.length / 2) : '`'.repeat(escape.length / 2 - 1) + escape.slice(-1);

const plainLetter = (escape: string): string => {
  const first = escape.charAt(0);
  if (first === '%') return ofHex(escape.slice(1));
  if (first === '&') return ofHtml(escape);
  if (first === '`') return ofBackticks(escape);
  const letter = escape.charAt(1);
  return letter === 'u' ? ofHex(escape.slice(4)) : (LETTER[letter] ?? letter);
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

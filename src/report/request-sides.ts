import type { Diagnosis } from '../model/diagnosis.ts';
import { type Lines, labelled, paragraph, section } from './layout.ts';
import { type RequestComparison, type RequestRow, requestComparisons } from './request-right.ts';
import type { Painter, Style } from './style.ts';
import { columns, padTo } from './wrap.ts';

/** From how many columns on the two stand side by side. */
const WIDE = 100;
const GAP = 2;

/** A line with the part of it that differs, from `start` to `end`. */
interface Marked {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Where a text differs from another: between what both start with and what both end with. */
const marked = (text: string | undefined, other: string | undefined): Marked => {
  if (text === undefined || text === other) return { text: text ?? '', start: 0, end: 0 };
  if (other === undefined) return { text, start: 0, end: text.length };
  const most = Math.min(text.length, other.length);
  let start = 0;
  while (start < most && text[start] === other[start]) start++;
  let tail = 0;
  while (tail < most - start && text.at(-1 - tail) === other.at(-1 - tail)) tail++;
  // An empty part would show nothing: the neighbours are marked in its place.
  const end = Math.max(text.length - tail, Math.min(text.length, start + 1));
  return { text, start: Math.min(start, Math.max(0, end - 1)), end };
};

type Paint = Painter['good'];

const asItIs = (text: string): string => text;

/** One line of a side: its lead, the text, and below it a line of marks where something differs. */
const sideLines = (row: Marked, lead: string, width: number, paint: Paint): Lines => {
  const room = Math.max(8, width - lead.length);
  const lines: string[] = [];
  for (let at = 0; at < Math.max(1, row.text.length); at += room) {
    const part = row.text.slice(at, at + room);
    const start = Math.max(0, row.start - at);
    const end = Math.min(part.length, row.end - at);
    const before = part.slice(0, Math.min(start, part.length));
    const isMarked = end > start;
    const text = isMarked ? before + paint(part.slice(start, end)) + part.slice(end) : part;
    lines.push((at === 0 ? lead : ' '.repeat(lead.length)) + text);
    if (isMarked) lines.push(' '.repeat(lead.length + start) + paint('^'.repeat(end - start)));
  }
  return lines;
};

const leadOf = (mark: string, { sent, right }: RequestRow): string => (sent === right ? '    ' : `  ${mark} `);

const sentLines = (row: RequestRow, width: number, { colour }: Style): Lines =>
  row.sent === undefined
    ? []
    : sideLines(marked(row.sent, row.right), leadOf('-', row), width, row.sent === row.right ? asItIs : colour.bad);

const rightLines = (row: RequestRow, width: number, { colour }: Style): Lines =>
  row.right === undefined
    ? []
    : sideLines(marked(row.right, row.sent), leadOf('+', row), width, row.sent === row.right ? asItIs : colour.good);

/** Escape sequences take no columns. */
// biome-ignore lint/complexity/useRegexLiterals: the character would stand in the file
const PAINT = new RegExp('\\u001b\\[[0-9;]{0,20}m', 'g');
const padPainted = (line: string, width: number): string =>
  line + ' '.repeat(Math.max(0, width - columns(line.replace(PAINT, ''))));

const beside = ({ rows }: RequestComparison, style: Style): Lines => {
  const width = Math.floor((style.width - GAP) / 2);
  const lines = rows.flatMap((row) => {
    const [left, right] = [sentLines(row, width, style), rightLines(row, width, style)];
    return Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
      `${padPainted(left[i] ?? '', width + GAP)}${right[i] ?? ''}`.trimEnd(),
    );
  });
  return [`${padTo('  As it was sent', width + GAP)}  Done right`, ...lines];
};

const stacked = ({ rows }: RequestComparison, style: Style): Lines => [
  '  As it was sent',
  ...rows.flatMap((row) => sentLines(row, style.width, style)),
  '  Done right',
  ...rows.flatMap((row) => rightLines(row, style.width, style)),
];

/** For a screen reader: only what changes, in words. */
const spoken = ({ rows }: RequestComparison, style: Style): Lines =>
  rows
    .filter(({ sent, right }) => sent !== right)
    .flatMap(({ sent, right }) => [
      ...(sent === undefined ? [] : labelled(right === undefined ? 'Leave away' : 'Sent', sent, style)),
      ...(right === undefined ? [] : labelled(sent === undefined ? 'Add' : 'Right', right, style)),
    ]);

const layout = (comparison: RequestComparison, style: Style): Lines => {
  if (style.plain) return spoken(comparison, style);
  return style.width >= WIDE ? beside(comparison, style) : stacked(comparison, style);
};

const TITLES = {
  'The token request': 'The token request, as it was sent and done right',
  'The call': 'The call, as it was sent and done right',
} as const;

/** What was sent beside the same done right, with what differs marked; side by side where there is room. */
export const requestSides = (diagnosis: Diagnosis, style: Style): Lines =>
  requestComparisons(diagnosis).flatMap((comparison) =>
    section(TITLES[comparison.title], layout(comparison, style), style),
  );

/** The same with the way to the whole of it. */
export const requestSection = (diagnosis: Diagnosis, style: Style): Lines => {
  const sides = requestSides(diagnosis, style);
  const more = paragraph('As a script to run: fabric-auth-doctor recipe --for FILE', style);
  return sides.length === 0 ? [] : [...sides, ...more];
};

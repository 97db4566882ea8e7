import { readClaimsRequest } from '../text/claims-request.ts';
import { type Found, foundFrom } from '../text/found.ts';
import { looksRandom } from '../text/looks-random.ts';
import { maskWords } from '../text/masks.ts';
import { matchAt } from '../text/match-at.ts';
import { partsAround } from '../text/parts-around.ts';
import { mayHoldSecret } from '../text/read-call.ts';
import { through, unescapedViews, type View } from '../text/views.ts';
import { findArguments } from './find-arguments.ts';
import { findAssignments } from './find-assignments.ts';
import { findColumns } from './find-columns.ts';
import { findElements } from './find-elements.ts';
import { findEncoded } from './find-encoded.ts';
import { findHeaders, OBJECT_NAME } from './find-headers.ts';
import { findManifests } from './find-manifests.ts';
import { findMembers } from './find-members.ts';
import { findOptions, findSessionValues } from './find-options.ts';
import { findShapes } from './find-shapes.ts';
import { findSpoken } from './find-spoken.ts';
import { findStructures } from './find-structures.ts';
import { findTokens } from './find-tokens.ts';
import { findHandedOver } from './handed-over.ts';
import { inOrder, type Ranked, ranked } from './in-order.ts';
import { joinedView } from './joined-lines.ts';

/** What structure tells. */
const namedFinds = (text: string): readonly Found[] => [
  ...[
    ...findHeaders(text),
    ...findAssignments(text),
    ...findArguments(text),
    ...findOptions(text),
    ...findSpoken(text),
  ],
  ...[...findMembers(text), ...findColumns(text), ...findElements(text), ...findManifests(text)],
];

const plainFinds = (text: string): readonly Ranked[] => {
  const named = namedFinds(text);
  return [
    ...ranked([...named, ...findHandedOver(text, named)], 0),
    ...ranked([...findTokens(text), ...findShapes(text), ...findSessionValues(text), ...findStructures(text)], 1),
  ];
};

/** Whether a find is a value that may let somebody in, and no mask, name, word or claims challenge. */
export const isReal = ({ value, expression }: Found): boolean =>
  value.length >= 8 &&
  maskWords(value, expression === true) === undefined &&
  !OBJECT_NAME.test(value) &&
  readClaimsRequest(value) === undefined;

/** A find of a view. What is enclosed ends for certain where the view says so. */
interface Seen extends Ranked {
  readonly isEnclosed: boolean;
}

const CLOSING = /\\{0,3}["'`&]/y;

/** The scheme of a header, between the quote and its value. */
const SCHEME = /[A-Za-z]{1,15} {1,3}$/;

/** Whether a value has the same quote on both sides, or those of a form. */
const isEnclosed = (text: string, { start, end, field }: Found): boolean => {
  const near = text.slice(Math.max(0, start - 20), start);
  const before = (near.endsWith(' ') ? near.replace(SCHEME, '') : near).at(-1) ?? '';
  const closes = field === 'alone' ? undefined : matchAt(CLOSING, text, end)?.at(-1);
  return /["'`]/.test(before) ? closes === before : before === '=' && closes === '&';
};

/** The first of finds in order that ends behind a place: by bisection, as a log holds many. */
const firstBehind = (known: readonly Found[], at: number): number => {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Whether one of these, which are in order, reaches over a stretch: a find there adds nothing. */
const isCovered = (known: readonly Found[], start: number, end: number): boolean => {
  const around = known[firstBehind(known, start)];
  return around !== undefined && around.start <= start && around.end >= end && start < end;
};

/** Whether a call that stands for a secret is handed another one. */
const holdsAnother = ({ value }: Found, depth: number): boolean =>
  value.includes('(') &&
  (mayHoldSecret(value) ||
    findSecrets(value, depth + 1).some((inner) => inner.value.length < value.length && isWorth(inner, depth + 1)));

const isWorth = (found: Found, depth: number): boolean =>
  isReal(found) ? found.field !== 'alone' || looksRandom(found.value) : holdsAnother(found, depth);

/** Where lines were joined, the text without escapes: part by part, layer by layer. */
const unescapedParts = (view: View): readonly View[] =>
  partsAround(view.text, view.edited).flatMap(({ from, text }) =>
    unescapedViews(text).map(
      (plain): View => ({
        text: plain.text,
        spanOf: (start, end) => {
          const [inner, outer] = plain.spanOf(start, end);
          return view.spanOf(from + inner, from + outer);
        },
        placeOf: (at) => plain.placeOf(view.placeOf(at) - from),
        edited: [[0, plain.text.length]],
      }),
    ),
  );

/** Every other way to read a text: without escapes, with its lines joined, and both. */
const viewsOf = (text: string): readonly View[] => {
  const plain = unescapedViews(text);
  const plainest = plain.at(-1);
  const joined = joinedView(text);
  const both = plainest && through(plainest, joinedView(plainest.text));
  const others = joined === undefined ? [] : unescapedParts(joined);
  const isSame = others.some((view) => view.text === both?.text);
  return [...plain, joined, isSame ? undefined : both, ...others].filter((view) => view !== undefined);
};

/** Base64 in base64 in base64: as deep as it is looked into. */
const DEEPEST = 3;

const rankedFinds = (text: string, depth: number): readonly Ranked[] => {
  const holdsSecret = (decoded: string): boolean =>
    findSecrets(decoded, depth + 1).some((found) => isWorth(found, depth + 1));
  return [...plainFinds(text), ...ranked(depth < DEEPEST ? findEncoded(text, holdsSecret) : [], 1)];
};

/** What is found in a view where it differs from the text it was made from: the rest was looked at there. */
const findsInView = (view: View, depth: number): readonly Ranked[] =>
  partsAround(view.text, view.edited).flatMap((part) =>
    rankedFinds(part.text, depth).map(({ found, rank }) => ({ found: foundFrom(part.from, found), rank })),
  );

/** What is worth sealing of a view, at its place in the text, where it says more than what is known there. */
const seenIn = (view: View, text: string, known: readonly Found[], depth: number): readonly Seen[] => {
  const all: Seen[] = [];
  for (const { found, rank } of findsInView(view, depth)) {
    const [start, end] = view.spanOf(found.start, found.end);
    if (isCovered(known, start, end) || !isWorth(found, depth)) continue;
    const wrapped = text.slice(start, end).includes('\n');
    all.push({
      found: { ...found, start, end, ...(wrapped && { wrapped: true }) },
      rank: rank + 2,
      isEnclosed: isEnclosed(view.text, found),
    });
  }
  return all;
};

const LETTERS = /^[A-Za-z]{12,}$/;
/** Words and acronyms, as names in code are put together. */
const WORDS = /[A-Z]{2,40}(?![a-z])|[A-Z]?[a-z]{3,40}/g;

/** Whether a part of a value would tell something: parts of secrets may have no digits. */
const isTelling = (run: string, isNamed: boolean): boolean =>
  looksRandom(run, isNamed ? 8 : 12) ||
  (LETTERS.test(run) && run.replace(WORDS, '') !== '') ||
  (run.length >= 12 && /[a-z][A-Z][A-Za-z]{0,40}[a-z][A-Z][A-Z]/.test(run));

/** What a find covers beyond other finds, as runs. */
const beyond = (text: string, { start, end }: Found, known: readonly Found[]): readonly string[] => {
  const runs: string[] = [];
  let at = start;
  for (const other of known) {
    if (other.end <= at || other.start >= end) continue;
    runs.push(text.slice(at, Math.max(at, other.start)));
    at = other.end;
  }
  return [...runs, text.slice(at, Math.max(at, end))].flatMap((run) => run.split(/\s+/));
};

/** Those finds that overlap with one, of finds in order. */
const overlapping = (known: readonly Found[], { start, end }: Found): readonly Found[] => {
  const low = firstBehind(known, start);
  const behind = known.slice(low, low + end - start);
  const beyondEnd = behind.findIndex((other) => other.start >= end);
  return beyondEnd < 0 ? behind : behind.slice(0, beyondEnd);
};

/** All secrets of a text in order, none overlapping. Structure decides the field, shape and views may reach further. */
export const findSecrets = (text: string, depth = 0): readonly Found[] => {
  const own = rankedFinds(text, depth);
  const known = inOrder(text, own);
  const seen = viewsOf(text)
    .flatMap((view) => seenIn(view, text, known, depth))
    .filter(({ found, isEnclosed }) => {
      const near = overlapping(known, found);
      const more = near.length === 0 ? [] : beyond(text, found, near);
      if (near.length === 0 || (isEnclosed && more.some((run) => /\w{4}/.test(run)))) return true;
      return more.some((run) => isTelling(run, found.field !== 'alone'));
    });
  return seen.length === 0 ? known : inOrder(text, [...own, ...seen]);
};

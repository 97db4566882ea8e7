import type { Operation } from './operation-catalog.ts';
import { isIdOrMask, segmentKey } from './operation-path.ts';

/** The distance of two short words: how many letters differ, as a part of the longer one. */
const wordDistance = (a: string, b: string): number => {
  if (a === b) return 0;
  const [left, right] = [a.slice(0, 40), b.slice(0, 40)];
  let before = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = (before[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      row.push(Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return (before[right.length] ?? 0) / Math.max(left.length, right.length);
};

const PARAMETER = '*';

type Distance = (a: string, b: string) => number;

/** Compares segments and remembers what it found: the templates share their words. */
const segmentDistance = (): Distance => {
  const known = new Map<string, number>();
  return (a, b) => {
    if (a === b) return 0;
    if (a === PARAMETER || b === PARAMETER) return 1;
    const key = `${a}/${b}`;
    const distance = known.get(key) ?? Math.min(1, wordDistance(a, b) * 1.5);
    known.set(key, distance);
    return distance;
  };
};

/** The distance of two lists of segments; a segment too many costs nearly as much as a wrong one. */
const pathDistance = (a: readonly string[], b: readonly string[], distance: Distance): number => {
  let before = b.map((_, index) => (index + 1) * 0.8);
  before.unshift(0);
  for (let i = 1; i <= a.length; i++) {
    const row = [i * 0.8];
    for (let j = 1; j <= b.length; j++) {
      const change = (before[j - 1] ?? 0) + distance(a[i - 1] ?? '', b[j - 1] ?? '');
      row.push(Math.min(change, (before[j] ?? 0) + 0.8, (row[j - 1] ?? 0) + 0.8));
    }
    before = row;
  }
  return before[b.length] ?? 0;
};

const shape = (segments: readonly string[], words: ReadonlySet<string>): readonly string[] =>
  segments
    .slice(0, 14)
    .map((segment) => (!words.has(segment) && (segment === '' || isIdOrMask(segment)) ? PARAMETER : segment));

const templateShape = (path: string): readonly string[] =>
  path
    .split('/')
    .slice(1)
    .map((segment) => (segment.startsWith('{') ? PARAMETER : segmentKey(segment)));

/** Farther than this an operation is no help. */
const TOO_FAR = 2;

/** The operations whose paths are nearest, the same method first; at most three. */
export const nearest = (
  operations: readonly Operation[],
  words: ReadonlySet<string>,
  segments: readonly string[],
  method: string | undefined,
): readonly Operation[] => {
  const asked = shape(segments, words);
  const distance = segmentDistance();
  const byPath = new Map<string, number>();
  for (const { path } of operations)
    if (!byPath.has(path)) byPath.set(path, pathDistance(asked, templateShape(path), distance));
  return operations
    .map((operation) => ({
      operation,
      distance: (byPath.get(operation.path) ?? 9) + (operation.method === method ? 0 : 0.4),
    }))
    .filter(({ distance }) => distance <= TOO_FAR)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ operation }) => operation);
};

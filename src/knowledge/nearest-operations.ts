import type { Operation } from './operation-catalog.ts';
import { isIdOrMask, segmentKey } from './operation-path.ts';

/** What it costs to make one list into another, where an item too many or too few costs `gap`. */
const costOf = <T>(from: readonly T[], to: readonly T[], gap: number, change: (a: T, b: T) => number): number => {
  const columns = to.map((item, at) => ({ item, cost: (at + 1) * gap }));
  let cost = to.length * gap;
  for (const [at, item] of from.entries()) {
    let before = at * gap;
    cost = before + gap;
    for (const column of columns) {
      const above = column.cost;
      cost = Math.min(before + change(item, column.item), above + gap, cost + gap);
      column.cost = cost;
      before = above;
    }
  }
  return cost;
};

/** The distance of two different short words: how many letters differ, as a part of the longer one. */
const wordDistance = (a: string, b: string): number => {
  const [left, right] = [[...a.slice(0, 40)], [...b.slice(0, 40)]];
  const differing = costOf(left, right, 1, (one, other) => (one === other ? 0 : 1));
  return differing / Math.max(left.length, right.length);
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

/** A segment too many costs nearly as much as a wrong one. */
const GAP = 0.8;

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
    if (!byPath.has(path)) byPath.set(path, costOf(asked, templateShape(path), GAP, distance));
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

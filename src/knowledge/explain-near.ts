/** The pairs of neighbouring letters of a text; a blank stands before its first and behind its last. */
const pairs = (text: string): ReadonlyMap<string, number> => {
  const letters = ` ${text} `.slice(0, 100);
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < letters.length; i++) {
    const pair = letters.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
};

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

/** How alike two texts are, from 0 to 1: the share of letter pairs that they have in common (Dice). */
export const likeness = (a: string, b: string): number => {
  const [left, right] = [pairs(a), pairs(b)];
  const common = [...left].reduce((count, [pair, n]) => count + Math.min(n, right.get(pair) ?? 0), 0);
  return (2 * common) / (sum(left) + sum(right));
};

const sharedStart = (a: string, b: string): number => {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same / Math.max(a.length, b.length);
};

/** How alike two code numbers are: digits are swapped or mistyped more often than left out, and related codes begin alike. */
export const digitLikeness = (a: string, b: string): number =>
  ((sharedStart(a, b) + likeness(a, b)) / 2) * (a.length === b.length ? 1 : 0.8);

/** A part of a text, and where it begins there. */
export interface Part {
  readonly from: number;
  readonly text: string;
}

type Place = readonly [start: number, end: number];

/** A value stands so near to the name that tells what it is. */
const REACH = 800;
const LONGEST_RUN = 20_000;
const OF_RUN = /[\w+/=.~%\\&;-]/;
/** What may go on for long, told by how it begins: SAML, cookies of a recording, keys. */
const LONG = /Assertion[\s>]|"cookies|"kty|PRIVATE KEY/i;

/** The next place, in a direction, where no run of letters is cut in two. */
const outOfRun = (text: string, from: number, step: 1 | -1): number => {
  let at = from;
  while (Math.abs(at - from) < LONGEST_RUN && OF_RUN.test(text[at - 1] ?? ' ') && OF_RUN.test(text[at] ?? ' '))
    at += step;
  return at;
};

const span = (text: string, start: number, end: number): Place => {
  const near = Math.max(0, start - REACH);
  const line = text.indexOf('\n', near);
  const from = line >= 0 && line < start - (REACH >> 1) ? line + 1 : outOfRun(text, near, -1);
  const to = outOfRun(text, Math.min(text.length, end + REACH), 1);
  return [from, LONG.test(text.slice(from, to)) ? outOfRun(text, Math.min(text.length, to + LONGEST_RUN), 1) : to];
};

/** Places in order, those as one that are no further apart than `gap`. */
const merged = (places: readonly Place[], gap: number): readonly Place[] => {
  const result: [start: number, end: number][] = [];
  for (const [start, end] of places) {
    const last = result.at(-1);
    if (last === undefined || start - gap > last[1]) result.push([start, end]);
    else last[1] = Math.max(last[1], end);
  }
  return result;
};

/**
 * The parts of a text around places in order: what is far from all of them is the same as it was when it was looked at
 * before. The whole text where the parts are most of it.
 */
export const partsAround = (text: string, places: readonly Place[]): readonly Part[] => {
  const whole: readonly Part[] = [{ from: 0, text }];
  if (text.length < 4 * REACH) return whole;
  const near = merged(places, 2 * REACH);
  const spans = merged(
    near.map(([start, end]) => span(text, start, end)),
    0,
  );
  const covered = spans.reduce((sum, [from, to]) => sum + to - from, 0);
  return covered * 4 > text.length * 3 ? whole : spans.map(([from, to]) => ({ from, text: text.slice(from, to) }));
};
